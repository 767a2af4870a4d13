"""Painting: an anisotropic Kuwahara brush in two sizes, ink where depth or form breaks, the tooth of canvas.

Knows nothing of grading, except that people are developed here because they have no scene of their own.
"""

import numba
import numpy as np
from PIL import Image
from scipy import ndimage

from assets.programs.kit import finish
from assets.programs.kit.build import GLOW, HERO
from assets.programs.kit.finish import Look, blur, luminance, noise
from assets.programs.kit.passes import Passes
from assets.programs.kit.shapes import Array

INK = (0.035, 0.030, 0.035)
CELLS = 96  # how finely the table of a stroke's eight sectors is divided


def _sectors() -> tuple[Array, Array, Array]:
    """For every spot of the unit disc: its sector, how far it lies towards the next one, and its weight."""
    u = ((np.arange(CELLS) + 0.5) / CELLS * 2 - 1)[None, :]
    t = u.T
    turn = np.arctan2(t, u) * (4.0 / np.pi) + 8.0
    weight = np.where(u * u + t * t <= 1, np.exp(-2.0 * (u * u + t * t)), 0)
    return (np.floor(turn) % 8).astype(np.int8), (turn - np.floor(turn)).astype(np.float32), weight.astype(np.float32)


SECTOR, PART, WEIGHT = _sectors()


@numba.njit(parallel=True, fastmath=True, cache=True)
def _kuwahara(image, angle, stretch, radius, sharpness, sector, part_of, weight_of):  # noqa: ANN001, ANN202 -- numba reads their types
    h, w, _ = image.shape
    out = np.empty_like(image)
    for y in numba.prange(h):
        for x in range(w):
            long, short = radius * (1.0 + stretch[y, x]), radius / (1.0 + stretch[y, x])
            c, s, half = np.cos(angle[y, x]), np.sin(angle[y, x]), np.float32(0.5 * CELLS)
            cl, sl, cs, ss = half * c / long, half * s / long, half * c / short, half * s / short
            weight, mean, square = np.zeros(8, np.float32), np.zeros((8, 3), np.float32), np.zeros(8, np.float32)
            # the stroke is the ellipse e*i*i + 2*f*i*j + k*j*j < 1: visit only the pixels inside
            e, k = (c / long) ** 2 + (s / short) ** 2, (s / long) ** 2 + (c / short) ** 2
            f = c * s * (1 / (long * long) - 1 / (short * short))
            reach = int(np.sqrt(e) * long * short)
            for j in range(-reach, reach + 1):
                yy = min(max(y + j, 0), h - 1)
                root = np.sqrt(max((f * j) ** 2 - e * (k * j * j - 0.97), 0.0))
                for i in range(int(np.ceil((-f * j - root) / e)), int(np.floor((-f * j + root) / e)) + 1):
                    row, column = int(half - ss * i + cs * j), int(half + cl * i + sl * j)
                    g = weight_of[row, column]
                    xx = min(max(x + i, 0), w - 1)
                    first, part = sector[row, column], part_of[row, column]
                    r, gr, b = image[yy, xx, 0], image[yy, xx, 1], image[yy, xx, 2]
                    for n in range(2):
                        q = first if n == 0 else (first + 1) % 8
                        m = g * (1 - part if n == 0 else part)
                        weight[q] += m
                        mean[q, 0] += m * r
                        mean[q, 1] += m * gr
                        mean[q, 2] += m * b
                        square[q] += m * (r * r + gr * gr + b * b)
            total, o0, o1, o2 = 0.0, 0.0, 0.0, 0.0
            for q in range(8):
                if weight[q] < 1e-5:
                    continue
                r, gr, b = mean[q, 0] / weight[q], mean[q, 1] / weight[q], mean[q, 2] / weight[q]
                spread = square[q] / weight[q] - (r * r + gr * gr + b * b)
                m = 1.0 / (1e-4 + max(spread, 0.0) * 255.0) ** (sharpness * 0.5)
                total += m
                o0 += m * r
                o1 += m * gr
                o2 += m * b
            out[y, x, 0], out[y, x, 1], out[y, x, 2] = o0 / total, o1 / total, o2 / total
    return out


