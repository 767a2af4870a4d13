"""General Kamijo: old, bald, in a greatcoat too heavy for him, a fur collar, a ring that does not close."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting, uniform, wraps
from assets.programs.people.head import Expression, Features, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(
        upper=0.036, lower=0.030, inner=-0.045, outer=-0.02, corner=-0.022, pitch=5, gaze=(0.06, 0.06)
    ),
    "furious": Expression(
        upper=0.056,
        lower=0.034,
        inner=-0.110,
        outer=0.03,
        corner=-0.020,
        open=0.040,
        yaw=14,
        pitch=-4,
        roll=-3,
        gaze=(0.14, 0.04),
    ),
    "failing": Expression(
        upper=0.014,
        lower=0.04,
        inner=0.08,
        outer=-0.05,
        corner=-0.03,
        open=0.036,
        yaw=-8,
        roll=9,
        pitch=16,
        gaze=(0.0, -0.20),
    ),
    "haughty": Expression(
        upper=0.03, lower=0.03, inner=-0.05, outer=0.05, corner=-0.026, yaw=-16, pitch=-15, gaze=(0.10, -0.20)
    ),
    "lost": Expression(
        upper=0.088, lower=0.05, inner=0.08, corner=-0.014, open=0.02, yaw=38, roll=-6, pitch=-3, gaze=(0.25, 0.05)
    ),
}
FACE = Features(
    skin=(0.47, 0.345, 0.29),
    lip=(0.27, 0.17, 0.155),
    iris=(0.13, 0.13, 0.13),
    hair=(0.40, 0.39, 0.37),
    jaw=1.0,
    chin=0.98,
    nose=1.26,
    brow=1.5,
    brow_width=0.042,
    lips=0.7,
    cheek=0.8,
    eye=0.95,
    neck=0.36,
    gaunt=1.0,
    age=1.3,
    angular=0.6,
    socket=0.85,
)
POSE = Pose(body=-4, head=-34, low=0.50, lean=6.0)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    shape = face(FACE, mood)
    white = worn((0.42, 0.41, 0.385), 0.88, bump=0, grain=9, vary=0.4)
    hair.fringe_round(white, 7, 170, top=0.34)
    hair.swept(white, 3, 14, front=1.0, recede=0.4, lift=0.03, width=0.026)
    hair.moustache(shape, white, count=44, drop=0.22, wide=0.36)
    cloth = worn((0.085, 0.088, 0.082), 0.92, bump=0.25, grain=14)
    brass = worn((0.40, 0.28, 0.11), 0.35, 1.0)
    body = dress.coat(cloth, shoulders=1.08, slope=0.16, girth=1.1)
    dress.buttons(body, brass, (-3.0, -3.8, -4.6, -5.4), 0.34)
    dress.buttons(body, brass, (-3.0, -3.8, -4.6, -5.4), -0.44)
    uniform.shoulder_boards(body, worn((0.32, 0.23, 0.10), 0.5, 0.8, bump=0.3, grain=20), 1.08)
    uniform.broken_ring(body, brass, (0.98, -3.3))
    wraps.fur(worn((0.16, 0.155, 0.15), 0.95, bump=0, grain=9, vary=0.6), 5, 480, radius=0.72, height=-1.90)
    sitting.pose(POSE, mood)
    sitting.light(POSE, 0.8)
