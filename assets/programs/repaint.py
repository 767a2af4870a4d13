"""Brings a finished painting to the size of today: python -m assets.programs.repaint places/place_train ...

For paintings made when places were smaller: enlarged, then gone over once with a fine brush, so that outlines are drawn
at the new size and not blurred to it. Rendering anew does better and takes ten times as long. Knows no scene.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from assets.programs.kit import brush, finish
from assets.programs.render import ASSETS, PLACE, QUALITY

if TYPE_CHECKING:
    from collections.abc import Sequence

FINE, ALONG, CRISP, GRAIN = 2.6, 1.6, 0.3, 0.008


def repainted(picture: Image.Image) -> Image.Image:
    """The picture at the size of a place, in fine strokes."""
    grown = picture.convert("RGB").resize(PLACE, Image.Resampling.LANCZOS)
    paint = brush.strokes(np.asarray(grown, np.float32) / 255, FINE, ALONG)
    paint = paint + CRISP * (paint - finish.blur(paint, 2.0))
    return brush.to_image(finish.grained(paint, GRAIN))


def main(names: Sequence[str]) -> None:
    """Repaints the named files below assets/ that are not of that size yet; a file is whole or not touched."""
    for name in names:
        path = ASSETS / f"{name}.webp"
        picture = Image.open(path)
        if picture.size != PLACE:
            part = path.with_suffix(".part")
            repainted(picture).save(part, "WEBP", quality=QUALITY["places"], method=6)
            Path(part).replace(path)
            print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
