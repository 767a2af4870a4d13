"""The index of names: it finds each place where a name stands, exactly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.loading.document import read_document
from game.loading.files import FileKind, find_files, read_file
from game.loading.loader import load_story
from game.loading.occurrences import _DECLARES, EFFECTS_KEYS, USES, Index, Occurrence, Role
from game.loading.schema import FILES, ID, IDS, KINDS, NAMED, NAMES, SCENE
from game.model.story import Story
from tests.support.documents import documents
from tests.support.stories import write

ROOT = Path(__file__).resolve().parents[2]
STORIES = [ROOT / "story", ROOT / "tests" / "stories" / "good" / "every_feature" / "story"]


def indexed(folder: Path) -> tuple[Story, list[Occurrence]]:
    """A story and every name in its files."""
    story = load_story(folder).story
    assert story is not None
    index = Index(story)
    return story, [one for file in find_files(folder)[0] for one in index.story_file(read_file(file)[1], file.kind)]


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.parent.name)
def test_every_place_holds_the_name(folder: Path) -> None:
    """What stands in the file at each place is the name, letter for letter."""
    _, found = indexed(folder)
    lines = {file.name: read_file(file)[1].lines for file in find_files(folder)[0]}
    for one in found:
        line = lines[one.ref.file][one.ref.line - 1]
        assert line[one.ref.column - 1 : one.ref.column - 1 + one.length] == one.name.id, one


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.parent.name)
def test_everything_declared_is_found_once(folder: Path) -> None:
    """Scenes, choices, variables, cast, places, endings, snippets and expressions each have one declaration."""
    story, found = indexed(folder)
    declared = [str(one.name) for one in found if one.role is Role.DECLARED and one.name.kind.value != "value"]
    expected = [
        *story.scenes,
        *(f"{scene.id}.{choice.id}" for scene in story.scenes.values() for choice in scene.choices),
        *(variable.name for variable in story.variables),
        *story.cast,
        *(f"{who.id}.{expression}" for who in story.cast.values() for expression in who.portraits),
        *story.places,
        *story.endings,
        *story.snippets,
    ]
    assert sorted(declared) == sorted(expected)


def test_no_place_is_found_twice() -> None:
    """Snippets that several scenes include are looked through once."""
    for folder in STORIES:
        _, found = indexed(folder)
        places = [one.ref for one in found]
        assert len(set(places)) == len(places)


def test_every_key_that_takes_an_id_is_known() -> None:
    """A key of the format that names something is in the index's table; events of the ledger are none of a story's."""
    for kind in KINDS.values():
        for key in kind.keys:
            if any(key.form is form for form in (ID, IDS, NAMED, NAMES)) and key.name not in ("beats", "was"):
                assert (kind.name, key.name) in USES, (kind.name, key.name)
    effects = SCENE.by_name["enter"].form
    assert {key.name for kind in KINDS.values() for key in kind.keys if key.form is effects} == set(EFFECTS_KEYS)
    assert {kind for kind, key in _DECLARES if key} <= KINDS.keys()


SPELLINGS = r"""first:
  title: 'Tr''ust {trust > 0: {trust}|none}'
  script:
    - "An \"escaped\" {trust > 1: word|other \t {trust}}"
    - >-
      folded over
      lines {trust == 2: so|
      not}
    - {luna  warm: "in braces, {trust}"}
    - show:   luna warm left
    - when: >
        seen( first )
          and chose( first . go )
      then:
        - "luna warm": Quoted key.
  choices:
    'go':
      text: Go.
      do: [ "trust  =trust + 1" , {when: not  chose(first.go), do: trust-=1} ]
      goto: [{when: side==moon, to: "first"}, {to: 'last'}]
last: {ending: over}
"""


def test_places_in_every_spelling(tmp_path: Path) -> None:
    """Quotes, escapes, folds, flow style and odd spaces do not move a place."""
    folder = write(
        tmp_path / "story",
        {
            "story.yaml": "title: T\nstart: first\nformat: 1\n",
            "variables.yaml": "trust: {range: 0..4, default: 0}\nside: {one_of: [sun, moon], default: 'sun'}\n",
            "cast.yaml": "luna: {name: Luna, portraits: {warm: luna_warm}}\n",
            "endings.yaml": "over: {title: Over, kind: bad}\n",
            "scenes.yaml": SPELLINGS,
        },
    )
    _, found = indexed(folder)
    lines = SPELLINGS.split("\n")
    here = [one for one in found if one.ref.file == "scenes.yaml"]
    shown = [lines[one.ref.line - 1][one.ref.column - 1 : one.ref.column - 1 + one.length] for one in here]
    assert shown == [one.name.id for one in here]
    assert shown.count("trust") == SPELLINGS.count("trust")
    assert shown.count("luna") == SPELLINGS.count("luna")
    assert shown.count("warm") == SPELLINGS.count("warm")
    assert shown.count("moon") == 1


def test_a_replay_names_choices_of_the_scene_it_is_in() -> None:
    """`offered` speaks of the scene in which the replay is then; where that is not known, of none."""
    story = load_story(STORIES[1]).story
    assert story is not None
    text = b"path:\n- offered: [pay]\n- quay_scene.pay_fare\n- check: chose(harbour.pay) and trust > 0\n- only: [x]\n"
    document = read_document(text, "a.replay.yaml")

    found = [(one.name.kind.value, str(one.name)) for one in Index(story).replay(document, ["harbour", "harbour"])]

    assert found == [
        ("choice", "harbour.pay"),
        ("scene", "quay_scene"),
        ("choice", "harbour.pay_fare"),
        ("scene", "harbour"),
        ("choice", "harbour.pay"),
        ("variable", "trust"),
    ]


@given(st.data())
def test_what_is_wrong_in_a_file_is_passed_over(data: st.DataObject) -> None:
    """Whatever a file of any kind holds, the names that can be found in it are found."""
    file = data.draw(st.sampled_from([file for file in FILES if file.name != "assets"]))
    document = read_document(json.dumps(data.draw(documents(file))).encode(), "x.yaml")
    kind = FileKind[file.name.upper()]
    names = _INDEX.replay(document, ["harbour"]) if kind is FileKind.REPLAY else _INDEX.story_file(document, kind)
    assert all(one.ref.file == "x.yaml" for one in names)


_INDEX = Index(load_story(STORIES[1]).draft or Story("", "", {}))
