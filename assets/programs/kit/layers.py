"""A picture taken apart by depth: what stands nearest to the camera, cut out, and the rest with nothing missing.

The rest is the same place rendered once more, smaller, without the near things being seen (they still throw their
shadows), so that behind them is what is behind them; only its shade is brought to that of the picture. Knows no scene.
"""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from assets.programs.kit.finish import blur, stretched
from assets.programs.kit.shapes import Array

GROWN, SOFT = 3, 1.5  # pixels by which the brush and its ink go over a form's edge, and how soft the cut is there
COVERED = 0.02  # less alpha than this is none, and so much more than none is all
THIN = 0.05  # under that alpha a near thing's own colour can't be told from what shines through it


@dataclass(frozen=True, slots=True)
class Depths:
    """A picture in two: `far` (h, w, 3), and `near` (h, w, 4) that laid on it gives the picture; values 0..1."""

    far: Array
    near: Array

    @property
    def together(self) -> Array:
        """The one laid on the other."""
        alpha = self.near[..., 3:]
        return self.far * (1 - alpha) + self.near[..., :3] * alpha


def apart(picture: Array, bare: Array, mask: Array) -> Depths:
    """Takes `picture` apart: `bare` is it painted without the near things, `mask` (h, w) is true where they are."""
    alpha = _cut(mask)
    hole = alpha > 0
    far = np.where(hole[..., None], np.clip(bare + filled(picture - bare, ~hole), 0, 1), picture)
    over = alpha[..., None]
    own = np.clip((picture - (1 - over) * far) / np.maximum(over, THIN), 0, 1)
    own = filled(own, alpha > 0.5) * (1 - over) + own * over
    return Depths(far, np.dstack([own, alpha]))


def _cut(mask: Array) -> Array:
    """The alpha of a mask: grown by what the brush goes over it, with a soft edge."""
    grown = ndimage.maximum_filter(mask.astype(np.float32), footprint=_disc(GROWN))
    return np.clip((blur(grown, SOFT) - COVERED) / (1 - 2 * COVERED), 0, 1)


def _disc(radius: int) -> Array:
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    return x * x + y * y <= radius * radius + 1


def filled(image: Array, known: Array) -> Array:
    """The image with what isn't known taken from around it, the nearer the more (push-pull, Gortler et al., 1996)."""
    weight = known.astype(np.float32)[..., None]
    if known.all() or min(known.shape) < 2:
        return (
            image if known.all() else np.broadcast_to((image * weight).sum((0, 1)) / max(weight.sum(), 1), image.shape)
        )
    h, w = known.shape
    small_weight, small = _halved(weight), _halved(image * weight)
    small = small / np.maximum(small_weight, 1e-6)
    small = filled(small, small_weight[..., 0] > 0)
    grown = stretched(small, 2 * small.shape[0], 2 * small.shape[1])[:h, :w]
    return image * weight + grown * (1 - weight)


def _halved(image: Array) -> Array:
    h, w = image.shape[:2]
    even = np.pad(image, ((0, h % 2), (0, w % 2), (0, 0)), mode="edge")
    return even.reshape(even.shape[0] // 2, 2, even.shape[1] // 2, 2, -1).mean((1, 3))


def boxes(depths: Depths) -> float:
    """The share of the picture within the bounding boxes of what stands near, piece by piece."""
    alpha = depths.near[..., 3]
    pieces, _ = ndimage.label(alpha > 0)
    inside = np.zeros(alpha.shape, bool)
    for rows, columns in ndimage.find_objects(pieces):
        inside[rows, columns] = True
    return float(inside.mean())