def strokes(image: Array, radius: float, smooth: float) -> Array:
    """The image in flat strokes of that radius, laid along its own contours."""
    image = image.astype(np.float32)
    bright = luminance(image)
    gx, gy = ndimage.sobel(bright, 1), ndimage.sobel(bright, 0)
    e, f, g = blur(gx * gx, smooth), blur(gx * gy, smooth), blur(gy * gy, smooth)
    root = np.sqrt(np.maximum((e - g) ** 2 + 4 * f * f, 0))
    angle = (np.arctan2(2 * f, e - g) / 2 + np.pi / 2).astype(np.float32)
    stretch = np.where(e + g > 1e-7, root / (e + g + 1e-7), 0).astype(np.float32)
    return _kuwahara(image, angle, stretch, np.float32(radius), np.float32(8), SECTOR, PART, WEIGHT)


def ink_lines(passes: Passes, depth_step: float, normal_step: float) -> Array:
    """Lines 0..1 where depth, form or object changes, fading with distance except on the hero of the picture."""
    far = np.log(np.clip(passes.depth, 0.05, 1e4))
    # the second difference finds creases and outlines and passes over planes that only recede
    second = np.abs(ndimage.convolve(far, np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]], np.float32)))
    turn = sum(np.abs(passes.normal - np.roll(passes.normal, 1, a)).sum(-1) for a in (0, 1))
    change = sum(np.abs(passes.index - np.roll(passes.index, 1, a)) for a in (0, 1)) > 0.5
    lines = np.maximum(np.clip(second / depth_step - 0.4, 0, 1), np.clip(turn / normal_step - 0.6, 0, 1) * 0.8)
    lines = blur(np.maximum(lines, change.astype(np.float32)), 0.6)
    keep = np.where(passes.index == HERO, 0.42, 0.10)
    return np.clip(lines, 0, 1) * np.maximum(np.clip(1.3 - np.minimum(passes.depth, 1e4) / 60, 0, 1), keep)


def painted(image: Array, passes: Passes, k: float, look: Look, seed: int = 3) -> Array:
    """The graded image as paint: broad strokes in the quiet parts, fine ones where much happens, ink, canvas."""
    h, w = image.shape[:2]
    # the broad strokes are soft by nature: laid at half size they look the same and cost a tenth
    half = ndimage.zoom(image, (0.5, 0.5, 1), order=1)
    broad = strokes(half, max(2, look.brush * 0.75 * k), 1.5 * k)
    broad = ndimage.zoom(broad, (h / half.shape[0], w / half.shape[1], 1), order=1, mode="nearest")[:h, :w]
    fine = strokes(image, max(2, look.brush * 0.55 * k), 1.6 * k)
    busy = blur(np.abs(luminance(image) - blur(luminance(image), 3 * k)), 4 * k)
    busy = np.clip(busy / (np.percentile(busy, 92) + 1e-5), 0, 1)[..., None]
    out = broad * (1 - busy) + fine * busy
    out = out + 0.35 * (out - blur(out, 2.2 * k))
    lines = ink_lines(passes, 0.05, 0.75) * np.where(passes.index == GLOW, 0.4, 1)
    lines = look.ink * lines * (0.55 + 0.45 * np.clip(finish.clouds(h, w, 60 * k, 3, seed) * 0.5 + 0.6, 0, 1))
    out = out * (1 - lines[..., None]) + np.array(INK, np.float32) * lines[..., None]
    return out * (1 + 0.035 * min(1, k) ** 2 * _tooth(h, w, k, seed))[..., None]


