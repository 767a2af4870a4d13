"""The contact sheet: every picture of the list, small and in order, on one dark sheet.

python -m assets.programs.contact writes assets/contact.webp; it needs only Pillow. Knows nothing of how they were made.
"""

from pathlib import Path

from PIL import Image

ASSETS = Path(__file__).parents[1]
GROUND, GAP, ACROSS = (34, 37, 41), 8, 4
LAYERS = ("_far", "_near")  # a picture's depths are no pictures of their own
CELLS = {"places": (480, 270), "cards": (480, 270), "people": (240, 344)}


def sheet() -> Image.Image:
    """All pictures by kind: places and cards four to a row, people eight."""
    rows: list[list[Image.Image]] = []
    for kind, size in CELLS.items():
        across = ACROSS * 480 // size[0]
        files = sorted((ASSETS / kind).glob("*.webp"))
        small = [_small(file, size) for file in files if not file.stem.endswith(LAYERS)]
        rows += [small[i : i + across] for i in range(0, len(small), across)]
    height = GAP + sum(row[0].height + GAP for row in rows)
    whole = Image.new("RGB", (ACROSS * (480 + GAP) + GAP, height), GROUND)
    y = GAP
    for row in rows:
        for n, picture in enumerate(row):
            whole.paste(picture, (GAP + n * (picture.width + GAP), y))
        y += row[0].height + GAP
    return whole


def _small(file: Path, size: tuple[int, int]) -> Image.Image:
    picture = Image.open(file).convert("RGBA").resize(size, Image.Resampling.LANCZOS)
    cell = Image.new("RGBA", size, (*GROUND, 255))
    cell.alpha_composite(picture)
    return cell.convert("RGB")


if __name__ == "__main__":
    sheet().save(ASSETS / "contact.webp", quality=82, method=6)
