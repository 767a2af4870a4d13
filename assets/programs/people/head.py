"""A head as one signed distance field, its eyes, brows and mouth: a person is some twelve numbers, an expression ten.

The face looks along -y. Chin z = -1.15, eyes z = 0, crown z = 1.15. Knows nothing of hair, dress or light.
"""

import math
from dataclasses import dataclass

import bpy
import numpy as np

from assets.programs.kit.build import GLOW, MACHINE, Material, Thing, lathe, mesh, solid, tube
from assets.programs.kit.shapes import Array, Field, capsule, cut, ellipsoid, mirrored, union
from assets.programs.kit.surfaces import Colour, glow, worn

SKIN = 2  # object index
EYE_X, EYE_Y, EYE_SIZE = 0.325, -0.585, 0.205


@dataclass(frozen=True, slots=True)
class Features:
    """What makes one face: scales about 1, colours, the marks of age (0 none, 1 old), and how dark the sockets are."""

    skin: Colour = (0.52, 0.345, 0.26)
    lip: Colour = (0.36, 0.17, 0.14)
    iris: Colour = (0.07, 0.05, 0.035)
    hair: Colour = (0.016, 0.014, 0.013)
    jaw: float = 1.0
    chin: float = 1.0
    nose: float = 1.0
    brow: float = 1.0
    brow_width: float = 0.034
    lips: float = 1.0
    cheek: float = 1.0
    eye: float = 1.0
    neck: float = 0.40
    lash: float = 0.012
    angular: float = 0.5
    gaunt: float = 0.0
    age: float = 0.0
    socket: float = 0.5
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """Lids (upper, lower), brows (inner, outer end), mouth (corner, skew, open), pose in degrees, and the gaze."""

    upper: float = 0.070
    lower: float = 0.048
    inner: float = 0.0
    outer: float = 0.0
    corner: float = 0.0
    skew: float = 0.0
    open: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    gaze: tuple[float, float] = (0.0, 0.0)


def _opening(x: Array, z: Array, features: Features, mood: Expression) -> Array:
    t = (x - EYE_X) / 0.20
    q = np.clip(1 - t * t, -1, 1)
    tilt = 0.020 * t
    top = z - (mood.upper * features.eye * q + tilt)
    return np.maximum(top, (-mood.lower * features.eye * q + tilt) - z)


def _skull(p: Array, f: Features) -> Array:
    d = ellipsoid(p, (0, 0.12, 0.36), (0.75, 0.98, 0.80))
    d = union(d, ellipsoid(p, (0, -0.26, -0.08), (0.625, 0.60, 0.60)), 0.12)
    d = union(d, ellipsoid(p, (0, -0.34, -0.58), (0.46 * f.jaw, 0.49, 0.48)), 0.22)
    d = union(d, ellipsoid(p, (0, -0.25, -0.32), (0.60 * (0.5 + 0.5 * f.jaw), 0.60, 0.82)), 0.10)
    d = union(d, ellipsoid(p, (0.42 * f.jaw, -0.08, -0.58), (0.13, 0.26, 0.26)), 0.26)
    jawline = capsule(p, (0.50 * f.jaw, -0.02, -0.56), (0.13 * f.chin, -0.64, -0.99), 0.10, 0.09)
    d = union(d, jawline + 0.05 * (1 - f.angular), 0.14)
    d = union(d, ellipsoid(p, (0.03, -0.71, -0.965), (0.14 * f.chin, 0.15, 0.125)), 0.18)
    d = union(d, ellipsoid(p, (0.40, -0.52, -0.24), (0.18, 0.16, 0.13)), 0.24 * f.cheek)
    d = union(d, capsule(p, (0.06, -0.80, 0.215), (0.52, -0.60, 0.20), 0.075 * f.brow, 0.06), 0.13)
    d = union(d, ellipsoid(p, (0, -0.68, -0.66), (0.30, 0.195, 0.25)), 0.18)
    if f.gaunt:
        hollow = ellipsoid(p, (0.49, -0.76, -0.58), (0.12 + 0.02 * f.gaunt, 0.13, 0.24))
        d = cut(d, hollow, 0.22)
    d = cut(d, ellipsoid(p, (0.32, -0.955, 0.015), (0.235, 0.205 + 0.02 * f.gaunt, 0.135)), 0.16)
    return union(d, ellipsoid(p, (0.33, -0.60, -0.27), (0.22, 0.15, 0.14)), 0.22)


