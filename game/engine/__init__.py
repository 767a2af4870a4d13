"""Playing a story: pure values in and out. Knows nothing of files, clocks, chance or screens."""
