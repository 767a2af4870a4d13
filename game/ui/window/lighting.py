"""The light that a place throws on who stands in it: its colour, its strength, and shadow towards the words.

Portraits are painted once, in a light of their own, and stand at noon and at night. Knows surfaces, no scene.
"""

from __future__ import annotations

import pygame

from .theme import Colour

TINT = 0.34
"""How far a portrait is drawn towards the mean colour of the place it stands in."""
DIMMEST, BRIGHT = 0.7, 96
"""The strength of the light in a black place; the brightness, of 255, from which on a portrait is as it was painted."""
SHADOW = 0.62
"""The light at a portrait's foot, where the text box begins."""
LEVELS = 32
"""Steps of each part of the light from none to full, so that small changes in a place don't ask for a new portrait."""


def light_of(place: pygame.Surface) -> Colour:
    """The light in a place, as what is left of white in it."""
    colour = pygame.transform.average_color(place)[:3]
    top = max(*colour, 1)
    strength = DIMMEST + (1 - DIMMEST) * min(1.0, top / BRIGHT)
    shares = ((1 - TINT + TINT * part / top) * strength for part in colour)
    red, green, blue = (min(255, round(share * LEVELS) * 256 // LEVELS) for share in shares)
    return red, green, blue


def lit(portrait: pygame.Surface, light: Colour) -> pygame.Surface:
    """The portrait in such light, falling into shadow towards the text box; premultiplied."""
    surface = portrait.copy()
    width, height = surface.get_size()
    shadow = pygame.Surface((1, 64), pygame.SRCALPHA)
    for row in range(64):
        left = 1 - (1 - SHADOW) * (row / 63) ** 1.2
        shadow.set_at((0, row), tuple(round(part * left) for part in light))
    surface.blit(pygame.transform.smoothscale(shadow, (width, height)), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return surface.premul_alpha()
