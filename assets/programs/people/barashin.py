"""Barashin: a great cheerful bulk in somebody's fur-collared coat that will not close over him."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting, wraps
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.058, lower=0.036, inner=0.004, outer=0.012, corner=0.012, gaze=(0.04, 0.0)),
    "grave": Expression(
        upper=0.034, lower=0.040, inner=0.045, outer=-0.03, corner=-0.014, pitch=10, yaw=-7, roll=4, gaze=(-0.06, -0.24)
    ),
    "cheerful": Expression(
        upper=0.050,
        lower=0.022,
        inner=0.030,
        outer=0.012,
        corner=0.036,
        skew=0.010,
        open=0.016,
        yaw=11,
        roll=-5,
        pitch=-4,
        gaze=(0.10, 0.0),
    ),
    "fierce": Expression(
        upper=0.052,
        lower=0.02,
        inner=-0.10,
        outer=0.04,
        corner=0.046,
        skew=0.01,
        open=0.03,
        yaw=18,
        roll=4,
        pitch=10,
        gaze=(0.10, 0.16),
    ),
    "puzzled": Expression(
        upper=0.08,
        lower=0.044,
        inner=0.05,
        outer=0.03,
        corner=-0.006,
        skew=0.02,
        yaw=4,
        roll=15,
        pitch=-2,
        gaze=(0.05, 0.06),
    ),
    "far": Expression(
        upper=0.062, lower=0.036, inner=0.05, outer=-0.01, corner=0.018, yaw=-34, pitch=-13, gaze=(-0.05, 0.14)
    ),
}
FACE = Features(
    skin=(0.50, 0.325, 0.245),
    lip=(0.33, 0.16, 0.13),
    iris=(0.24, 0.14, 0.03),
    hair=(0.045, 0.026, 0.016),
    jaw=1.20,
    chin=1.15,
    nose=1.28,
    brow=1.4,
    brow_width=0.044,
    lips=1.05,
    cheek=1.25,
    eye=0.96,
    neck=0.54,
    angular=0.3,
    age=0.35,
    socket=0.6,
)
POSE = Pose(body=-16, head=-24, size=1.15, low=-0.02, lean=-4.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    shape = face(FACE, mood)
    brown = worn((0.052, 0.031, 0.020), 0.85, bump=0, grain=9, vary=0.5)
    hair.under_layer(brown, front=0.62, side=-0.35)
    hair.short(brown, 4, 130, sweep=0.3, fringe=0.66, lift=0.22, width=0.10)
    hair.short(brown, 9, 60, sweep=-0.5, fringe=0.80, lift=0.34, nape=-0.5, width=0.10)
    hair.beard(shape, brown, count=170, length=0.15)
    wraps.seam(shape, worn((0.24, 0.12, 0.10), 0.7, bump=0), worn((0.03, 0.025, 0.025), 0.8, bump=0), z=-1.50)
    dress.shirt(worn((0.30, 0.285, 0.25), 0.93, bump=0.25, grain=14))
    hide = worn((0.095, 0.060, 0.036), 0.82, bump=0.4, grain=9, vary=0.5)
    dress.coat(hide, shoulders=1.14, slope=0.10, girth=1.24, opening=0.50, low=-5.4)
    wraps.fur(worn((0.20, 0.15, 0.10), 0.95, bump=0, grain=9, vary=0.6), 5, 520, radius=0.80)
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.9)
