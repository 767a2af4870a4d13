"""Make the shipped TTF files from the woff2 subsets of the `@fontsource` packages; see README.md for the commands.

Knows nothing of the game: it takes a folder of unpacked npm packages and writes beside itself.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FACES = {
    "Anton-Regular": ("fontsource-anton", "anton-{}-400-normal"),
    "Oswald-SemiBold": ("fontsource-oswald", "oswald-{}-600-normal"),
    "Literata-Regular": ("fontsource-literata", "literata-{}-400-normal"),
    "Literata-Italic": ("fontsource-literata", "literata-{}-400-italic"),
    "AtkinsonHyperlegibleNext-Regular": (
        "fontsource-atkinson-hyperlegible-next",
        "atkinson-hyperlegible-next-{}-400-normal",
    ),
    "AtkinsonHyperlegibleNext-Italic": (
        "fontsource-atkinson-hyperlegible-next",
        "atkinson-hyperlegible-next-{}-400-italic",
    ),
}
RENAMED = {
    "SteadyLetters-Regular": ("fontsource-opendyslexic", "opendyslexic-latin-400-normal.woff"),
    "SteadyLetters-Italic": ("fontsource-opendyslexic", "opendyslexic-latin-400-italic.woff"),
}
"""Faces whose own name is reserved: converted whole, under a name of ours."""
SUBSETS = ("latin", "latin-ext")


def name_face(font: TTFont, face: str) -> None:
    """Write family and style into the name table, which the subsets leave half empty."""
    family, style = face.split("-")
    names = {1: family, 2: "Italic" if style == "Italic" else "Regular", 4: f"{family} {style}", 6: face}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def convert(packages: Path, face: str, into: Path) -> int:
    """Merge the subsets of one face into one TTF; returns how many characters it has."""
    package, pattern = FACES[face]
    folder = next(packages.glob(f"{package}-[0-9]*/files"))
    with tempfile.TemporaryDirectory() as scratch:
        parts = []
        for subset in SUBSETS:
            font = TTFont(folder / f"{pattern.format(subset)}.woff2")
            font.flavor = None
            for table in ("DSIG", "STAT"):
                if table in font:
                    del font[table]
            part = Path(scratch) / f"{subset}.ttf"
            font.save(part)
            parts.append(str(part))
        merged = Merger().merge(parts)
    name_face(merged, face)
    merged.save(into / f"{face}.ttf")
    return len(merged.getBestCmap())


def rename(packages: Path, face: str, into: Path) -> int:
    """Convert a face under another name in all its tables, as its licence asks; returns how many characters it has."""
    package, file = RENAMED[face]
    font = TTFont(next(packages.glob(f"{package}-[0-9]*/files")) / file)
    font.flavor = None
    family, style = face.split("-")
    for record in list(font["name"].names):
        if record.nameID not in (0, 5, 9, 12, 13, 14):
            font["name"].removeNames(nameID=record.nameID)
    names = {1: family, 2: style, 3: f"{face}; made from a face of another name", 4: f"{family} {style}", 6: face}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    outlines = font["CFF "].cff
    outlines.fontNames = [face]
    outlines.topDictIndex[0].FamilyName, outlines.topDictIndex[0].FullName = family, f"{family} {style}"
    for table in ("DSIG", "COLR", "CPAL"):
        if table in font:
            del font[table]
    font.save(into / f"{face}.otf")
    return len(font.getBestCmap())


def main() -> int:
    """Convert every face; the one argument is the folder of unpacked packages."""
    for face in FACES:
        print(face, convert(Path(sys.argv[1]), face, Path(__file__).parent))
    for face in RENAMED:
        print(face, rename(Path(sys.argv[1]), face, Path(__file__).parent))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
