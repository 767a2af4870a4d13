"""The card of the stranger: an edge, and a hand that has found it, coming up out of red."""

from PIL import Image

from assets.programs.kit.press import HEIGHT, WIDTH, Poster, Spot, at, round_

X, Y = 1440.0, 520.0
FINGERS = ((-126.0, 196.0, 5.0), (-54.0, 236.0, 1.5), (20.0, 240.0, -2.0), (92.0, 206.0, -6.0))


def _finger(length: float) -> list[Spot]:
    """One finger over the edge, from its knuckle downwards."""
    return [
        (-30, -34),
        (-14, -52),
        (14, -52),
        (30, -34),
        (30, length * 0.86),
        (16, length),
        (-16, length),
        (-30, length * 0.86),
    ]


def print_card() -> Image.Image:
    """The card."""
    card = Poster()
    card.slate.box(0, 0, WIDTH, HEIGHT, 0.0)
    for n in range(5):
        card.grey(
            [(X - 300 + n * 50, 0), (X + 300 - n * 50, 0), (X + 620 - n * 100, Y), (X - 620 + n * 100, Y)],
            0.2 + n * 0.18,
        )
    card.ink([(X - 640, Y), (X + 640, Y), (X + 560, HEIGHT), (X - 560, HEIGHT)])
    for n in range(9):
        x = X - 520 + n * 130
        card.bare([(x, Y + 150), (x + 8, Y + 150), (x + 8 + (X - x) * 0.08, HEIGHT), (x + (X - x) * 0.08, HEIGHT)])
    card.ink(round_(X, Y, 640, 152))
    card.bare(round_(X, Y - 12, 620, 136))
    card.ink(round_(X, Y - 6, 572, 110))
    card.blood(round_(X, Y + 4, 556, 92))
    back = [(X - 120, Y + 40), (X + 60, Y + 34), (X + 128, Y + 128), (X - 164, Y + 128)]
    wrist = [(X - 96, Y - 30), (X + 42, Y - 34), (X + 66, Y + 50), (X - 126, Y + 54)]
    for shape in (wrist, back):
        card.bare(shape)
        card.outlined(shape, 7)
    card.grey(
        [(X + 6, Y - 30), (X + 40, Y - 32), (X + 64, Y + 40), (X + 124, Y + 126), (X + 50, Y + 126), (X + 10, Y + 46)],
        0.5,
    )
    card.blood(round_(X - 30, Y - 26, 108, 24, 0, 180))
    for x, length, turn in FINGERS:
        where = X + x - 2, Y + 122
        finger = at(_finger(length), *where, turn=turn)
        card.bare(finger)
        card.grey(
            at([(8, -46), (14, -50), (30, -34), (30, length * 0.86), (16, length), (8, length)], *where, turn=turn), 0.5
        )
        card.outlined(finger, 7)
        for share in (0.1, 0.52):
            card.stroke(at([(-22, length * share), (22, length * share)], *where, turn=turn), 5, black=0)
        card.ink(
            at(
                [(-15, length * 0.76), (15, length * 0.76), (12, length * 0.93), (-12, length * 0.93)],
                *where,
                turn=turn,
            ),
            0.55,
        )
    card.night()
    return card.printed(59)
