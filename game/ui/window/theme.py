"""The look as values: the palette, the typefaces, the measures. Knows nothing of screens or of pygame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]

INK: Colour = (0x13, 0x11, 0x10)
IRON: Colour = (0x2E, 0x33, 0x38)
SLATE: Colour = (0x54, 0x69, 0x69)
FOG: Colour = (0x9F, 0xA8, 0xA4)
BONE: Colour = (0xE3, 0xD8, 0xBF)
BLOOD: Colour = (0xB0, 0x1F, 0x16)
AMBER: Colour = (0xE5, 0x8F, 0x25)
NIGHT: Colour = (0x5A, 0x78, 0x8C)
ROSE: Colour = (0xAC, 0x5F, 0x68)
GARNET: Colour = (0x96, 0x1A, 0x12)
PAPER: Colour = (0xF5, 0xEE, 0xDF)
"""Blood where words stand on it, and bone where it is those words: 7:1 together, which the palette's own two miss."""
PALETTE = (INK, IRON, SLATE, FOG, BONE, BLOOD, AMBER, NIGHT, ROSE)

SLANT = 28 / 58
"""How far an edge leans to the right for each unit it rises: the lean of every plate in the game."""

MARGIN = 262.0
"""Where text begins, from the left."""
TEXT_WIDTH = 1300.0
RULE_END = 1690.0
RULE_Y = 852.0
"""Where the rule over the text runs: three lines fit under it before the box grows upwards."""


class Face(Enum):
    """What a typeface is for."""

    POSTER = "poster"
    HEAD = "head"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Type:
    """A way to set words: face, size of the em and tracking in virtual units, and how far apart lines are."""

    face: Face
    size: float
    tracking: float = 0.0
    italic: bool = False
    spacing: float = 1.0

    def scaled(self, factor: float) -> Type:
        """The same at another size."""
        return replace(self, size=self.size * factor, tracking=self.tracking * factor)

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return self.size * (1.53 * self.spacing if self.face is Face.BODY else 1.25)


BODY = Type(Face.BODY, 34)
CHOICE = Type(Face.BODY, 32)
NOTE = Type(Face.BODY, 27, italic=True)
SMALL = Type(Face.BODY, 25)
NAME = Type(Face.HEAD, 38, 1.5)
BUTTON = Type(Face.HEAD, 40, 2.0)
HEADING = Type(Face.HEAD, 52, 3.0)
LABEL = Type(Face.HEAD, 25, 2.5)
QUICK = Type(Face.HEAD, 21, 2.0)
DISPLAY = Type(Face.POSTER, 150, 4.0)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2 counts it."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`share` of the second colour in the first, 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (value / 255 for value in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
