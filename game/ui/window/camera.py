"""Where a slow move looks: from how far it has come to the part of a picture that is seen. Pure; knows no surface."""

from __future__ import annotations

from .geometry import Box

STEPS = 112
"""Steps of a move: at 1080 rows half a pixel at the edges, a pixel where it pans, so that eight a second are enough."""
REACH = 0.06
"""How far a move goes, as a share of the picture's width."""


def part(move: str, done: float, reach: float = REACH) -> Box:
    """What is seen of a picture, in shares of its width and height, when that much of a move is done, 0 to 1.

    Every move begins with the whole picture, so that nothing jumps where it comes late. `push` comes closer;
    `pan_left` and `pan_right` come closer at first, and look along it. What lies nearer than the picture moves
    further: give it a larger `reach`.
    """
    if move == "push":
        gone = reach * done
        return Box(gone / 2, gone / 2, 1 - gone, 1 - gone)
    gone = reach / (1 + reach) * (1 - (1 - done) ** 3)
    return Box(gone * (done if move == "pan_right" else 1 - done), gone / 2, 1 - gone, 1 - gone)


def following(done: float) -> float | None:
    """How far the move will be at its next step; None where there is none."""
    return min(1.0, (int(done * STEPS + 1e-6) + 1) / STEPS) if done < 1 else None
