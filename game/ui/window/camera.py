"""Where a slow move looks: from how far it has come to the part of a picture that is seen. Pure; knows no surface."""

from __future__ import annotations

from .geometry import Box

STEPS = 112
"""Steps of a move: at 1080 rows half a pixel at the edges, a pixel where it pans, so that eight a second are enough."""
REACH = 0.06
"""How far a move goes, as a share of the picture's width."""


def part(move: str, done: float, reach: float = REACH) -> Box:
    """What is seen of a picture, in shares of its width and height, when that much of a move is done, 0 to 1.

    `push` comes closer; `pan_left` and `pan_right` look along a picture enlarged by `reach`. What lies nearer than the
    picture moves further: give it a larger `reach`.
    """
    if move == "push":
        gone = reach * done
        return Box(gone / 2, gone / 2, 1 - gone, 1 - gone)
    side = 1 / (1 + reach)
    return Box((1 - side) * (done if move == "pan_right" else 1 - done), (1 - side) / 2, side, side)


def following(done: float) -> float | None:
    """How far the move will be at its next step; None where there is none."""
    return min(1.0, (int(done * STEPS + 1e-6) + 1) / STEPS) if done < 1 else None
