"""The quiet one: an army blanket drawn over the head, the eyes down; when they come up they are kind."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting, wraps
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.030, lower=0.042, inner=0.022, outer=-0.02, pitch=10, gaze=(0.0, -0.30)),
    "alarmed": Expression(
        upper=0.084,
        lower=0.052,
        inner=0.070,
        outer=-0.01,
        corner=-0.010,
        open=0.014,
        yaw=16,
        pitch=-3,
        gaze=(0.14, 0.04),
    ),
    "gentle": Expression(
        upper=0.060, lower=0.040, inner=0.034, outer=-0.02, corner=0.020, yaw=9, roll=-5, pitch=2, gaze=(0.06, -0.04)
    ),
    "seeing": Expression(
        upper=0.082,
        lower=0.044,
        inner=0.055,
        outer=-0.01,
        corner=0.016,
        open=0.012,
        yaw=-14,
        roll=3,
        pitch=-16,
        gaze=(-0.04, 0.16),
    ),
    "turned": Expression(
        upper=0.02, lower=0.04, inner=0.06, outer=-0.03, corner=-0.016, yaw=-38, pitch=14, gaze=(-0.05, -0.30)
    ),
}
FACE = Features(
    skin=(0.46, 0.35, 0.30),
    lip=(0.28, 0.155, 0.14),
    iris=(0.20, 0.13, 0.04),
    hair=(0.05, 0.045, 0.042),
    jaw=0.93,
    chin=0.92,
    nose=0.98,
    brow=0.9,
    brow_width=0.026,
    cheek=0.8,
    eye=1.08,
    neck=0.35,
    gaunt=0.4,
    angular=0.5,
    socket=0.75,
)
POSE = Pose(body=-20, head=-34, low=0.26, lean=5.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    shape = face(FACE, mood)
    ash = worn((0.060, 0.055, 0.050), 0.85, bump=0, grain=9, vary=0.5)
    hair.under_layer(ash, front=0.56, side=-0.3, k=0.96)
    hair.short(ash, 4, 110, sweep=0.6, fringe=0.44, lift=0.02, width=0.07)
    hair.strays(ash, 6, 4, 0.5)
    wraps.seam(shape, worn((0.24, 0.12, 0.10), 0.7, bump=0), worn((0.03, 0.025, 0.025), 0.8, bump=0), z=-1.36)
    wool = worn((0.125, 0.128, 0.122), 0.95, bump=0.4, grain=15, vary=0.45)
    wraps.hood(wool, 0.22)
    dress.coat(worn((0.20, 0.185, 0.155), 0.93, bump=0.25, grain=14), shoulders=0.85, girth=0.9)
    wraps.cape(wool, 0.88, 0.20, fold=wool, edge=-3.6)
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.85)
