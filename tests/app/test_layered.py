"""Graphs in columns and rows: arrows to the right, nobody on top of another."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from game.app.layered import placed

NAMES = [f"n{i}" for i in range(12)]
GRAPHS = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=4, unique=True).map(tuple)
).map(lambda held: {name: held.get(name, ()) for name in NAMES})


@given(GRAPHS)
def test_every_node_has_a_place_of_its_own(arrows: dict[str, tuple[str, ...]]) -> None:
    """All are placed, and in a column at least one row apart."""
    at = placed(arrows, "n0")
    assert set(at) == set(NAMES)
    columns: dict[int, list[float]] = {}
    for column, row in at.values():
        columns.setdefault(column, []).append(row)
    for rows in columns.values():
        rows.sort()
        assert all(b - a >= 1 - 1e-9 for a, b in itertools.pairwise(rows))


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30))
def test_without_circles_every_arrow_runs_to_the_right(pairs: list[tuple[int, int]]) -> None:
    """Each node stands right of all that lead to it."""
    arrows = {name: tuple(NAMES[b] for a, b in dict.fromkeys(pairs) if a == i < b) for i, name in enumerate(NAMES)}
    at = placed(arrows, "n0")
    assert all(at[start][0] < at[end][0] for start, ends in arrows.items() for end in ends)


def test_a_straight_road_stays_on_one_row_and_a_fork_opens_evenly() -> None:
    """What is simple looks simple."""
    at = placed({"a": ("b",), "b": ("c", "d"), "c": ("e",), "d": ("e",), "e": ()}, "a")
    assert at["a"] == (0, 0)
    assert at["b"] == (1, 0)
    assert {at["c"][1], at["d"][1]} == {-0.5, 0.5}
    assert at["e"] == (3, 0)


def test_ten_thousand_nodes_in_a_row_are_placed() -> None:
    """No recursion, however long the story."""
    arrows = {f"s{i}": (f"s{i + 1}",) for i in range(10_000)} | {"s10000": ()}
    assert placed(arrows, "s0")["s10000"] == (10_000, 0)