def _tooth(h: int, w: int, k: float, seed: int) -> Array:
    long = 3 * k + 0.5
    weave = [ndimage.gaussian_filter(noise(h, w, 1, seed + 1 + n), s) for n, s in enumerate(((0.4, long), (long, 0.4)))]
    return noise(h, w, 1, seed) * 0.5 + 1.6 * (weave[0] + weave[1])


def place_picture(passes: Passes, look: Look) -> Image.Image:
    """A place, finished."""
    k = passes.light.shape[1] / 1920
    image = painted(finish.graded(passes, look), passes, k, look)
    return to_image(finish.grained(finish.vignetted(image, 0.08), 0.016 * min(1, k) ** 2))


def person_picture(passes: Passes, look: Look, high: int | None = None) -> Image.Image:
    """A person on a clear ground, finished; `high`: how many pixels the whole is high, where this is only the head."""
    k = (high or passes.light.shape[0]) / 1290
    image, cover = finish.developed(passes.light * look.exposure), np.clip(passes.cover, 0, 1)
    image = luminance(image)[..., None] * (1 - look.colour) + image * look.colour
    image = painted(_bled(image, cover, k), passes, k, look)
    image = finish.bloodied(np.clip(finish.toned(image, look.shadow, look.highlight, look.tone), 0, 1))
    image = image * (1 - look.contrast) + image * image * (3 - 2 * image) * look.contrast
    return to_image(_by_hand(np.dstack([finish.grained(image, 0.012), cover]), k))


def laid(whole: Image.Image, part: Image.Image, left: int, edge: int = 20, soft: int = 16) -> Image.Image:
    """The upper part of a finished person, from `left` on, replaced; in pixels: `edge`, how much of its border is left
    out, where the brush had no neighbours, and `soft`, how wide the seam is.
    """
    left, part = left + edge, part.crop((edge, 0, part.width - edge, part.height - edge))
    wide, high = part.size
    across = np.minimum(np.arange(1, wide + 1), np.arange(wide, 0, -1)) / (soft + 1)
    share = np.clip(np.minimum(across[None, :], np.arange(high, 0, -1)[:, None] / (soft + 1)), 0, 1)
    under = whole.convert("RGBa").crop((left, 0, left + wide, high))  # colour times cover: clear ground has no colour
    mixed = np.asarray(under) * (1 - share[..., None]) + np.asarray(part.convert("RGBa")) * share[..., None]
    out = whole.convert("RGBa")
    out.paste(Image.fromarray((mixed + 0.5).astype(np.uint8), "RGBa"), (left, 0))
    return out.convert("RGBA")


def _by_hand(image: Array, k: float) -> Array:
    """The picture drawn with an unsteady hand: contours waver by a pixel or two, as no render's do."""
    h, w = image.shape[:2]
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    slow, quick = ([finish.noise(h, w, size * k, seed) for seed in (5, 9)] for size in (24, 6))
    off = [0.8 * k * a + 0.25 * k * b for a, b in zip(slow, quick, strict=True)]
    off[1] = off[1] * np.clip((h - 1 - y) / (20 * k), 0, 1)  # the foot stays on the edge
    return np.dstack(
        [ndimage.map_coordinates(image[..., c], [y + off[1], x + off[0]], order=1, mode="nearest") for c in range(4)]
    )


def _bled(image: Array, cover: Array, k: float) -> Array:
    """Colour carried past the outline, so that the brush drags in no black from the empty ground."""
    inside = (cover > 0.95).astype(np.float32)
    out = image.copy()
    for size in (30, 12, 5, 2):
        weight = blur(inside, size * k)[..., None]
        spread = blur(image * inside[..., None], size * k) / np.maximum(weight, 0.02)
        out = np.where((inside > 0.5)[..., None], image, np.where(weight > 0.02, spread, out))
    return out


def to_image(values: Array) -> Image.Image:
    """Values 0..1 as an 8-bit image."""
    return Image.fromarray((np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8))
