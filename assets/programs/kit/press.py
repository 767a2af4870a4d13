"""Printing: flat shapes composed as SVG, one ink to a plate, then screened, worn, shifted and overprinted on paper.

Knows nothing of Blender. On a plate 0 is full ink and 1 is bare paper, as on a proof. Plates are drawn in units of a
sheet of 1920×1080; what is printed has FINE pixels to each.
"""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import resvg_py
from PIL import Image
from scipy import ndimage

from assets.programs.kit.brush import to_image
from assets.programs.kit.finish import blur, clouds, noise, vignetted
from assets.programs.kit.shapes import Array
from assets.programs.kit.surfaces import Colour

WIDTH, HEIGHT = 1920, 1080
FINE = 4 / 3
"""2560×1440 pixels."""
SLANT = 28 / 58
"""How far an edge leans to the right for each unit it rises: the lean of every plate in the game."""
EDGE = 1200.0
"""Where the ink at the left of every card with words ends, at the top."""
PAPER: Colour = (0.890, 0.845, 0.750)
INK: Colour = (0.075, 0.065, 0.062)
RED: Colour = (0.690, 0.120, 0.085)
AMBER: Colour = (0.895, 0.560, 0.145)
SLATE: Colour = (0.330, 0.410, 0.410)
Spot = tuple[float, float]


def _grey(ink: float) -> str:
    return f"#{round(255 * min(1, max(0, ink))):02x}" + 2 * f"{round(255 * min(1, max(0, ink))):02x}"


def _stops(inks: Spot) -> str:
    return "".join(f'<stop offset="{n}" stop-color="{_grey(ink)}"/>' for n, ink in enumerate(inks))


@dataclass(slots=True)
class Plate:
    """One ink's drawing, built up shape upon shape; every call returns the plate."""

    shapes: list[str] = field(default_factory=list)

    def polygon(self, spots: Sequence[Spot], ink: float = 0) -> "Plate":
        """A filled polygon."""
        where = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        self.shapes.append(f'<polygon points="{where}" fill="{_grey(ink)}"/>')
        return self

    def box(self, x: float, y: float, w: float, h: float, ink: float = 0) -> "Plate":
        """A rectangle."""
        return self.polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], ink)

    def disc(self, x: float, y: float, r: float, ink: float = 0) -> "Plate":
        """A filled circle."""
        self.shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{_grey(ink)}"/>')
        return self

    def ring(self, x: float, y: float, r: float, w: float, ink: float = 0) -> "Plate":
        """A circle's line."""
        self.shapes.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="none" stroke="{_grey(ink)}" stroke-width="{w}"/>'
        )
        return self

    def line(self, spots: Sequence[Spot], w: float, ink: float = 0) -> "Plate":
        """A line through all those spots, with sharp corners."""
        where = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        self.shapes.append(
            f'<polyline points="{where}" fill="none" stroke="{_grey(ink)}" stroke-width="{w}" stroke-linejoin="miter"/>'
        )
        return self

    def shade(self, spots: Sequence[Spot], start: Spot, end: Spot, inks: Spot) -> "Plate":
        """A polygon shaded from one ink at `start` to another at `end`."""
        name, where = f"g{len(self.shapes)}", " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        self.shapes.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" '
            f'x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}">{_stops(inks)}</linearGradient>'
            f'<polygon points="{where}" fill="url(#{name})"/>'
        )
        return self

    def ball(self, x: float, y: float, r: float, inks: Spot) -> "Plate":
        """A circle shaded from the middle outwards."""
        name = f"g{len(self.shapes)}"
        self.shapes.append(
            f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="{r}">'
            f"{_stops(inks)}</radialGradient>"
            f'<circle cx="{x}" cy="{y}" r="{r}" fill="url(#{name})"/>'
        )
        return self

    def mask(self, fine: float) -> Array:
        """How much ink lies where, 0 to 1."""
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH * fine:.0f}" height="{HEIGHT * fine:.0f}" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
            f"{''.join(self.shapes)}</svg>"
        )
        drawn = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg)))).convert("L")
        return 1 - np.asarray(drawn, np.float32) / 255


@dataclass(frozen=True, slots=True)
class Pass:
    """One run through the press: plate, ink, screen angle, how far the sheet slipped (y, x), and whether it mixes."""

    plate: Plate
    ink: Colour
    angle: float
    slip: Spot = (0, 0)
    over: bool = False


def _screened(mask: Array, cell: float, angle: float) -> Array:
    """The middle tones as dots; solids stay solid."""
    y, x = np.mgrid[0 : mask.shape[0], 0 : mask.shape[1]].astype(np.float32)
    a = math.radians(angle)
    u = (x * math.cos(a) + y * math.sin(a)) / cell * math.pi
    v = (-x * math.sin(a) + y * math.cos(a)) / cell * math.pi
    return np.clip((mask - (np.cos(u) * np.cos(v) + 1) / 2) * 6 + 0.5, 0, 1)


