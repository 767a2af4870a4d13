"""Tetsuya in the white suit: enamelled plates to the jaw, hair longer than it was."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import armour, hair, sitting, tetsuya
from assets.programs.people.head import Expression, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.060, lower=0.042, inner=-0.020, gaze=(0.04, 0.0)),
    "hard": Expression(
        upper=0.046, lower=0.034, inner=-0.095, outer=0.02, corner=-0.014, pitch=7, yaw=13, gaze=(0.12, 0.16)
    ),
    "tired": Expression(
        upper=0.026,
        lower=0.044,
        inner=0.045,
        outer=-0.035,
        corner=-0.016,
        pitch=12,
        yaw=-7,
        roll=5,
        gaze=(-0.08, -0.30),
    ),
    "warm": Expression(
        upper=0.052,
        lower=0.034,
        inner=0.028,
        outer=-0.012,
        corner=0.026,
        skew=0.006,
        yaw=8,
        roll=-5,
        gaze=(0.06, -0.06),
    ),
    "hurt": Expression(
        upper=0.066,
        lower=0.044,
        inner=0.085,
        outer=-0.04,
        corner=-0.020,
        open=0.016,
        yaw=12,
        pitch=-2,
        gaze=(0.10, 0.04),
    ),
}
POSE = Pose(body=-20, head=-26, size=1.10, rise=0.40)


def build(expression: str, broken: bool = False) -> None:
    """He, in one of his expressions, lit and framed; `broken`: with the fourth plate open."""
    mood = EXPRESSIONS[expression]
    face(tetsuya.FACE, mood)
    dark = worn((0.022, 0.019, 0.018), 0.85, bump=0, grain=9, vary=0.5)
    hair.under_layer(dark, front=0.50, side=-0.35)
    hair.short(dark, 4, 150, sweep=0.75, fringe=0.34, lift=0.20, width=0.085)
    hair.short(dark, 8, 70, sweep=1.0, fringe=0.50, lift=0.36, nape=-0.75, width=0.10)
    hair.strays(dark, 5, 6, 0.6)
    armour.suit(broken)
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.85)
