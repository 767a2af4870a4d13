"""Which files are read, and what becomes of those that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.errors import UsageError
from game.loading.loader import load_story
from tests.support.loading import ENDINGS, FIRST, STORY, codes, found, loaded
from tests.support.stories import write

GOOD = {"story.yaml": STORY, "endings.yaml": ENDINGS, "scenes.yaml": FIRST}


def test_only_story_yaml_must_exist() -> None:
    """A05: without the lists there are no variables, no cast, no places, no snippets; that is no mistake."""
    result = loaded()
    assert result.story is not None
    assert (result.story.variables, result.story.cast, result.story.places, result.story.snippets) == ((), {}, {}, {})
    assert result.story.assets is None
    assert result.story.beats is None


@pytest.mark.parametrize("name", ["variables", "cast", "places", "snippets"])
@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_list_means_none(name: str, text: str) -> None:
    """A05: a list with nothing in it is as good as no list."""
    assert codes(loaded({f"{name}.yaml": text})) == []


def test_an_empty_scene_file_is_a_warning() -> None:
    """A05: a file without a scene does no harm, but somebody should know."""
    result = loaded({"act_1/later.yaml": "# to be written\n"})
    assert found(result) == ["act_1/later.yaml:1:1 W501"]
    assert result.story is not None


def test_an_empty_story_yaml_is_an_error() -> None:
    """A05: story.yaml must say what the story is."""
    assert found(loaded(story="")) == ["story.yaml:1:1 E204"]


def test_scenes_are_read_from_anywhere_below() -> None:
    """Every other .yaml file holds scenes, at any depth, in the order of their names."""
    files = {"b/deep/er.yaml": "third: {ending: over}\n", "a.yaml": "second: {ending: over}\n"}
    result = loaded(files)
    assert result.story is not None
    assert list(result.story.scenes) == ["second", "third", "first"]


def test_replays_are_skipped_and_invariants_are_read_from_anywhere() -> None:
    """A04: a replay inside the story folder is not read, an invariant is."""
    result = loaded({"x/a.replay.yaml": "{[", "x/y/b.invariants.yaml": "- always: seen(first)\n  at: first\n"})
    assert found(result) == []
    assert [(invariant.always.source, invariant.at) for invariant in result.invariants] == [("seen(first)", "first")]
    assert str(result.invariants[0].ref) == "x/y/b.invariants.yaml:1:3"


def test_invariants_are_checked() -> None:
    """An invariant's condition, scene and keys are held to the declarations."""
    text = "- always: trsut > 1\n- at: nowhere\n  always: true\n- about: x\n- text\n"
    expected = ["1:11 E307", "2:7 E222", "4:3 E202", "5:3 E203"]
    assert found(loaded({"a.invariants.yaml": text})) == [f"a.invariants.yaml:{place}" for place in expected]


def test_yml_is_an_error_that_says_rename() -> None:
    """A04: a .yml file would be forgotten in silence, so it is an error."""
    result = loaded({"act/more.yml": FIRST})
    assert found(result) == ["act/more.yml:1:1 E116"]
    assert "rename to .yaml" in result.diagnostics[0].message


def test_hidden_files_and_folders_are_skipped() -> None:
    """A04: what starts with a dot is the business of other programs."""
    assert codes(loaded({".draft.yaml": "{[", ".git/x.yaml": "{[", "a/.b/c.yml": "x"})) == []


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    """A04: a link to a folder is passed by, even one in a circle."""
    story = write(tmp_path / "story", GOOD)
    write(tmp_path / "elsewhere", {"second.yaml": "second: {ending: over}\n"})
    (story / "linked").symlink_to(tmp_path / "elsewhere")
    (story / "circle").symlink_to(story)
    result = load_story(story)
    assert result.story is not None
    assert list(result.story.scenes) == ["first"]