def printed(passes: Sequence[Pass], seed: int, wear: float = 1.0) -> Image.Image:
    """The finished sheet; with `small()` before it, a proof."""
    fine = Sheet.fine
    width, height = round(WIDTH * fine), round(HEIGHT * fine)
    image = np.ones((height, width, 3), np.float32) * np.array(PAPER, np.float32)
    image *= (1 + 0.022 * clouds(height, width, 240 * fine, 6, 77) + 0.018 * noise(height, width, 2, 5))[..., None]
    for n, one in enumerate(passes):
        slip = one.slip[0] * fine, one.slip[1] * fine
        mask = ndimage.shift(_screened(one.plate.mask(fine), 6.5 * fine, one.angle), slip, order=1, mode="nearest")
        worn = clouds(height, width, 150 * fine, 7, seed + 31 * n, 0.75)
        speck = 0.12 * np.clip(noise(height, width, 1, seed + n), 0, 3) * (worn > 0.4)
        mask = mask * np.clip(1.08 - wear * (0.42 * np.clip(worn - 1.25, 0, 1) + speck), 0, 1)
        mask = (blur(mask, 0.6 * fine) * 0.95)[..., None]
        ink = np.array(one.ink, np.float32)
        image = image * (1 - mask) + (image * ink * 1.12 if one.over else ink) * mask
    return to_image(vignetted(image, 0.22))


class Sheet:
    """How many pixels are printed to each unit of the plates."""

    fine = FINE


def small() -> None:
    """From now on print proofs of 960×540, to look at."""
    Sheet.fine = 0.5


def at(spots: Sequence[Spot], x: float, y: float, size: float = 1.0, turn: float = 0.0) -> list[Spot]:
    """A shape about nought, put where it stands: made larger, and turned clockwise by so many degrees."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return [(x + size * (px * c - py * s), y + size * (px * s + py * c)) for px, py in spots]


def round_(x: float, y: float, rx: float, ry: float, start: float = 0.0, end: float = 360.0) -> list[Spot]:
    """An ellipse, or a part of one from `start` to `end` degrees clockwise from the right, as a polygon."""
    count = max(8, round(abs(end - start) / 5))
    turns = (math.radians(start + (end - start) * n / count) for n in range(count + 1))
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in turns]


@dataclass(slots=True)
class Poster:
    """The three plates of a card, laid out as all of them are: ink on the left for the words, up to a slanted edge."""

    slate: Plate = field(default_factory=Plate)
    red: Plate = field(default_factory=Plate)
    black: Plate = field(default_factory=Plate)

    def rays(self, x: float, y: float, count: int, ink: float = 0.38) -> None:
        """A slate ground with rays out of one spot."""
        self.slate.box(0, 0, WIDTH, HEIGHT, 0.10)
        for n in range(count):
            a = math.pi * 2 * (n + 0.5) / count
            half = 0.55 * math.pi / count
            far = [(x + 2400 * math.cos(a + w), y + 2400 * math.sin(a + w)) for w in (-half, half)]
            self.slate.polygon([(x, y), *far], ink)

    def sun(self, x: float, y: float, r: float) -> None:
        """A pale disc with a ring of slate about it."""
        self.bare(round_(x, y, r * 1.1, r * 1.1))
        self.slate.polygon(round_(x, y, r * 1.1, r * 1.1), 0)
        self.bare(round_(x, y, r, r))

    def night(self) -> None:
        """The ink at the left, on which the words stand, and a sliver of paper along its edge."""
        foot = EDGE - HEIGHT * SLANT
        self.ink([(0, 0), (EDGE, 0), (foot, HEIGHT), (0, HEIGHT)])
        self.bare([(EDGE + 26, 0), (EDGE + 38, 0), (foot + 38, HEIGHT), (foot + 26, HEIGHT)])

    def flat(self, spots: Sequence[Spot], slate: float = 1, red: float = 1, black: float = 1) -> None:
        """A shape in the inks that are named, on all plates at once: nothing of what lay under it is left."""
        self.slate.polygon(spots, slate)
        self.red.polygon(spots, red)
        self.black.polygon(spots, black)

    def bare(self, spots: Sequence[Spot]) -> None:
        """A shape of plain paper."""
        self.flat(spots)

    def ink(self, spots: Sequence[Spot], ink: float = 0.0) -> None:
        """A shape of ink; with `ink` above nought it is screened over paper."""
        self.flat(spots, black=ink)

    def grey(self, spots: Sequence[Spot], ink: float = 0.0) -> None:
        """A shape of slate."""
        self.flat(spots, slate=ink)

    def blood(self, spots: Sequence[Spot]) -> None:
        """The one shape of red."""
        self.flat(spots, red=0)

    def stroke(self, spots: Sequence[Spot], w: float, slate: float = 1, red: float = 1, black: float = 1) -> None:
        """A line in the inks that are named, as `flat` is a shape."""
        self.slate.line(spots, w, slate)
        self.red.line(spots, w, red)
        self.black.line(spots, w, black)

    def outlined(self, spots: Sequence[Spot], w: float = 7) -> None:
        """The edge of a shape in ink."""
        self.stroke([*spots, *spots[:2]], w, black=0)

    def printed(self, seed: int) -> Image.Image:
        """The card."""
        passes = [Pass(self.slate, SLATE, 15), Pass(self.red, RED, 45, (1, 2)), Pass(self.black, INK, 30)]
        return printed(passes, seed, wear=0.45)
