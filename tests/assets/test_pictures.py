"""Holds every finished picture to its form: there, of its size, evenly exposed, light enough, and told in words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
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
    """What pictures of one kind must be: sizes in pixels, weight in bytes, and whether it has a clear ground."""

    sizes: tuple[tuple[int, int], ...]
    weight: int
    clear: bool


WIDE = (2560, 1440)
PAINTED = Form((WIDE,), 700_000, clear=False)
FORMS = {
    "places/": PAINTED,
    "cards/ending_": PAINTED,
    "cards/": Form((WIDE,), 600_000, clear=False),
    "people/": Form(((980, 1404),), 180_000, clear=True),
    "icon.png": Form(((256, 256),), 60_000, clear=True),
}
"""By how a file begins; the first that fits holds. The endings are paintings, as places are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture of the list."""

    id: str
    file: str
    alt: str | None
    licence: str | None
    source: str | None
    layers: tuple[str, ...] = ()
    """The files of its depths, `far` and `near`, where it has such."""


def entries() -> list[Entry]:
    """The pictures of assets.yaml."""
    listed = yaml.safe_load((ASSETS / "assets.yaml").read_text(encoding="utf-8"))
    return [
        Entry(
            name,
            asset["file"],
            asset.get("alt"),
            asset.get("licence"),
            asset.get("source"),
            depths(asset.get("layers")),
        )
        for name, asset in listed.items()
        if PurePosixPath(asset["file"]).suffix in SUFFIXES
    ]


def depths(layers: dict[str, str] | None) -> tuple[str, ...]:
    """The files of a picture's depths, in this order."""
    return (layers["far"], layers["near"]) if layers else ()


ENTRIES = entries()
LAYERED = [entry for entry in ENTRIES if entry.layers]
each = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)


def form_of(entry: Entry) -> Form:
    """The form that goes with the folder that the picture lies in."""
    return next(form for start, form in FORMS.items() if entry.file.startswith(start))


def picture(entry: Entry) -> pygame.Surface:
    """The picture, decoded."""
    return pygame.image.load(ASSETS / entry.file)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the tests want to know of a picture, so that each is decoded once."""

    size: tuple[int, int]
    clear: bool
    thinned: pygame.Surface
    """Every twelfth pixel of every twelfth row."""
    stamp: list[int]
    box: pygame.Rect


@cache
def seen(entry: Entry) -> Seen:
    """The picture, looked at."""
    surface = picture(entry)
    clear = surface.get_at((0, 0)).a == 0
    return Seen(surface.get_size(), clear, thin(surface), glimpse(surface), surface.get_bounding_rect(min_alpha=128))


def levels(surface: pygame.Surface) -> list[int]:
    """The brightness, 0 to 255, of every pixel that is not clear, in order from dark to light."""
    data = pygame.image.tobytes(surface, "RGBA")
    pixels = zip(data[::4], data[1::4], data[2::4], data[3::4], strict=True)
    return sorted((2 * red + 7 * green + blue) // 10 for red, green, blue, alpha in pixels if alpha > 200)


def test_there_are_pictures() -> None:
    """The list names places, people and cards, so that the tests below look at something."""
    assert {PurePosixPath(entry.file).parts[0] for entry in ENTRIES} >= {"places", "people", "cards"}


@each
def test_picture_has_its_form(entry: Entry) -> None:
    """A picture is of its kind's size, no heavier than it may be, and has a clear ground exactly where one is due."""
    form = form_of(entry)
    assert seen(entry).size in form.sizes
    assert (ASSETS / entry.file).stat().st_size <= form.weight
    assert seen(entry).clear == form.clear


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
    assert faults_of_exposure(levels(seen(entry).thinned)) == []


def faults_of_exposure(shades: list[int]) -> list[str]:
    """What is wrong with the lights and darks of a picture, by its levels in order."""
    tenth, middle, top = (shades[int(len(shades) * part)] for part in (0.1, 0.5, 0.98))
    blown = sum(shade > 250 for shade in shades) >= len(shades) * 0.12
    found = {"flat": top - tenth <= 60, "black": middle < 8, "too bright": middle > 190, "blown": blown}
    return [name for name, wrong in found.items() if wrong]


