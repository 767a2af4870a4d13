"""Tetsuya in what is left of the white suit: the fourth plate open, the right shoulder gone, and light behind it."""

from assets.programs.people import sitting, tetsuya_white
from assets.programs.people.head import Expression

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": tetsuya_white.EXPRESSIONS["tired"],
    "open": Expression(
        upper=0.064, lower=0.040, inner=0.060, outer=-0.03, corner=0.004, yaw=10, roll=-3, pitch=-6, gaze=(0.08, 0.10)
    ),
}


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    tetsuya_white.EXPRESSIONS["broken"] = EXPRESSIONS[expression]
    tetsuya_white.build("broken", broken=True)
