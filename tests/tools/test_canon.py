"""What the scenes tell of the canon."""

from __future__ import annotations

import json
from dataclasses import replace

from game.tools import canon
from tests.support.builders import scene, story

PLAIN = story(scene("a", goto="b"), scene("b", goto="c"), scene("c", ending="end"))
TOLD = replace(
    PLAIN,
    scenes={
        "a": replace(PLAIN.scenes["a"], beats=("dawn", "noon")),
        "b": replace(PLAIN.scenes["b"], beats=("noon", "noon")),
        "c": PLAIN.scenes["c"],
    },
    beats={"dawn": "act_0", "noon": "act_0", "dusk": "act_1"},
)


def test_json_has_the_form_that_programs_rely_on() -> None:
    """How many beats there are, how many are told, and which are missing."""
    found = json.loads(json.dumps(canon.as_json(canon.run(TOLD))))
    assert (found["beats"], found["told"], found["missing"]) == (3, 2, ["dusk"])
    assert found["scenes"] == {"dawn": ["a"], "noon": ["a", "b"]}
    assert found["acts"] == {"act_0": {"beats": 2, "told": 2}, "act_1": {"beats": 1, "told": 0}}


def test_the_text_names_what_is_missing_in_each_act() -> None:
    """Acts in order, with what is told where and what nobody tells."""
    shown = canon.as_text(canon.run(TOLD))
    assert shown.splitlines()[0] == "2 of 3 beats told"
    assert "act_1: 0 of 1\n  missing: dusk" in shown


def test_without_a_ledger_nothing_is_missing() -> None:
    """A story outside of a project names its own beats."""
    report = canon.run(replace(TOLD, beats=None))
    assert (report.known, report.missing) == (False, ())
    assert "No ledger" in canon.as_text(report)
