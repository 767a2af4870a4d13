"""What is counted of a story."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from game.loading.ledger import endings_of
from game.model.script import Hard, Include, Speech, When
from game.model.source import SourceRef
from game.model.text import Alternatives, Either, Emphasis, Insert, Plain, Text, Turn
from game.tools import stats, stats_report
from game.tools.lengths import lengths_of
from game.tools.lines import words_in, written_once
from game.tools.prose import readability, repeated
from game.tools.usage import Use, uses_of
from tests.support.builders import choice, condition, scene, story, text, truth
from tests.support.stories import story_of

BOOK = story(
    scene(
        "a",
        choice("on_we_go", "b", when="t", locked="Not just yet."),
        choice("wait", "a", once=True),
        script=[
            "One two three.",
            Speech("luna", text("Four five.")),
            When(
                condition("t"), (Speech("luna", text("Six.")),), (Include("s", (Speech("zed", text("Seven eight.")),)),)
            ),
            Hard(text("Nine ten"), text("Eleven")),
        ],
    ),
    scene("b", ending="end", script=["Twelve."]),
    variables=[truth("t", default=True)],
)


def test_words_are_counted_by_kind() -> None:
    """Narration, speech by speaker and choices are counted apart, every branch once, and add up."""
    report = stats.run(BOOK)
    assert (report.narration, report.speech, report.options) == (3 + 3 + 1, 5, 3 + 3 + 1)
    assert report.words == report.narration + report.speech + report.options
    assert report.by_speaker == {"luna": 3, "zed": 2}
    assert report.minutes == pytest.approx(report.words / 200)


def test_json_has_the_form_that_programs_rely_on() -> None:
    """The keys of the contract are numbers; more follow."""
    found = json.loads(json.dumps(stats_report.as_json(stats.run(BOOK))))
    assert [found[key] for key in ("words", "scenes", "choices", "endings")] == [19, 2, 2, 1]
    assert found["minutes"] == pytest.approx(0.1)
    assert found["conditional_choices"] == 2
    assert "19 words" in stats_report.as_text(stats.run(BOOK))


def test_words_of_text_with_parts() -> None:
    """All alternatives count together, an inserted value is one word, and emphasis parts no word."""
    parts = (
        Plain("You have "),
        Insert("n"),
        Plain(" coins, "),
        Either(condition("n > 1"), (Plain("too many"),), (Plain("too few"),)),
        Plain(" "),
        Alternatives(Turn.CYCLE, ((Plain("so"),), (Emphasis((Plain("very"),)),))),
    )
    assert words_in(Text("", parts)) == 2 + 1 + 1 + 2 + 2 + 2
    assert words_in(text("one two")) == 2


def test_marks_between_words_are_no_words() -> None:
    """Neither a full stop after emphasis or braces, nor a dash that stands by itself."""
    parts = (Plain("Take "), Emphasis((Plain("that"),)), Plain(", un"), Emphasis((Plain("likely"),)), Plain(".*"))
    assert words_in(Text("", parts)) == 3
    assert words_in(text("One - two — three … 4.")) == 4


def test_files_folders_and_holders() -> None:
    """Words are told by file, by folder and by whose eyes they are seen through."""
    a, b = BOOK.scenes["a"], BOOK.scenes["b"]
    placed = replace(
        BOOK,
        scenes={
            "a": replace(a, ref=SourceRef("act_0/a.yaml", 1, 1), you="luna"),
            "b": replace(b, ref=SourceRef("act_1/b.yaml", 1, 1)),
        },
    )
    report = stats.run(placed)
    assert report.by_file == {"act_0/a.yaml": 18, "act_1/b.yaml": 1}
    assert report.by_act == {"act_0": 18, "act_1": 1}
    assert report.by_holder == {"luna": 18, "": 1}


def test_a_typical_playthrough_is_one_that_was_played() -> None:
    """Its words are those shown on the way, again where a scene is read again."""
    of = story(scene("a", choice("on", "b"), script=["One two."]), scene("b", ending="end", script=["Three."]))
    report = stats.run(of)
    assert (report.typical_words, report.typical_choices) == (3, 1)


def test_how_long_playthroughs_are() -> None:
    """The shortest, the middle and the longest of some, and the longest stretch without a decision."""
    found = lengths_of(
        story_of(
            "a:\n  script: [One two.]\n  choices:\n    short: {text: S., goto: end}\n    long: {text: L., goto: b}\n"
            "b:\n  script: [One two three.]\n  goto: c\nc:\n  script: [One two three four.]\n  goto: end\n"
            "end:\n  script: [One.]\n  ending: over\n"
        ),
        20,
    )
    assert (found.shortest, found.longest, found.mean_choices) == (3, 10, 1.0)
    assert found.median in (3, 10, 6, 7)
    assert 3 < found.mean_words < 10
    assert (found.longest_stretch, found.stretch_begins) == (8, "b")


def test_how_often_variables_are_used() -> None:
    """Effects that set, conditions and effects that read, and text that shows are counted."""
    scenes = """a:
  enter: {when: n > 0, do: [n += m, m = 1]}
  script:
    - '{n} {m > 1: {n}|x}'
    - when: n > 1
      then: [Hm.]
  choices:
    go: {text: Go., when: n > 0, do: n -= 1, goto: [{when: m > 0, to: a}, {to: b}]}
