"""Tetsuya in Zone Seven: a soldier's tunic, a rolled blanket across it, a cap that came with the rifle."""

from assets.programs.kit.surfaces import worn
from assets.programs.people import dress, hair, sitting, tetsuya, uniform
from assets.programs.people.head import Expression, face
from assets.programs.people.sitting import Pose

LOOK = sitting.LOOK
EXPRESSIONS = {
    "neutral": Expression(upper=0.056, lower=0.040, inner=-0.030, corner=-0.006, gaze=(0.04, -0.04)),
    "shaken": Expression(
        upper=0.080,
        lower=0.050,
        inner=0.085,
        outer=-0.02,
        corner=-0.016,
        open=0.022,
        yaw=11,
        pitch=2,
        gaze=(0.04, 0.02),
    ),
}
POSE = Pose(body=-24, head=-26, lean=4.0)


def clothed(mood: Expression, capped: bool = True) -> None:
    """He, dressed, without light; `capped`: with his cap on."""
    face(tetsuya.FACE, mood)
    dark = worn((0.022, 0.019, 0.018), 0.85, bump=0, grain=9, vary=0.5)
    hair.under_layer(dark, front=0.58, side=-0.15)
    hair.short(dark, 4, 120, sweep=0.75, fringe=0.46, lift=0.05, nape=-0.5, width=0.07)
    tunic = worn((0.115, 0.118, 0.092), 0.93, bump=0.3, grain=13, vary=0.45)
    canvas = worn((0.070, 0.064, 0.052), 0.93, bump=0.4, grain=11, vary=0.5)
    if capped:
        uniform.field_cap(tunic, canvas)
    body = dress.coat(tunic, shoulders=0.98)
    dress.stand_collar(tunic, 0.42, 0.10, 0.26, 0.52)
    dress.buttons(body, worn((0.10, 0.09, 0.07), 0.5), (-2.5, -3.2, -3.9, -4.6))
    if capped:
        uniform.roll(body, worn((0.085, 0.080, 0.070), 0.95, bump=0.4, grain=12, vary=0.5))
    uniform.strap(body, worn((0.035, 0.026, 0.020), 0.6, bump=0.3), 0.09)


def build(expression: str) -> None:
    """He, in one of his expressions, lit and framed."""
    mood = EXPRESSIONS[expression]
    clothed(mood)
    sitting.pose(POSE, mood)
    sitting.light(POSE)
