"""Holds every finished picture to its form: there, of its size, evenly exposed, light enough, and told in words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path, PurePosixPath

import pygame
import pytest
import yaml

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"
STORY = ROOT / "story"
SUFFIXES = {".webp", ".png"}
PROGRAMS = sorted((ASSETS / "programs").rglob("*.py"))


@dataclass(frozen=True, slots=True)
class Form:
    """What a picture of one folder must be: size in pixels, weight in bytes, and whether it has a clear ground."""

    size: tuple[int, int]
    weight: int
    clear: bool


FORMS = {
    "places": Form((1920, 1080), 450_000, clear=False),
    "cards": Form((1920, 1080), 500_000, clear=False),
    "people": Form((900, 1290), 160_000, clear=True),
    "icon.png": Form((256, 256), 60_000, clear=True),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of the list."""

    id: str
    file: str
    alt: str | None
    licence: str | None
    source: str | None


def entries() -> list[Entry]:
    """The pictures of assets.yaml."""
    listed = yaml.safe_load((ASSETS / "assets.yaml").read_text(encoding="utf-8"))
    return [
        Entry(name, asset["file"], asset.get("alt"), asset.get("licence"), asset.get("source"))
        for name, asset in listed.items()
        if PurePosixPath(asset["file"]).suffix in SUFFIXES
    ]


ENTRIES = entries()
each = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)


def form_of(entry: Entry) -> Form:
    """The form of the folder that the picture lies in."""
    return FORMS[PurePosixPath(entry.file).parts[0]]


def picture(entry: Entry) -> pygame.Surface:
    """The picture, decoded."""
    return pygame.image.load(ASSETS / entry.file)


def levels(surface: pygame.Surface, step: int = 12) -> list[int]:
    """The brightness, 0 to 255, of every step-th pixel that is not clear, in order from dark to light."""
    width, height = surface.get_size()
    seen = [surface.get_at((x, y)) for x in range(0, width, step) for y in range(0, height, step)]
    return sorted((2 * c.r + 7 * c.g + c.b) // 10 for c in seen if c.a > 200)


def test_there_are_pictures() -> None:
    """The list names places, people and cards, so that the tests below look at something."""
    assert {PurePosixPath(entry.file).parts[0] for entry in ENTRIES} >= {"places", "people", "cards"}


@each
def test_picture_has_its_form(entry: Entry) -> None:
    """A picture is of its kind's size, no heavier than it may be, and has a clear ground exactly where one is due."""
    form, surface = form_of(entry), picture(entry)
    assert surface.get_size() == form.size
    assert (ASSETS / entry.file).stat().st_size <= form.weight
    clear = surface.get_at((0, 0)).a == 0
    assert clear == form.clear


@each
def test_picture_is_told_in_words(entry: Entry) -> None:
    """A picture says in a sentence what is to be seen, under which licence it is, and which program made it."""
    assert entry.alt is not None
    assert 20 <= len(entry.alt) <= 220
    assert entry.licence == "CC BY-NC-SA 4.0"
    assert entry.source is not None
    assert (ASSETS / entry.source).is_file()


@each
def test_picture_is_evenly_exposed(entry: Entry) -> None:
    """No picture is a black or a blown frame: there are lights and darks, and most of it lies between."""
    shades = levels(picture(entry))
    tenth, middle, top = (shades[int(len(shades) * part)] for part in (0.1, 0.5, 0.98))
    assert top - tenth > 60
    assert 8 <= middle <= 190
    assert sum(shade > 250 for shade in shades) < len(shades) * 0.12


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.file.startswith("places/")], ids=lambda entry: entry.id)
def test_place_is_quiet_where_the_words_stand(entry: Entry) -> None:
    """The bottom quarter of a place is dark, so that the text box lies calmly on it."""
    surface = picture(entry)
    width, height = surface.get_size()
    shades = levels(surface.subsurface((0, height * 3 // 4, width, height // 4)))
    assert shades[len(shades) // 2] < 90


SMALL = (48, 27)
"""What is left of a picture when two are compared: as much as one sees of it in passing."""


def glimpse(entry: Entry) -> list[int]:
    """The brightness of a picture shrunk to a stamp, pixel by pixel."""
    small = pygame.transform.smoothscale(picture(entry), SMALL)
    seen = [small.get_at((x, y)) for y in range(SMALL[1]) for x in range(SMALL[0])]
    return [(2 * c.r + 7 * c.g + c.b) // 10 for c in seen]


def test_no_two_pictures_are_all_but_the_same() -> None:
    """Any two places or cards differ by more than a shade: nobody is shown one picture under two names."""
    stamps = {e.id: glimpse(e) for e in ENTRIES if e.file.startswith(("places/", "cards/"))}
    for one, other in combinations(sorted(stamps), 2):
        apart = sum(abs(a - b) for a, b in zip(stamps[one], stamps[other], strict=True)) / (SMALL[0] * SMALL[1])
        assert apart > 6, f"{one} and {other} differ by {apart:.1f} of 255 on average"


def named_by_the_story() -> set[str]:
    """Every picture that a place, an ending or a person of the story asks for and does not mark as still to be made."""
    told = [(STORY / f"{name}.yaml").read_text(encoding="utf-8") for name in ("places", "endings", "cast")]
    pending, names = False, set()
    for line in "\n".join(told).splitlines():
        pending = pending or line == "# check: ignore W561"
        found = re.search(r"((?:place|ending|portrait)_[a-z_0-9]+)$", line)
        if found and not pending:
            names.add(found[1])
        pending = pending and found is None
    return names


def test_every_picture_that_the_story_names_is_there() -> None:
    """A picture that the story names stands in the list, and its file loads; the tests above hold it to its form."""
    listed = {entry.id: entry for entry in ENTRIES}
    wanted = named_by_the_story()
    assert len(wanted) > 40
    assert wanted <= set(listed)
    assert all(picture(listed[name]).get_width() > 0 for name in wanted)


def test_pictures_stay_within_their_weight() -> None:
    """All pictures together are under sixty megabytes."""
    assert sum((ASSETS / entry.file).stat().st_size for entry in ENTRIES) < 60_000_000


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.file.startswith("people/")], ids=lambda entry: entry.id)
def test_person_stands_on_the_canvas(entry: Entry) -> None:
    """A portrait fills its foot and leaves air above the head, so that people stand at one height side by side."""
    surface = picture(entry)
    box = surface.get_bounding_rect(min_alpha=128)
    assert box.bottom == surface.get_height()
    assert 5 <= box.top <= 160


def test_no_file_is_forgotten() -> None:
    """Every finished picture in the folders stands in the list."""
    there = {f"{kind}/{file.name}" for kind in ("places", "people", "cards") for file in (ASSETS / kind).glob("*.webp")}
    assert there == {entry.file for entry in ENTRIES if "/" in entry.file}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_program_compiles(program: Path) -> None:
    """A picture's program is valid Python; nothing is rendered, and Blender need not be there."""
    compile(program.read_text(encoding="utf-8"), program.name, "exec")


def test_command_tells_its_use_without_blender() -> None:
    """The command that renders explains itself on a machine that has none of the art programs installed."""
    told = subprocess.run(
        [sys.executable, "-m", "assets.programs.render", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert told.returncode == 0
    assert "--draft" in told.stdout
