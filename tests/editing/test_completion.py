"""What fits where a cursor stands, in files that are half typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.editing.completion import complete
from game.editing.standing import form_of, standing
from game.loading.files import FileKind
from game.model.story import Story
from tests.support.stories import load
from tests.support.stories_to_edit import SCENES, inner

JOINING = ["and ", "or ", "if ", "else "]
BEHIND_NUMBERS = [">= ", "<= ", "> ", "< ", "== ", "!= ", "+ ", "- ", *JOINING]


@pytest.fixture(scope="module")
def story() -> Story:
    """The story of the lamp."""
    return load(inner())


def offered(story: Story, text: str, kind: FileKind = FileKind.SCENES, after: str = "") -> list[str]:
    """What is offered at the end of a text."""
    lines = text.split("\n")
    at = standing([*lines[:-1], lines[-1] + after], len(lines) - 1, len(lines[-1]), form_of(kind))
    found = complete(story, at, after)
    return [one.text for one in found.suggestions] if found is not None else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x:\n  goto: ", ["gallery", "lamp_room", "night"]),
        ("x:\n  goto: la", ["lamp_room"]),
        ("x:\n  goto:\n    - {when: slept, to: ni", ["night"]),
        ("x:\n  goto:\n    - when: slept\n      to: lamp", ["lamp_room"]),
        ("x:\n  choices:\n    a: {text: Go., goto: ga", ["gallery"]),
        ("x:\n  ending: ", ["landed", "dark"]),
        ("x:\n  place: ", ["tower"]),
        ("x:\n  you: ", ["keeper", "rower"]),
        ("x:\n  script:\n    - include: ", ["bells"]),
        ("x:\n  script:\n    - keeper ", ["glad: ", "stern: "]),
        ("x:\n  script:\n    - kee", ["keeper: "]),
        ("x:\n  script:\n  - kee", ["keeper: "]),
        ("x:\n  script:\n    - show: ", ["keeper", "rower"]),
        ("x:\n  script:\n    - show: keeper st", ["stern"]),
        ("x:\n  script:\n    - hide: a", ["all"]),
        ("x:\n  script:\n    - effect: fade", ["fade_black", "fade_white"]),
        ("x:\n  script:\n    - when: slept\n      ", ["then:", "else:"]),
        ("x:\n  script:\n    - {hard: He fell., ", ["soft: "]),
        ("x:\n  script:\n    - You see {oi", ["oil"]),
        ("x:\n  script:\n    - keeper: You see {sle", ["slept"]),
        ("x:\n  script:\n    - You see {oil > 0: oi", []),
        ("x:\n  choices:\n    a:\n      when: seen(", ["gallery", "lamp_room", "night"]),
        ("x:\n  choices:\n    a:\n      when: oil > 1 and chose(", ["gallery"]),
        ("x:\n  choices:\n    a:\n      when: chose(gallery.", ["climb", "wait"]),
        ("x:\n  choices:\n    a:\n      when: reached(", ["landed", "dark"]),
        ("x:\n  choices:\n    a:\n      when: side == sh", ["shore"]),
        ("x:\n  choices:\n    a:\n      when: side == sea and slept == f", ["false", "if"]),
        ("x:\n  choices:\n    a:\n      do: [oil += 1, sl", ["slept"]),
        ("x:\n  choices:\n    a:\n      do: oil ", ["= ", "+= ", "-= "]),
        ("x:\n  choices:\n    a:\n      do: slept ", ["= "]),
        ("x:\n  choices:\n    a:\n      do: slept = oil ", ["if ", "else "]),
        ("x:\n  choices:\n    a:\n      when: 1 < oil ", JOINING),
        ("x:\n  choices:\n    a:\n      when: oil ", BEHIND_NUMBERS),
        ("x:\n  choices:\n    a:\n      when: side ", ["== ", "!= ", *JOINING]),
        ("x:\n  choices:\n    a:\n      when: slept and seen(night) ", JOINING),
        ("x:\n  choices:\n    a:\n      when: slept an", ["and "]),
        ("x:\n  script:\n    - You see {oil ", BEHIND_NUMBERS),
        ('x:\n  script:\n    - "{The wheel ', []),
        ("x:\n  enter: {when: slept, do: oi", ["oil"]),
        ("gallery:\n  timer: {seconds: 3, choice: ", ["climb", "wait"]),
        ("x:\n  ti", ["title: ", "timer:"]),
        ("x:\n  goto: night\n  en", ["enter: "]),
        ("x:\n  # goto: ga", []),
        ("x:\n  title: ga", []),
    ],
)  # fmt: skip
def test_what_fits(story: Story, text: str, expected: list[str]) -> None:
    """Each place of a scene is offered what may stand there, and nothing else."""
    assert offered(story, text) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (FileKind.STORY, "start: ni", ["night"]),
        (FileKind.STORY, "title: T\nform", ["format: "]),
        (FileKind.VARIABLES, "mood:\n  one", ["one_of:"]),
        (FileKind.VARIABLES, "mood:\n  range: 0..2\n  ", ["default: ", "about: "]),
        (FileKind.VARIABLES, "slept:\n  default: ", ["false", "true"]),
        (FileKind.ENDINGS, "over:\n  kind: b", ["bittersweet", "bad"]),
        (FileKind.INVARIANTS, "- always: oi", ["oil"]),
        (FileKind.INVARIANTS, "- always: slept\n  at: ni", ["night"]),
        (FileKind.REPLAY, "path:\n  - ga", ["gallery"]),
        (FileKind.REPLAY, "path:\n  - gallery.", ["climb", "wait"]),
        (FileKind.REPLAY, "path:\n  - check: sl", ["slept"]),
        (FileKind.REPLAY, "start:\n  set: {side: ", ["sea", "shore"]),
        (FileKind.REPLAY, "start:\n  set:\n    oi", ["oil: "]),
        (FileKind.REPLAY, "ending: l", ["landed"]),
    ],
)
def test_what_fits_in_other_files(story: Story, kind: FileKind, text: str, expected: list[str]) -> None:
    """Lists, invariants and replays are completed like scenes."""
    assert offered(story, text, kind) == expected


def test_nothing_is_offered_twice(story: Story) -> None:
    """Keys that the mapping has, above the cursor or below it, are not offered again, nor a second way out."""
    lines = ["x:", "  title: T", "  ", "  script: []", "  goto: night"]
    found = complete(story, standing(lines, 2, 2, form_of(FileKind.SCENES)))
    assert found is not None
    assert [one.label for one in found.suggestions] == ["you", "place", "beats", "enter", "timer", "was", "notes"]


def test_no_second_colon(story: Story) -> None:
    """A name that is put before a colon brings none of its own."""
    assert offered(story, "x:\n  script:\n    - kee", after=": Hm.") == ["keeper"]


def test_prose_is_left_alone(story: Story) -> None:
    """Nobody is interrupted while writing a sentence, on its first line or on the next."""
    assert offered(story, "x:\n  script:\n    - The lamp has gone o") == []
    assert offered(story, "x:\n  script:\n    - The lamp has\n      gone o") == []


@given(st.integers(0, len(SCENES)), st.text(st.sampled_from(" -:{}[](),.\"'#|>a_\n"), max_size=6))
def test_every_place_of_every_half_typed_file_is_answered(place: int, typed: str) -> None:
    """Wherever a file is cut off and whatever is typed there, there is an answer about the word before the cursor."""
    lines = (SCENES[:place] + typed + SCENES[place:]).split("\n")
    line = (SCENES[:place] + typed).count("\n")
    column = len((SCENES[:place] + typed).rpartition("\n")[2])
    at = standing(lines, line, column, form_of(FileKind.SCENES))
    found = complete(_STORY, at)
    assert found is None or 0 <= found.start <= column
    assert at is None or lines[line][:column].endswith(at.typed)


_STORY = load(inner())
