"""A picture taken apart by depth: what stands nearest to the camera, cut out, and the rest with nothing missing.

What is behind the near things is filled in from around them: its shade runs on smoothly, its brushwork is that of the
nearest spot outside, mirrored at the edge. Knows no scene.
"""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from assets.programs.kit.finish import blur, stretched
from assets.programs.kit.shapes import Array

GROWN, SOFT = 4, 1.5  # pixels by which the brush and its ink go over a form's edge, and how soft the cut is there
HALO = 5  # pixels more around the cut from which nothing is taken: there the near thing still colours what is behind
COVERED = 0.02  # less alpha than this is none, and so much more than none is all
THIN = 0.05  # under that alpha a near thing's own colour can't be told from what shines through it
MOSTLY = 0.7  # under that alpha what a near thing's colour doesn't account for lies behind it, as a wire's end does
SHADE = 10.0  # pixels: what is smoother than that is shade, the rest is brushwork
STROKE = 0.03  # how far brushwork leaves the shade; what goes further is a thing, and has no twin behind the near ones
TOOTH = 60.0  # pixels inside the edge over which the mirrored brushwork is seen


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


def apart(picture: Array, mask: Array) -> Depths:
    """Takes a picture apart; `mask` (h, w) says how much of each pixel is near, 0..1."""
    alpha = _cut(mask)
    hole = ndimage.maximum_filter((alpha > 0).astype(np.uint8), footprint=_disc(HALO)) > 0
    behind = _behind(picture, hole)
    far = np.where((alpha > 0)[..., None], behind, picture)
    over = alpha[..., None]
    own = np.clip((picture - (1 - over) * far) / np.maximum(over, THIN), 0, 1)
    own = np.where(over > THIN, own, filled(own, alpha > 0.5))
    rest = np.clip((picture - over * own) / np.maximum(1 - over, THIN), 0, 1)  # what no near colour accounts for
    far = np.where(over < MOSTLY, rest, far)
    return Depths(far, np.dstack([own, alpha]))


def _behind(picture: Array, hole: Array) -> Array:
    """The picture with its hole filled."""
    away, (row, column) = ndimage.distance_transform_edt(hole, return_indices=True)
    smooth = filled(picture, ~hole)
    shade = blur(smooth, SHADE)
    work = np.where(hole[..., None], 0, np.clip(picture - shade, -STROKE, STROKE))
    h, w = hole.shape
    y, x = np.mgrid[0:h, 0:w]
    mirrored = work[np.clip(2 * row - y, 0, h - 1), np.clip(2 * column - x, 0, w - 1)]
    return np.clip(shade + mirrored * np.exp(-((away / TOOTH) ** 2))[..., None], 0, 1)


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
    if known.all():
        return image
    if min(known.shape) < 2:
        return np.broadcast_to((image * weight).sum((0, 1)) / max(weight.sum(), 1), image.shape)
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
