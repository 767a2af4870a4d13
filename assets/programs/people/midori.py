"""Midori: a red shawl, hair tied behind, pale eyes that rest beside the person she listens to."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.060, lower=0.040, inner=0.022, corner=0.008, gaze=(-0.16, -0.10)),
    "wry": Expression(
        upper=0.044, lower=0.034, inner=0.010, outer=0.020, corner=0.014, skew=0.026, yaw=10, roll=5, gaze=(-0.14, 0.06)
    ),
    "smile": Expression(
        upper=-0.018, lower=0.036, inner=0.034, corner=0.028, skew=0.005, yaw=9, roll=-6, gaze=(-0.10, -0.12)
    ),
    "worn": Expression(
        upper=0.016, lower=0.042, inner=0.045, outer=-0.03, corner=-0.014, pitch=8, yaw=-5, roll=5, gaze=(-0.1, -0.30)
    ),
}
FACE = Features(
    skin=(0.58, 0.42, 0.345),
    lip=(0.36, 0.17, 0.155),
    iris=(0.17, 0.18, 0.175),
    hair=(0.040, 0.028, 0.022),
    jaw=0.87,
    chin=0.84,
    nose=0.82,
    brow=0.75,
    brow_width=0.022,
    lips=1.05,
    cheek=1.05,
    eye=1.22,
    neck=0.32,
    lash=0.011,
    angular=0.3,
    gaunt=0.2,
    age=0.15,
    blind=True,
)
POSE = Pose(body=-20, size=1.04, rise=0.50, low=0.46, lean=3.0)


def build(expression: str) -> None:
    """She, in one of her expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    face(FACE, mood)
    brown = worn((0.048, 0.034, 0.027), 0.82, bump=0, grain=9, vary=0.7)
    hair.under_layer(brown, front=0.56, side=-0.2)
    hair.tucked(brown, 8, 70, part=0.35, low=(-0.55, 0.05), high=(0.62, 1.1))
    hair.tucked(brown, 11, 50, part=0.55, low=(-0.30, 0.20), high=(0.45, 0.85))
    hair.swept(brown, 9, 90, front=1.0, lift=0.06)
    hair.gathered(brown, (0, 1.16, -0.25), 0.42)
    hair.strays(brown, 4, 9, 1.0)
    dress.stand_collar(worn((0.30, 0.29, 0.265), 0.92, bump=0.2, grain=14), 0.34, 0.05, 0.05, 0.46)
    dress.coat(worn((0.24, 0.235, 0.22), 0.92, bump=0.2, grain=14), shoulders=0.70, slope=0.26, girth=0.85)
    dress.shawl(worn((0.23, 0.019, 0.016), 0.95, bump=0.35, grain=16))
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.95)
