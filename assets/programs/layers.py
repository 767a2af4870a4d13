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

from assets.programs.render import ASSETS, PLACE, QUALITY, programs

if TYPE_CHECKING:
    from types import ModuleType

    from assets.programs.kit.layers import Depths


def depths_of(module: ModuleType, light: str, picture: np.ndarray) -> Depths:
    """The depths of a finished picture: the place is built once more, but not rendered."""
    from assets.programs.kit import layers, silhouette, stage  # noqa: PLC0415 -- they want Blender

    stage.empty()
    module.build(light)
    return layers.apart(picture, silhouette.shape(silhouette.nearby(module.NEAR[light]), *PLACE))


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
    picture = np.asarray(Image.open(path).convert("RGB"), np.float32) / 255
    depths = depths_of(module, light, picture)
    _write(depths, asked.to or path.parent, path.stem)
    _tell(depths, picture)


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
