"""The window's icon: the bolt before the pale sun, 256 pixels square, on ink."""

from PIL import Image, ImageDraw

SCALE, SIDE = 4, 256
BONE, SLATE, INK, RED = (227, 216, 191), (84, 105, 105), (19, 17, 16), (176, 31, 22)
FILE = "icon"
LEFT = ((150, 0), (104, 64), (126, 70), (74, 132), (102, 140), (84, 214))
RIGHT = ((84, 214), (142, 132), (120, 124), (170, 62), (150, 56), (196, 0))


def print_card() -> Image.Image:
    """The icon, drawn at four times its size and brought down."""
    image = Image.new("RGBA", (SIDE * SCALE, SIDE * SCALE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)

    def up(spots: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
        return [(x * SCALE, y * SCALE) for x, y in spots]

    draw.rounded_rectangle((0, 0, SIDE * SCALE - 1, SIDE * SCALE - 1), 40 * SCALE, INK)
    draw.ellipse([q * SCALE for q in (28, 34, 228, 234)], SLATE)
    draw.ellipse([q * SCALE for q in (38, 44, 218, 224)], BONE)
    middle = tuple(
        (round((lx + rx) / 2 - 6), round((ly + ry) / 2)) for (lx, ly), (rx, ry) in zip(LEFT, RIGHT[::-1], strict=True)
    )
    draw.polygon(up(LEFT + RIGHT), INK)
    draw.polygon(up(LEFT + middle[::-1]), SLATE)
    draw.line(up((*LEFT, *RIGHT)), INK, 5 * SCALE, joint="curve")
    draw.polygon(up(((0, 216), (84, 206), (256, 220), (256, 256), (0, 256))), INK)
    draw.polygon(up(((56, 210), (62, 186), (70, 186), (76, 210))), INK)
    draw.ellipse([q * SCALE for q in (60, 174, 72, 187)], INK)
    draw.polygon(up(((62, 186), (70, 186), (96, 190), (70, 194), (61, 194))), RED)
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, SIDE * SCALE - 1, SIDE * SCALE - 1), 40 * SCALE, 255)
    image.putalpha(mask)
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
