"""The stage around the meshes: an empty scene, Cycles' settings, sky, lamps, camera, and the render to EXR.

A place is rendered twice: its light small, with several samples a pixel, and its form (what is where, which way it
faces, of what colour) at full size without any lamp. Knows nothing of what is built nor of how the render is painted.
"""

import math
import random
from pathlib import Path

import bpy
import numpy as np
from mathutils import Vector

from assets.programs.kit.shapes import Point
from assets.programs.kit.surfaces import Colour

WHITE = (1.0, 1.0, 1.0)


def empty(seed: int = 7) -> None:
    """An empty scene, and the random numbers put back to `seed`."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002 -- the kit's only shared stream, for geometry


def camera(at: Point, target: Point, lens: float = 28.0, shift: tuple[float, float] = (0.0, 0.0)) -> None:
    """The one camera; lens in millimetres on 36 mm film, shift in parts of the frame's width."""
    data = bpy.data.cameras.new("camera")
    data.lens, data.clip_end, (data.shift_x, data.shift_y) = lens, 3000, shift
    thing = bpy.data.objects.new("camera", data)
    bpy.context.scene.collection.objects.link(thing)
    thing.location = at
    thing.rotation_euler = (Vector(target) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.camera = thing


def lamp(
    kind: str,
    at: Point,
    power: float,
    colour: Colour = WHITE,
    size: float = 1.0,
    target: Point | None = None,
    spread: float = 60.0,
) -> None:
    """A lamp of kind POINT, AREA, SPOT or SUN; watts (sun: W/m2), size in metres (sun: radians), spot in degrees."""
    data = bpy.data.lights.new("lamp", kind)
    data.energy, data.color = power, colour
    if kind == "AREA":
        data.size = size
    elif kind == "SUN":
        data.angle = size
    else:
        data.shadow_soft_size = size
    if kind == "SPOT":
        data.spot_size, data.spot_blend = math.radians(spread), 0.6
    thing = bpy.data.objects.new("lamp", data)
    bpy.context.scene.collection.objects.link(thing)
    thing.location = at
    if target is not None:
        thing.rotation_euler = (Vector(target) - Vector(at)).to_track_quat("-Z", "Y").to_euler()


def sky(low: Colour, strength: float = 1.0, high: Colour | None = None) -> None:
    """The light from all round: one colour, or one at the horizon and one overhead."""
    world = bpy.data.worlds.new("sky")
    bpy.context.scene.world = world
    world.use_nodes = True
    nodes, link = world.node_tree.nodes, world.node_tree.links.new
    back = nodes["Background"]
    back.inputs["Color"].default_value, back.inputs["Strength"].default_value = (*low, 1), strength
    if high is not None:
        place, ramp = nodes.new("ShaderNodeSeparateXYZ"), nodes.new("ShaderNodeValToRGB")
        link(nodes.new("ShaderNodeTexCoord").outputs["Generated"], place.inputs[0])
        link(place.outputs["Z"], ramp.inputs["Fac"])
        ramp.color_ramp.elements[0].color, ramp.color_ramp.elements[1].color = (*low, 1), (*high, 1)
        ramp.color_ramp.elements[1].position = 0.6
        link(ramp.outputs["Color"], back.inputs["Color"])


def settings(width: int, height: int, samples: int, clear: bool = False) -> None:
    """Cycles on the processor with denoising, and every pass that the brush wants; `clear`: no background."""
    scene = bpy.context.scene
    view, cycles = scene.render, scene.cycles
    view.engine, view.film_transparent = "CYCLES", clear
    view.resolution_x, view.resolution_y, view.resolution_percentage = width, height, 100
    cycles.device, cycles.samples = "CPU", samples
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.03
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 6, 3, 3
    cycles.transmission_bounces, cycles.transparent_max_bounces = 6, 12
    cycles.sample_clamp_indirect, cycles.blur_glossy = 4.0, 1.0
    cycles.caustics_reflective = cycles.caustics_refractive = False
    scene.view_settings.view_transform = "Standard"
    layer = scene.view_layers[0]
    layer.cycles.denoising_store_passes = True  # the only passes that hold a surface's colour without its light
    for name in ("z", "normal", "object_index", "position"):
        setattr(layer, f"use_pass_{name}", True)


def window(left: float, top: float, right: float, bottom: float) -> None:
    """Render only that part of the frame (0..1 from its upper left corner)."""
    view = bpy.context.scene.render
    view.use_border, view.use_crop_to_border = True, True
    view.border_min_x, view.border_max_x = left, right
    view.border_min_y, view.border_max_y = 1 - bottom, 1 - top


def render(path: Path) -> None:
    """One EXR of many layers: the picture and the passes."""
    image = bpy.context.scene.render.image_settings
    image.media_type = "MULTI_LAYER_IMAGE"
    image.file_format, image.color_depth = "OPEN_EXR_MULTILAYER", "16"
    image.exr_codec = "NONE"  # it is read back at once: packing it only takes time
    bpy.context.scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)


def unlit(width: int, height: int) -> None:
    """The settings for form alone: full size, no lamps, no bounces, no denoising."""
    scene = bpy.context.scene
    scene.render.resolution_x, scene.render.resolution_y = width, height
    for thing in scene.objects:
        if thing.type == "LIGHT":
            thing.hide_render = True
    if scene.world is not None:
        scene.world.node_tree.nodes["Background"].inputs["Strength"].default_value = 0
    cycles = scene.cycles
    cycles.samples, cycles.use_adaptive_sampling, cycles.use_denoising = 1, False, False
    cycles.max_bounces, cycles.filter_width = 0, 0.6  # nearly the middle of each pixel: the brush rounds the steps
