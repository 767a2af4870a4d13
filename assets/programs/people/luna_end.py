"""Luna at the end: in the wind of the plain, her coat brushed for it, her hair across the light."""

from assets.programs.people import luna_road, sitting
from assets.programs.people.head import Expression

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.062, lower=0.040, inner=0.030, outer=-0.01, pitch=-3, yaw=4, gaze=(0.04, 0.06)),
    "warm": Expression(
        upper=0.054, lower=0.032, inner=0.040, corner=0.030, yaw=10, roll=-5, pitch=-4, gaze=(0.06, 0.04)
    ),
    "hurt": Expression(
        upper=0.058,
        lower=0.048,
        inner=0.100,
        outer=-0.04,
        corner=-0.024,
        open=0.018,
        yaw=8,
        pitch=3,
        gaze=(0.04, -0.04),
    ),
}


def build(expression: str) -> None:
    """She, in one of her expressions, lit and framed."""
    luna_road.EXPRESSIONS["at the end"] = EXPRESSIONS[expression]
    luna_road.build("at the end", wind=0.75, pale=True)
