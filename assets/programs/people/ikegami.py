"""Ikegami, attendant in the Azuma house: a black dress brushed daily, a white collar, grey hair pinned up by five."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(
        upper=0.042, lower=0.036, inner=0.020, outer=-0.02, corner=0.004, pitch=5, gaze=(0.02, -0.14)
    ),
    "troubled": Expression(
        upper=0.062, lower=0.044, inner=0.080, outer=-0.03, corner=-0.016, yaw=10, roll=4, gaze=(0.10, 0.02)
    ),
    "watching": Expression(
        upper=0.078, lower=0.044, inner=0.03, outer=0.02, corner=-0.006, yaw=-30, pitch=-6, gaze=(-0.10, 0.05)
    ),
    "bowed": Expression(upper=-0.02, lower=0.03, inner=0.03, outer=-0.02, yaw=4, pitch=20, gaze=(0.0, -0.30)),
}
FACE = Features(
    skin=(0.52, 0.375, 0.30),
    lip=(0.33, 0.16, 0.14),
    hair=(0.10, 0.092, 0.085),
    jaw=0.92,
    chin=0.86,
    nose=0.92,
    brow=0.8,
    brow_width=0.024,
    lips=0.9,
    cheek=1.1,
    eye=1.06,
    neck=0.33,
    lash=0.012,
    gaunt=0.2,
    age=0.75,
    angular=0.25,
)
POSE = Pose(body=-30, head=-36, low=0.56, lean=-1.0)


def build(expression: str) -> None:
    """She, in one of her expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    face(FACE, mood)
    grey = worn((0.105, 0.098, 0.090), 0.85, bump=0, grain=9, vary=0.7)
    hair.under_layer(grey, front=0.56, side=-0.3)
    hair.tucked(grey, 8, 80, part=0.10, low=(-0.45, 0.05), high=(0.62, 1.1))
    hair.tucked(grey, 11, 60, part=0.10, low=(-0.30, 0.20), high=(0.45, 0.85))
    hair.swept(grey, 9, 90, front=1.0, lift=0.06)
    hair.gathered(grey, (0, 1.14, -0.20), 0.40)
    hair.strays(grey, 4, 5, 0.5)
    linen = worn((0.56, 0.53, 0.47), 0.85, bump=0.1)
    cloth = worn((0.026, 0.027, 0.031), 0.9, bump=0.2, grain=14)
    body = dress.coat(cloth, shoulders=0.78, slope=0.26, girth=0.90)
    dress.stand_collar(cloth, 0.40, 0.04, 0.10, 0.46)
    dress.stand_collar(linen, 0.46, 0.03, 0.14, 0.42)
    dress.buttons(body, worn((0.02, 0.02, 0.022), 0.3), (-2.4, -2.85, -3.3, -3.75, -4.2, -4.65), -0.05)
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.9)
