"""Numbers as they are typed after a command."""

from __future__ import annotations

import argparse


def whole(text: str) -> int:
    """A whole number. Raises ArgumentTypeError."""
    if len(text) > 18:
        raise argparse.ArgumentTypeError("a number of at most 18 digits is wanted")
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'a whole number is wanted, and "{text}" is none') from None


def count(text: str) -> int:
    """A whole number of 0 or more."""
    number = whole(text)
    if number < 0:
        raise argparse.ArgumentTypeError("a number of 0 or more is wanted")
    return number


def seconds(text: str) -> float:
    """Seconds, 0 or more."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1e9:
        raise argparse.ArgumentTypeError("a number of seconds is wanted")
    return number


def share(text: str) -> float:
    """A share of a whole, from 0 to 1."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError("a share from 0 to 1 is wanted, as 0.01")
    return number
