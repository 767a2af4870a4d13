import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.window.camera import REACH, STEPS, following, part
from game.ui.window.geometry import Box

MOVES = st.sampled_from(["push", "pan_left", "pan_right"])
SHARES = st.floats(0, 1)


@given(MOVES, SHARES, st.floats(0.01, 0.5))
def test_nothing_beyond_a_picture_is_ever_seen(move: str, done: float, reach: float) -> None:
    """Whatever the move, however far it has come and however near the layer is."""
    seen = part(move, done, reach)
    assert min(seen.x, seen.y) >= -1e-9
    assert max(seen.right, seen.bottom) <= 1 + 1e-9
    assert seen.w == pytest.approx(seen.h)


@given(MOVES, SHARES, SHARES)
def test_what_is_nearer_moves_further(move: str, one: float, other: float) -> None:
    """Between two moments the edge of a layer of twice the reach has gone further than that of the place itself."""
    far, near = ([part(move, done, reach).x for done in (one, other)] for reach in (REACH, 2 * REACH))
    assert abs(near[1] - near[0]) >= abs(far[1] - far[0]) - 1e-9


@given(MOVES, st.floats(0.01, 0.5))
def test_every_move_begins_with_the_whole_picture(move: str, reach: float) -> None:
    """So the still picture can stand in for it until it is there."""
    assert part(move, 0.0, reach) == Box(0, 0, 1, 1)


def test_a_pan_ends_at_its_side() -> None:
    """To the right at the right edge, to the left at the left one, as large as each other."""
    right, left = part("pan_right", 1.0), part("pan_left", 1.0)
    assert right.right == pytest.approx(1)
    assert left.x == 0
    assert left.w == right.w == pytest.approx(1 / (1 + REACH))


@given(SHARES, SHARES)
def test_a_pan_to_the_right_only_goes_there(one: float, other: float) -> None:
    """Its left edge never comes back."""
    first, then = sorted((one, other))
    assert part("pan_right", first).x <= part("pan_right", then).x + 1e-12


def test_steps_follow_each_other_to_the_end() -> None:
    """After the last there is none."""
    done, count = 0.0, 0
    while (then := following(done)) is not None:
        done, count = then, count + 1
    assert done == 1
    assert count in (STEPS, STEPS + 1)
