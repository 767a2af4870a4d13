"""Saguree: a straight black bob cut with a ruler, a dead guard's tunic buttoned to the last button, her chin up."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting, uniform, wraps
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.046, lower=0.030, inner=-0.030, outer=0.020, pitch=-4, gaze=(0.06, -0.06)),
    "bare": Expression(
        upper=0.066, lower=0.044, inner=0.060, outer=-0.02, corner=-0.012, open=0.012, yaw=16, pitch=2, gaze=(0.16, 0.0)
    ),
    "scornful": Expression(
        upper=0.034,
        lower=0.034,
        inner=-0.040,
        outer=0.065,
        corner=0.012,
        skew=0.046,
        yaw=13,
        pitch=-8,
        roll=5,
        gaze=(0.10, -0.14),
    ),
    "counting": Expression(upper=0.024, lower=0.036, inner=-0.01, outer=0.01, yaw=14, pitch=18, gaze=(0.0, -0.34)),
    "afraid": Expression(
        upper=0.092,
        lower=0.056,
        inner=0.085,
        outer=-0.02,
        corner=-0.016,
        open=0.034,
        yaw=44,
        roll=8,
        pitch=-4,
        gaze=(0.20, 0.0),
    ),
    "wary": Expression(
        upper=0.05, lower=0.034, inner=-0.03, outer=0.02, corner=-0.01, yaw=30, roll=-3, pitch=10, gaze=(0.0, 0.22)
    ),
}
FACE = Features(
    skin=(0.49, 0.385, 0.335),
    lip=(0.25, 0.085, 0.085),
    iris=(0.22, 0.13, 0.035),
    hair=(0.014, 0.013, 0.014),
    jaw=0.88,
    chin=0.80,
    nose=0.95,
    brow=0.9,
    brow_width=0.020,
    lips=1.0,
    cheek=0.75,
    eye=1.12,
    neck=0.31,
    lash=0.020,
    gaunt=0.25,
    angular=0.9,
    socket=0.75,
)
POSE = Pose(body=-34, head=-52, low=0.22, lean=-3.0)


def build(expression: str) -> None:
    """She, in one of her expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    shape = face(FACE, mood)
    black = worn((0.014, 0.0135, 0.015), 0.85, bump=0, grain=9, vary=0.4)
    hair.under_layer(black, front=0.56, side=-0.55, k=0.99)
    hair.long(black, 5, 200, 0.72, part=-0.30, width=0.070, wave=0.03, face=1.0)
    hair.tucked(black, 3, 70, part=-0.30, low=(-0.55, -0.35), high=(0.60, 1.0))
    hair.tucked(black, 11, 40, part=-0.45, low=(-0.30, 0.1), high=(0.42, 0.7))
    hair.strays(black, 6, 14, 0.75, 0.12)
    wraps.seam(shape, worn((0.24, 0.11, 0.10), 0.7, bump=0), worn((0.03, 0.025, 0.025), 0.8, bump=0), z=-1.40)
    cloth = worn((0.075, 0.080, 0.066), 0.92, bump=0.3, grain=14)
    body = dress.coat(cloth, shoulders=0.86, slope=0.16, girth=0.86)
    dress.stand_collar(worn((0.040, 0.042, 0.040), 0.9, bump=0.2, grain=14), 0.42, 0.04, 0.10, 0.50)
    dress.buttons(
        body, worn((0.30, 0.22, 0.11), 0.35, 1.0), (-2.45, -2.9, -3.35, -3.8, -4.25, -4.7, -5.15, -5.6), -0.10
    )
    uniform.strap(body, worn((0.030, 0.022, 0.017), 0.55, bump=0.2))
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.85)