def test_a_link_to_a_file_inside_is_read_and_one_that_leads_out_is_refused(tmp_path: Path) -> None:
    """Nothing outside of the story folder is opened through a link."""
    story = write(tmp_path / "story", GOOD | {"a/b.yaml": "second: {ending: over}\n"})
    (tmp_path / "secret.yaml").write_text("third: {ending: over}\n")
    (story / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    assert found(load_story(story)) == ["out.yaml:1:1 E101"]


def test_what_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    """A42: a broken link is one problem at 1:1, and the rest is still read."""
    story = write(tmp_path / "story", GOOD | {"more.yaml": "second: {goto: nowhere}\n"})
    (story / "gone.yaml").symlink_to(story / "not_there.yaml")
    assert found(load_story(story)) == ["gone.yaml:1:1 E101", "more.yaml:1:16 E222"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe called like a file would be waited for for ever; it is a problem instead."""
    story = write(tmp_path / "story", GOOD)
    os.mkfifo(story / "pipe.yaml")
    assert found(load_story(story)) == ["pipe.yaml:1:1 E101"]
    (story / "story.yaml").unlink()
    os.mkfifo(story / "story.yaml")
    with pytest.raises(UsageError, match="not an ordinary file"):
        load_story(story)


def test_names_of_files_can_always_be_shown(tmp_path: Path) -> None:
    """A name with control codes or odd bytes reaches no terminal as it is."""
    story = write(tmp_path / "story", GOOD)
    (story / "a\x1b[31mb\udcff.yaml").write_text("x: {goto: nowhere}\n")
    assert found(load_story(story)) == ["a\ufffd[31mb\ufffd.yaml:1:11 E222"]


def test_a_file_that_is_not_utf8_is_a_problem_and_its_ids_stay_known(tmp_path: Path) -> None:
    """A42: one problem at 1:1, and nobody calls the scenes in it unknown."""
    story = write(tmp_path / "story", GOOD | {"more.yaml": "second: {goto: third}\n"})
    (story / "third.yaml").write_bytes(b"third:\n  script:\n    - Caf\xe9.\n  ending: over\n")
    assert found(load_story(story)) == ["third.yaml:3:10 E102"]


def test_no_folder_or_no_story_yaml_cannot_be_done(tmp_path: Path) -> None:
    """A42: only these two are bad usage, and not a problem of the story."""
    with pytest.raises(UsageError, match="no folder"):
        load_story(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="cannot open"):
        load_story(tmp_path)
    (tmp_path / "story.yaml").mkdir()
    with pytest.raises(UsageError, match="cannot open"):
        load_story(tmp_path)


def test_a_broken_file_does_not_hide_problems_of_others() -> None:
    """A syntax error in one file is reported beside the problems of every other file."""
    result = loaded({"a.yaml": "second:\n  - {a|b} c\n", "b.yaml": "third: {goto: nowhere}\n"})
    assert found(result) == ["a.yaml:2:5 E104", "b.yaml:1:15 E222"]


def test_ids_of_a_broken_part_are_not_called_unknown() -> None:
    """What was lost to a syntax error exists: scenes, choices, variables, cast and the rest raise no second problem."""
    files = {
        "a.yaml": "second:\n  choices:\n    stay: {a|b} c\n",
        "b.yaml": 'third:\n  script:\n    - luna warm: "{coins} {coins > 2: x}"\n    - when: chose(second.stay)\n'
        "      then: [x]\n  goto: second\n",
        "variables.yaml": "coins:\n  range: 0..6\n  about: a: b\n",
        "cast.yaml": "luna:\n  name: a: b\n",
    }
    assert found(loaded(files)) == ["a.yaml:3:11 E104", "cast.yaml:2:10 E104", "variables.yaml:3:11 E104"]


def test_the_fingerprint_changes_with_any_file_but_not_with_invariants_or_replays() -> None:
    """The fingerprint stands for the story that is played."""

    def fingerprint(files: dict[str, str]) -> str:
        story = loaded(files).story
        assert story is not None
        return story.fingerprint

    plain = fingerprint({})
    assert plain == fingerprint({"a.replay.yaml": "x", "b.invariants.yaml": "- always: true\n"})
    assert plain != fingerprint({"scenes.yaml": FIRST + "# a comment\n"})
    assert plain != fingerprint({"cast.yaml": ""})
    assert len(plain) == 64


def test_assets_and_ledger_are_read_beside_the_story() -> None:
    """A10, A47: `assets/assets.yaml` and `seeds/canon.yaml` stand beside the story's folder."""
    files = {
        "../assets/assets.yaml": "lamp: {file: places/lamp.webp, alt: A lamp.}\nbell: {file: bell.ogg}\n",
        "../seeds/canon.yaml": "acts: []\nbeats:\n- id: wedding\n  act: act_0\n- id: war\n- what: no id\n",
        "scenes.yaml": "first: {beats: [wedding, war], ending: over}\n",
    }
    story = loaded(files).story
    assert story is not None
    assert story.assets is not None
    assert [(asset.id, asset.file, asset.alt) for asset in story.assets.values()] == [
        ("lamp", "places/lamp.webp", "A lamp."),
        ("bell", "bell.ogg", None),
    ]
    assert story.beats == {"wedding": "act_0", "war": ""}


def test_problems_beside_the_story_name_their_file_relative_to_it() -> None:
    """A mistake in the list of assets or in the ledger is found like any other."""
    files = {"../assets/assets.yaml": "lamp: {alt: A lamp.}\n", "../seeds/canon.yaml": "beats: [{id: &a b}]\n"}
    assert found(loaded(files)) == ["../assets/assets.yaml:1:1 E202", "../seeds/canon.yaml:1:14 E108"]


def test_beats_are_not_checked_without_a_ledger() -> None:
    """A47: where no ledger stands beside the story, any beat will do."""
    assert codes(loaded(scenes="first: {beats: [anything], ending: over}\n")) == []


def test_comments_that_ignore_a_code_are_collected() -> None:
    """`# check: ignore` speaks for its own line, or for the next one where it stands alone."""
    text = "first:  # check: ignore W510\n  # check: ignore W540, N544\n  script: [x]\n  ending: over\n"
    expected = {("scenes.yaml", 1, "W510"), ("scenes.yaml", 3, "W540"), ("scenes.yaml", 3, "N544")}
    assert loaded(scenes=text).ignored == expected


def test_scenes_are_counted_even_with_errors() -> None:
    """`scenes` counts what was declared."""
    assert loaded(scenes=FIRST + "second: {}\nthird: {a: *b}\n").scenes == 3
