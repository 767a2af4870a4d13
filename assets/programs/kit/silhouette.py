"""What of a built place stands near, and the shape it has in the picture: by geometry alone, nothing is rendered.

Knows nothing of any picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import bpy
import numpy as np
from mathutils import Vector
from PIL import Image, ImageDraw

from assets.programs.kit.build import GROUND, PLANTS, Thing
from assets.programs.kit.shapes import Array

FINE = 2  # the shape is drawn at so many times the picture's size
COARSE = 4  # whether something else stands before it is asked at every so many pixels


@dataclass(frozen=True, slots=True)
class Near:
    """What stands near in a place: things before the camera whose middle is within `metres`; perhaps of some kinds."""

    metres: float
    kinds: tuple[int, ...] = ()


def nearby(near: Near) -> list[Thing]:
    """What is near, by that rule; the ground never is."""
    bpy.context.view_layer.update()
    toward = bpy.context.scene.camera.matrix_world.inverted()

    def holds(thing: Thing) -> bool:
        depths = [-(toward @ thing.matrix_world @ Vector(corner)).z for corner in thing.bound_box]
        return min(depths) > 0 and sum(depths) / len(depths) < near.metres

    kinds = near.kinds or range(PLANTS + 1)
    things = [t for t in bpy.context.scene.objects if t.type == "MESH" and t.pass_index != GROUND]
    return [thing for thing in things if thing.pass_index in kinds and holds(thing)]


def shape(things: Sequence[Thing], width: int, height: int) -> Array:
    """How much of each pixel (height, width) those things cover, 0..1, where nothing else stands before them."""
    sheet = Image.new("L", (FINE * width, FINE * height))
    draw = ImageDraw.Draw(sheet)
    for thing in things:
        spots = _seen_at(thing, sheet.size)
        for face in thing.data.polygons:
            draw.polygon([tuple(spots[corner]) for corner in face.vertices], fill=255)
    drawn = np.asarray(sheet.resize((width, height), Image.Resampling.BOX), np.float32) / 255
    return drawn * _in_front(things, drawn)


def _seen_at(thing: Thing, size: tuple[int, int]) -> Array:
    """Where the corners of a thing are seen, in pixels."""
    camera = bpy.context.scene.camera
    graph = bpy.context.evaluated_depsgraph_get()
    lens = camera.calc_matrix_camera(graph, x=size[0], y=size[1])
    whole = np.array(lens @ camera.matrix_world.inverted() @ thing.matrix_world)
    corners = np.empty(3 * len(thing.data.vertices), np.float32)
    thing.data.vertices.foreach_get("co", corners)
    seen = np.c_[corners.reshape(-1, 3), np.ones(len(corners) // 3)] @ whole.T
    flat = seen[:, :2] / seen[:, 3:]
    return (flat * (1, -1) + 1) / 2 * size


def _in_front(things: Sequence[Thing], drawn: Array) -> Array:
    """Where a ray meets one of the things first: a foot in the snow is not seen."""
    height, width = drawn.shape
    camera, scene = bpy.context.scene.camera, bpy.context.scene
    graph = bpy.context.evaluated_depsgraph_get()
    back = (camera.calc_matrix_camera(graph, x=width, y=height) @ camera.matrix_world.inverted()).inverted()
    eye, names = camera.matrix_world.translation, {thing.name for thing in things}
    clear = np.ones((height // COARSE, width // COARSE), np.uint8)
    rows, columns = np.nonzero(
        drawn[COARSE // 2 :: COARSE, COARSE // 2 :: COARSE][: clear.shape[0], : clear.shape[1]] > 0.5
    )
    for row, column in zip(rows, columns, strict=True):
        x, y = (COARSE * (column + 0.5) / width * 2 - 1, 1 - COARSE * (row + 0.5) / height * 2)
        aim = back @ Vector((x, y, 0.5, 1))
        hit, _, _, _, thing, _ = scene.ray_cast(graph, eye, (aim.xyz / aim.w - eye).normalized())
        clear[row, column] = not hit or thing.name in names
    smooth = Image.fromarray(clear * 255).resize((width, height), Image.Resampling.BICUBIC)
    return (np.asarray(smooth) > 127).astype(np.float32)
