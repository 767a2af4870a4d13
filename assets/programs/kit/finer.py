"""Light rendered small, laid on forms rendered large: joint bilateral upsampling.

The surfaces' colour is taken out of the light first and put back at full size, so that only light is enlarged. Each
large pixel takes its light from those small ones around it that lie in the same plane, face the same way and belong to
the same thing (Kopf et al., "Joint bilateral upsampling", 2007). Knows nothing of grading or of paint.
"""

from dataclasses import replace

import numba
import numpy as np
from scipy import ndimage

from assets.programs.kit.finish import blur
from assets.programs.kit.passes import Passes
from assets.programs.kit.shapes import Array

FLOOR = 0.05  # added to every colour, so that black things keep their gloss and lamps, which have none, their light
SAME_PLANE = 0.015  # how far out of the plane a neighbour may lie, as a part of its distance from the camera
STRANGER = 1e-4  # what a pixel of another thing still counts, so that something is always found
MIRROR = (0.05, 0.15)  # how far the two renders' colours may differ, as a part of them: from where a thing is a mirror
AROUND = 6  # pixels around one that are looked at for that, so that the edge of a tile is none


@numba.njit(parallel=True, fastmath=True, cache=True)
def _laid(light, place, normal, depth, index, big_place, big_normal, big_depth, big_index):  # noqa: ANN001, ANN202 -- numba
    h, w, kinds = light.shape
    bh, bw = big_depth.shape
    out = np.zeros((bh, bw, kinds), np.float32)
    for y in numba.prange(bh):
        fy = (y + 0.5) * h / bh - 0.5
        for x in range(bw):
            fx = (x + 0.5) * w / bw - 0.5
            sky, d = big_depth[y, x] > 1e5, big_depth[y, x]
            nx, ny, nz = big_normal[y, x, 0], big_normal[y, x, 1], big_normal[y, x, 2]
            total = 0.0
            for j in range(int(np.floor(fy)) - 1, int(np.floor(fy)) + 3):
                jj = min(max(j, 0), h - 1)
                for i in range(int(np.floor(fx)) - 1, int(np.floor(fx)) + 3):
                    ii = min(max(i, 0), w - 1)
                    m = np.exp(-1.1 * ((j - fy) ** 2 + (i - fx) ** 2))
                    like = 1.0
                    if sky != (depth[jj, ii] > 1e5) or index[jj, ii] != big_index[y, x]:
                        like = 0.0
                    elif not sky:
                        off = nx * (place[jj, ii, 0] - big_place[y, x, 0])
                        off += ny * (place[jj, ii, 1] - big_place[y, x, 1])
                        off += nz * (place[jj, ii, 2] - big_place[y, x, 2])
                        off /= SAME_PLANE * d
                        turn = (nx - normal[jj, ii, 0]) ** 2
                        turn += (ny - normal[jj, ii, 1]) ** 2 + (nz - normal[jj, ii, 2]) ** 2
                        like = np.exp(-off * off - 2.5 * turn)
                    m *= like + STRANGER
                    total += m
                    for kind in range(kinds):
                        out[y, x, kind] += m * light[jj, ii, kind]
            for kind in range(kinds):
                out[y, x, kind] /= total
    return out


def finer(light: Passes, form: Passes) -> Passes:
    """The form's passes with the small render's light on them."""
    bare = (light.light / (light.albedo + FLOOR)).astype(np.float32)
    small, large = ((p.place, p.normal, p.depth, p.index) for p in (light, form))
    together = np.concatenate((bare, light.albedo, light.light), axis=2).astype(np.float32)
    laid, colour, seen = np.split(_laid(together, *small, *large), 3, axis=2)
    laid = laid * (form.albedo + FLOOR)
    mirror = _mirrors(colour, form.albedo)
    return replace(form, light=laid + (seen - laid) * mirror[..., None])


def _mirrors(small: Array, large: Array) -> Array:
    """Where the colour of a surface is that of something else which it shows: the renders see that differently.

    There the light is enlarged as it is, with the colour in it.
    """
    a, b = (blur(image.mean(axis=2), AROUND) for image in (small, large))
    apart = np.abs(a - b) / (a + b + FLOOR)
    mirror = np.clip((apart - MIRROR[0]) / (MIRROR[1] - MIRROR[0]), 0, 1).astype(np.float32)
    return blur(ndimage.maximum_filter(mirror, 4 * AROUND + 1), AROUND)
