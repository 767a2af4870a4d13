"""Luna in her good coat: pale wool, the collar up, hair to the shoulder."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.070, lower=0.044, inner=0.010),
    "warm": Expression(upper=0.062, lower=0.034, inner=0.020, corner=0.034, yaw=8, roll=-5, gaze=(0.05, -0.02)),
    "wry": Expression(
        upper=0.060,
        lower=0.038,
        inner=-0.012,
        outer=0.015,
        corner=0.012,
        skew=0.024,
        yaw=11,
        roll=5,
        pitch=3,
        gaze=(0.10, 0.03),
    ),
    "hurt": Expression(
        upper=0.050,
        lower=0.046,
        inner=0.075,
        outer=-0.04,
        corner=-0.020,
        open=0.008,
        yaw=-7,
        pitch=7,
        roll=3,
        gaze=(-0.10, -0.22),
    ),
}
FACE = Features(
    skin=(0.56, 0.39, 0.305),
    lip=(0.40, 0.16, 0.14),
    iris=(0.10, 0.065, 0.04),
    hair=(0.035, 0.022, 0.015),
    jaw=0.88,
    chin=0.80,
    nose=0.84,
    brow=0.72,
    brow_width=0.024,
    lips=1.18,
    cheek=0.9,
    eye=1.20,
    neck=0.33,
    lash=0.019,
    angular=0.25,
)
POSE = Pose(body=-20, low=0.36, lean=3.0)


def build(expression: str) -> None:
    """She, in one of her expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    face(FACE, mood)
    brown = worn((0.050, 0.031, 0.021), 0.82, bump=0, grain=9, vary=0.5)
    hair.under_layer(brown, front=0.58, side=-0.2, k=0.98)
    hair.long(brown, 5, 150, 1.15, part=0.42, width=0.09, wave=0.06)
    hair.tucked(brown, 3, 60, part=0.42, low=(-0.75, -0.1), high=(0.62, 1.0))
    hair.tucked(brown, 11, 40, part=0.62, low=(-0.35, 0.15), high=(0.45, 0.8))
    hair.strays(brown, 6, 8, 0.7)
    wool = worn((0.34, 0.325, 0.29), 0.92, bump=0.25, grain=13, vary=0.25)
    body = dress.coat(wool, shoulders=0.84, slope=0.20, girth=0.9)
    dress.stand_collar(wool, 0.74, 0.26, 0.34, 0.58)
    dress.buttons(body, worn((0.03, 0.03, 0.032), 0.4), (-2.75, -3.7, -4.65, -5.6), -0.16)
    dress.scarf(worn((0.30, 0.014, 0.012), 0.92, bump=0.3, grain=14), 1, tail=False, out=0.43)
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.9)
