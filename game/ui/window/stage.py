"""Paints what stands behind the words: the place and who is there, or quiet stand-ins for pictures that are missing."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin
from zlib import crc32

import pygame

from .assets import Fit, Library, Wanted
from .frame import Backdrop, Drift, Figure
from .geometry import HEIGHT, WHOLE, Box
from .halftone import dotted
from .lighting import light_of, lit
from .marks import Disc, Dots, Mark, Poly, Wash, Words
from .painter import PREMULTIPLIED, Painter
from .slow_move import SlowMove, softened
from .theme import BONE, FOG, INK, IRON, LABEL, NIGHT, NOTE, SLATE, Colour, mixed
from .typesetting import one_line, set_text

LEFT_EDGES = {"far_left": -40.0, "left": 170.0, "centre": 610.0, "right": 1100.0, "far_right": 1270.0}
PORTRAIT_HEIGHT = 1000.0
PORTRAIT_WIDTH = 700.0
"""Portraits are 700 wide at that height; another width keeps its middle."""
SPARE = 30.0
"""How far beyond that a wider portrait may reach."""


class StagePainter:
    """Paints backdrops at one size; finished portraits are kept with the place that tints them."""

    def __init__(self, painter: Painter, library: Library, size: tuple[int, int]) -> None:
        """`size` is the stage's in pixels."""
        self._painter = painter
        self._library = library
        self._size = size
        self._portraits: dict[tuple[str, Colour], pygame.Surface] = {}
        self._ground: tuple[tuple[pygame.Surface, bool], pygame.Surface] | None = None
        """The place that was painted last, softened where it had to be."""
        self._move = SlowMove(library, size)
        self._lit_by: tuple[pygame.Surface, Colour] | None = None

    def wanted(self, backdrop: Backdrop, drift: Drift | None = None) -> tuple[Wanted, ...]:
        """The pictures that a backdrop needs, and larger ones to move over."""
        place = [self._ground_of(backdrop.picture, backdrop.left)] if backdrop.picture else []
        if backdrop.picture and drift is not None:
            place += self._move.wanted(backdrop.picture)
        return (*place, *(self._portrait(f.portrait) for f in backdrop.figures if f.portrait))

    def ready(self, backdrop: Backdrop, drift: Drift | None = None) -> bool:
        """Whether they are all at hand, or known to be missing."""
        asked = [self._library.has(wanted) for wanted in self.wanted(backdrop, drift)]  # for all, not up to the first
        return all(asked)

    def forget(self) -> None:
        """Forget the finished portraits."""
        self._portraits.clear()
        self._ground = self._lit_by = None
        self._move.forget()

    def paint(self, target: pygame.Surface, backdrop: Backdrop | None, drift: Drift | None = None) -> pygame.Surface:
        """Paint the backdrop over the whole target; or ink. `drift` moves the place, not who stands there.

        What it looks like is on the surface that comes back: on `target`, or where nothing lies over the place on one
        that needed no copying; that one is good until the next call, and only to be looked at.
        """
        if backdrop is None:
            target.fill(INK)
            return target
        place = self._library.get(self._ground_of(backdrop.picture, backdrop.left)) if backdrop.picture else None
        if place is not None and (backdrop.hidden or backdrop.left):
            target.fill(INK)
            target.blit(dotted(place) if backdrop.hidden else place, (target.get_width() - place.get_width(), 0))
        elif place is not None:
            seen = self._still(place, soft=bool(backdrop.figures))
            if drift is None or backdrop.picture is None:
                self._move.forget()
            else:
                seen = self._move.at(backdrop.picture, drift, soft=bool(backdrop.figures)) or seen
            if not backdrop.figures and not backdrop.poster:
                return seen
            target.blit(seen, (0, 0))
        elif not backdrop.name:
            target.fill(INK)
        for mark in backdrop.poster or (self._stand_in(backdrop) if place is None and backdrop.name else ()):
            self._painter.draw(target, mark, whole=True)
        if backdrop.figures:
            tint = self._light(target, moved=place is not None and not backdrop.poster)
            for figure in backdrop.figures:
                self._figure(target, figure, tint)
        return target

    def has_place(self, backdrop: Backdrop | None) -> bool:
        """Whether a place stands behind everything that can be moved over; a stand-in lies still."""
        if backdrop is None or not backdrop.picture:
            return False
        return self._library.get(self._ground_of(backdrop.picture, backdrop.left)) is not None

    def reach(self, figures: Iterable[Figure]) -> pygame.Rect:
        """The pixels that some figures may cover."""
        columns = [LEFT_EDGES.get(figure.position, LEFT_EDGES["centre"]) for figure in figures]
        boxes = [Box(left - SPARE, 0, PORTRAIT_WIDTH + 2 * SPARE, HEIGHT) for left in columns]
        rects = [self._painter.pixels(box) for box in boxes] or [pygame.Rect(0, 0, 0, 0)]
        return rects[0].unionall(rects[1:])

    def _still(self, place: pygame.Surface, *, soft: bool) -> pygame.Surface:
        """The place as it is, or a little out of focus behind somebody."""
        if self._ground is None or self._ground[0] != (place, soft):
            self._ground = (place, soft), softened(place, self._size) if soft else place
        return self._ground[1]

    def _light(self, target: pygame.Surface, *, moved: bool) -> Colour:
        """The colour of the light on who stands there; of the place as it lies, or it would change with every step."""
        if not moved or self._ground is None:
            return light_of(target)
        if self._lit_by is None or self._lit_by[0] is not self._ground[1]:
            self._lit_by = self._ground[1], light_of(self._ground[1])
        return self._lit_by[1]

    def _ground_of(self, asset: str, left: float) -> Wanted:
        width, height = self._size
        return Wanted(asset, (width - round(left * self._painter.scale), height), Fit.COVER)

    def _portrait(self, asset: str) -> Wanted:
        return Wanted(asset, (0, round(PORTRAIT_HEIGHT * self._painter.scale)), Fit.HEIGHT)

    def _figure(self, target: pygame.Surface, figure: Figure, tint: Colour) -> None:
        left = LEFT_EDGES.get(figure.position, LEFT_EDGES["centre"])
        source = self._library.get(self._portrait(figure.portrait)) if figure.portrait else None
        if source is None or figure.portrait is None:
            for mark in _silhouette(left, figure.name, self._painter):
                self._painter.draw(target, mark, whole=True)
            return
        surface = self._portraits.get((figure.portrait, tint))
        if surface is None:
            if len(self._portraits) > 12:
                self._portraits.clear()
            surface = self._portraits[figure.portrait, tint] = lit(source, tint)
        x = round((left + PORTRAIT_WIDTH / 2) * self._painter.scale) - surface.get_width() // 2
        target.blit(surface, (x, target.get_height() - surface.get_height()), special_flags=PREMULTIPLIED)

    def _stand_in(self, backdrop: Backdrop) -> tuple[Mark, ...]:
        """A place nobody has painted yet: dusk in the palette, a sun, the name, and what the picture would show."""
        key = crc32(backdrop.name.encode())
        sky = mixed(IRON, (SLATE, NIGHT, FOG, IRON)[key % 4], 0.5)
        sun = (500 + key % 900, 360 + key // 7 % 140)
        marks: list[Mark] = [
            Poly(((0, 0), (1920, 0), (1920, 1080), (0, 1080)), mixed(sky, INK, 0.35)),
            Wash(Box(0, 0, 1920, 760), sky, 0, 170),
            Disc(sun, 210, mixed(sky, FOG, 0.32)),
            Dots(Box(0, 200, 1920, 560), 17, mixed(sky, INK, 0.4), down=1.6, most=0.5),
            Poly(((0, 760), (1920, 700), (1920, 1080), (0, 1080)), mixed(sky, INK, 0.72)),
            Wash(WHOLE, INK, 70, 150),
        ]
        return (*marks, *self._legend(backdrop))

    def _legend(self, backdrop: Backdrop) -> tuple[Mark, ...]:
        measure = self._painter.glyphs
        name = one_line(backdrop.name.upper(), LABEL, measure, 1200)
        marks: list[Mark] = [Words((150, 118), name, LABEL, BONE)]
        for index, line in enumerate(set_text(backdrop.alt, NOTE, 760, measure)[:4] if backdrop.alt else ()):
            marks.append(Words((150, 166 + index * 38), line, NOTE, mixed(FOG, BONE, 0.4)))
        return tuple(marks)


def _silhouette(left: float, name: str, painter: Painter) -> tuple[Mark, ...]:
    """Somebody nobody has drawn yet: head and shoulders in ink against a rim of light, named."""
    x = left + PORTRAIT_WIDTH / 2
    line = one_line(name.upper(), LABEL, painter.glyphs, 420)
    rim, dark = _bust(x - 5, 5, mixed(IRON, SLATE, 0.6)), _bust(x, 0, mixed(INK, IRON, 0.4))
    return (*rim, *dark, Words((x - line.width / 2, 700), line, LABEL, FOG))


def _bust(x: float, up: float, colour: Colour) -> tuple[Mark, ...]:
    """Head, neck and shoulders around x."""
    curve = [(sin(turn / 12 * pi / 2), cos(turn / 12 * pi / 2)) for turn in range(13)]
    right = [(60 + 250 * across, 560 + 190 * (1 - down**0.8)) for across, down in curve]
    body = ((-58, 400), (58, 400), (62, 520), *right, (330, 1090), (-330, 1090), *((-a, b) for a, b in reversed(right)))
    head = tuple((118 * sin(turn * pi / 20), 300 - 148 * cos(turn * pi / 20)) for turn in range(40))
    return tuple(
        Poly(tuple((x + across, down - up) for across, down in shape), colour) for shape in ((*body, (-62, 520)), head)
    )
