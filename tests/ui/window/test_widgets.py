import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.window.geometry import WHOLE, Box
from game.ui.window.widgets import Mode, Node, Role, Way, controls, find, moved, under


def _button(control: str, x: float, y: float, *, enabled: bool = True) -> Node:
    modes = frozenset() if enabled else frozenset({Mode.DISABLED})
    return Node(Role.BUTTON, control, Box(x, y, 100, 40), id=control, modes=modes)


GRID = Node(
    Role.SCREEN,
    "grid",
    WHOLE,
    children=(_button("a", 0, 0), _button("b", 200, 0), _button("c", 0, 100), _button("d", 200, 100)),
)


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ("a", Way.RIGHT, "b"),
        ("a", Way.DOWN, "c"),
        ("d", Way.UP, "b"),
        ("d", Way.LEFT, "c"),
        ("a", Way.LEFT, "a"),
        ("d", Way.NEXT, "a"),
        ("a", Way.PREVIOUS, "d"),
        ("c", Way.DOWN, "d"),
        ("", Way.NEXT, "a"),
        ("", Way.UP, "d"),
        ("gone", Way.DOWN, "a"),
    ],
)
def test_the_focus_moves_to_the_neighbour(start: str, way: Way, end: str) -> None:
    """Arrows go to what lies that way, Tab goes along the order and round."""
    assert moved(GRID, start, way) == end


PLACES = st.lists(st.tuples(st.integers(0, 18), st.integers(0, 20)), min_size=1, max_size=12, unique=True)


@given(PLACES)
def test_there_is_no_focus_trap(places: list[tuple[int, int]]) -> None:
    """However controls lie, Tab reaches every one of them and comes back."""
    tree = Node(Role.SCREEN, "", WHOLE, children=tuple(_button(f"{x},{y}", x * 100.0, y * 50.0) for x, y in places))
    reached, focus = [], ""
    for _ in places:
        focus = moved(tree, focus, Way.NEXT)
        reached.append(focus)
    assert sorted(reached) == sorted(f"{x},{y}" for x, y in places)
    assert moved(tree, focus, Way.NEXT) == reached[0]


def test_a_button_that_does_nothing_is_passed_over() -> None:
    """Keyboard and pointer skip a disabled button; a closed choice takes the focus, for its reason."""
    off = _button("off", 0, 0, enabled=False)
    closed = Node(Role.CHOICE, "closed", Box(0, 100, 100, 40), id="closed", modes=frozenset({Mode.DISABLED}))
    tree = Node(Role.SCREEN, "", WHOLE, children=(off, closed))
    assert [node.id for node in controls(tree)] == ["closed"]
    assert under(tree, (50, 20)) is None
    assert under(tree, (50, 120)) is closed


def test_the_uppermost_control_is_under_the_pointer() -> None:
    """What is drawn later lies above."""
    tree = Node(Role.SCREEN, "", WHOLE, children=(_button("below", 0, 0), _button("above", 20, 0)))
    found = under(tree, (50, 20))
    assert found is not None
    assert found.id == "above"
    assert find(tree, "below") is tree.children[0]
    assert find(tree, "gone") is None
