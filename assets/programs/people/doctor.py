"""The doctor of the hidden village: old, unhurried, in shirtsleeves and braces, a sack about his shoulders."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting, uniform
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.048, lower=0.034, inner=0.012, outer=-0.02, corner=0.008, gaze=(0.04, -0.02)),
    "grave": Expression(
        upper=0.026,
        lower=0.040,
        inner=0.045,
        outer=-0.035,
        corner=-0.018,
        pitch=11,
        yaw=-7,
        roll=4,
        gaze=(-0.06, -0.28),
    ),
    "wry": Expression(
        upper=0.044,
        lower=0.022,
        inner=0.010,
        outer=0.045,
        corner=0.022,
        skew=0.026,
        yaw=11,
        roll=-6,
        pitch=4,
        gaze=(0.12, 0.06),
    ),
    "kind": Expression(
        upper=0.044, lower=0.02, inner=0.04, corner=0.034, skew=0.006, yaw=12, roll=-9, pitch=2, gaze=(0.10, -0.04)
    ),
    "far": Expression(upper=0.044, lower=0.034, inner=0.03, outer=-0.01, yaw=-40, pitch=-5, gaze=(-0.05, 0.06)),
}
FACE = Features(
    skin=(0.46, 0.30, 0.225),
    lip=(0.29, 0.15, 0.125),
    hair=(0.36, 0.35, 0.33),
    jaw=1.0,
    chin=0.95,
    nose=1.24,
    brow=1.5,
    brow_width=0.040,
    lips=0.8,
    cheek=1.1,
    eye=0.96,
    neck=0.38,
    gaunt=0.5,
    age=1.2,
    angular=0.3,
    socket=0.6,
)
POSE = Pose(body=-6, head=-24, low=0.34, lean=4.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    shape = face(FACE, mood)
    white = worn((0.38, 0.37, 0.345), 0.9, bump=0, grain=9, vary=0.5)
    hair.fringe_round(white, 7, 150, top=0.42)
    hair.swept(white, 3, 26, front=0.98, recede=0.5, lift=0.03, width=0.035)
    hair.beard(shape, white, count=190, length=0.30)
    hair.moustache(shape, white, count=34, drop=0.17, wide=0.28)
    hair.strays(white, 6, 6, 0.4)
    linen = worn((0.40, 0.375, 0.32), 0.93, bump=0.25, grain=14)
    body = dress.coat(linen, shoulders=0.94, slope=0.24, girth=1.02)
    dress.stand_collar(worn((0.34, 0.32, 0.28), 0.93, bump=0.2, grain=14), 0.24, 0.10, 0.34, 0.52)
    uniform.braces(body, worn((0.060, 0.046, 0.036), 0.8, bump=0.3))
    dress.buttons(body, worn((0.20, 0.17, 0.13), 0.5), (-2.35, -2.95, -3.55, -4.15))
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.9)
