"""Kaoru Naito: a good overcoat, a hat that keeps his eyes to himself, a smile that arrives first."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "smooth": Expression(
        upper=0.056, lower=0.030, inner=-0.010, outer=0.01, corner=0.036, skew=0.010, yaw=8, roll=-3, gaze=(0.10, 0.0)
    ),
    "undone": Expression(
        upper=0.084,
        lower=0.050,
        inner=0.080,
        outer=-0.01,
        corner=-0.014,
        open=0.024,
        yaw=14,
        pitch=-6,
        gaze=(0.16, 0.06),
    ),
    "intent": Expression(
        upper=0.060, lower=0.040, inner=-0.060, outer=0.02, corner=-0.006, pitch=7, yaw=12, gaze=(0.12, 0.14)
    ),
    "sorry": Expression(
        upper=0.03,
        lower=0.034,
        inner=0.02,
        outer=-0.02,
        corner=0.012,
        skew=0.016,
        yaw=4,
        roll=3,
        pitch=20,
        gaze=(0.0, -0.20),
    ),
    "ardent": Expression(
        upper=0.088, lower=0.046, inner=0.03, outer=0.04, corner=0.034, open=0.03, yaw=20, pitch=-12, gaze=(0.10, 0.12)
    ),
    "proud": Expression(
        upper=0.04, lower=0.03, inner=-0.05, outer=0.03, corner=-0.01, yaw=-14, roll=-3, pitch=-14, gaze=(0.16, -0.16)
    ),
}
FACE = Features(
    skin=(0.50, 0.34, 0.26),
    lip=(0.36, 0.17, 0.14),
    jaw=0.95,
    chin=0.95,
    nose=1.0,
    brow=0.95,
    lips=0.95,
    eye=1.02,
    neck=0.37,
    age=0.5,
    angular=0.75,
)
HEAD = (0.10, 0.0, 0.90, 0.48)  # with his hat
POSE = Pose(body=-26, head=-26, lean=-2.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    face(FACE, mood)
    black = worn((0.018, 0.016, 0.016), 0.75, bump=0, grain=9, vary=0.4)
    hair.under_layer(black, front=0.70, side=-0.30)
    hair.short(black, 7, 80, sweep=1.6, fringe=0.95, lift=0.02, nape=-0.62, width=0.05)
    dress.hat(worn((0.060, 0.060, 0.064), 0.95, bump=0.2, grain=12), worn((0.02, 0.02, 0.022), 0.7), tilt=0.10)
    dress.shirt(worn((0.62, 0.60, 0.55), 0.85, bump=0.1), worn((0.34, 0.014, 0.012), 0.7, bump=0.1))
    lapel = worn((0.045, 0.046, 0.052), 0.8, bump=0.2, grain=13)
    dress.coat(worn((0.062, 0.064, 0.070), 0.93, bump=0.25, grain=13), opening=0.50, low=-4.0, lapel=lapel)
    dress.stand_collar(lapel, 0.34, 0.16, 0.62, 0.66)
    sitting.pose(POSE, mood)
    sitting.light(POSE)
