"""A picture as a very coarse print in dots: its light is felt, and what it shows is not told. Knows no ending."""

from __future__ import annotations

import pygame

from .theme import INK, IRON, SLATE, Colour, mixed

ACROSS = 30
"""Dots in a row: few enough that nothing can be made out."""
LEAN = 0.5
"""Every second row stands between the dots of the one above, as in a screen at 45 degrees."""
LEAST, MOST = 0.10, 0.60
"""Radius of the smallest and the largest dot, in distances between them."""
FAINT, BRIGHT = mixed(INK, IRON, 0.55), mixed(IRON, SLATE, 0.35)


def dotted(picture: pygame.Surface) -> pygame.Surface:
    """The picture as dots on ink: the brighter a place, the larger and paler its dot. Of the same size."""
    width, height = picture.get_size()
    pitch = width / ACROSS
    rows = round(height / pitch) * 2
    small = pygame.transform.smoothscale(picture, (ACROSS, rows))
    shades = [[_bright(small.get_at((x, y))) for x in range(ACROSS)] for y in range(rows)]
    levels = sorted(shade for row in shades for shade in row)
    low, high = levels[len(levels) // 20], max(levels[-1 - len(levels) // 20], levels[len(levels) // 20] + 1)
    fine = 2
    sheet = pygame.Surface((width * fine, height * fine))
    sheet.fill(INK)
    for y, row in enumerate(shades):
        for x, shade in enumerate(row):
            light = min(1.0, max(0.0, (shade - low) / (high - low)))
            middle = (x + 0.5 + LEAN * (y % 2)) * pitch * fine, (y + 0.5) * pitch / 2 * fine
            pygame.draw.circle(sheet, _tone(light), middle, (LEAST + (MOST - LEAST) * light) * pitch / 1.5 * fine)
    return pygame.transform.smoothscale(sheet, (width, height)).convert(picture)


def _tone(light: float) -> Colour:
    return mixed(FAINT, BRIGHT, round(light * 8) / 8)


def _bright(colour: pygame.Color) -> int:
    return 2 * colour.r + 7 * colour.g + colour.b
