"""Grading in scene-linear light and after: haze, mist, beams, bloom, film curve, tone, vignette, grain.

Knows nothing of brush strokes. Images are float arrays (h, w, 3); `k` is the width over 1920.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy import ndimage

from assets.programs.kit.passes import Passes
from assets.programs.kit.shapes import Array
from assets.programs.kit.surfaces import Colour


@dataclass(frozen=True, slots=True)
class Beams:
    """Light smeared away from a point (0..1 of the frame): what is brighter than `above`, by `amount`."""

    x: float
    y: float
    above: float = 0.8
    amount: float = 0.4
    length: float = 0.6
    colour: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Plume:
    """Smoke from a point (0..1 of the frame, as is its width) up to `top`: it leans, widens, frays and thins."""

    x: float
    y: float
    top: float
    lean: float = 0.06
    width: float = 0.02
    colour: Colour = (0.2, 0.22, 0.25)
    amount: float = 0.6


@dataclass(frozen=True, slots=True)
class Look:
    """How one picture is graded and painted. Colours of haze and mist are light, tones are 0..1 print values."""

    exposure: float = 1.2
    haze: Colour | None = None
    haze_distance: float = 60.0
    haze_start: float = 6.0
    haze_most: float = 0.8
    mist: Colour | None = None
    mist_at: tuple[float, ...] = ()
    mist_amount: float = 0.5
    mist_top: float = 4.0
    beams: Beams | None = None
    smoke: Plume | None = None
    bloom: float = 0.45
    bloom_above: float = 1.0
    shadow: Colour = (0.42, 0.48, 0.54)
    highlight: Colour = (0.60, 0.55, 0.45)
    tone: float = 0.5
    colour: float = 1.0
    contrast: float = 0.35
    quiet: float = 0.45
    vignette: float = 0.42
    ink: float = 0.5
    brush: float = 7.0
    sky_low: Colour | None = None
    sky_high: Colour | None = None
    clouds: float = 0.12
    sun: tuple[float, float, float] | None = None
    sun_light: Colour = (0.5, 0.36, 0.2)


def luminance(image: Array) -> Array:
    """How bright each pixel is to the eye."""
    return image @ np.array([0.2126, 0.7152, 0.0722], np.float32)


def blur(image: Array, size: float) -> Array:
    """A soft blur of that many pixels."""
    return ndimage.gaussian_filter(image, (size, size, 0) if image.ndim == 3 else size, mode="nearest")


def stretched(image: Array, h: int, w: int) -> Array:
    """An image or a layer at a larger size, straight between its pixels; Pillow does it in a tenth of SciPy's time."""
    if image.ndim == 3:
        return np.dstack([stretched(image[..., c], h, w) for c in range(image.shape[2])])
    layer = Image.fromarray(np.ascontiguousarray(image, np.float32))
    return np.asarray(layer.resize((w, h), Image.Resampling.BILINEAR))


def _drawn_out(layer: Array) -> Array:
    """Noise pulled sideways, as wind does it."""
    h, w = layer.shape
    part = layer[:, ::3]
    return stretched(part, h, round(part.shape[1] * 3.2))[:, :w]