b:
  ending: over
"""
    variables = "n: {range: 0..3, default: 1}\nm: {range: 0..3, default: 1}\nidle: {default: false}\n"
    found = uses_of(story_of(scenes, variables=variables))
    assert found == (Use("n", 2, 5), Use("m", 1, 3), Use("idle", 0, 0))


def test_sentences_and_phrases() -> None:
    """Sentences end with a stop or with their line; a phrase counts when its words come again."""
    scenes = """a:
  script:
    - He looks out of the window. Why? Rain
    - luna: You look out of the window again.
    - Out of the window, then.
    - out of the window
  ending: over
"""
    lines = list(written_once(story_of(scenes, cast=["luna"])))
    assert repeated(lines) == (("out of the window", 4),)
    found = readability(lines)
    assert found.words_a_sentence == pytest.approx((6 + 1 + 1 + 7 + 5 + 4) / 6)
    assert found.letters_a_word == pytest.approx(3.75, abs=0.2)


def test_readability_by_the_formulas_of_their_authors() -> None:
    """LIX and ARI of a text counted by hand: 2 sentences, 8 words, 5 of them long, 57 letters."""
    text_ = "a:\n  script:\n    - Nobody remembers the lantern-keeper. Children invented his funeral.\n  ending: over\n"
    found = readability(written_once(story_of(text_)))
    assert (found.words, found.words_a_sentence) == (8, 4.0)
    assert found.lix == pytest.approx(4.0 + 100 * 5 / 8)
    assert found.grade == pytest.approx(4.71 * 57 / 8 + 0.5 * 4 - 21.43)


def test_readability_of_parts() -> None:
    """Acts and speakers are measured alone where they have the hundred words that the formulas ask for."""
    long = " ".join(["Word after word."] * 40)
    scenes = f"a:\n  script:\n    - luna: {long}\n    - bo: Hm.\n  ending: over\n"
    found = stats.run(story_of(scenes, cast=["luna", "bo"]))
    assert set(found.readability_by_speaker) == {"luna"}
    assert set(found.readability_by_act) == {""}
    assert "LIX" in stats_report.as_text(found)
    told = json.loads(json.dumps(stats_report.as_json(found)))["readability"]
    assert told["by_speaker"]["luna"]["lix"] == 3.0


def test_the_ledger_is_the_plan() -> None:
    """Where a ledger stands beside the story, how much of it is told is counted."""
    assert stats.run(BOOK).beats is None
    planned = replace(BOOK, beats={"one": "act 1", "two": "act 1"})
    scenes = dict(planned.scenes)
    scenes["b"] = replace(scenes["b"], beats=("two",))
    report = stats.run(replace(planned, scenes=scenes))
    assert report.beats == (1, 2)
    assert report.plan == {"act 1": (1, 2)}
    assert stats_report.as_json(report)["beats"] == {"told": 1, "total": 2}
    assert "1 of 2 events of the ledger told" in stats_report.as_text(report)
    assert "still to tell: act 1 1" in stats_report.as_text(report)


def test_planned_endings_that_no_scene_comes_to() -> None:
    """The ledger's endings are held against those that scenes end with; without a ledger there is nothing to say."""
    report = stats.run(BOOK, ["end", "never"])
    assert (report.planned_endings, report.missing_endings) == (2, ("never",))
    assert "1 of 2 endings of the ledger written; none comes to never" in stats_report.as_text(report)
    assert "ledger" not in stats_report.as_text(stats.run(BOOK))
    assert endings_of({"endings": [{"id": "end"}, "?", {"title": "x"}]}) == ("end",)
    assert endings_of({"endings": "?"}) == ()


def test_the_report_tells_all_of_it() -> None:
    """People and programs get the same numbers."""
    report = stats.run(BOOK)
    found = json.loads(json.dumps(stats_report.as_json(report)))
    assert found["spread"] == {"2": 1}
    assert found["playthroughs"]["words"]["shortest"] <= found["playthroughs"]["words"]["median"]
    assert found["variables_used"] == [{"variable": "t", "set": 0, "read": 2}]
    text = stats_report.as_text(report)
    assert "choices where there are any: 2 in 1 scene\n" in text
    assert "variables set and read: t 0/2" in text
