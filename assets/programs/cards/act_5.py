"""The card of act 5: a closed car, three pairs of eyes in the gaps between its boards, and on its bar a red ticket."""

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, Spot, at, round_

BOARDS = 5
EYES = ((0, 1290.0, 0.86), (1, 1560.0, 1.1), (2, 1240.0, 0.95))
WHITE = ((-64, 2), (-24, -14), (30, -16), (64, -6), (34, 16), (-22, 20))


def _board(n: int) -> list[Spot]:
    """One board of the wall, nearer on the right."""
    left, right = 110 + n * 172, 20 + n * 214
    return [(560, left), (WIDTH, right), (WIDTH, right + 130), (560, left + 106)]


def _gap(n: int, x: float) -> float:
    """The height of the middle of a gap at x."""
    share = (x - 560) / (WIDTH - 560)
    return (110 + n * 172 + 139) * (1 - share) + (20 + n * 214 + 172) * share


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.ink([(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)])
    for n in range(BOARDS):
        (x0, y0), (x1, y1), (_, y2), (_, y3) = _board(n)
        card.grey(_board(n), 0.06)
        card.bare([(x0, y0), (x1, y1), (x1, y1 + 22), (x0, y0 + 18)])
        card.grey([(x0, y3 - 44), (x1, y2 - 54), (x1, y2), (x0, y3)], 0.0)
        card.ink([(x0, y3 - 24), (x1, y2 - 30), (x1, y2), (x0, y3)], 0.45)
    for gap, x, size in EYES:
        for side in (-84, 84):
            cx, cy = x + side * size, _gap(gap, x + side * size)
            card.bare(at([(px * (1 if side < 0 else -1), py) for px, py in WHITE], cx, cy, size, 5))
            card.ink(round_(cx + 10 * size, cy + 1, 18 * size, 18 * size))
            card.stroke(at(((-78, -4), (-24, -20), (30, -22), (76, -10)), cx, cy, size), 9 * size, black=0)
    for x in (1010.0, 1730.0):
        card.ink([(x, 0), (x + 62, 0), (x + 62, HEIGHT), (x, HEIGHT)])
        card.bare([(x + 8, 0), (x + 14, 0), (x + 14, HEIGHT), (x + 8, HEIGHT)])
        for n in range(6):
            card.bare(round_(x + 40, 90 + n * 176, 9, 9))
    bar = [(560, 712), (WIDTH, 700), (WIDTH, 772), (560, 772)]
    card.ink(bar)
    card.bare([(560, 724), (WIDTH, 713), (WIDTH, 722), (560, 732)])
    card.stroke([(1484, 716), (1482, 790)], 7)
    ticket = [(1392, 778), (1578, 764), (1596, 986), (1410, 1000)]
    card.blood(ticket)
    card.outlined(ticket, 7)
    card.bare(round_(1484, 800, 13, 13))
    for n, wide in enumerate((128, 104, 120, 66)):
        y = 850 + n * 36
        card.bare(
            [(1430 + n * 3, y), (1430 + n * 3 + wide, y - 9), (1431 + n * 3 + wide, y + 3), (1431 + n * 3, y + 12)]
        )
    card.night()
    return card.printed(45)
