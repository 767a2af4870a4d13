"""Commander Kamijo: a black tunic closed to the chin, a cap that keeps the light off his eyes, a broken brass ring."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting, uniform
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(
        upper=0.040, lower=0.036, inner=-0.020, outer=0.015, skew=0.010, pitch=-3, roll=2, gaze=(0.04, -0.06)
    ),
    "relish": Expression(
        upper=0.040,
        lower=0.024,
        inner=-0.030,
        outer=0.045,
        corner=0.020,
        skew=0.034,
        yaw=13,
        roll=6,
        pitch=4,
        gaze=(0.14, 0.08),
    ),
    "podium": Expression(
        upper=0.066,
        lower=0.036,
        inner=-0.050,
        outer=0.025,
        corner=-0.004,
        open=0.030,
        pitch=-11,
        yaw=-9,
        gaze=(0.0, 0.06),
    ),
    "bored": Expression(
        upper=0.028, lower=0.03, inner=0.0, outer=0.03, corner=-0.01, yaw=4, roll=10, pitch=-10, gaze=(0.28, -0.05)
    ),
    "bare": Expression(
        upper=0.066, lower=0.04, inner=0.04, outer=-0.02, corner=-0.01, yaw=-30, pitch=-5, gaze=(-0.05, -0.12)
    ),
    "cold": Expression(
        upper=0.044, lower=0.03, inner=-0.11, outer=0.01, corner=-0.018, yaw=26, pitch=2, gaze=(0.02, 0.06)
    ),
}
FACE = Features(
    skin=(0.52, 0.375, 0.305),
    lip=(0.34, 0.16, 0.14),
    jaw=0.93,
    chin=0.95,
    nose=1.05,
    brow=1.05,
    brow_width=0.028,
    lips=0.95,
    cheek=0.75,
    eye=1.04,
    neck=0.37,
    gaunt=0.6,
    angular=1.0,
)
POSE = Pose(body=-28, head=-30, low=0.16, lean=-2.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    face(FACE, mood)
    black = worn((0.020, 0.018, 0.018), 0.6, bump=0, grain=9, vary=0.4)
    hair.under_layer(black, front=0.70, side=-0.10)
    hair.short(black, 7, 80, sweep=1.6, fringe=0.95, lift=0.02, nape=-0.55, width=0.05)
    cloth = worn((0.034, 0.035, 0.040), 0.88, bump=0.2, grain=14)
    brass, leather = worn((0.40, 0.28, 0.11), 0.35, 1.0), worn((0.016, 0.015, 0.015), 0.35, bump=0.1)
    uniform.peaked_cap(cloth, leather, worn((0.27, 0.014, 0.012), 0.85, bump=0.15))
    body = dress.coat(cloth, shoulders=1.04, slope=0.06)
    dress.stand_collar(cloth, 0.48, 0.05, 0.10, 0.53)
    dress.buttons(body, brass, (-2.5, -3.15, -3.8, -4.45, -5.1, -5.75), -0.10)
    uniform.shoulder_boards(body, worn((0.30, 0.22, 0.10), 0.5, 0.8, bump=0.3, grain=20), 1.04)
    uniform.broken_ring(body, brass, (0.72, -3.0))
    uniform.strap(body, leather, 0.10)
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.85)
