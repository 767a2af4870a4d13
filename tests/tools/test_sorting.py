"""The different values of an array."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.tools.states.sorting import different


@given(st.lists(st.integers(0, 2**64 - 1)))
def test_every_value_once_rising(values: list[int]) -> None:
    """Each value that is there, once, in rising order."""
    assert different(np.array(values, dtype=np.uint64)).tolist() == sorted(set(values))