def wide_blur(image: Array, size: float) -> Array:
    """A very wide blur at low cost: shrink, blur, grow."""
    step = max(1, int(size // 4))
    h, w = image.shape[:2]
    small = image[: h - h % step, : w - w % step].reshape(h // step, step, w // step, step, -1).mean((1, 3))
    small = blur(small, size / step)
    return stretched(small, h, w)


def noise(h: int, w: int, size: float, seed: int = 0) -> Array:
    """Smooth noise with features of `size` pixels, unit spread."""
    step = max(1, int(size))
    grid = np.random.default_rng(seed).standard_normal((h // step + 3, w // step + 3)).astype(np.float32)
    if step >= 12:  # a smooth curve through a few points, then straight between them: the same to the eye, and cheap
        grown = ndimage.zoom(grid, 4, order=3)
        grown = stretched(grown, grown.shape[0] * step // 4, grown.shape[1] * step // 4)[:h, :w]
    else:
        grown = ndimage.zoom(grid, step, order=3 if step > 1 else 0)[:h, :w]
    return grown / (grown.std() + 1e-6)


def clouds(h: int, w: int, size: float, octaves: int = 5, seed: int = 0, gain: float = 0.55) -> Array:
    """Noise upon finer noise, unit spread."""
    total = sum(gain**i * noise(h, w, max(1.0, size / 2**i), seed + i) for i in range(octaves))
    return total / total.std()


def _toward(image: Array, colour: Colour, amount: Array) -> Array:
    return image * (1 - amount[..., None]) + np.array(colour, np.float32) * amount[..., None]


def painted_sky(image: Array, passes: Passes, look: Look, k: float) -> Array:
    """A sky of two colours with clouds and perhaps a sun behind everything that was built."""
    h, w = image.shape[:2]
    y, x = np.mgrid[0 : 1 : h * 1j, 0 : 1 : w * 1j]
    low, high = np.array(look.sky_low, np.float32), np.array(look.sky_high, np.float32)
    drift = clouds(h, w, 420 * k, 6, 3)[:, ::-1]
    drift = _drawn_out(drift) * 0.7 + 0.3 * drift
    rise = np.clip(y * 1.35, 0, 1)[..., None] ** 1.3
    back = (high * (1 - rise) + low * rise) * (1 + look.clouds * drift)[..., None]
    if look.sun:
        sx, sy, size = look.sun
        far = ((x - sx) * 1.78) ** 2 + (y - sy) ** 2
        disc = 1 / (1 + np.exp((np.sqrt(far) - size) * 260))
        halo = np.exp(-far / (size * 9 * size)) * 0.8 + np.exp(-far / 0.12) * 0.5
        back = back + (disc * 1.3 + halo)[..., None] * np.array(look.sun_light, np.float32)
    return np.where(passes.sky[..., None], back, image)


def hazed(image: Array, passes: Passes, look: Look) -> Array:
    """Things far off go over to the haze's colour."""
    far = np.where(passes.sky, 0, np.maximum(passes.depth - look.haze_start, 0))
    return _toward(image, look.haze, np.clip(1 - np.exp(-far / look.haze_distance), 0, 1) * look.haze_most)


def misted(image: Array, passes: Passes, look: Look, k: float) -> Array:
    """Drifting banks at several distances; each hides what is behind it and thins with height."""
    h, w = image.shape[:2]
    height = np.where(passes.sky, 40.0, passes.place[..., 2])
    for i, distance in enumerate(look.mist_at):
        drift = clouds(h, w, 420 * k, 5, 5 + 17 * i)
        drift = _drawn_out(drift)
        body = np.clip((passes.depth - distance) / (distance * 0.25), 0, 1)
        low = np.exp(-np.clip(height, 0, 1e3) / (look.mist_top * (1 + 0.5 * i)))
        image = _toward(image, look.mist, np.clip(look.mist_amount * body * low * (0.75 + 0.35 * drift), 0, 0.94))
    return image


def smoked(image: Array, plume: Plume, k: float) -> Array:
    """One plume laid over the picture, torn by the same noise that makes the clouds."""
    h, w = image.shape[:2]
    y, x = np.mgrid[0 : 1 : h * 1j, 0 : 1 : w * 1j].astype(np.float32)
    rise = np.clip((plume.y - y) / (plume.y - plume.top), 0, 1)
    torn = clouds(h, w, 90 * k, 4, 31)
    middle = plume.x + plume.lean * rise**1.5 + 0.25 * plume.width * np.sin(rise * 9) * rise
    off = (x - middle) / (plume.width * (0.16 + 1.1 * rise)) + 0.45 * rise * torn
    body = np.exp(-off * off) * (1 - rise) ** 0.8 * (y <= plume.y) * np.clip(0.85 + 0.35 * torn[:, ::-1], 0, 1.3)
    return _toward(image, plume.colour, np.clip(plume.amount * body, 0, 0.9))


def beamed(image: Array, beams: Beams) -> Array:
    """The beams of light: each step doubles the reach of the smear."""
    h, w = image.shape[:2]
    step = 2 if w > 900 else 1
    light = np.clip(luminance(image) - beams.above, 0, 4)[::step, ::step]
    y, x = np.mgrid[0 : light.shape[0], 0 : light.shape[1]].astype(np.float32)
    cx, cy = beams.x * light.shape[1], beams.y * light.shape[0]
    for i in range(6):
        pull = 1 - beams.length / 2 ** (6 - i)
        moved = ndimage.map_coordinates(light, [cy + (y - cy) * pull, cx + (x - cx) * pull], order=1, mode="constant")
        light = 0.5 * (light + moved)
    light = stretched(light, h, w)
    return image + beams.amount * light[..., None] * np.array(beams.colour, np.float32)


def bloomed(image: Array, above: float, amount: float, k: float) -> Array:
    """Light spilling around what is very bright."""
    high = np.clip(image - above, 0, 12)
    high = high / (1 + high * 0.15)
    spill = wide_blur(high, 6 * k) * 0.5 + wide_blur(high, 22 * k) * 0.35 + wide_blur(high, 80 * k) * 0.35
    return image + amount * spill


def developed(light: Array) -> Array:
    """Scene-linear light on film: 0..1 for the eye."""
    x = np.maximum(light, 0) * 0.6
    return np.clip((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), 0, 1) ** (1 / 2.2)


def toned(image: Array, shadow: Colour, highlight: Colour, amount: float) -> Array:
    """The darks pulled to one colour, the lights to another."""
    bright = luminance(image)[..., None]
    tone = np.array(shadow) * (1 - bright) + np.array(highlight) * bright
    mixed = np.where(bright < 0.5, 2 * image * tone, 1 - 2 * (1 - image) * (1 - tone))
    return image * (1 - amount) + np.clip(mixed, 0, 1) * amount


def vignetted(image: Array, amount: float, power: float = 2.4) -> Array:
    """Darker towards the corners."""
    y, x = np.mgrid[-1 : 1 : image.shape[0] * 1j, -1 : 1 : image.shape[1] * 1j]
    return image * (1 - amount * np.clip(np.hypot(x * 0.92, y * 0.85), 0, 1.4) ** power)[..., None]


def quieted(image: Array, amount: float) -> Array:
    """The bottom third dark and calm, for the words that will stand there."""
    y = np.linspace(0, 1, image.shape[0])[:, None, None]
    down = np.clip((y - 0.62) / 0.3, 0, 1) ** 1.2
    calm = wide_blur(image, 24 * image.shape[1] / 1920)
    image = image * (1 - 0.5 * down * amount) + calm * 0.5 * down * amount
    return image * (1 - amount * down)


def bloodied(image: Array) -> Array:
    """Red kept to the palette's blood: no pixel redder than that, however much light fell on it."""
    over = np.maximum(0, image[..., 0] - np.maximum(image[..., 1], image[..., 2]) - 0.44)
    image = image.copy()
    image[..., 0] -= 0.75 * over
    image[..., 1:] += 0.06 * over[..., None]
    return image


def grained(image: Array, amount: float, seed: int = 1) -> Array:
    """Film grain, finer in the lights."""
    h, w = image.shape[:2]
    speck = noise(h, w, 1, seed) * 0.6 + noise(h, w, 2, seed + 1) * 0.5
    return image + (speck * amount * (1.15 - 0.8 * luminance(image)))[..., None]


def graded(passes: Passes, look: Look) -> Array:
    """A render's light brought through all of this, up to but not including the brush."""
    image, k = passes.light.copy(), passes.light.shape[1] / 1920
    if look.sky_low:
        image = painted_sky(image, passes, look, k)
    if look.haze:
        image = hazed(image, passes, look)
    if look.mist:
        image = misted(image, passes, look, k)
    if look.smoke:
        image = smoked(image, look.smoke, k)
    if look.beams:
        image = beamed(image, look.beams)
    image = developed(bloomed(image, look.bloom_above, look.bloom, k) * look.exposure)
    image = luminance(image)[..., None] * (1 - look.colour) + image * look.colour
    image = bloodied(np.clip(toned(image, look.shadow, look.highlight, look.tone), 0, 1))
    curve = image * image * (3 - 2 * image)
    image = image * (1 - look.contrast) + curve * look.contrast
    return np.clip(quieted(vignetted(image, look.vignette), look.quiet), 0, 1).astype(np.float32)
