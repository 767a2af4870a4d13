"""What moves over the stage: weather, shafts of light, bubbles; a pure function of time. Knows no scene."""

from __future__ import annotations

from dataclasses import dataclass
from math import sin
from random import Random

import pygame

from .theme import AMBER, BONE, FOG, SLANT, SLATE, Colour, mixed


@dataclass(frozen=True, slots=True)
class Kind:
    """How one weather looks: `fall` and `drift` in heights and widths of the stage per second; sizes of 1080 rows."""

    count: int
    colours: tuple[Colour, ...]
    size: tuple[float, float]
    fall: float
    drift: float
    sway: float
    long: float = 1.0
    strength: int = 200
    over: bool = False
    """Whether it is faint enough to drift over plates too."""
    form: str = "flake"
    """`flake`, `streak`, `cloud`, `shaft` (hangs from the top, and is as long as the stage is high) or `bubble`."""


KINDS: dict[str, Kind] = {
    "snow": Kind(150, (BONE, mixed(BONE, FOG, 0.5)), (2.0, 5.5), 0.075, 0.012, 0.012),
    "ash": Kind(120, (FOG, SLATE, mixed(SLATE, FOG, 0.4)), (1.5, 4.5), 0.05, 0.03, 0.02, strength=190),
    "embers": Kind(90, (AMBER, mixed(AMBER, BONE, 0.35)), (1.5, 3.8), -0.11, 0.03, 0.025, strength=235),
    "rain": Kind(170, (mixed(FOG, SLATE, 0.3),), (1.4, 2.2), 1.25, -0.10, 0.0, long=26.0, strength=120, form="streak"),
    "mist": Kind(12, (FOG,), (150.0, 300.0), 0.0, 0.014, 0.01, strength=16, over=True, form="cloud"),
    "shafts": Kind(7, (BONE, mixed(BONE, AMBER, 0.12)), (40.0, 130.0), 0.0, 0.0, 0.02, strength=72, form="shaft"),
    "bubbles": Kind(
        64,
        (mixed(BONE, FOG, 0.3), mixed(AMBER, BONE, 0.5)),
        (3.0, 11.0),
        -0.07,
        0.0,
        0.008,
        strength=150,
        form="bubble",
    ),
}
FLOOR = 0.79
"""Weather ends where the text box begins, in heights of the stage."""


@dataclass(frozen=True, slots=True)
class _Particle:
    sprite: pygame.Surface
    x: float
    y: float
    pace: float
    phase: float


