"""The title screen: the game's name as a poster, and the ways in. Knows no story beyond its title."""

from __future__ import annotations

from math import cos, pi, sin

from game.app.view import TITLE_PICTURE
from game.app.wording import later
from game.ui.window.frame import Backdrop
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.marks import Disc, Dots, Mark, Poly, Words, slanted
from game.ui.window.theme import BLOOD, BONE, BUTTON, DISPLAY, INK, IRON, NIGHT, SLATE, Colour, mixed
from game.ui.window.widgets import Node, Role

from .sheet import Sheet, button

SUN = (1440.0, 440.0)
LEFT = 150.0
COLUMN = 720.0
"""The name and the menu stand in a column at the left; the picture keeps it dark and quiet."""
CAPITALS = 0.865
"""How tall the capitals of the poster face are, in ems."""
PICTURE = TITLE_PICTURE
"""The title's own picture, if there is one among the assets."""


def title(name: str, items: tuple[tuple[str, str, bool], ...], sheet: Sheet, focus: str) -> Node:
    """The tree of the title screen; `items` are (control, label, whether it can be used)."""
    words = _name(name, sheet)
    room = 1014 - words[-1].at[1] - 92
    step = min(56 * (1 + (sheet.text_size - 1) / 2), room / (len(items) - 1))
    type_ = BUTTON.scaled(min(1.0, step / 56 / (1 + (sheet.text_size - 1) / 2) + 0.06))
    y = min(words[-1].at[1] + 130, 1014 - (len(items) - 1) * step)
    children = [*sheet.ground(), Node(Role.HEADING, name, Box(LEFT, 90, COLUMN, words[-1].at[1] - 90), words)]
    for control, label, enabled in items:
        children.append(button(control, label, sheet, (LEFT + 34, y), type_, focus=focus, enabled=enabled))
        y += step
    return Node(Role.SCREEN, name, WHOLE, children=tuple(children))


def heading(name: str, sheet: Sheet) -> Node:
    """The title screen without its menu, as it is shown before anybody could answer."""
    words = _name(name, sheet)
    return Node(Role.SCREEN, name, WHOLE, children=(*sheet.ground(), Node(Role.HEADING, name, WHOLE, words)))


def _name(name: str, sheet: Sheet) -> tuple[Words, ...]:
    """The words of the title one under another in a block, each as wide as the column unless too tall.

    Under each lies its shadow in ink, as if printed out of register.
    """
    lines = name.upper().split() if len(name.split()) <= 3 else [name.upper()]
    y, words = 84.0, []
    for line in lines:
        wide = sheet.wide(line, DISPLAY)
        type_ = DISPLAY.scaled(min(COLUMN / wide, 620 / len(lines) / DISPLAY.size))
        y += type_.size * CAPITALS
        at = LEFT - type_.size * 0.02, y
        if not sheet.high_contrast:
            words.append(sheet.words(line, type_, (at[0] + 8, y + 8), INK))
        words.append(sheet.words(line, type_, at))
        y += 34
    return tuple(words)


def _poster() -> tuple[Mark, ...]:
    """A sun of bone, rays of iron, a bolt of blood, and one small person."""
    ground = Poly(((0, 0), (1920, 0), (1920, 1080), (0, 1080)), INK)
    return (
        ground,
        *_rays(SUN, 40, mixed(INK, IRON, 0.62)),
        Dots(Box(300, 470, 1620, 610), 15, mixed(IRON, SLATE, 0.5), across=0.8, down=1.0, most=0.55),
        Disc(SUN, 352, mixed(INK, IRON, 0.9)),
        Disc(SUN, 334, mixed(SLATE, NIGHT, 0.35), ring=10),
        *_gear(SUN, 336, mixed(SLATE, NIGHT, 0.35)),
        Disc(SUN, 296, BONE),
        Dots(Box(SUN[0] - 296, SUN[1] - 296, 592, 592), 13, mixed(BONE, SLATE, 0.6), down=1.6, most=0.5, round=True),
        *_bolt(10, INK),
        *_bolt(0, BLOOD),
        *_person((1190.0, 1016.0)),
    )


def _rays(centre: tuple[float, float], count: int, colour: Colour) -> tuple[Mark, ...]:
    """Every second wedge of a sunburst."""
    x, y = centre
    wedges = []
    for index in range(0, count, 2):
        first, second = (2 * pi * (index + turn) / count for turn in (0.1, 1.0))
        far = 2300
        points = (
            (x, y),
            (x + far * cos(first), y + far * sin(first)),
            (x + far * cos(second), y + far * sin(second)),
        )
        wedges.append(Poly(points, colour))
    return tuple(wedges)


def _gear(centre: tuple[float, float], radius: float, colour: Colour) -> tuple[Mark, ...]:
    """Teeth around the disc: the wheel behind the giant."""
    x, y = centre
    teeth = []
    for index in range(28):
        turn = 2 * pi * index / 28
        ux, uy = cos(turn), sin(turn)
        corners = ((radius - 4, -16), (radius + 34, -9), (radius + 34, 9), (radius - 4, 16))
        teeth.append(Poly(tuple((x + r * ux - s * uy, y + r * uy + s * ux) for r, s in corners), colour))
    return tuple(teeth)


def _bolt(more: float, colour: Colour) -> tuple[Mark, ...]:
    """Stone lightning: four slabs, each thrown against the one above."""
    slabs = (
        ((1660, -40), (1800, -40), (1610, 196), (1452, 196)),
        ((1462, 214), (1646, 214), (1500, 410), (1344, 410)),
        ((1378, 428), (1530, 428), (1360, 668), (1226, 668)),
        ((1262, 686), (1376, 686), (1196, 948), (1186, 948)),
    )
    if not more:
        return tuple(Poly(slab, colour) for slab in slabs)
    grown = []
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in slabs:
        grown.append(
            Poly(
                ((ax - more, ay - more), (bx + more, by - more), (cx + more, cy + more), (dx - more, dy + more)), colour
            )
        )
    return tuple(grown)


def _person(feet: tuple[float, float]) -> tuple[Mark, ...]:
    x, y = feet
    coat = ((x - 9, y - 62), (x + 9, y - 62), (x + 17, y), (x - 15, y))
    scarf = slanted(x + 4, y - 64, 44, 11)
    shadow = ((x - 15, y), (x + 17, y), (x + 150, y + 64), (x + 92, y + 64))
    return (
        Poly(shadow, mixed(INK, IRON, 0.25)),
        Poly(coat, BONE),
        Disc((x, y - 72), 9, BONE),
        Poly(scarf, BLOOD),
    )


PAINTED = Backdrop(PICTURE)
POSTER = Backdrop(alt=later("A red bolt before a pale disc; under it, one small person"), poster=_poster())
"""What stands behind the title: its picture, or where there is none, a print drawn here."""
