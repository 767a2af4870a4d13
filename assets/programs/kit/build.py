"""Meshes for Blender made from numbers: boxes, lathes, sweeps, sheets and polygonised fields.

Everything is built from data, never by operators, so it is fast and the same each time. Metres, z up, the camera
looks along +y. Knows nothing of light or paint.
"""

import math
from collections.abc import Callable, Iterable, Sequence

import bmesh
import bpy
import numpy as np
from mathutils import Vector
from skimage.measure import marching_cubes

from assets.programs.kit.shapes import Array, Field, Point

# Object index: tells the brush what it sees.
GROUND, STRUCTURE, GLOW, MACHINE, UNDERDRESS, DRESS, HERO, PEOPLE, PLANTS = range(1, 10)
ORIGIN = (0.0, 0.0, 0.0)
ONE = (1.0, 1.0, 1.0)
Material = bpy.types.Material
Thing = bpy.types.Object
_KEPT: dict[str, tuple[Array, Array]] = {}


def mesh(
    points: Iterable,
    faces: Iterable,
    material: Material | None,
    at: Point = ORIGIN,
    turn: Point = ORIGIN,
    scale: Point = ONE,
    smooth: bool = False,
    index: int = 0,
) -> Thing:
    """An object of those points and faces, placed, turned (radians) and scaled."""
    data = bpy.data.meshes.new("mesh")
    if isinstance(points, np.ndarray) and isinstance(faces, np.ndarray):
        data.from_pydata(points, [], faces)  # a whole array at a time
    else:
        data.from_pydata([tuple(map(float, p)) for p in points], [], [tuple(map(int, f)) for f in faces])
    data.update()
    data.polygons.foreach_set("use_smooth", [smooth] * len(data.polygons))
    if material is not None:
        data.materials.append(material)
    return _placed(data, at, turn, scale, index)


def _placed(data: bpy.types.Mesh, at: Point, turn: Point, scale: Point, index: int) -> Thing:
    thing = bpy.data.objects.new("thing", data)
    bpy.context.scene.collection.objects.link(thing)
    thing.location, thing.rotation_euler, thing.scale, thing.pass_index = at, turn, scale, index
    return thing


def again(source: Thing, at: Point, turn: Point = ORIGIN, scale: Point = ONE) -> Thing:
    """Another instance of a made thing. The source stays where it is: park it far behind the camera."""
    return _placed(source.data, at, turn, scale, source.pass_index)