class Particles:
    """The particles of one stage size."""

    def __init__(self, size: tuple[int, int]) -> None:
        """`size` in pixels."""
        self.size = size
        self._made: dict[str, tuple[_Particle, ...]] = {}

    def draw(
        self, target: pygame.Surface, weather: str, seconds: float, covered: list[pygame.Rect], share: float = 1.0
    ) -> list[pygame.Rect]:
        """Draw a weather as it is after so many seconds, behind what is `covered`; the pixels it changed.

        `share` is how many of the particles to draw, 0 to 1.
        """
        kind = KINDS[weather]
        if weather not in self._made:
            self._made[weather] = _make(kind, self.size, Random(weather))
        width, height = self.size
        floor = height * FLOOR
        placed = []
        for particle in self._made[weather][: round(kind.count * share)]:
            sprite = particle.sprite
            x = (
                particle.x + kind.drift * particle.pace * seconds + kind.sway * sin(seconds * 0.7 + particle.phase)
            ) % 1
            y = (particle.y + kind.fall * particle.pace * seconds) % 1
            top = 0 if kind.form == "shaft" else int(y * (floor + 80)) - 40
            placed.append((sprite, (int(x * (width + 400)) - 200 - sprite.get_width() // 2, top)))
        target.set_clip((0, 0, width, int(floor)))
        rects = _visible(placed, [] if kind.over or kind.form == "shaft" else covered, target.get_clip())
        target.fblits([placed[index] for index, _ in rects], pygame.BLEND_PREMULTIPLIED)
        target.set_clip(None)
        return [rect for _, rect in rects]


def _visible(
    placed: list[tuple[pygame.Surface, tuple[int, int]]], covered: list[pygame.Rect], clip: pygame.Rect
) -> list[tuple[int, pygame.Rect]]:
    shown = []
    for index, (sprite, at) in enumerate(placed):
        rect = pygame.Rect(at, sprite.get_size()).clip(clip)
        if rect.w and rect.h and rect.collidelist(covered) < 0:
            shown.append((index, rect))
    return shown


def _make(kind: Kind, size: tuple[int, int], chance: Random) -> tuple[_Particle, ...]:
    """The particles of a kind; near ones are larger, faster and fewer."""
    unit = size[1] / 1080
    particles = []
    draw = {"shaft": _shaft, "bubble": _bubble}.get(kind.form, _sprite)
    sprites = [
        draw(kind, kind.size[0] + (kind.size[1] - kind.size[0]) * step / 3, colour, unit)
        for colour in kind.colours
        for step in range(4)
    ]
    for _ in range(kind.count):
        near = chance.random() ** 2
        sprite = sprites[chance.randrange(len(kind.colours)) * 4 + int(near * 3.99)]
        particles.append(_Particle(sprite, chance.random(), chance.random(), 0.6 + near, chance.random() * 6.28))
    return tuple(particles)


def _sprite(kind: Kind, radius: float, colour: Colour, unit: float) -> pygame.Surface:
    """A soft dot, or a streak where the kind is long."""
    radius *= unit
    wide, tall = max(2, round(radius * 2)), max(2, round(radius * 2 * kind.long))
    lean = round(tall * 0.08) if kind.long > 1 else 0
    finer = 4 if radius < 40 else 1
    large = pygame.Surface(((wide + lean + 2) * finer, (tall + 2) * finer), pygame.SRCALPHA)
    large.fill((*colour, 0))
    if lean:
        start, end = ((lean + 1) * 4, 4), (4, (tall + 1) * 4)
        pygame.draw.line(large, (*colour, kind.strength), start, end, max(2, round(radius * 3)))
    else:
        _glow(large, colour, kind.strength, soft=kind.over)
    return pygame.transform.smoothscale(large, (wide + lean + 2, tall + 2)).premul_alpha()


def _glow(large: pygame.Surface, colour: Colour, strength: int, *, soft: bool) -> None:
    """A disc whose edge is soft: wholly for clouds of mist, a little for flakes."""
    middle = large.get_rect().center
    reach = large.get_width() / 2 - 4
    steps = 24 if soft else 3
    for step in range(steps):
        share = step / steps if soft else 0.25 * step / steps
        alpha = round(strength * (step + 1) / steps)
        pygame.draw.circle(large, (*colour, alpha), middle, max(1, reach * (1 - share)))


def _shaft(kind: Kind, radius: float, colour: Colour, unit: float) -> pygame.Surface:
    """A beam that leans as the game's plates do, soft at its sides, and fainter the further down it comes.

    It is drawn small and stretched: what is so soft has no detail to lose.
    """
    fine, rows = 8, 108
    wide, lean = max(2, round(radius * 2 / fine)), round(rows * SLANT)
    small = pygame.Surface((wide * 2 + lean, rows), pygame.SRCALPHA)
    small.fill((*colour, 0))
    for y in range(rows):
        down = 1 - y / rows
        left, span = lean * down, wide * (1 + (1 - down))
        for x in range(small.get_width()):
            aside = abs((x - left - wide) / span * 2)
            if aside < 1:
                small.set_at((x, y), (*colour, round(kind.strength * (1 - aside * aside) ** 2 * down**0.7)))
    size = round(small.get_width() * fine * unit), round(rows * fine * unit)
    return pygame.transform.smoothscale(small, size).premul_alpha()


def _bubble(kind: Kind, radius: float, colour: Colour, unit: float) -> pygame.Surface:
    """A thin ring with a glint at its upper left."""
    side = max(4, round(radius * unit * 2) + 2)
    large = pygame.Surface((side * 4, side * 4), pygame.SRCALPHA)
    large.fill((*colour, 0))
    middle, reach = (side * 2, side * 2), side * 2 - 4
    pygame.draw.circle(large, (*colour, kind.strength // 5), middle, reach)
    pygame.draw.circle(large, (*colour, kind.strength), middle, reach, max(3, round(reach * 0.16)))
    glint = round(middle[0] - reach * 0.38), round(middle[1] - reach * 0.38)
    pygame.draw.circle(large, (*colour, 255), glint, max(3, reach * 0.18))
    return pygame.transform.smoothscale(large, (side, side)).premul_alpha()
