"""Headless work on the engine: functions from a story to a report. Knows nothing of files, screens or arguments."""
