"""Replays are held to what they say, to the letter."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from game.engine.playing import Engine
from game.model.diagnostic import Diagnostic, Severity
from game.model.expression import Condition, Mark
from game.model.replay import (
    At,
    Check,
    Goal,
    HidesText,
    NotOffered,
    Offered,
    Replay,
    Setting,
    ShowsText,
    Start,
    Step,
    Take,
)
from game.model.script import Narration, Speech
from game.model.source import SourceRef
from game.model.story import Character
from game.model.text import Emphasis, Plain, Text
from game.tools import junit, replay
from tests.support.builders import choice, condition, number, scene, story, text, truth

HOUSE = replace(
    story(
        scene(
            "hall",
            choice("knock", "hall", do=["n += 1"], once=True, was=("rap",)),
            choice("enter", "stairs", when="n >= 1"),
            choice("leave", "street"),
            script=[
                "You  stand in the hall.",
                Speech("luna", Text("*Well*?", (Emphasis((Plain("Well"),)), Plain("?")))),
            ],
            was=("lobby",),
        ),
        scene("stairs", goto="room", script=["The stairs creak."], enter=["up = true"]),
        scene("room", choice("end", "home"), script=["A small room."]),
        scene("street", choice("on", "circle"), script=["Outside."]),
        scene("circle", goto="circle"),
        scene("home", ending="safe", script=[Narration(text("It is over."))]),
        variables=[number("n", 0, 3), truth("up")],
    ),
    cast={"luna": Character("luna", "Luna")},
)


def parse(source: str, ref: SourceRef) -> Condition | str:
    """Read a condition as the tests write it."""
    return condition(source) if "broken" not in source else "this cannot be read"


def at(line: int) -> SourceRef:
    """A place in the replay's file."""
    return SourceRef("x.replay.yaml", line, 5)


def played(*steps: Step, ending: str | None = None, start: Start | None = None, seed: int = 0) -> replay.Result:
    """The result of a replay with these steps, each on a line of its own from 3 on."""
    placed = tuple(replace(step, ref=at(line)) for line, step in enumerate(steps, 3))
    goal = None if ending is None else Goal(ending, at(99))
    made = Replay("A test", seed, (), start or Start(ref=at(2)), placed, goal)
    return replay.play(Engine(HOUSE), "x.replay.yaml", made, parse)


WAY = (Take("hall", "knock"), Take("hall", "enter"), Take("room", "end"))


def test_a_replay_that_holds() -> None:
    """Every kind of step that holds counts, and the report says so in its JSON form."""
    result = played(
        At("hall"),
        Offered(("leave", "knock")),
        Offered(("knock", "leave"), only=True),
        NotOffered(("enter",)),
        ShowsText("You stand"),
        Take("hall", "knock"),
        Check("n == 1 and not up"),
        Take("hall", "enter"),
        At("room"),
        ShowsText("stairs creak"),
        HidesText("You stand"),
        Take("room", "end"),
        At("home"),
        ShowsText("It is over."),
        ending="safe",
    )
    assert replay.as_json(replay.Report((result,))) == {
        "ok": True,
        "replays": [
            {"file": "x.replay.yaml", "name": "A test", "ok": True, "steps": 14, "ending": "safe", "failure": None}
        ],
    }


def test_a_failure_says_where_what_and_why() -> None:
    """Line, column, step from 1, what was expected, why it is closed, what is on offer (bare ids), and the state."""
    result = played(Offered(("knock",)), Take("hall", "enter"))
    found = replay.as_json(replay.Report((result,)))
    assert found["ok"] is False
    assert result.steps == 1
    assert result.failure is not None
    assert (result.failure.ref, result.failure.step) == (at(4), 2)
    assert result.failure.expected == 'to take "hall.enter"'
    assert result.failure.actual == '"enter" is not on offer: n is 0, needs >= 1'
    assert result.failure.offered == ("knock", "leave")
    assert dict(result.failure.values) == {"n": 0, "up": False}


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ((At("stairs"),), 'we are in scene "hall"'),
        ((*WAY[:2], At("stairs")), 'we are in scene "room"'),
        ((At("hal"),), 'did you mean "hall"?'),
        ((Take("hall", "fly"),), "there is none"),
        ((Take("room", "end"),), 'we are in scene "hall"'),
        ((Take("hall", "knock"), Take("hall", "knock")), "it was taken before"),
        ((*WAY, Take("hall", "knock")), 'the story has ended with "safe"'),
        ((Check("n > 0"),), "n is 0, needs > 0"),
        ((Check("broken"),), "this cannot be read"),
        ((Offered(("enter",)),), '"enter" is not on offer: n is 0, needs >= 1'),
        ((Offered(("leave", "knock"), only=True),), "on offer: knock, leave"),
        ((Offered(("knock",), only=True),), "on offer: knock, leave"),
        ((NotOffered(("knock", "enter")),), "on offer: knock"),
        ((NotOffered(("knok",)),), 'did you mean "knock"?'),
        ((ShowsText("Luna"),), "shown was: You stand in the hall. / Well?"),
        ((ShowsText("you stand"),), "shown was:"),
        ((ShowsText("hall. Well"),), "shown was:"),
        ((HidesText("Well?"),), "it was shown"),
        ((Take("hall", "leave"), Take("street", "on")), "circle"),
    ],
)
def test_steps_that_do_not_hold(steps: tuple[Step, ...], says: str) -> None:
    """The last of the steps fails, and the report says what was there instead."""
    result = played(*steps)
    assert result.failure is not None
    assert result.failure.step == len(steps)
    assert result.steps == len(steps) - 1
    assert says in result.failure.actual


