"""Luna on the road: the good coat gone the colour of dust, its collar down, her hair let go, her scarf wound twice."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, luna, sitting, uniform
from assets.programs.people.head import Expression, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.058, lower=0.042, inner=0.014, outer=-0.01, gaze=(0.02, -0.04)),
    "warm": Expression(upper=0.050, lower=0.034, inner=0.026, corner=0.028, yaw=8, roll=-6, gaze=(0.05, -0.04)),
    "hurt": Expression(
        upper=0.036,
        lower=0.046,
        inner=0.085,
        outer=-0.04,
        corner=-0.020,
        open=0.010,
        yaw=-7,
        pitch=10,
        roll=4,
        gaze=(-0.10, -0.26),
    ),
    "hard": Expression(
        upper=0.050, lower=0.032, inner=-0.070, outer=0.02, corner=-0.012, yaw=12, pitch=-2, gaze=(0.12, 0.04)
    ),
}
POSE = Pose(body=-18, head=-26, low=0.36, lean=4.0)


def build(expression: str, armed: bool = False, wind: float = 0.0, pale: bool = False) -> None:
    """She, in one of her expressions, lit and framed; `armed`: a pistol before her; `pale`: her coat as it was."""
    mood = EXPRESSIONS[expression]
    face(luna.FACE, mood)
    brown = worn((0.050, 0.031, 0.021), 0.85, bump=0, grain=9, vary=0.6)
    hair.under_layer(brown, front=0.58, side=-0.2, k=0.98)
    hair.long(brown, 5, 150, 1.25, part=0.36, width=0.075, wave=0.14, wind=wind)
    hair.tucked(brown, 3, 60, part=0.36, low=(-0.75, -0.1), high=(0.62, 1.0))
    hair.tucked(brown, 11, 40, part=0.56, low=(-0.35, 0.15), high=(0.45, 0.8))
    hair.strays(brown, 6, 22, 1.1, wind)
    tone = (0.30, 0.29, 0.265) if pale else (0.155, 0.140, 0.115)
    wool = worn(tone, 0.94, bump=0.35, grain=9, vary=0.55)
    body = dress.coat(wool, shoulders=0.86, slope=0.22, girth=0.92)
    dress.stand_collar(wool, 0.36, 0.26, 0.50, 0.64)
    dress.buttons(body, worn((0.03, 0.03, 0.032), 0.4), (-3.1, -3.9, -4.7, -5.5), -0.16)
    dress.scarf(worn((0.27, 0.016, 0.013), 0.93, bump=0.35, grain=14), 2, tail=not armed, out=0.46)
    if armed:
        leather = worn((0.050, 0.030, 0.018), 0.5, bump=0.25)
        uniform.strap(body, leather, 0.11)
        uniform.holster(body, leather, worn((0.045, 0.046, 0.050), 0.35, 1.0))
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.9)
