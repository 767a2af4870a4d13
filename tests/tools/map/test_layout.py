"""Where scenes stand on the map."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.tools.map.graph import spoken
from game.tools.map.layout import SPAN, Layout, layout_of

Graph = tuple[list[list[str]], list[tuple[str, str]]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Acts of scenes with any arrows between them, back, across and to themselves too."""
    sizes = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4))
    acts = [[f"a{act}s{place}" for place in range(size)] for act, size in enumerate(sizes)]
    scenes = st.sampled_from([scene for act in acts for scene in act])
    return acts, draw(st.lists(st.tuples(scenes, scenes), max_size=60))


def laid_out(graph: Graph) -> Layout:
    """The layout of a graph that begins with its first scene."""
    return layout_of(graph[0][0][0], *graph)


@given(graphs())
def test_every_scene_has_a_place_of_its_own(graph: Graph) -> None:
    """No two scenes cover each other, and each stands within its act's line."""
    layout = laid_out(graph)
    assert set(layout.places) == {scene for act in graph[0] for scene in act}
    for (line, column, row), (other_line, other_column, other_row) in combinations(layout.places.values(), 2):
        assert (line, column) != (other_line, other_column) or abs(row - other_row) > 0.999
    for number, act in enumerate(graph[0]):
        for scene in act:
            line, _, row = layout.places[scene]
            assert layout.lines[line].act == number
            assert layout.lines[line].top < row < layout.lines[line].bottom


@given(graphs())
def test_lines_stand_below_each_other(graph: Graph) -> None:
    """Each line ends before the next begins."""
    lines = laid_out(graph).lines
    assert all(one.bottom <= after.top for one, after in pairwise(lines))


@given(graphs())
def test_a_way_within_a_line_leads_right(graph: Graph) -> None:
    """What does not go round leads over as many columns as it has bends, to the right, and not far."""
    layout = laid_out(graph)
    for arrow, bends in layout.bends.items():
        (line, column, _), (to_line, to_column, _) = (layout.places[scene] for scene in graph[1][arrow])
        assert line == to_line
        assert 0 < to_column - column == len(bends) + 1 <= SPAN


@given(graphs())
def test_the_same_story_has_the_same_map(graph: Graph) -> None:
    """Nothing depends on chance."""
    assert laid_out(graph) == laid_out(graph)


def test_a_straight_run_is_a_straight_line() -> None:
    """Scenes that follow each other stand side by side at one height."""
    scenes = ["a", "b", "c", "d"]
    layout = layout_of("a", [scenes], [("a", "b"), ("b", "c"), ("c", "d")])
    assert [layout.places[scene][1] for scene in scenes] == [0, 1, 2, 3]
    assert len({layout.places[scene][2] for scene in scenes}) == 1


def test_a_fork_is_symmetric() -> None:
    """The scene before two others stands halfway between them."""
    layout = layout_of("a", [["a", "b", "c", "d"]], [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])
    rows = {scene: row for scene, (_, _, row) in layout.places.items()}
    assert rows["a"] == rows["d"] == (rows["b"] + rows["c"]) / 2


def test_names_are_told_as_people_say_them() -> None:
    """Numbers stay in front, lines below become spaces."""
    assert [spoken(name) for name in ("act_0", "1_the_wall", "hall", "7")] == ["Act 0", "1 The wall", "Hall", "7"]
