"""Replay files: their form is read, their meaning is left to the play."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import UsageError
from game.loading.replay_file import condition_parser, parse_replay, read_replay
from game.model.expression import Condition
from game.model.replay import At, Check, Goal, HidesText, NotOffered, Offered, Replay, Setting, ShowsText, Start, Take
from game.model.source import NOWHERE, SourceRef
from tests.support.loading import loaded

WHOLE = """\
replay: The road that the sources tell
seed: 7                          # optional, 0 if not given
reached: [over]
start:
  scene: residence_portrait
  set: {trust_luna: 3, knows_origin: true}
path:
  - forum_petition.listen
  - at: residence_portrait       # we are in this scene now
  - check: trust_luna >= 3 and not knows_origin
  - offered: [stay_close, look_ahead]
  - only: [look_ahead]
  - offered: [a]
    only: [a, b]
  - not_offered: [walk_out]
  - text: gripping my hand
  - no_text: the ruins
ending: bolt_of_casshern
"""


def replay(text: str) -> Replay:
    """The replay in a text, which must be one."""
    result = parse_replay(text.encode(), "a.replay.yaml")
    assert result.replay is not None, result.diagnostics
    return result.replay


def problems(text: str) -> list[str]:
    """Each problem of a text as `line:column code`."""
    found = parse_replay(text.encode(), "a.replay.yaml").diagnostics
    return [f"{problem.ref.line}:{problem.ref.column} {problem.code}" for problem in found]


def test_every_kind_of_step_is_read() -> None:
    """A32: a replay with everything that the format knows; `only` asks for exactly these."""
    assert replay(WHOLE) == Replay(
        name="The road that the sources tell",
        seed=7,
        reached=(Goal("over"),),
        start=Start("residence_portrait", (Setting("trust_luna", "3"), Setting("knows_origin", "true"))),
        steps=(
            Take("forum_petition", "listen"),
            At("residence_portrait"),
            Check("trust_luna >= 3 and not knows_origin"),
            Offered(("stay_close", "look_ahead")),
            Offered(("look_ahead",), only=True),
            Offered(("a", "b"), only=True),
            NotOffered(("walk_out",)),
            ShowsText("gripping my hand"),
            HidesText("the ruins"),
        ),
        ending=Goal("bolt_of_casshern"),
    )


def test_every_step_knows_its_line() -> None:
    """A34: a failure is reported at its step, that of the ending in its own line."""
    read = replay(WHOLE)
    assert [step.ref.line for step in read.steps] == [8, 9, 10, 11, 12, 13, 15, 16, 17]
    assert read.ending is not None
    assert str(read.ending.ref) == "a.replay.yaml:18:9"
    assert str(read.steps[2].ref) == "a.replay.yaml:10:12"


def test_what_is_left_out() -> None:
    """The seed is 0, nothing was reached, the start is the story's, and the name is the file's."""
    assert replay("path: [a.b]\n") == Replay(name="a", steps=(Take("a", "b"),))
    assert replay("replay: No steps\nstart: {set: {x: 1}}\n").start == Start(None, (Setting("x", "1"),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 E204"]),
        ("path: listen\n", ["1:7 E203"]),
        ("path: [listen]\n", ["1:8 E240"]),
        ("path: [{att: x}]\n", ["1:9 E240"]),
        ("path: [{}]\n", ["1:8 E204"]),
        ("path: [{at: x, check: y}]\n", ["1:16 E201"]),
        ("path: [{offered: [a], only: [b]}]\n", ["1:8 E240"]),
        ("path: [{text: }]\n", ["1:15 E204"]),
        ("seed: seven\n", ["1:7 E208"]),
        ("seed: 1.5\n", ["1:7 E208"]),
        ("sead: 7\n", ["1:1 E201"]),
        ("start: first\n", ["1:8 E203"]),
        ("- a.b\n", ["1:1 E203"]),
    ],
)
def test_a_wrong_form_is_a_problem(text: str, expected: list[str]) -> None:
    """A file that can be read and is no replay says where and why, like a story."""
    assert problems(text) == expected


def test_unknown_ids_are_left_to_the_play() -> None:
    """A35: whether a scene, a choice or a variable exists is found step by step when it is played."""
    assert problems("path: [nowhere.nothing, {at: nobody}, {check: nonsense ==}, {offered: [Strange Id]}]\n") == []


@pytest.mark.parametrize("data", [b"path: [", b"a: *b\n", b"\xff", b"a: 1\na: 2\n", b"[" * 30_000])
def test_what_is_not_yaml_cannot_be_read(data: bytes, tmp_path: Path) -> None:
    """A35: only an unreadable file is bad usage; the message names the file and the place."""
    path = tmp_path / "x.replay.yaml"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=r"^given/x\.replay\.yaml:1:|^given/x\.replay\.yaml:2:"):
        read_replay(path, "given/x.replay.yaml")


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    """A35: the name in the message is the one that was given."""
    with pytest.raises(UsageError, match="cannot open gone"):
        read_replay(tmp_path / "gone.replay.yaml", "gone.replay.yaml")


def test_conditions_know_the_story_and_its_former_ids() -> None:
    """A36: in a replay ids that scenes, choices and endings had before hold as well."""
    scenes = "first:\n  was: began\n  choices:\n    stay: {text: x, goto: first, was: remain}\n"
    endings = "over: {title: Over, kind: bad, was: done}\n"
    story = loaded(scenes=scenes, endings=endings, variables="trust: {range: 0..6, default: 2}\n").story
    assert story is not None
    parse = condition_parser(story)
    for source in ("trust > 2", "seen(began)", "chose(first.remain)", "chose(began.stay)", "reached(done)"):
        assert isinstance(parse(source, NOWHERE), Condition), source
    for source in ("trsut > 2", "seen(nowhere)", "trust >", "trust", ""):
        assert isinstance(parse(source, NOWHERE), str), source
    assert "trust" in str(parse("trsut > 2", NOWHERE))


def test_a_condition_keeps_its_place() -> None:
    """The place of a check is that of its text in the replay."""
    story = loaded().story
    assert story is not None
    found = condition_parser(story)("seen(first)", SourceRef("a.replay.yaml", 4, 12))
    assert isinstance(found, Condition)
    assert found.ref == SourceRef("a.replay.yaml", 4, 12)