def _nose(p: Array, size: float) -> Array:
    n = capsule(p, (0, -0.80, 0.14), (0, -0.995, -0.35), 0.050 * size, 0.060 * size)
    n = union(n, ellipsoid(p, (0, -1.015, -0.365), (0.060 * size, 0.075, 0.062)), 0.05)
    n = union(n, ellipsoid(p, (0.080 * size, -0.93, -0.395), (0.048, 0.085, 0.050)), 0.045)
    return cut(n, ellipsoid(p, (0.044, -0.985, -0.448), (0.024, 0.05, 0.020)), 0.02)


def _mouth(p: Array, side: Array, f: Features, mood: Expression) -> tuple[Array, Array]:
    """The lips, and the line cut between them; `side` is x with its sign, for a crooked mouth."""
    k = mood.corner + mood.skew * np.clip(side / 0.15, -1, 1)
    q = p.copy()
    lift = np.clip(np.abs(side) / 0.2, 0, 1) ** 1.6
    q[..., 2] = p[..., 2] - k * lift
    upper = capsule(q, (0.045, -0.862, -0.622), (0.19, -0.79, -0.648), 0.019 * f.lips, 0.008)
    under = capsule(q, (0, -0.856, -0.694), (0.15, -0.80, -0.664), 0.030 * f.lips, 0.008)
    line = capsule(q, (0, -0.905, -0.654 - mood.open), (0.222, -0.79, -0.646), 0.0100 + mood.open, 0.006)
    return union(upper, under, 0.012), line


def _ear_and_neck(p: Array, f: Features) -> tuple[Array, Array]:
    ear = ellipsoid(p, (0.755, 0.06, -0.12), (0.07, 0.17, 0.29))
    ear = cut(ear, ellipsoid(p, (0.83, 0.03, -0.10), (0.05, 0.10, 0.19)), 0.04)
    neck = capsule(p, (0, 0.18, -0.6), (0, 0.30, -2.4), f.neck, f.neck * 1.12)
    return ear, union(neck, capsule(p, (0.36, 0.12, -0.75), (0.10, -0.12, -1.95), 0.07), 0.2)


def field(f: Features, mood: Expression) -> Field:
    """The whole head and neck as a signed distance field."""

    def shape(points: Array) -> Array:
        p = mirrored(points)
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        d = union(_skull(p, f), _nose(p, f.nose), 0.075)
        lips, line = _mouth(p, points[..., 0], f, mood)
        d = cut(union(d, lips, 0.05), line, 0.016)
        d = cut(d, ellipsoid(p, (0, -0.95, -0.845), (0.17, 0.10, 0.045)), 0.08)
        d = cut(d, capsule(p, (0, -1.03, -0.48), (0, -0.98, -0.57), 0.022), 0.05)
        if f.age:
            d = cut(d, capsule(p, (0.17, -0.99, -0.40), (0.31, -0.86, -0.70), 0.022 * f.age), 0.06)
            d = cut(d, capsule(p, (0.20, -0.90, -0.155), (0.40, -0.78, -0.17), 0.022 * f.age), 0.05)
        if mood.corner > 0.02:
            d = cut(d, capsule(p, (0.19, -0.97, -0.42), (0.33, -0.85, -0.66), 0.006), 0.09)
        ear, neck = _ear_and_neck(p, f)
        d = union(union(d, ear, 0.05), neck, 0.14)
        ball = np.sqrt((x - EYE_X) ** 2 + (y - EYE_Y) ** 2 + z**2)
        gap = _opening(x, z, f, mood)
        lid = np.maximum(np.maximum(ball - 0.238, -gap), 0.15 - ball)
        d = union(cut(d, ball - 0.20, 0.004), lid, 0.035)
        return np.where((gap < 0) & (np.abs(x - EYE_X) < 0.215) & (y < -0.6), np.maximum(d, 0.21 - ball), d)

    return shape


def tinted(thing: Thing, colours: Array) -> None:
    """Gives each point of the mesh its own colour, for `tinted_skin`."""
    layer = thing.data.color_attributes.new("Tint", "FLOAT_COLOR", "POINT")
    layer.data.foreach_set("color", np.concatenate([colours, np.ones((len(colours), 1))], 1).astype(np.float32).ravel())


