"""A story read again with a memory is the story read afresh, whatever was edited in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loading.ledger import as_data
from game.loading.loader import LoadResult, load_story
from game.loading.memory import Memory

FILES = {
    "story.yaml": "title: T\nstart: gallery\nformat: 1\n",
    "variables.yaml": "oil:\n  range: 0..3\n  default: 0\n  about: Oil.\n",
    "cast.yaml": "keeper:\n  name: The keeper\n",
    "endings.yaml": "landed:\n  title: Landed\n  kind: hopeful\n",
    "one.yaml": "gallery:\n  script:\n    - keeper: Oil.\n"
    "  choices:\n    climb:\n      text: Climb.\n      goto: lamp\n",
    "two.yaml": "lamp:\n  script:\n    - It burns.\n  ending: landed\n",
}
EDITS = {
    "a line": ("two.yaml", "It burns.", "It smokes."),
    "a choice's id": ("one.yaml", "climb:", "go_up:"),
    "a reference to what is not there": ("two.yaml", "ending: landed", "ending: lended"),
    "a member of the cast": ("cast.yaml", "keeper:", "warden:"),
    "a range": ("variables.yaml", "0..3", "1..3"),
    "a scene that another leads to": ("two.yaml", "lamp:", "lamp_room:"),
    "half a line": ("one.yaml", "goto: lamp", "goto"),
    "lines added above": ("one.yaml", "gallery:", "\n\ngallery:"),
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A small story on the disk."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_is_read_again_is_what_is_read_afresh(story: Path, edit: tuple[str, str, str]) -> None:
    """After any edit, and after taking it back, the result with a memory equals the one without."""
    memory = Memory()
    file, old, new = edit
    results = [load_story(story, memory=memory)]
    (story / file).write_text(FILES[file].replace(old, new), encoding="utf-8")
    results.append(load_story(story, memory=memory))
    afresh = load_story(story)
    (story / file).write_text(FILES[file], encoding="utf-8")
    results.append(load_story(story, memory=memory))

    assert _told(results[1]) == _told(afresh)
    assert _told(results[2]) == _told(results[0])


def test_a_scene_that_nothing_touched_is_not_read_again(story: Path) -> None:
    """An edit in one file leaves the scenes of the others the very same objects; so does reading twice."""
    memory = Memory()
    first = load_story(story, memory=memory).story
    unsaved = {"two.yaml": FILES["two.yaml"].replace("burns", "smokes").encode()}
    second = load_story(story, unsaved, memory).story

    assert first is not None
    assert second is not None
    assert second.scenes["gallery"] is first.scenes["gallery"]
    assert second.scenes["lamp"] is not first.scenes["lamp"]


def test_a_new_scene_asks_for_no_other_file_to_be_read_again(story: Path) -> None:
    """What is declared in one file of scenes changes nothing in how another one is read."""
    memory = Memory()
    first = load_story(story, memory=memory).story
    more = FILES["two.yaml"] + "pier:\n  ending: landed\n"
    second = load_story(story, {"two.yaml": more.encode()}, memory).story

    assert first is not None
    assert second is not None
    assert "pier" in second.scenes
    assert second.scenes["gallery"] is first.scenes["gallery"]


def test_an_id_that_an_earlier_file_takes_is_read_no_longer(story: Path) -> None:
    """A scene that comes to stand in two files is told as such, with a memory as without, and so when it goes again."""
    memory = Memory()
    load_story(story, memory=memory)
    twice = {"one.yaml": (FILES["one.yaml"] + "lamp:\n  ending: landed\n").encode()}
    assert _told(load_story(story, twice, memory)) == _told(load_story(story, twice))
    assert _told(load_story(story, memory=memory)) == _told(load_story(story))


def test_without_a_memory_trees_are_composed_again_when_asked_for(story: Path) -> None:
    """A story that was read once holds no trees of scenes, and hands them out all the same."""
    alone, kept = load_story(story).documents, load_story(story, memory=Memory()).documents
    for name, document in alone.items():
        root, same = document.root, kept[name].root
        assert root is not None
        assert same is not None
        assert as_data(root) == as_data(same)
    assert alone["one.yaml"] is alone["one.yaml"]


def _told(result: LoadResult) -> object:
    story = result.story
    return result.diagnostics, result.scenes, None if story is None else (dict(story.scenes), story.variables)
