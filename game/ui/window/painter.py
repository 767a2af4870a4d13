"""Draws marks on a surface at one scale. Knows neither widgets nor what the marks stand for."""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Callable
from math import ceil, floor

import pygame
import pygame.gfxdraw

from .geometry import Box
from .glyphs import Glyphs
from .marks import Disc, Dots, Mark, Picture, Poly, Wash, Words
from .theme import Colour

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
MOST_SHAPES = 200


class Painter:
    """Draws marks; shapes with smooth edges are made once and kept."""

    def __init__(self, glyphs: Glyphs) -> None:
        """Draw at the scale of `glyphs`."""
        self.glyphs = glyphs
        self.scale = glyphs.scale
        self._shapes: OrderedDict[Mark, pygame.Surface] = OrderedDict()

    def pixels(self, box: Box) -> pygame.Rect:
        """The pixels that a box covers or touches."""
        scale = self.scale
        left, top = floor(box.x * scale), floor(box.y * scale)
        return pygame.Rect(left, top, ceil(box.right * scale) - left, ceil(box.bottom * scale) - top)

    def draw(self, target: pygame.Surface, mark: Mark, *, whole: bool = False) -> None:
        """Draw one mark. `whole`: on a surface without a clip, and not soon again, so that nothing need be kept."""
        match mark:
            case Words():
                self._words(target, mark)
            case Poly(alpha=255) if whole or _upright(self._points(mark, self.scale)):
                self._solid(target, mark)
            case Poly():
                self._kept(target, mark, self._glaze)
            case Wash():
                self._kept(target, mark, self._gradient)
            case Disc():
                self._disc(target, mark)
            case Dots():
                self._dots(target, mark)
            case Picture():
                self._picture(target, mark)

    def _words(self, target: pygame.Surface, words: Words) -> None:
        surface = self.glyphs.line(words.line, words.type, words.colour)
        y = round(words.at[1] * self.scale) - self.glyphs.ascent(words.type)
        target.blit(surface, (round(words.at[0] * self.scale), y), special_flags=PREMULTIPLIED)

    def _points(self, mark: Poly, scale: float, origin: tuple[float, float] = (0, 0)) -> list[tuple[int, int]]:
        return [(round((x - origin[0]) * scale), round((y - origin[1]) * scale)) for x, y in mark.points]

    def _solid(self, target: pygame.Surface, mark: Poly) -> None:
        """A polygon drawn at once. Its smooth edges would come out otherwise inside a clip, so it must be whole."""
        points = self._points(mark, self.scale)
        if _upright(points):
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            target.fill(mark.colour, (min(xs), min(ys), max(1, max(xs) - min(xs)), max(1, max(ys) - min(ys))))
            return
        pygame.gfxdraw.filled_polygon(target, points, mark.colour)
        pygame.gfxdraw.aapolygon(target, points, mark.colour)

    def _kept(self, target: pygame.Surface, mark: Poly | Wash, make: Callable[..., pygame.Surface]) -> None:
        """Draw a translucent shape from its kept surface."""
        surface = self._shapes.get(mark)
        if surface is None:
            surface = self._shapes[mark] = make(mark)
            if len(self._shapes) > MOST_SHAPES:
                self._shapes.popitem(last=False)
        else:
            self._shapes.move_to_end(mark)
        target.blit(surface, self.pixels(mark.extent).topleft, special_flags=PREMULTIPLIED)

    def _glaze(self, mark: Poly) -> pygame.Surface:
        """A translucent polygon: drawn at several times its size, then shrunk, so that edges are smooth."""
        rect = self.pixels(mark.extent)
        surface = pygame.Surface(rect.size, pygame.SRCALPHA)
        if _upright(self._points(mark, self.scale)):
            inner = self._points(mark, self.scale)
            xs, ys = [p[0] - rect.x for p in inner], [p[1] - rect.y for p in inner]
            surface.fill((*mark.colour, mark.alpha), (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
            return surface.premul_alpha()
        finer = 4 if rect.w * rect.h < 400_000 else 2
        large = pygame.Surface((rect.w * finer, rect.h * finer), pygame.SRCALPHA)
        large.fill((*mark.colour, 0))
        origin = rect.x / self.scale, rect.y / self.scale
        pygame.draw.polygon(large, (*mark.colour, mark.alpha), self._points(mark, self.scale * finer, origin))
        return pygame.transform.smoothscale(large, rect.size).premul_alpha()

    def _gradient(self, mark: Wash) -> pygame.Surface:
        rect = self.pixels(mark.extent)
        surface = pygame.Surface(rect.size, pygame.SRCALPHA)
        for row in range(rect.h):
            share = row / max(1, rect.h - 1)
            eased = share * share * (3 - 2 * share)
            surface.fill((*mark.colour, round(mark.top + (mark.bottom - mark.top) * eased)), (0, row, rect.w, 1))
        return surface.premul_alpha()

    def _disc(self, target: pygame.Surface, mark: Disc) -> None:
        centre = (round(mark.centre[0] * self.scale), round(mark.centre[1] * self.scale))
        width = max(1, round(mark.ring * self.scale)) if mark.ring else 0
        pygame.draw.aacircle(target, mark.colour, centre, max(1, round(mark.radius * self.scale)), width)

    def _dots(self, target: pygame.Surface, mark: Dots) -> None:
        """Halftone on a grid turned by 45 degrees."""
        scale, box = self.scale, mark.extent
        dots = _dot_row(mark.pitch * mark.most * scale, mark.colour)
        rows, columns = int(box.h / mark.pitch * 2) + 1, int(box.w / mark.pitch) + 1
        placed = []
        for row in range(rows):
            for column in range(columns):
                x, y = (column + (row % 2) / 2) * mark.pitch / box.w, row * mark.pitch / 2 / box.h
                if x >= 1 or y >= 1:
                    continue
                step = min(len(dots) - 1, int(x**mark.across * y**mark.down * len(dots)))
                dot = dots[step]
                half = dot.get_width() / 2
                placed.append((dot, ((box.x + x * box.w) * scale - half, (box.y + y * box.h) * scale - half)))
        rect = self.pixels(box)
        old = target.get_clip()
        target.set_clip(old.clip(rect))
        if mark.round:
            layer = _in_circle(rect, placed)
            target.blit(layer, rect, special_flags=PREMULTIPLIED)
        else:
            target.fblits(placed, PREMULTIPLIED)
        target.set_clip(old)

    def _picture(self, target: pygame.Surface, mark: Picture) -> None:
        rect = self.pixels(mark.extent)
        surface = self._shapes.get(mark)
        if surface is None:
            surface = self._shapes[mark] = _thumbnail(mark.data, rect.size)
        target.blit(surface, rect)


def _in_circle(rect: pygame.Rect, placed: list[tuple[pygame.Surface, tuple[float, float]]]) -> pygame.Surface:
    """Dots, cut by the circle that a square holds."""
    layer, mask = (pygame.Surface(rect.size, pygame.SRCALPHA) for _ in range(2))
    layer.fblits([(dot, (x - rect.x, y - rect.y)) for dot, (x, y) in placed], PREMULTIPLIED)
    pygame.draw.aacircle(mask, (255, 255, 255, 255), (rect.w // 2, rect.h // 2), rect.w // 2 - 1)
    layer.blit(mask.premul_alpha(), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return layer


def _upright(points: list[tuple[int, int]]) -> bool:
    """Whether a polygon is a plain rectangle."""
    return len(points) == 4 and len({p[0] for p in points}) == 2 and len({p[1] for p in points}) == 2


def _dot_row(largest: float, colour: Colour) -> list[pygame.Surface]:
    """Dots from nothing to the largest radius, smooth."""
    row = []
    for step in range(16):
        radius = largest * (step / 15) ** 0.7
        side = 2 * ceil(radius) + 2
        dot = pygame.Surface((side * 4, side * 4), pygame.SRCALPHA)
        dot.fill((*colour, 0))
        if radius > 0.3:
            pygame.draw.circle(dot, (*colour, 255), (side * 2, side * 2), radius * 4)
        row.append(pygame.transform.smoothscale(dot, (side, side)).premul_alpha())
    return row


def _thumbnail(data: bytes, size: tuple[int, int]) -> pygame.Surface:
    """A picture from the bytes of a save; a plain dark plate where they are no picture."""
    try:
        return pygame.transform.smoothscale(pygame.image.load(io.BytesIO(data)).convert(), size)
    except pygame.error:
        surface = pygame.Surface(size)
        surface.fill((0x2E, 0x33, 0x38))
        return surface
