"""An officer of the Federation: anybody in a greatcoat, unshaven, his cap too new for him."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting, uniform
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.052, lower=0.038, inner=-0.030, outer=-0.01, corner=-0.010, gaze=(0.06, 0.0)),
    "frightened": Expression(
        upper=0.090,
        lower=0.056,
        inner=0.095,
        outer=-0.01,
        corner=-0.018,
        open=0.036,
        yaw=13,
        pitch=-5,
        roll=3,
        gaze=(0.20, 0.04),
    ),
    "shouting": Expression(
        upper=0.066,
        lower=0.03,
        inner=-0.11,
        outer=0.03,
        corner=-0.01,
        open=0.06,
        yaw=-16,
        roll=-4,
        pitch=-8,
        gaze=(0.0, 0.02),
    ),
    "averted": Expression(
        upper=0.03, lower=0.04, inner=0.04, outer=-0.02, corner=-0.014, yaw=-36, pitch=3, gaze=(-0.10, -0.30)
    ),
}
FACE = Features(
    skin=(0.49, 0.335, 0.265),
    lip=(0.33, 0.17, 0.145),
    hair=(0.05, 0.038, 0.028),
    jaw=1.05,
    chin=1.06,
    nose=1.12,
    brow=1.15,
    lips=0.9,
    cheek=0.9,
    eye=1.04,
    neck=0.40,
    age=0.5,
    gaunt=0.6,
    angular=0.6,
    socket=0.7,
)
POSE = Pose(body=-22, head=-26, low=0.12, lean=3.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    shape = face(FACE, mood)
    brown = worn((0.045, 0.034, 0.026), 0.85, bump=0, grain=9, vary=0.5)
    hair.under_layer(brown, front=0.72, side=-0.10)
    hair.short(brown, 7, 80, sweep=1.6, fringe=0.95, lift=0.02, nape=-0.55, width=0.05)
    hair.moustache(shape, brown, count=30, drop=0.12, wide=0.22)
    cloth = worn((0.105, 0.108, 0.088), 0.93, bump=0.3, grain=14)
    leather = worn((0.045, 0.030, 0.020), 0.5, bump=0.2)
    brass = worn((0.30, 0.22, 0.11), 0.4, 1.0)
    uniform.peaked_cap(cloth, worn((0.016, 0.015, 0.015), 0.4, bump=0.1), worn((0.045, 0.046, 0.040), 0.9, bump=0.2))
    body = dress.coat(cloth, shoulders=1.02, slope=0.14, girth=1.04)
    dress.stand_collar(worn((0.075, 0.078, 0.064), 0.93, bump=0.3, grain=14), 0.52, 0.22, 0.34, 0.62)
    dress.buttons(body, brass, (-2.9, -3.7, -4.5, -5.3), 0.30)
    dress.buttons(body, brass, (-2.9, -3.7, -4.5, -5.3), -0.42)
    uniform.broken_ring(body, brass, (0.86, -3.1), 0.12)
    uniform.strap(body, leather, 0.10)
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.95)