def points_of(thing: Thing) -> Array:
    """The points of a mesh, one to a row."""
    values = np.empty(len(thing.data.vertices) * 3, np.float32)
    thing.data.vertices.foreach_get("co", values)
    return values.reshape(-1, 3)


def tinted_skin(rough: float, gloss: float, under: float) -> Material:
    """A surface that takes its colour from the mesh; `under` lets light spread beneath it."""
    material = bpy.data.materials.new("skin")
    material.use_nodes = True
    tree = material.node_tree
    skin, tint = tree.nodes["Principled BSDF"], tree.nodes.new("ShaderNodeAttribute")
    tint.attribute_name = "Tint"
    tree.links.new(tint.outputs["Color"], skin.inputs["Base Color"])
    skin.inputs["Roughness"].default_value, skin.inputs["Specular IOR Level"].default_value = rough, gloss
    skin.inputs["Subsurface Weight"].default_value, skin.inputs["Subsurface Scale"].default_value = under, 1
    skin.inputs["Subsurface Radius"].default_value = (0.08, 0.03, 0.02)
    return material


def _skin_colours(points: Array, f: Features, mood: Expression) -> Array:
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    base = np.array(f.skin)
    colours = np.tile(base, (len(points), 1)).astype(float)

    def near(cx: float, cz: float, sx: float, sz: float) -> Array:
        return np.exp(-(((x - cx) / sx) ** 2 + ((z - cz) / sz) ** 2))

    def stain(weight: Array, colour: Array) -> None:
        nonlocal colours
        w = (np.clip(weight, 0, 1) * (y < -0.3))[:, None]
        colours = colours * (1 - w) + colour * w

    stain(0.30 * near(0.42, -0.32, 0.22, 0.18), base * np.array([1.02, 0.74, 0.68]))
    stain(0.30 * near(0, -0.38, 0.14, 0.10), base * np.array([1.0, 0.75, 0.68]))
    stain(f.socket * near(EYE_X, -0.03, 0.24, 0.16), base * np.array([0.66, 0.52, 0.52]))
    stain(0.30 * f.gaunt * near(0.5, -0.55, 0.2, 0.3), base * np.array([0.70, 0.66, 0.64]))
    lift = (mood.corner + mood.skew * np.clip(points[:, 0] / 0.15, -1, 1)) * np.clip(x / 0.2, 0, 1) ** 1.6
    far = np.sqrt((x / 0.20) ** 2 + ((z - lift + 0.658) / np.maximum(0.014, 0.054 - 0.17 * x)) ** 2)
    stain(0.62 * np.clip(1.5 - far * 1.15, 0, 1) * (y < -0.72), np.array(f.lip))
    rng = np.random.default_rng(5)
    blotch = sum(np.sin(points @ rng.normal(0, s, 3) + rng.uniform(0, 6)) for s in (4, 7, 11, 17)) / 4
    return colours * (1 + 0.06 * blotch[:, None])


def _eyeball(side: int, f: Features, mood: Expression, yaw: float) -> None:
    rings, steps = 64, 96
    angles, turns = np.pi * np.arange(rings + 1) / rings, 2 * np.pi * np.arange(steps) / steps
    points = [(math.sin(a) * math.cos(t), -math.cos(a), math.sin(a) * math.sin(t)) for a in angles for t in turns]
    faces = [
        (i * steps + k, i * steps + (k + 1) % steps, (i + 1) * steps + (k + 1) % steps, (i + 1) * steps + k)
        for i in range(rings)
        for k in range(steps)
    ]
    thing = mesh(
        points,
        faces,
        tinted_skin(0.12, 0.5, 0),
        (side * EYE_X, EYE_Y, 0),
        scale=(EYE_SIZE,) * 3,
        smooth=True,
        index=GLOW,
    )
    look = np.array((mood.gaze[0] + yaw, -1.0, mood.gaze[1]))
    p = points_of(thing)
    angle = np.arccos(np.clip(p @ (look / np.linalg.norm(look)), -1, 1))
    round_ = np.arctan2(p[:, 2], p[:, 0])
    colours = np.tile(np.array([0.34, 0.32, 0.31]), (len(p), 1))
    streak = 0.8 + 0.25 * np.sin(round_ * 23) * np.sin(round_ * 7 + 1)
    iris = np.array(f.iris)[None] * (streak * (1.5 - 0.6 * (p[:, 2] > 0)))[:, None]
    iris = iris * np.clip(1.25 - ((angle / 0.46) ** 6)[:, None], 0.12, 1)
    within = (1 / (1 + np.exp((angle - 0.46) * 70)))[:, None]
    pupil = (1 / (1 + np.exp((angle - 0.20) * 90)))[:, None]
    colours = colours * (1 - within) + iris * within
    tinted(thing, colours * (1 - pupil) + np.array((0.22, 0.24, 0.25) if f.blind else (0.004, 0.004, 0.005)) * pupil)
    if not f.blind:
        lathe(
            ((0, -0.024), (0.014, -0.008), (0.014, 0.008), (0, 0.024)),
            glow((1, 0.98, 0.94), 0.9),
            (side * EYE_X - 0.055 + 0.12 * look[0], EYE_Y - 0.192, 0.05),
            sides=12,
            index=GLOW,
        )


