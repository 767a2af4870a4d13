"""Burai, first of those who rose: a broad jaw, sunken eyes, white streaks, a cape folded over one shoulder."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting, wraps
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.050, lower=0.036, inner=-0.030, gaze=(0.04, 0.0)),
    "grave": Expression(
        upper=0.034, lower=0.042, inner=0.030, outer=-0.02, corner=-0.014, pitch=9, yaw=-8, roll=3, gaze=(-0.06, -0.28)
    ),
    "bare": Expression(
        upper=0.062, lower=0.044, inner=0.070, outer=-0.03, corner=-0.006, yaw=12, roll=-2, pitch=2, gaze=(0.12, 0.02)
    ),
    "hard": Expression(
        upper=0.046, lower=0.030, inner=-0.095, outer=0.020, corner=-0.016, pitch=-3, yaw=13, gaze=(0.12, 0.02)
    ),
}
FACE = Features(
    skin=(0.40, 0.315, 0.275),
    lip=(0.26, 0.15, 0.135),
    iris=(0.26, 0.14, 0.03),
    hair=(0.06, 0.058, 0.06),
    jaw=1.13,
    chin=1.22,
    nose=1.16,
    brow=1.55,
    brow_width=0.042,
    lips=0.85,
    cheek=0.85,
    eye=1.0,
    neck=0.45,
    gaunt=0.9,
    age=0.9,
    angular=1.0,
    socket=0.85,
)
POSE = Pose(body=-26, head=-30, low=0.05, lean=-3.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    shape = face(FACE, mood)
    dark = worn((0.030, 0.029, 0.031), 0.82, bump=0, grain=9, vary=0.5)
    white = worn((0.62, 0.61, 0.58), 0.85, bump=0, grain=9, vary=0.4)
    hair.under_layer(dark, front=0.80, side=-0.20)
    hair.swept(dark, 6, 110, front=0.70, lift=0.14, width=0.085, recede=0.35)
    for band in ((-0.70, -0.40), (0.34, 0.56)):
        hair.swept(white, 17, 22, front=0.66, lift=0.26, width=0.050, recede=0.35, between=band)
    hair.long(dark, 9, 90, 1.0, part=0.3, wave=0.10, face=1.35)
    hair.long(white, 12, 10, 0.95, part=0.3, width=0.040, wave=0.08, face=1.2)
    hair.strays(white, 3, 4, 0.9)
    hair.strays(dark, 8, 5, 0.8)
    wraps.seam(shape, worn((0.20, 0.11, 0.10), 0.7, bump=0), worn((0.03, 0.025, 0.025), 0.8, bump=0))
    wool = worn((0.036, 0.036, 0.042), 0.93, bump=0.3, grain=13)
    red = worn((0.25, 0.014, 0.012), 0.93, bump=0.3, grain=14)
    dress.coat(worn((0.085, 0.082, 0.078), 0.93, bump=0.25, grain=14), shoulders=0.9, girth=0.95)
    wraps.cape(wool, 1.02, 0.55, fold=worn((0.060, 0.060, 0.066), 0.93, bump=0.3, grain=13))
    dress.stand_collar(wool, 0.72, 0.34, 0.62, 0.78)
    dress.stand_collar(red, 0.68, 0.33, 0.60, 0.71)
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.9)
