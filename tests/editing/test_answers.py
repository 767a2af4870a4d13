"""What is told of a name, where it stands, what a file holds, and what can be done about a problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.editing import layout
from game.editing.actions import actions
from game.editing.hover import hover, hover_key
from game.editing.names import declarations, name_at, references, today
from game.editing.shifting import shifted
from game.editing.standing import form_of, standing
from game.editing.suggestion import MOST, Suggestion, What, matching
from game.editing.symbols import outline, search
from game.loading.files import FileKind, kind_of
from game.loading.loader import LoadResult, load_story
from game.loading.occurrences import Index, Name, NameKind, Occurrence
from game.model.diagnostic import Diagnostic, Severity
from game.model.edit import applied
from game.model.source import SourceRef
from game.model.story import Story
from tests.support.stories import write
from tests.support.stories_to_edit import SCENES, inner


@pytest.fixture
def result(tmp_path: Path) -> LoadResult:
    """The story of the lamp as it was read."""
    return load_story(write(tmp_path / "story", inner()))


@pytest.fixture
def story(result: LoadResult) -> Story:
    """The story itself."""
    assert result.story is not None
    return result.story


def names(result: LoadResult, story: Story) -> list[Occurrence]:
    """Every name in it."""
    index = Index(story)
    return [one for name, document in result.documents.items() for one in index.story_file(document, kind_of(name))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(NameKind.VARIABLE, "oil"), ["0 to 3, at first 2", "How many cans", "Set by `gallery.climb` (`oil -= 1`).",
                                          "Read by `gallery`, `gallery.climb`, `lamp_room`"]),
        (Name(NameKind.VARIABLE, "side"), ["one of sea, shore", "Set by nothing.", "Read by nothing."]),
        (Name(NameKind.SCENE, "gallery"), ["The gallery", "you are The keeper, in The tower", "16 words",
                                           "- `climb`: Climb the ladder.", "Come to from the story."]),
        (Name(NameKind.SCENE, "night"), ["Ends: *A Dark Night*", "Come to from `gallery.wait`.", "Was `evening`."]),
        (Name(NameKind.CHOICE, "climb", "gallery"), ["Climb the ladder.", "Offered when `oil > 0`", "Does `oil -= 1`",
                                                     "Leads to `lamp_room`"]),
        (Name(NameKind.CAST, "keeper"), ["The keeper", "Old, and late.", "Expressions `glad`, `stern`."]),
        (Name(NameKind.EXPRESSION, "glad", "keeper"), ["Picture: `keeper_glad`"]),
        (Name(NameKind.PLACE, "tower"), ["The tower", "A stair.", "Picture: `tower_dark`", "Scenes here `gallery`."]),
        (Name(NameKind.ENDING, "dark"), ["A Dark Night (bad)", "Hint: Wait.", "Ended in `night`."]),
        (Name(NameKind.VALUE, "sea"), ["a value of `side` (one of sea, shore)"]),
        (Name(NameKind.SNIPPET, "bells"), ["a snippet, in snippets.yaml:1"]),
    ],
)  # fmt: skip
def test_what_is_told(story: Story, name: Name, expected: list[str]) -> None:
    """Of each kind of name, what a writer wants to know of it."""
    told = hover(story, name) or ""
    assert [part for part in expected if part not in told] == [], told


def test_nothing_is_told_of_what_is_not_there(story: Story) -> None:
    """A name that nothing bears has no summary."""
    assert [kind for kind in NameKind if hover(story, Name(kind, "nobody", "nobody"))] == []


def test_invariants_read_too(result: LoadResult, story: Story) -> None:
    """An invariant is among those who read a variable."""
    told = hover(story, Name(NameKind.VARIABLE, "oil"), result.invariants) or ""
    assert "an invariant in lamp.invariants.yaml:1" in told


def test_what_a_key_means() -> None:
    """A key of the format is explained by the table; a key of the story's own is not."""
    lines = ["x:", "  timer: {}"]
    form = form_of(FileKind.SCENES)
    at, own = standing(lines, 1, 8, form), standing(lines, 0, 2, form)
    assert at is not None
    assert own is not None
    assert "Takes one of the choices when time runs out." in (hover_key(at) or "")
    assert hover_key(own) is None


def test_definition_and_references(result: LoadResult, story: Story) -> None:
    """A name leads to its declaration and to all that mean the same, under a former name too."""
    found = names(result, story)
    here = name_at([one for one in found if one.ref.file == "scenes.yaml"], 6, 31)
    assert here is not None
    assert here.name == Name(NameKind.VARIABLE, "oil")
    assert [str(one.ref) for one in declarations(found, here.name)] == ["variables.yaml:1:1"]
    places = {one.ref.file for one in references(story, found, here.name, declared=False)}
    assert places == {"scenes.yaml", "lamp.invariants.yaml"}
    assert today(story, Name(NameKind.SCENE, "evening")) == Name(NameKind.SCENE, "night")


