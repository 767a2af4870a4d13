"""The card of Midori: one great leaf held up, every vein of it raised as a finger finds them, the last of them red."""

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, Spot, at

SIDE = ((0, -420), (70, -360), (150, -250), (196, -110), (192, 30), (140, 170), (64, 272), (0, 330))
WHERE, TURN = (1450.0, 480.0), 28.0


def _half(side: int) -> list[Spot]:
    return [(x * side, y) for x, y in SIDE]


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    for n in range(4):
        for k in range(3):
            pane = [
                (830 + n * 290, 30 + k * 330),
                (1096 + n * 290, 30 + k * 330),
                (1096 + n * 290, 336 + k * 330),
                (830 + n * 290, 336 + k * 330),
            ]
            card.grey(pane, 0.16 + 0.1 * ((n + 2 * k) % 4))
    card.ink([(0, 1010), (WIDTH, 1000), (WIDTH, HEIGHT), (0, HEIGHT)])
    whole = [*_half(1), *_half(-1)[::-1]]
    card.ink(at(whole, WHERE[0] + 30, WHERE[1] + 36, 1.16, TURN))
    card.bare(at(whole, *WHERE, 1.16, TURN))
    card.grey(at(_half(1), *WHERE, 1.16, TURN), 0.45)
    card.outlined(at(whole, *WHERE, 1.16, TURN), 9)
    for side in (-1, 1):
        for n in range(6):
            y = -300 + n * 96
            reach = (84, 140, 172, 176, 140, 84)[n]
            vein = at([(0, y + 46), (side * reach * 0.5, y + 2), (side * reach, y - 60)], *WHERE, 1.16, TURN)
            last = side == -1 and n == 3
            card.stroke(vein, 13, black=0)
            if last:
                card.stroke(vein, 17, red=0)
            elif side == 1:
                card.stroke(at([(3, y + 42), (reach * 0.5, y - 4), (reach, y - 66)], *WHERE, 1.16, TURN), 4)
    stem = at([(0, -410), (0, 330), (-10, 440), (-40, 560)], *WHERE, 1.16, TURN)
    card.stroke(stem, 20, black=0)
    card.stroke(at([(-3, -380), (-3, 330), (-13, 438)], *WHERE, 1.16, TURN), 5)
    card.night()
    return card.printed(54)
