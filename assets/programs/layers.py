"""Takes a finished place apart by depth for a slow move: python -m assets.programs.layers NAME_LIGHT [--to FOLDER].

Writes NAME_far.webp and NAME_near.webp beside the picture. What is near, the place's own program says: `NEAR` holds it
for each light. Knows nothing of how a layer is cut.
"""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from assets.programs.render import ASSETS, LIGHT, LIGHT_SAMPLES, PLACE, QUALITY, form, programs, rendered

if TYPE_CHECKING:
    from types import ModuleType

    from assets.programs.kit.layers import Depths


HALF = (PLACE[0] // 2, PLACE[1] // 2)
MARK = 50  # the index of what is near, while its form is rendered


def depths_of(module: ModuleType, light: str, picture: Image.Image) -> Depths:
    """The depths of a finished picture. What is behind is painted at half its size: little of it is ever seen."""
    from assets.programs.kit import brush, finer, layers, stage  # noqa: PLC0415 -- bpy only where something is rendered

    stage.empty()
    module.build(light)
    near = stage.nearby(module.NEAR[light])
    for thing in near:
        thing.visible_camera = False
    bare = finer.finer(rendered(*LIGHT, LIGHT_SAMPLES, False), form(*HALF))
    painted = brush.place_picture(bare, module.LOOKS[light]).resize(PLACE, Image.Resampling.BICUBIC)
    for thing in near:
        thing.visible_camera, thing.pass_index = True, MARK
    mask = form(*PLACE).index == MARK
    values = [np.asarray(image.convert("RGB"), np.float32) / 255 for image in (picture, painted)]
    return layers.apart(values[0], values[1], mask)


def main() -> None:
    """Reads the command line, takes one picture apart and says how well it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="a program of places/ and one of its lights, as in railway_first")
    parser.add_argument("--to", type=Path, help="the folder to write to (default: that of the picture)")
    asked = parser.parse_args()
    base, _, light = asked.name.rpartition("_")
    if programs().get(base) != "places":
        parser.error(f"no place {base!r}")
    module = importlib.import_module(f"assets.programs.places.{base}")
    if light not in getattr(module, "NEAR", {}):
        parser.error(f"the program of {base} doesn't say what is near in the light {light!r}: see NEAR in others")
    path = ASSETS / f"{module.FILES[light]}.webp"
    picture = Image.open(path).convert("RGB")
    depths = depths_of(module, light, picture)
    _write(depths, asked.to or path.parent, path.stem)
    _tell(depths, np.asarray(picture, np.float32) / 255)


def _write(depths: Depths, folder: Path, name: str) -> None:
    from assets.programs.kit import brush  # noqa: PLC0415

    for end, layer in (("far", depths.far), ("near", depths.near)):
        brush.to_image(layer).save(folder / f"{name}_{end}.webp", quality=QUALITY["places"], method=6, exact=True)


def _tell(depths: Depths, picture: np.ndarray) -> None:
    from assets.programs.kit import layers  # noqa: PLC0415

    off = np.abs(depths.together - picture).max()
    print(f"near covers {(depths.near[..., 3] > 0).mean():.0%}, its boxes {layers.boxes(depths):.0%}; off by {off:.3f}")


if __name__ == "__main__":
    main()
