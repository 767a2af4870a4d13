"""Dr Kozuki, maker of armour: broad, grey at the sides, a moustache, a work jacket over a plain shirt."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.056, lower=0.042, inner=0.0, outer=-0.02),
    "grave": Expression(
        upper=0.030, lower=0.040, inner=0.045, outer=-0.04, corner=-0.014, pitch=11, yaw=-6, roll=3, gaze=(-0.06, -0.28)
    ),
    "dry": Expression(
        upper=0.046,
        lower=0.030,
        inner=-0.020,
        outer=0.025,
        corner=0.016,
        skew=0.016,
        yaw=12,
        roll=4,
        pitch=3,
        gaze=(0.12, 0.06),
    ),
    "kind": Expression(
        upper=0.046,
        lower=0.016,
        inner=0.026,
        outer=0.012,
        corner=0.04,
        skew=0.008,
        yaw=14,
        roll=-9,
        pitch=6,
        gaze=(0.10, -0.10),
    ),
    "stern": Expression(
        upper=0.05, lower=0.034, inner=-0.10, outer=0.02, corner=-0.016, open=0.012, yaw=20, pitch=-2, gaze=(0.14, 0.02)
    ),
    "hurt": Expression(
        upper=0.01,
        lower=0.04,
        inner=0.12,
        outer=-0.05,
        corner=-0.02,
        open=0.03,
        yaw=-10,
        roll=-11,
        pitch=-16,
        gaze=(0.0, -0.10),
    ),
}
FACE = Features(
    skin=(0.47, 0.31, 0.235),
    lip=(0.30, 0.15, 0.13),
    hair=(0.20, 0.195, 0.185),
    jaw=1.06,
    chin=1.12,
    nose=1.22,
    brow=1.45,
    brow_width=0.044,
    lips=0.85,
    eye=0.98,
    neck=0.43,
    age=1.0,
    angular=0.5,
)
POSE = Pose(low=0.12, lean=4.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    shape = face(FACE, mood)
    grey = worn((0.20, 0.195, 0.185), 0.88, bump=0, grain=9, vary=0.6)
    hair.under_layer(grey, front=0.80, side=-0.25)
    hair.swept(grey, 3, 120, front=0.84, recede=0.5, lift=0.04, width=0.06)
    hair.short(grey, 7, 110, sweep=1.2, fringe=0.98, lift=0.08, nape=-0.66, width=0.07)
    hair.moustache(shape, grey, count=40, drop=0.19, wide=0.30)
    dress.shirt(worn((0.42, 0.41, 0.385), 0.88, bump=0.15))
    cloth = worn((0.115, 0.10, 0.082), 0.93, bump=0.35, grain=14)
    dress.coat(cloth, shoulders=1.06, girth=1.12, opening=0.48, low=-4.2)
    dress.stand_collar(cloth, 0.34, 0.16, 0.62, 0.66)
    sitting.pose(POSE, mood)
    sitting.light(POSE)