def test_the_ending_fails_on_its_own_line() -> None:
    """A path that stops short, or ends otherwise than asked, fails at the line of `ending:`."""
    for result, says in (
        (played(Take("hall", "knock"), ending="safe"), 'we are in scene "hall"'),
        (played(*WAY, ending="saved"), 'did you mean "safe"?'),
    ):
        assert result.failure is not None
        assert result.failure.ref == at(99)
        assert says in result.failure.actual


def test_a_path_may_stop_anywhere() -> None:
    """Without `ending:` a replay need not end."""
    result = played(Take("hall", "knock"))
    assert (result.ok, result.ending) == (True, None)


def test_former_ids_hold_everywhere() -> None:
    """Ids that scenes and choices had before may stand in every step, in checks, and where it starts."""
    result = played(
        At("lobby"),
        Offered(("rap",)),
        Take("lobby", "rap"),
        NotOffered(("rap",)),
        Check("seen(lobby) and chose(lobby.rap)"),
        start=Start("lobby", ref=at(2)),
    )
    assert result.failure is None


def test_checks_may_ask_what_the_story_never_does() -> None:
    """A check about a scene that no condition of the story mentions is answered truly."""
    assert (Mark.SEEN, "stairs") not in Engine(HOUSE).rules.bits
    assert played(Check("not seen(stairs)"), *WAY[:2], Check("seen(stairs) and seen(room)")).ok


def test_starting_elsewhere() -> None:
    """`start` gives the scene, which is entered, and values, which stand before its effects."""
    start = Start("stairs", (Setting("n", "2"), Setting("up", "false")), at(2))
    assert played(At("room"), Check("n == 2 and up"), ShowsText("creak"), start=start).ok


@pytest.mark.parametrize(
    ("start", "says"),
    [
        (Start("cellar"), "there is none"),
        (Start(settings=(Setting("m", "1", at(2)),)), "there is none"),
        (Start(settings=(Setting("n", "9", at(2)),)), "it is 9"),
        (Start(settings=(Setting("up", "yes", at(2)),)), "it is yes"),
    ],
)
def test_a_start_that_cannot_be(start: Start, says: str) -> None:
    """A wrong scene, name or value is a failure before the first step."""
    result = played(At("hall"), start=replace(start, ref=at(2)))
    assert result.failure is not None
    assert (result.failure.step, result.failure.ref, result.steps) == (0, at(2), 0)
    assert says in result.failure.actual


def test_an_unknown_ending_under_reached_is_a_failure() -> None:
    """The endings that a player has seen must be the story's."""
    made = Replay("A test", reached=(Goal("sfe"),))
    result = replay.play(Engine(HOUSE), "x", made, parse)
    assert result.failure is not None
    assert 'did you mean "safe"?' in result.failure.actual


def test_a_file_that_is_no_replay_is_a_failure() -> None:
    """Its place and message are reported like any step's."""
    hint = 'did you mean "take"?'
    problem = Diagnostic(at(7), "E240", Severity.ERROR, '"tak" is no kind of step', hint)
    result = replay.refused("x.replay.yaml", problem)
    assert result.failure is not None
    assert not replay.Report((result,)).ok
    assert (result.failure.ref.line, result.failure.actual) == (7, '"tak" is no kind of step (did you mean "take"?)')
    assert "x.replay.yaml:7:5: this replay can't begin" in replay.as_text(replay.Report((result,)))


def test_several_replays_make_one_report() -> None:
    """One that fails makes the whole fail; the others are played all the same."""
    good = Replay("Good", steps=(Take("hall", "knock"),))
    bad = Replay("Bad", steps=(Take("hall", "enter"),))
    report = replay.run(HOUSE, [("a", bad), ("b", good)], parse)
    assert [result.ok for result in report.results] == [False, True]
    shown = replay.as_text(report)
    assert "FAILED  a: Bad" in shown
    assert "ok      b: Good (1 step)" in shown
    assert "n is 0, needs >= 1" in shown
    assert shown.endswith("2 played, 1 failed")


def test_a_transcript_reads_like_the_game() -> None:
    """Speakers, lines, every option with the taken one marked, and the ending."""
    shown = replay.transcript(HOUSE, played(*WAY, ending="safe"))
    assert shown.splitlines() == [
        "You  stand in the hall.",
        "Luna: Well?",
        "> knock",
        "  leave",
        "You  stand in the hall.",
        "Luna: Well?",
        "> enter",
        "  leave",
        "The stairs creak.",
        "A small room.",
        "> end",
        "It is over.",
        "[The end: safe]",
    ]


def test_junit_is_well_formed_whatever_the_story_says() -> None:
    """Failures stand in the XML with everything escaped that XML could trip over."""
    made = Replay('<A> & "B" \x00\x1b', steps=(ShowsText("]]> <b>"),))
    report = replay.run(HOUSE, [("a.replay.yaml", made), ("b", Replay("B"))], parse)
    suite = ET.fromstring(junit.as_xml(report))[0]  # noqa: S314 - our own text
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    failure = suite[0][0]
    assert "]]> <b>" in (failure.text or "")
    assert len(suite[1]) == 0