def box(
    size: Point, at: Point, material: Material | None, turn: Point = ORIGIN, bevel: float = 0.0, index: int = STRUCTURE
) -> Thing:
    """A box of full size `size` about its centre."""
    x, y, z = (s / 2 for s in size)
    points = [(-x, -y, -z), (x, -y, -z), (x, y, -z), (-x, y, -z), (-x, -y, z), (x, -y, z), (x, y, z), (-x, y, z)]
    faces = [(0, 3, 2, 1), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    thing = mesh(points, faces, material, at, turn, index=index)
    return _bevelled(thing, bevel) if bevel else thing


def _bevelled(thing: Thing, width: float) -> Thing:
    edge = thing.modifiers.new("bevel", "BEVEL")
    edge.width, edge.segments, edge.limit_method, edge.angle_limit = width, 2, "ANGLE", 0.6
    return thing


def lathe(
    profile: Sequence[tuple[float, float]],
    material: Material,
    at: Point = ORIGIN,
    turn: Point = ORIGIN,
    scale: Point = ONE,
    sides: int = 32,
    smooth: bool = True,
    index: int = STRUCTURE,
) -> Thing:
    """A profile of (radius, z) from bottom to top, spun about z."""
    count = len(profile)
    points = [(r * math.cos(a), r * math.sin(a), z) for a in np.arange(sides) * 2 * math.pi / sides for r, z in profile]
    faces = []
    for i in range(sides):
        here, there = i * count, (i + 1) % sides * count
        faces += [(here + k, there + k, there + k + 1, here + k + 1) for k in range(count - 1)]
    thing = mesh(points, faces, material, at, turn, scale, smooth, index)
    if smooth:
        thing.modifiers.new("split", "EDGE_SPLIT").split_angle = 0.7
    return thing


def extrude(
    outline: Sequence[tuple[float, float]],
    depth: float,
    material: Material,
    at: Point = ORIGIN,
    turn: Point = ORIGIN,
    bevel: float = 0.0,
    index: int = STRUCTURE,
) -> Thing:
    """A polygon in x and z, given depth along y."""
    n = len(outline)
    points = [(x, -depth / 2, z) for x, z in outline] + [(x, depth / 2, z) for x, z in outline]
    sides = [(i + n, (i + 1) % n + n, (i + 1) % n, i) for i in range(n)]
    thing = mesh(points, [tuple(range(n)), tuple(range(2 * n - 1, n - 1, -1)), *sides], material, at, turn, index=index)
    return _bevelled(thing, bevel) if bevel else thing


def tube(
    path: Sequence[Point],
    radius: float | Sequence[float],
    material: Material,
    sides: int = 10,
    index: int = STRUCTURE,
    smooth: bool = True,
) -> Thing:
    """A circle swept along a path; one radius for all of it, or one for each point."""
    spine = [Vector(p) for p in path]
    last = len(spine) - 1
    radii = list(radius) if isinstance(radius, Sequence | np.ndarray) else [radius] * (last + 1)
    points, faces, side = [], [], None
    for i, p in enumerate(spine):
        along = (spine[min(i + 1, last)] - spine[max(i - 1, 0)]).normalized()
        if side is None:
            side = Vector((0, 0, 1)) if abs(along.z) < 0.9 else Vector((1, 0, 0))
        side = (side - along * side.dot(along)).normalized()
        other = along.cross(side)
        angles = np.arange(sides) * 2 * math.pi / sides
        points += [p + (side * math.cos(a) + other * math.sin(a)) * radii[i] for a in angles]
    for i in range(last):
        for k in range(sides):
            n = (k + 1) % sides
            faces.append((i * sides + k, i * sides + n, (i + 1) * sides + n, (i + 1) * sides + k))
    ends = [tuple(range(sides))[::-1], tuple(range(last * sides, (last + 1) * sides))]
    return mesh(points, faces + ends, material, smooth=smooth, index=index)


def sheet(
    surface: Callable[[float, float], Point],
    across: int,
    along: int,
    material: Material,
    index: int = DRESS,
    smooth: bool = True,
) -> Thing:
    """A cloth: surface(u, v) with u and v from 0 to 1 gives the point."""
    points = [surface(i / across, j / along) for j in range(along + 1) for i in range(across + 1)]
    w = across + 1
    faces = [
        (j * w + i, j * w + i + 1, (j + 1) * w + i + 1, (j + 1) * w + i) for j in range(along) for i in range(across)
    ]
    return mesh(points, faces, material, smooth=smooth, index=index)


def joined(things: Sequence[Thing]) -> Thing:
    """One object of them all, with their materials, for instancing; they themselves are gone."""
    graph = bpy.context.evaluated_depsgraph_get()
    whole, materials = bmesh.new(), []
    for thing in things:
        seen = thing.evaluated_get(graph)
        data = seen.to_mesh()
        data.transform(thing.matrix_basis)
        for material in thing.data.materials:
            if material not in materials:
                materials.append(material)
        places = [materials.index(m) for m in thing.data.materials]
        for face in data.polygons:
            face.material_index = places[face.material_index] if places else 0
        whole.from_mesh(data)
        seen.to_mesh_clear()
    data = bpy.data.meshes.new("joined")
    whole.to_mesh(data)
    whole.free()
    for material in materials:
        data.materials.append(material)
    index = things[0].pass_index
    for thing in things:
        bpy.data.objects.remove(thing)
    return _placed(data, ORIGIN, ORIGIN, ONE, index)


def solid(
    field: Field,
    low: Point,
    high: Point,
    grid: float,
    material: Material,
    at: Point = ORIGIN,
    turn: Point = ORIGIN,
    scale: Point = ONE,
    index: int = STRUCTURE,
    keep: str = "",
) -> Thing:
    """The surface of a signed distance field between two corners, on a grid of that spacing.

    With `keep`, a name for the shape, it is worked out once and used again by later scenes of this run.
    """
    if keep not in _KEPT:
        lo, hi = np.array(low, float), np.array(high, float)
        count = np.maximum(8, ((hi - lo) / grid).astype(int))
        step = (hi - lo) / (count - 1)
        values = _sampled(field, [np.linspace(lo[i], hi[i], count[i]).astype(np.float32) for i in range(3)], step)
        points, faces, _, _ = marching_cubes(values, 0.0, spacing=tuple(step))
        made = points + lo, faces[:, ::-1]
        if keep:
            _KEPT[keep] = made
    else:
        made = _KEPT[keep]
    return mesh(*made, material, at, turn, scale, smooth=True, index=index)


def _sampled(field: Field, axes: list[Array], step: Array, block: int = 14) -> Array:
    """The field on a grid, worked out only in the blocks that the surface can cross."""
    reach = float(np.linalg.norm(step * block) * 0.5 + step.max() * 2) * 1.3
    starts = [np.arange(0, len(a), block) for a in axes]
    middles = [
        np.array([a[s : s + block].mean() for s in start], np.float32) for a, start in zip(axes, starts, strict=True)
    ]
    rough = field(np.stack(np.meshgrid(*middles, indexing="ij"), -1))
    values = np.ones([len(a) for a in axes], np.float32)
    for i, j, k in np.ndindex(*rough.shape):
        part = tuple(slice(s[n], s[n] + block) for s, n in zip(starts, (i, j, k), strict=True))
        if abs(rough[i, j, k]) > reach:
            values[part] = np.sign(rough[i, j, k])
        else:
            grid = np.meshgrid(*(a[p] for a, p in zip(axes, part, strict=True)), indexing="ij")
            values[part] = field(np.stack(grid, -1))
    return values
