"""The card of act 0, The Photograph: a print laid askew, four people in it, and the fifth place marked in red.

The left half stays dark and quiet for the act's number and name.
"""

import math
import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, INK, RED, SLATE, WIDTH, Pass, Plate, printed

Spot = tuple[float, float]
PEOPLE = ((0, 1.00, False), (1, 0.92, True), (2, 0.0, False), (3, 1.06, False), (4, 0.88, True))
CENTRE, WIDE, TALL, TURN = (1370.0, 520.0), 820.0, 600.0, math.radians(-4)


def _at(x: float, y: float) -> Spot:
    """A spot of the print, from its middle, as it lies."""
    return (CENTRE[0] + x * math.cos(TURN) - y * math.sin(TURN), CENTRE[1] + x * math.sin(TURN) + y * math.cos(TURN))


def _box(x: float, y: float, w: float, h: float) -> list[Spot]:
    return [_at(x, y), _at(x + w, y), _at(x + w, y + h), _at(x, y + h)]


def _person(x: float, y: float, size: float, skirt: bool, black: Plate, light: Plate) -> None:
    """Somebody standing for the picture, straight, in few angles, one side of the face and breast lit."""

    def spots(*where: Spot) -> list[Spot]:
        return [_at(x + px * size, y + py * size) for px, py in where]

    hem = 58 if skirt else 42
    black.polygon(
        spots(
            (-11, -200),
            (11, -200),
            (40, -184),
            (50, -160),
            (44, -80),
            (hem, 0),
            (-hem, 0),
            (-44, -80),
            (-50, -160),
            (-40, -184),
        )
    )
    head = spots(
        (-13, -262),
        (0, -267),
        (13, -262),
        (22, -246),
        (22, -226),
        (13, -206),
        (8, -192),
        (-8, -192),
        (-13, -206),
        (-22, -226),
        (-22, -246),
    )
    black.polygon(head)
    for plate, ink in ((black, 1), (light, 0.45)):
        plate.polygon(spots((-2, -248), (-19, -238), (-20, -224), (-11, -205), (-2, -200)), ink)
        plate.polygon(spots((-3, -190), (-13, -184), (-3, -120)), ink)


def _print(slate: Plate, black: Plate, red: Plate) -> None:
    """The print with its white border, the room's light, and the people on their line."""
    outside = _box(-WIDE / 2 - 46, -TALL / 2 - 46, WIDE + 92, TALL + 130)
    black.polygon([(x + 26, y + 30) for x, y in outside], 0.0)
    for plate in (slate, black, red):
        plate.polygon(outside, 1)
    slate.polygon(_box(-WIDE / 2, -TALL / 2, WIDE, TALL), 0.30)
    for n in range(5):
        slate.disc(*_at(0, -40), 285 - n * 46, 0.40 + n * 0.14)
    slate.polygon(_box(-WIDE / 2, TALL / 2 - 90, WIDE, 90), 0.12)
    for n, size, skirt in PEOPLE:
        x, y = -284.0 + n * 142, TALL / 2 - 36
        if size:
            _person(x, y, size * 1.62, skirt, black, slate)
        else:
            red.line([_at(x - 52, y), _at(x - 52, y - 400), _at(x + 52, y - 400), _at(x + 52, y), _at(x - 52, y)], 9)
            red.line([_at(x - 52, y - 400), _at(x + 52, y)], 6).line([_at(x + 52, y - 400), _at(x - 52, y)], 6)
    black.line([*_box(-WIDE / 2, -TALL / 2, WIDE, TALL), _at(-WIDE / 2, -TALL / 2), _at(0, -TALL / 2)], 10)


def print_card() -> Image.Image:
    """The card."""
    slate, red, black = Plate(), Plate(), Plate()
    slate.box(0, 0, WIDTH, HEIGHT, 0.10)
    for n in range(34):
        a = math.pi * 2 * (n + 0.5) / 34
        far = [(CENTRE[0] + 2400 * math.cos(a + w), CENTRE[1] + 2400 * math.sin(a + w)) for w in (-0.03, 0.03)]
        slate.polygon([CENTRE, *far], 0.38)
    black.shade([(0, 0), (1000, 0), (1000, HEIGHT), (0, HEIGHT)], (180, 0), (940, 0), (0.02, 1))
    _print(slate, black, red)
    rnd = random.Random(2)
    for _ in range(12):
        x, y = rnd.uniform(-400, 400), rnd.uniform(-280, 260)
        black.line([_at(x, y), _at(x + rnd.uniform(-30, 30), y + rnd.uniform(20, 90))], 1.8, 0.35)
    black.line([_at(WIDE / 2 + 46, -TALL / 2 + 60), _at(WIDE / 2 - 90, -TALL / 2 - 46)], 3, 0.3)
    return printed([Pass(slate, SLATE, 15), Pass(red, RED, 45, (1, 2)), Pass(black, INK, 30)], 21, wear=0.7)
