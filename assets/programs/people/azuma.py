"""Professor Azuma: a gaunt lecturer in a dark suit, round spectacles, grey hair combed back."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.058, lower=0.044, inner=-0.020),
    "tired": Expression(
        upper=0.030, lower=0.044, inner=0.040, outer=-0.03, corner=-0.018, pitch=9, yaw=-5, roll=3, gaze=(-0.05, -0.30)
    ),
    "cold": Expression(
        upper=0.044, lower=0.032, inner=-0.055, outer=0.02, corner=-0.010, pitch=-6, yaw=10, gaze=(0.10, -0.08)
    ),
    "broken": Expression(
        upper=0.040,
        lower=0.048,
        inner=0.095,
        outer=-0.05,
        corner=-0.026,
        open=0.018,
        yaw=5,
        pitch=8,
        roll=-5,
        gaze=(0.02, -0.16),
    ),
    "earnest": Expression(
        upper=0.074, lower=0.048, inner=0.050, outer=-0.015, open=0.012, yaw=14, pitch=2, gaze=(0.10, 0.02)
    ),
}
FACE = Features(
    skin=(0.47, 0.325, 0.255),
    lip=(0.30, 0.16, 0.14),
    hair=(0.16, 0.155, 0.15),
    jaw=0.95,
    chin=1.0,
    nose=1.14,
    brow=1.2,
    lips=0.8,
    cheek=0.8,
    eye=1.0,
    neck=0.37,
    gaunt=1.0,
    age=1.0,
    angular=0.8,
)
POSE = Pose(body=-24, head=-26, lean=-2.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    face(FACE, mood)
    grey = worn((0.17, 0.165, 0.16), 0.85, bump=0, grain=9, vary=0.5)
    hair.under_layer(grey, front=0.72, side=-0.30)
    hair.swept(grey, 5, 150, front=0.74, recede=0.35)
    hair.short(grey, 7, 70, sweep=1.5, fringe=0.95, lift=0.04, nape=-0.62, width=0.06)
    dress.spectacles(worn((0.20, 0.16, 0.09), 0.3, 1.0, 0))
    dress.shirt(worn((0.58, 0.55, 0.49), 0.85, bump=0.1), worn((0.035, 0.034, 0.038), 0.8, bump=0.1))
    cloth = worn((0.033, 0.036, 0.043), 0.9, bump=0.2, grain=14)
    dress.coat(cloth, shoulders=0.95, girth=0.94, opening=0.52, low=-4.4)
    dress.stand_collar(cloth, 0.34, 0.16, 0.62, 0.66)
    sitting.pose(POSE, mood)
    sitting.light(POSE)