def surface(shape: Field, x: float, z: float) -> float:
    """Y of the front of the face at that x and z."""
    ys = np.linspace(-1.4, 0.2, 400)
    inside = shape(np.stack([np.full(400, x), ys, np.full(400, z)], -1)) < 0
    return float(ys[np.argmax(inside)]) if inside.any() else -0.5


def _brow(side: int, f: Features, mood: Expression, shape: Field, hair: Material) -> None:
    ts = np.linspace(0, 1, 14)
    for off in (0.0, 0.018, -0.012):
        path = []
        for t in ts:
            x = 0.11 + 0.46 * t
            z = (
                0.205
                + 0.055 * math.sin(t * math.pi * 0.80)
                - 0.07 * max(0, t - 0.55)
                + mood.inner * (1 - t) ** 1.5
                + mood.outer * t
            )
            path.append((side * x, surface(shape, x, z + off) + 0.002, z + off))
        radii = [f.brow_width * f.brow * (0.5 + 0.8 * t) * (1 - t**2.2) + 0.003 for t in ts]
        tube(path, radii, hair, 6, MACHINE)


def _lash(side: int, f: Features, mood: Expression, hair: Material) -> None:
    path, ts = [], np.linspace(-1, 1.06, 26)
    for t in ts:
        x, q = EYE_X + 0.196 * t, max(0.0, 1 - t * t)
        z = mood.upper * f.eye * q + 0.020 * t + 0.006
        path.append((side * x, EYE_Y - math.sqrt(max(0.001, 0.244**2 - (x - EYE_X) ** 2 - z * z)), z))
    tube(path, [f.lash * (0.35 + 0.65 * i / 25) for i in range(26)], hair, 6, MACHINE)


def face(f: Features, mood: Expression, grid: float = 0.018) -> Field:
    """The head with eyes, brows, lashes and mouth; returns its field, for what is laid upon it."""
    shape = field(f, mood)
    thing = solid(shape, (-1.0, -1.25, -2.35), (1.0, 1.2, 1.3), grid, tinted_skin(0.58, 0.25, 0.06), index=SKIN)
    tinted(thing, _skin_colours(points_of(thing), f, mood))
    hair = worn(f.hair, 0.85, bump=0, grain=9, vary=0.5)
    for side in (-1, 1):
        _eyeball(side, f, mood, math.radians(mood.yaw) * 0.55)
        _brow(side, f, mood, shape, hair)
        _lash(side, f, mood, hair)
    path, ts = [], np.linspace(-1, 1, 21)
    for t in ts:
        x = (0.190 + 0.6 * max(0.0, mood.corner)) * t
        rise = (mood.corner + mood.skew * np.clip(x / 0.15, -1, 1)) * 1.15 * t * t
        z = -0.650 + rise + 0.012 * t * t + 0.006 * math.cos(t * 6) - mood.open * 0.3
        path.append((x, surface(shape, x, z) - 0.001, z))
    radii = [0.0035 + (0.0065 + mood.open * 0.8) * (1 - abs(t) ** 2.5) for t in ts]
    tube(path, radii, worn(tuple(c * 0.22 for c in f.lip), 0.7, bump=0), 6, GLOW)
    return shape
