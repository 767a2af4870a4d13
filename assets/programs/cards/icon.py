"""The window's icon: the bolt before the pale sun and one red plate, 256 pixels square, on ink."""

from PIL import Image, ImageDraw

SCALE, SIDE = 4, 256
BONE, SLATE, INK, RED = (227, 216, 191), (84, 105, 105), (19, 17, 16), (176, 31, 22)
FILE = "icon"
BOLT = ((214, -6), (122, 96), (154, 106), (92, 214), (206, 82), (168, 72), (256, -6))
LIT = ((214, -6), (122, 96), (154, 106), (92, 214), (138, 108), (112, 100))
PLATE = ((34, 206), (50, 172), (112, 172), (96, 206))


def print_card() -> Image.Image:
    """The icon, drawn at four times its size and brought down."""
    image = Image.new("RGBA", (SIDE * SCALE, SIDE * SCALE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)

    def up(spots: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
        return [(x * SCALE, y * SCALE) for x, y in spots]

    draw.rounded_rectangle((0, 0, SIDE * SCALE - 1, SIDE * SCALE - 1), 40 * SCALE, INK)
    draw.ellipse([q * SCALE for q in (22, 24, 234, 236)], BONE)
    edge = up((*BOLT, *BOLT[:2]))
    draw.line(edge, BONE, 22 * SCALE, joint="curve")
    draw.polygon(up(BOLT), INK)
    draw.polygon(up(LIT), SLATE)
    draw.polygon(up(((0, 206), (256, 206), (256, 256), (0, 256))), INK)
    draw.polygon(up(PLATE), RED)
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, SIDE * SCALE - 1, SIDE * SCALE - 1), 40 * SCALE, 255)
    image.putalpha(mask)
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
