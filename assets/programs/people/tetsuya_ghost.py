"""Tetsuya as he came home: bareheaded, his colours left behind, lit from nowhere in the room."""

from dataclasses import replace

from assets.programs.people import sitting, tetsuya_soldier
from assets.programs.people.head import Expression

LOOK = replace(
    sitting.LOOK,
    exposure=1.5,
    colour=0.10,
    shadow=(0.44, 0.53, 0.60),
    highlight=(0.56, 0.60, 0.60),
    tone=0.85,
    contrast=0.1,
)
EXPRESSIONS = {
    "neutral": Expression(
        upper=0.056, lower=0.040, inner=0.050, outer=-0.03, corner=0.004, yaw=6, roll=-3, gaze=(0.06, -0.08)
    ),
    "calling": Expression(
        upper=0.08, lower=0.046, inner=0.09, outer=-0.03, corner=-0.012, open=0.028, yaw=24, pitch=-8, gaze=(0.14, 0.06)
    ),
    "turned": Expression(upper=0.04, lower=0.04, inner=0.04, outer=-0.02, yaw=-66, pitch=8, gaze=(-0.10, -0.20)),
}


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    tetsuya_soldier.clothed(mood, capped=False)
    sitting.pose(tetsuya_soldier.POSE, mood)
    sitting.light(tetsuya_soldier.POSE)