def test_outline(result: LoadResult) -> None:
    """The outline has the scenes with their choices, each with its last line."""
    symbols = outline(result.documents["scenes.yaml"], FileKind.SCENES)
    assert [(one.name, one.what, one.ref.line, one.last) for one in symbols] == [
        ("gallery", What.SCENE, 1, 18),
        ("lamp_room", What.SCENE, 20, 25),
        ("night", What.SCENE, 27, 31),
    ]
    assert [(one.name, one.detail) for one in symbols[0].inner] == [
        ("climb", "Climb the ladder."),
        ("wait", "Wait for the keeper."),
    ]
    assert [one.name for one in outline(result.documents["lamp.invariants.yaml"], FileKind.INVARIANTS)] == [
        "No can comes from nowhere."
    ]


def test_search(story: Story) -> None:
    """What begins with the letters comes first; what holds them in their order comes too."""
    assert [one.label for one, _ in search(story, "la")][:2] == ["lamp_room", "landed"]
    assert "gallery.climb" in [one.label for one, _ in search(story, "gcl")]
    assert search(story, "zzz") == []


def test_no_more_is_sent_than_anybody_reads() -> None:
    """Of very many suggestions the nearest are sent, and it is said that there are more."""
    many = [Suggestion(f"scene_{number}", What.SCENE) for number in range(1000)]
    found, partial = matching(many, "9")
    assert len(found) == MOST
    assert partial
    assert matching(many, "scene_999") == ([many[999]], False)


def fixes(folder: Path, files: dict[str, str], code: str) -> list[tuple[str, str]]:
    """What is offered for the first problem of a code, and what the file it changes would become."""
    result = load_story(write(folder / "story", files))
    lines = {name: document.lines for name, document in result.documents.items()}
    problem = next(one for one in result.diagnostics if one.code == code)
    return [
        (action.title, applied("\n".join(lines[action.edits[0].ref.file]), action.edits))
        for action in actions(problem, lines)
    ]


def test_what_was_meant_is_written(tmp_path: Path) -> None:
    """A misspelt name becomes the near one that there is, and no letter around it changes."""
    files = inner() | {"scenes.yaml": SCENES.replace("goto: lamp_room", "goto: lamp_rom")}
    found = dict(fixes(tmp_path, files, "E222"))
    assert found['Change to "lamp_room"'] == SCENES


def test_a_missing_scene_is_begun(tmp_path: Path) -> None:
    """A scene that is gone to and is not there can be begun at the end of the file."""
    files = inner() | {"scenes.yaml": SCENES.replace("goto: lamp_room", "goto: cellar")}
    found = dict(fixes(tmp_path, files, "E222"))
    assert found['Write a scene "cellar" in this file'].endswith("ending: dark\n\ncellar:\n  script:\n    - TODO\n")


def test_a_missing_variable_is_declared(tmp_path: Path) -> None:
    """A variable that is set and was never declared can be declared, after which nothing is wrong with it."""
    scenes = SCENES.replace("do: slept = true", "do: warned = true")
    found = dict(fixes(tmp_path, inner() | {"scenes.yaml": scenes}, "E307"))
    declared = found['Declare a variable "warned"']
    again = load_story(write(tmp_path / "again", inner() | {"scenes.yaml": scenes, "variables.yaml": declared}))
    assert again.story is not None


def test_a_sign_of_other_languages_is_mended(tmp_path: Path) -> None:
    """`&&` becomes `and`."""
    scenes = SCENES.replace("when: oil > 0", "when: oil > 0 && not slept")
    assert dict(fixes(tmp_path, inner() | {"scenes.yaml": scenes}, "E305"))['Change to "and"'] == scenes.replace(
        "&&", "and"
    )


def test_a_warning_can_be_left_out() -> None:
    """The comment that leaves a warning out stands above its line, as far in as it."""
    problem = Diagnostic(SourceRef("scenes.yaml", 2, 5), "W520", Severity.WARNING, "never holds")
    action = next(iter(actions(problem, {"scenes.yaml": ("a:", "    - b")})))
    assert applied("a:\n    - b", action.edits) == "a:\n    # check: ignore W520\n    - b"


def test_layout_changes_only_what_it_must() -> None:
    """Lines that are right are not touched; a file with problems is left alone."""
    assert layout.layout(SCENES) == ()
    changed = layout.layout(SCENES.replace("  title: The gallery", "  title:   'The gallery'"))
    assert changed == (layout.Replaced(1, 2, "  title: The gallery\n"),)
    assert layout.layout("a: [") is None


_LINES = st.lists(st.sampled_from("abc"), max_size=8)


@given(_LINES, _LINES, _LINES, _LINES)
def test_what_was_found_moves_with_its_line(head: list[str], old: list[str], new: list[str], tail: list[str]) -> None:
    """What was found outside of an edit stands at the same line of text afterwards."""
    before, after = tuple(head + old + tail), tuple(head + new + tail)
    found = [Diagnostic(SourceRef("f", line, 1), "W520", Severity.NOTE, "") for line in range(1, len(before) + 1)]
    moved = list(shifted(found, {"f": before}, {"f": after}))
    lines = [one.ref.line for one in moved]
    assert all(after[line - 1] in before for line in lines)
    assert lines == sorted(set(lines))
    assert len(lines) >= len(head) + len(tail)
    if old == new:
        assert moved == found
