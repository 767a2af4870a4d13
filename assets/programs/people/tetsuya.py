"""Tetsuya as a student of medicine: dark high-collared coat, hair that will not lie down."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.068, lower=0.046, inner=-0.015, gaze=(0.02, 0.0)),
    "warm": Expression(
        upper=0.062, lower=0.036, inner=0.02, outer=-0.01, corner=0.030, skew=0.006, yaw=7, roll=-4, gaze=(0.06, -0.02)
    ),
    "hard": Expression(
        upper=0.054, lower=0.036, inner=-0.085, outer=0.015, corner=-0.012, pitch=-4, yaw=12, gaze=(0.10, 0.06)
    ),
    "hurt": Expression(
        upper=0.064,
        lower=0.046,
        inner=0.090,
        outer=-0.04,
        corner=-0.020,
        open=0.012,
        yaw=10,
        pitch=-2,
        gaze=(0.08, 0.02),
    ),
    "tired": Expression(
        upper=0.034, lower=0.044, inner=0.035, outer=-0.03, corner=-0.012, pitch=9, yaw=-6, roll=4, gaze=(-0.06, -0.30)
    ),
}
FACE = Features(
    skin=(0.50, 0.335, 0.255), eye=1.08, jaw=0.96, angular=0.8, nose=1.02, brow=1.05, neck=0.37, brow_width=0.036
)
POSE = Pose(lean=3.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    face(FACE, mood)
    dark = worn((0.022, 0.019, 0.018), 0.85, bump=0, grain=9, vary=0.5)
    hair.under_layer(dark, front=0.50)
    hair.short(dark, 4, 150, sweep=0.75, fringe=0.40, lift=0.16, width=0.09)
    hair.short(dark, 8, 60, sweep=1.0, fringe=0.58, lift=0.30, nape=-0.5, width=0.11)
    wool = worn((0.040, 0.045, 0.055), 0.9, bump=0.25, grain=13)
    body = dress.coat(wool, shoulders=1.0)
    dress.stand_collar(wool, 0.50, 0.05, 0.18, 0.54)
    dress.stand_collar(worn((0.60, 0.56, 0.48), 0.9, bump=0.15, grain=16), 0.56, 0.04, 0.18, 0.49)
    dress.buttons(body, worn((0.36, 0.26, 0.12), 0.35, 1.0), (-2.55, -3.4, -4.25, -5.1, -5.95))
    sitting.pose(POSE, mood)
    sitting.light(POSE)
