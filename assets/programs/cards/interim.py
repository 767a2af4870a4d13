"""The card between acts, where the story goes on later: rails to a low pale sun, and one signal in red."""

import random

from PIL import Image

from assets.programs.kit.press import HEIGHT, INK, RED, SLATE, WIDTH, Pass, Plate, printed

EYE = (1180.0, 560.0)


def print_card() -> Image.Image:
    """The card; the upper left is left to the words."""
    slate, red, black = Plate(), Plate(), Plate()
    x, y = EYE
    slate.box(0, 0, WIDTH, HEIGHT, 0.14)
    for n in range(7, 0, -1):
        slate.disc(x, y - 30, 190 + n * n * 18, 0.62 - n * 0.06)
    black.shade([(0, 0), (1150, 0), (1150, HEIGHT), (0, HEIGHT)], (220, 0), (1080, 0), (0.02, 1))
    for plate in (slate, black):
        plate.disc(x, y - 30, 190, 1)
    slate.ring(x, y - 30, 212, 10, 0)
    rnd = random.Random(4)
    left = 620.0
    while left < WIDTH:
        w, h = rnd.uniform(30, 90), rnd.uniform(20, 80)
        slate.polygon(
            [
                (left, y + 6),
                (left, y - h),
                (left + w / 2, y - h - rnd.uniform(0, 20)),
                (left + w, y - h),
                (left + w, y + 6),
            ],
            0.04,
        )
        if rnd.random() < 0.3:
            slate.polygon(
                [
                    (left + w * 0.35, y),
                    (left + w * 0.4, y - h - 150),
                    (left + w * 0.6, y - h - 150),
                    (left + w * 0.65, y),
                ],
                0.04,
            )
        left += w
    black.polygon([(0, y + 20), (620, y + 6), (WIDTH, y), (WIDTH, HEIGHT), (0, HEIGHT)], 0.04)
    for n in range(24):
        z = 0.16 + (n / 23) ** 2.4 * 3.2
        yy = y + 150 * z
        slate.polygon(
            [(x - 210 * z, yy), (x + 90 * z, yy), (x + 92 * z, yy + 14 * z), (x - 212 * z, yy + 14 * z)], 0.35
        )
        black.polygon([(x - 210 * z, yy), (x + 90 * z, yy), (x + 92 * z, yy + 14 * z), (x - 212 * z, yy + 14 * z)], 1)
    for side in (-160, 40):
        rail = [
            (x + side * 0.03, y + 4),
            (x + side * 3.7 - 26, HEIGHT),
            (x + side * 3.7 + 26, HEIGHT),
            (x + side * 0.03 + 2, y + 4),
        ]
        for plate in (slate, black):
            plate.polygon(rail, 1)
    px = 1460
    black.line([(px, HEIGHT), (px, 250)], 20)
    black.line([(px - 8, 300), (px + 150, 256)], 26)
    red.polygon([(px + 30, 276), (px + 168, 238), (px + 174, 268), (px + 36, 306)])
    for plate in (black, slate):
        plate.polygon([(px + 30, 276), (px + 168, 238), (px + 174, 268), (px + 36, 306)], 1)
    black.disc(px, 372, 30)
    red.disc(px, 372, 15)
    black.disc(px, 372, 15, 1)
    return printed([Pass(slate, SLATE, 15), Pass(red, RED, 45, (1, 2)), Pass(black, INK, 30)], 33, wear=0.45)