@pytest.mark.parametrize(
    ("dark", "light", "share", "faults"),
    [
        ((0, 0, 0), (255, 255, 255), 0.03, ["black"]),
        ((20, 20, 20), (60, 60, 60), 0.5, ["flat"]),
        ((30, 30, 30), (255, 255, 255), 0.2, ["blown"]),
        ((10, 10, 10), (240, 240, 240), 0.8, ["too bright"]),
        ((20, 20, 20), (227, 216, 191), 0.3, []),
    ],
)
def test_a_bad_exposure_is_found(
    dark: tuple[int, int, int], light: tuple[int, int, int], share: float, faults: list[str]
) -> None:
    """A black frame, a flat one, one that is blown and one that is nearly white fail, each for its own reason."""
    sheet = pygame.Surface((480, 270), depth=32)
    sheet.fill(dark)
    sheet.fill(light, (0, 0, round(480 * share), 270))
    assert faults_of_exposure(levels(sheet)) == faults


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.file.startswith("places/")], ids=lambda entry: entry.id)
def test_place_is_quiet_where_the_words_stand(entry: Entry) -> None:
    """The bottom quarter of a place is dark, so that the text box lies calmly on it."""
    surface = seen(entry).thinned
    width, height = surface.get_size()
    shades = levels(surface.subsurface((0, height * 3 // 4, width, height // 4)))
    assert shades[len(shades) // 2] < 90


@pytest.mark.parametrize("entry", LAYERED, ids=lambda entry: entry.id)
def test_the_depths_of_a_picture_laid_together_are_the_picture(entry: Entry) -> None:
    """Both are of its size; what is near has a clear ground, covers less than half, and laid on the rest is it all."""
    far, near = (pygame.image.load(ASSETS / file) for file in entry.layers)
    assert far.get_size() == near.get_size() == seen(entry).size
    alphas = pygame.image.tobytes(thin(near), "RGBA")[3::4]
    assert 0.01 < sum(alpha > 0 for alpha in alphas) / len(alphas) < 0.5
    assert differs(thin(far), seen(entry).thinned) > 0.2
    far.blit(near, (0, 0))
    assert differs(thin(far), seen(entry).thinned) < 1.5


def thin(surface: pygame.Surface) -> pygame.Surface:
    """Every twelfth pixel of every twelfth row."""
    return pygame.transform.scale(surface, (surface.get_width() // 12, surface.get_height() // 12))


def differs(one: pygame.Surface, other: pygame.Surface) -> float:
    """By how much of 255 two pictures differ, on average over all pixels."""
    pairs = zip(pygame.image.tobytes(one, "RGB"), pygame.image.tobytes(other, "RGB"), strict=True)
    return sum(abs(a - b) for a, b in pairs) / (one.get_width() * one.get_height() * 3)


SMALL = (48, 27)
"""What is left of a picture when two are compared: as much as one sees of it in passing."""


def glimpse(surface: pygame.Surface) -> list[int]:
    """The brightness of a picture shrunk to a stamp, pixel by pixel."""
    data = pygame.image.tobytes(pygame.transform.smoothscale(surface, SMALL), "RGB")
    return [(2 * data[at] + 7 * data[at + 1] + data[at + 2]) // 10 for at in range(0, len(data), 3)]


def print_of(stamp: list[int]) -> int:
    """A perceptual hash, after Krawetz's dHash (2013): whether each pixel of a stamp is brighter than its neighbour."""
    rows = [stamp[y * SMALL[0] : (y + 1) * SMALL[0]] for y in range(0, SMALL[1], 3)]
    cells = [[sum(row[x : x + 3]) for x in range(0, SMALL[0], 3)] for row in rows]
    bits = [left > right + 6 for row in cells for left, right in pairwise(row)]
    return sum(bit << n for n, bit in enumerate(bits))


def alike(one: list[int], other: list[int]) -> bool:
    """Whether two stamps show the same: hardly another shade anywhere, or the same shapes in another light."""
    apart = sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
    return apart <= 6 or (print_of(one) ^ print_of(other)).bit_count() <= MOST_BITS


MOST_BITS = 4
"""Bits of 135 in which the prints of two pictures may differ that are still the same one."""


def test_no_two_pictures_are_all_but_the_same() -> None:
    """Any two places or cards differ by more than a shade: nobody is shown one picture under two names."""
    stamps = {e.id: seen(e).stamp for e in ENTRIES if e.file.startswith(("places/", "cards/"))}
    assert [pair for pair in combinations(sorted(stamps), 2) if alike(stamps[pair[0]], stamps[pair[1]])] == []


def test_a_picture_under_two_names_is_found() -> None:
    """Saved again, a little darker, or moved by a hair, it is the same; its mirror image is another."""
    first = picture(next(entry for entry in ENTRIES if entry.id == "act_5"))
    darker, moved = first.copy(), pygame.transform.flip(first, flip_x=False, flip_y=False)
    darker.fill((235, 235, 235), special_flags=pygame.BLEND_RGB_MULT)
    moved.scroll(3, 2)
    stamp = glimpse(first)
    assert alike(stamp, glimpse(darker))
    assert alike(stamp, glimpse(moved))
    assert not alike(stamp, glimpse(pygame.transform.flip(first, flip_x=True, flip_y=False)))


def test_every_act_and_holder_of_the_story_has_its_card() -> None:
    """A poster with the act's title for each folder of scenes, a card for everybody through whose eyes we see."""
    listed = yaml.safe_load((ASSETS / "assets.yaml").read_text(encoding="utf-8"))
    acts = {folder.name for folder in STORY.glob("act_*")}
    scenes = "\n".join(file.read_text(encoding="utf-8") for file in STORY.glob("act_*/*.yaml"))
    holders = {f"holder_{who}" for who in re.findall(r"^  you: ([a-z_]+)$", scenes, re.MULTILINE)}
    assert len(acts) == 8
    assert len(holders) == 9
    assert acts | holders <= set(listed)
    assert all(listed[act].get("caption") for act in acts)


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
    assert all(seen(listed[name]).size[0] > 0 for name in wanted)


def test_pictures_stay_within_their_weight() -> None:
    """All pictures together are under sixty megabytes."""
    files = [file for entry in ENTRIES for file in (entry.file, *entry.layers)]
    assert sum((ASSETS / file).stat().st_size for file in files) < 60_000_000


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.file.startswith("people/")], ids=lambda entry: entry.id)
def test_person_stands_on_the_canvas(entry: Entry) -> None:
    """A portrait fills its foot and leaves air above the head, so that people stand at one height side by side."""
    box = seen(entry).box
    assert box.bottom == seen(entry).size[1]
    dog = entry.id.startswith("portrait_flender")
    assert 3 <= box.top <= (800 if dog else 180)


def test_no_file_is_forgotten() -> None:
    """Every finished picture in the folders stands in the list."""
    there = {f"{kind}/{file.name}" for kind in ("places", "people", "cards") for file in (ASSETS / kind).glob("*.webp")}
    listed = {file for entry in ENTRIES for file in (entry.file, *entry.layers)}
    assert there == {file for file in listed if "/" in file}


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
