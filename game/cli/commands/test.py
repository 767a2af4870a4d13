"""`test` belongs to `run.py`, which makes the environment that the tests need."""

import argparse

from game.errors import UsageError


def run(options: argparse.Namespace) -> int:
    """Say where the tests are started. Raises UsageError."""
    raise UsageError("the tests are started by run.py, which sets up what they need", "python3 run.py test")
