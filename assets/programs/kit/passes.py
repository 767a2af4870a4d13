"""Reading a render: the picture in scene-linear light and the passes that go with it.

Knows nothing of Blender: it reads the EXR that kit.stage wrote.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import OpenEXR
from scipy import ndimage

from assets.programs.kit.shapes import Array


@dataclass(frozen=True, slots=True)
class Passes:
    """What a render holds: light (h, w, 3), cover (h, w), depth in metres, normal, index, place in metres, albedo."""

    light: Array
    cover: Array
    depth: Array
    normal: Array
    index: Array
    place: Array
    albedo: Array

    @property
    def sky(self) -> Array:
        """Where nothing was hit."""
        return self.depth > 1e5


def load(path: Path) -> Passes:
    """The passes of one EXR; Blender writes a part for each."""
    channels = {}
    with OpenEXR.File(str(path), separate_channels=True) as file:
        for number in range(len(file.parts)):
            for name, channel in file.channels(number).items():
                channels[name] = np.asarray(channel.pixels, np.float32)

    def found(*ends: str) -> Array:
        layers = [next(channels[n] for n in channels if n.endswith(end)) for end in ends]
        return np.stack(layers, -1) if len(layers) > 1 else layers[0]

    depth = next(channels[n] for n in channels if n.endswith(("Depth.Z", "Depth.V")))
    index = next(channels[n] for n in channels if "Index" in n and n.endswith((".X", ".V")))
    return Passes(
        found("Combined.R", "Combined.G", "Combined.B"),
        found("Combined.A"),
        depth,
        found("Normal.X", "Normal.Y", "Normal.Z"),
        index,
        found("Position.X", "Position.Y", "Position.Z"),
        found("Denoising Albedo.R", "Denoising Albedo.G", "Denoising Albedo.B"),
    )


def enlarged(passes: Passes, factor: float) -> Passes:
    """The same render at another size: light and cover smooth, the rest without invented in-between values."""

    def grown(layer: Array, order: int) -> Array:
        return ndimage.zoom(layer, (factor, factor) + (1,) * (layer.ndim - 2), order=order, mode="nearest")

    return replace(
        passes,
        light=np.maximum(grown(passes.light, 1), 0),
        cover=grown(passes.cover, 1),
        depth=grown(passes.depth, 0),
        normal=grown(passes.normal, 0),
        index=grown(passes.index, 0),
        place=grown(passes.place, 0),
        albedo=grown(passes.albedo, 0),
    )
