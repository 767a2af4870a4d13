"""Strongly connected components."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.tools.components import components


@given(
    st.integers(1, 12).flatmap(lambda n: st.lists(st.lists(st.integers(0, n - 1), max_size=4), min_size=n, max_size=n))
)
def test_components_are_what_reaches_each_other_in_order(leads: list[list[int]]) -> None:
    """Two nodes share a component just where each reaches the other; what one leads to has come before it."""
    reach = {node: _reach(node, leads) for node in range(len(leads))}
    parts = list(components(range(len(leads)), leads.__getitem__))
    place = {node: number for number, part in enumerate(parts) for node in part}
    assert len(place) == len(leads) == sum(map(len, parts))
    for a in range(len(leads)):
        for b in reach[a]:
            assert place[b] <= place[a]
            assert (place[a] == place[b]) == (a in reach[b])


def test_a_long_row_is_no_deep_recursion() -> None:
    """Ten thousand nodes in a row, and in a circle, are fine."""
    size = 10_000
    assert len(list(components([0], lambda n: [n + 1] if n < size else []))) == size + 1
    assert len(list(components([0], lambda n: [(n + 1) % size]))) == 1


def _reach(start: int, leads: list[list[int]]) -> set[int]:
    seen = {start}
    todo = [start]
    while todo:
        for after in leads[todo.pop()]:
            if after not in seen:
                seen.add(after)
                todo.append(after)
    return seen
