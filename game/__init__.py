"""Stone Lightning: a branching-story engine, and the game that proves it."""

__version__ = "0.1.0"
