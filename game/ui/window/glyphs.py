"""Fonts and rendered lines of text at one output size. Knows letters and pixels, no layout."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import accumulate
from pathlib import Path

import pygame

from game.app.shipped import shipped

from .theme import Colour, Face, Type
from .typesetting import Line, in_style

FILES = {
    (Face.POSTER, False): "Anton-Regular.ttf",
    (Face.HEAD, False): "Oswald-SemiBold.ttf",
    (Face.BODY, False): "Literata-Regular.ttf",
    (Face.BODY, True): "Literata-Italic.ttf",
}
OTHER_FILES: Mapping[str, Mapping[tuple[Face, bool], str]] = {
    "readable": {
        (Face.HEAD, False): "AtkinsonHyperlegibleNext-Regular.ttf",
        (Face.BODY, False): "AtkinsonHyperlegibleNext-Regular.ttf",
        (Face.BODY, True): "AtkinsonHyperlegibleNext-Italic.ttf",
    },
    "dyslexia": {
        (Face.HEAD, False): "SteadyLetters-Regular.otf",
        (Face.BODY, False): "SteadyLetters-Regular.otf",
        (Face.BODY, True): "SteadyLetters-Italic.otf",
    },
}
"""What a typeface that the player chose puts in place of those."""
FONTS = shipped("assets") / "fonts"
MOST_LINES = 256


class Glyphs:
    """Measures and renders text for a scale (pixels to a virtual unit). Raises FileNotFoundError for a lost font."""

    def __init__(self, scale: float, *, chosen: str = "story", folder: Path = FONTS) -> None:
        """`chosen` is the typeface of story text and labels: one of the setting `font`."""
        self.scale = scale
        self.chosen = chosen
        self._files = {**FILES, **OTHER_FILES.get(chosen, {})}
        self._folder = folder
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._by_type: dict[Type, pygame.font.Font] = {}
        self._widths: dict[tuple[str, Type], float] = {}
        self._lines: OrderedDict[tuple[Line, Type, Colour], pygame.Surface] = OrderedDict()
        if not pygame.font.get_init():
            pygame.font.init()

    def __call__(self, text: str, type_: Type) -> float:
        """The width of some letters in virtual units: this object is the layout's `Measure`."""
        width = self._widths.get((text, type_))
        if width is None:
            if len(self._widths) > 20_000:
                self._widths.clear()
            width = self.pixels(text, type_) / self.scale
            self._widths[text, type_] = width
        return width

    def ascent(self, type_: Type) -> int:
        """Pixels from the top of a rendered line to its baseline."""
        return self._font(type_).get_ascent()

    def line(self, line: Line, type_: Type, colour: Colour) -> pygame.Surface:
        """The whole line, rendered once and kept."""
        key = (line, type_, colour)
        surface = self._lines.get(key)
        if surface is None:
            surface = self._render(line, type_, colour)
            self._lines[key] = surface
            if len(self._lines) > MOST_LINES:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return surface

    def lacks(self, letters: Iterable[str]) -> set[str]:
        """Those of the letters that the face of story text can't show."""
        fonts = [self._font(Type(Face.BODY, 40, italic=italic)) for italic in (False, True)]
        return {letter for letter in letters for font in fonts if font.metrics(letter)[0] is None}

    def pixels(self, text: str, type_: Type) -> int:
        """The width of some letters in pixels."""
        font = self._font(type_)
        return self._stops(text, type_)[-1] if type_.tracking else font.size(text)[0]

    def _font(self, type_: Type) -> pygame.font.Font:
        font = self._by_type.get(type_)
        if font is None:
            font = self._by_type[type_] = self._open(type_)
        return font

    def _open(self, type_: Type) -> pygame.font.Font:
        key = (type_.face, type_.italic)
        name = self._files.get(key) or self._files[type_.face, False]
        size = max(6, round(type_.size * self.scale))
        font = self._fonts.get((name, size))
        if font is None:
            font = self._fonts[name, size] = self._first_of(name, size)
        return font

    def _first_of(self, name: str, size: int) -> pygame.font.Font:
        """The typeface of that file; where it is lost or damaged the next one that opens, at worst pygame's own."""
        others = (file.name for file in sorted(self._folder.glob("*.ttf")) if file.name != name)
        for candidate in (name, *others):
            with suppress(OSError, pygame.error):
                font = pygame.font.Font(self._folder / candidate, size)
                font.size("x")  # of a damaged one pygame says so here, not on opening it
                return font
        return pygame.font.Font(None, size)

    def _stops(self, text: str, type_: Type) -> list[int]:
        """Where each letter of spaced text begins, and where the last one ends."""
        font, space = self._font(type_), type_.tracking * self.scale
        steps = (font.size(letter)[0] + space for letter in text)
        return [round(stop) for stop in accumulate(steps, initial=0.0)]

    def _render(self, line: Line, type_: Type, colour: Colour) -> pygame.Surface:
        font = self._font(type_)
        wide = sum(self.pixels(run.text, in_style(type_, run)) for run in line.runs)
        width = max(1, wide + round(type_.size * self.scale / 3))
        surface = pygame.Surface((width, font.get_height()), pygame.SRCALPHA)
        x = 0
        for run in line.runs:
            style = in_style(type_, run)
            self._put(surface, run.text, style, colour, x)
            x += self.pixels(run.text, style)
        return surface.premul_alpha()

    def _put(self, surface: pygame.Surface, text: str, type_: Type, colour: Colour, x: int) -> None:
        font = self._font(type_)
        if not type_.tracking:
            surface.blit(font.render(text, antialias=True, color=colour), (x, 0))
            return
        for letter, stop in zip(text, self._stops(text, type_), strict=False):
            surface.blit(font.render(letter, antialias=True, color=colour), (x + stop, 0))
