import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.window.camera import REACH, STEPS, following, part

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


def test_a_pan_goes_from_one_side_to_the_other() -> None:
    """To the right it begins at the left edge; to the left it ends there."""
    begins, ends = (part("pan_right", done) for done in (0.0, 1.0))
    assert (begins.x, round(ends.right, 9)) == (0.0, 1.0)
    assert part("pan_left", 1.0) == begins


def test_steps_follow_each_other_to_the_end() -> None:
    """After the last there is none."""
    done, count = 0.0, 0
    while (then := following(done)) is not None:
        done, count = then, count + 1
    assert done == 1
    assert count in (STEPS, STEPS + 1)
