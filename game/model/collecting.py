"""Keeps Python from looking for garbage where hardly any is made. Knows nothing of what is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collections() -> Iterator[None]:
    """Nearly all that is made while a story is read and checked stays; looking through it again and again takes half
    of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            _call_all_old()
            gc.enable()


def _call_all_old() -> None:
    """Count what there is among what was looked through before, or all of it is looked through at the next chance.

    To freeze moves everything out of the collector's sight, to unfreeze moves it among the oldest: each without a look.
    """
    if not gc.get_freeze_count():  # else somebody keeps things frozen, and unfreezing would undo that
        gc.freeze()
        gc.unfreeze()
