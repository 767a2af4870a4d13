"""How every portrait is lit, posed and framed, so that all people stand in one light and at one height.

Knows nothing of faces or dress.
"""

import math
from dataclasses import dataclass

import bpy
from mathutils import Matrix

from assets.programs.kit import stage
from assets.programs.kit.build import DRESS, UNDERDRESS
from assets.programs.kit.finish import Look
from assets.programs.kit.surfaces import Colour
from assets.programs.people.head import Expression

LOOK = Look(
    exposure=1.3, shadow=(0.41, 0.47, 0.54), highlight=(0.61, 0.55, 0.45), tone=0.45, contrast=0.30, ink=0.45, brush=6.0
)
WARM: Colour = (1.0, 0.84, 0.66)
COLD: Colour = (0.56, 0.74, 0.95)


@dataclass(frozen=True, slots=True)
class Pose:
    """Where body and head are turned (degrees, positive to the picture's right), which side the key light is on, how
    dress is scaled and raised to the chin, how much shorter the person is than the tallest, and how the shoulders lean.
    """

    body: float = -14.0
    head: float = -24.0
    key: int = -1
    size: float = 1.13
    rise: float = 0.38
    low: float = 0.0
    lean: float = 2.0


def _turned(things: list[bpy.types.Object], turn: Matrix) -> None:
    for thing in things:
        thing.matrix_world = turn @ thing.matrix_world


def pose(how: Pose, mood: Expression) -> None:
    """Turns what was built: dress with the body (also scaled about the neck and raised to the chin), the rest with
    the head.
    """
    bpy.context.view_layer.update()
    things = list(bpy.context.scene.objects)
    dress = [t for t in things if t.pass_index in (DRESS, UNDERDRESS)]
    head = [t for t in things if t.pass_index not in (DRESS, UNDERDRESS)]
    neck = Matrix.Translation((0, 0.22, -1.55))
    lift = Matrix.Translation((0, 0, how.rise))
    _turned(
        dress,
        lift
        @ neck
        @ Matrix.Rotation(math.radians(how.lean), 4, "Y")
        @ Matrix.Rotation(math.radians(how.body), 4, "Z")
        @ Matrix.Scale(how.size, 4)
        @ neck.inverted(),
    )
    turn = (
        Matrix.Rotation(math.radians(how.head + mood.yaw), 4, "Z")
        @ Matrix.Rotation(math.radians(mood.roll), 4, "Y")
        @ Matrix.Rotation(math.radians(mood.pitch), 4, "X")
    )
    _turned(head, neck @ turn @ neck.inverted())
    _turned(things, Matrix.Translation((0, 0, -how.low)))


def lowered(down: float, size: float) -> Matrix:
    """What lets down somebody who is smaller than people are, and scales him about the neck."""
    neck = Matrix.Translation((0, 0.22, -1.55))
    return Matrix.Translation((0, 0, -down)) @ neck @ Matrix.Scale(size, 4) @ neck.inverted()


def everything() -> list[bpy.types.Object]:
    """All that was built so far."""
    return list(bpy.context.scene.objects)


def light(how: Pose, power: float = 1.0) -> None:
    """One hard warm lamp from the side, little fill, a cold edge from behind on the other side."""
    s = how.key
    stage.sky((0.085, 0.105, 0.14), 0.22)
    stage.lamp("AREA", (s * 6.4, -2.2, 3.4), 1500 * power, WARM, 0.6, (0, -0.3, -0.8))
    stage.lamp("AREA", (-s * 4.6, 3.6, 2.4), 760 * power, COLD, 1.2, (0, 0, -1.0))
    stage.lamp("AREA", (s * 3.6, 4.8, 2.6), 330 * power, WARM, 1.4, (0, 0, -1.2))
    stage.lamp("AREA", (-s * 3.2, -7, -0.2), 42 * power, COLD, 3.0, (0, 0, -0.8))
    stage.camera((0, -17, -1.84), (0, 0, -2.38), 78)
