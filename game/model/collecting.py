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
            gc.enable()
