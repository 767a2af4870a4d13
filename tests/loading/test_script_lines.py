"""The lines of a script, of every kind."""

from __future__ import annotations

from typing import Any

import pytest

from game.loading.tokens import MAX_LEVELS
from game.model.script import (
    Ambience,
    ChangePlace,
    Hard,
    Hide,
    Include,
    Music,
    Narration,
    Pause,
    Show,
    Sound,
    Speech,
    StageEffect,
    When,
)
from tests.support.loading import codes, found, loaded, script

CAST = "luna: {name: Luna, portraits: {afraid: a, warm: b}}\nbell: {name: Bell}\n"
PLACES = "quay: {name: Quay}\n"


def lines(text: str, **roots: str) -> tuple[Any, ...]:
    """The lines of a scene with this script, which must load."""
    result = script(text, cast=CAST, places=PLACES, **roots)
    assert result.story is not None, found(result)
    return result.story.scenes["first"].script


def problems(text: str) -> list[str]:
    """The codes of the problems of such a script."""
    return codes(script(text, cast=CAST, places=PLACES))


@pytest.mark.parametrize("text", ["no", "012", "1:30", "null", "~", "true", "Plain text.", '"quoted: text"'])
def test_narration_is_the_characters_typed(text: str) -> None:
    """A03: a text is what was typed, whatever YAML would make of it elsewhere."""
    (line,) = lines(f"    - {text}\n")
    assert isinstance(line, Narration)
    assert line.text.source == text.strip('"')


def test_speech() -> None:
    """Speech has a speaker and may have an expression of theirs."""
    spoken = lines("    - luna: no\n    - luna  warm: Yes.\n    - bell odd: Ding.\n")
    assert [(line.speaker, line.expression, line.text.source) for line in spoken] == [
        ("luna", None, "no"),
        ("luna", "warm", "Yes."),
        ("bell", "odd", "Ding."),
    ]
    assert all(isinstance(line, Speech) for line in spoken)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("show: luna", Show("luna")),
        ("show: luna afraid", Show("luna", "afraid")),
        ("show: luna right", Show("luna", None, "right")),
        ("show: luna afraid far_left", Show("luna", "afraid", "far_left")),
        ("show: bell anything centre", Show("bell", "anything", "centre")),
        ("hide: luna", Hide("luna")),
        ("hide: all", Hide(None)),
        ("place: quay", ChangePlace("quay")),
        ("music: slow_waltz", Music("slow_waltz")),
        ("music: none", Music(None)),
        ("sound: bell", Sound("bell")),
        ("sound: none", Sound(None)),
        ("ambience: rain", Ambience("rain")),
        ("ambience: none", Ambience(None)),
        ("effect: fade_black", StageEffect("fade_black")),
        ("pause: 1.5", Pause(1.5)),
        ("pause: 2", Pause(2.0)),
    ],
)
def test_cues(line: str, expected: object) -> None:
    """A09, A10: each cue is read into its own kind of line."""
    assert lines(f"    - {line}\n") == (expected,)


@pytest.mark.parametrize(
    "effect",
    "shake flash fade_black fade_white clear snow ash embers rain mist cut wipe push pan_left pan_right".split(),
)
def test_effects_and_weathers(effect: str) -> None:
    """A10: these, and no others; the last five are the player's own addition."""
    assert problems(f"    - effect: {effect}\n") == []
    assert problems(f"    - effect: {effect}ing\n") == ["E228"]


def test_whens_nest_and_hard_has_its_soft() -> None:
    """Lines may depend on the state, within each other; a hard line always has its softer one."""
    text = "    - when: true\n      then:\n        - when: false\n          then: [a]\n          else: [b]\n"
    (outer, hard) = lines(text + "    - hard: Blood.\n      soft: Dusk.\n")
    assert isinstance(outer, When)
    assert isinstance(outer.then[0], When)
    assert outer.otherwise == ()
    assert [
        line.text.source for line in (*outer.then[0].then, *outer.then[0].otherwise) if isinstance(line, Narration)
    ] == ["a", "b"]
    assert isinstance(hard, Hard)
    assert (hard.text.source, hard.soft.source) == ("Blood.", "Dusk.")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", ["E204"]),
        ('""', ["E204"]),
        ('"  "', ["E204"]),
        ("luna:", ["E204"]),
        ("{}", ["E204"]),
        ("[]", ["E203"]),
        ("{a|b}", ["E203"]),
        ("luna: {a|b}", ["E203"]),
        ("luna: [a]", ["E203"]),
        ("nobody: x", ["E225"]),
        ("show: nobody", ["E225"]),
        ("hide: nobody", ["E225"]),
        ("luna afriad: x", ["E226"]),
        ("show: luna afriad", ["E226"]),
        ("show: luna afriad right", ["E226"]),
        ("show: luna rihgt", ["E227"]),
        ("show: luna afraid rihgt", ["E227"]),
        ("show: luna right afraid", ["E227"]),
        ("show: luna afraid right left", ["E227"]),
        ("show: [luna]", ["E203"]),
        ("place: nowhere", ["E224"]),
        ("include: nothing", ["E229"]),
        ("music: ../x", ["E215"]),
        ("pause: 1e3", ["E208"]),
        ("pause: -1", ["E208"]),
        ("pause: 99999", ["E208"]),
        ("Luna: x", ["E240"]),
        ("He said to them: x", ["E240"]),
        ("{luna: x, bell: y}", ["E240"]),
        ("{show: luna, hide: luna}", ["E201"]),
        ("{then: [x]}", ["E202"]),
        ("{when: true}", ["E202"]),
        ("{when: true, then: x}", ["E203"]),
        ("{when: true, then: [x], els: [y]}", ["E201"]),
        ("{hard: x}", ["E202"]),
        ("{soft: x}", ["E202"]),
    ],
)
def test_wrong_lines(line: str, expected: list[str]) -> None:
    """A03, A09, A10: what a line cannot be is said, each with its own code."""
    assert problems(f"    - {line}\n") == expected


def test_a_wrong_key_of_a_line_suggests_the_nearest() -> None:
    """Line kinds and the cast are what a key may have meant."""
    hints = [problem.hint for problem in script("    - shwo: luna\n    - lnua: x\n", cast=CAST).diagnostics]
    assert hints == ['did you mean "show"?', 'did you mean "luna"?']


def test_without_portraits_any_expression_will_do() -> None:
    """A09: nothing is drawn for them, so nothing can be missing."""
    assert problems("    - bell furious: x\n    - show: bell serene left\n") == []


SNIPPETS = "bells:\n  - 'The {first|second} bell.'\n  - include: echo\necho:\n  - luna: Hark.\n"


def test_snippets_stand_in_place() -> None:
    """A07: the lines of a snippet, and of those that it includes, stand where it is included."""
    (include,) = lines("    - include: bells\n", snippets=SNIPPETS)
    assert isinstance(include, Include)
    assert include.snippet == "bells"
    assert isinstance(include.lines[1], Include)
    assert include.lines[1].lines[0].speaker == "luna"  # type: ignore[union-attr]


def test_a_snippet_is_read_anew_for_each_scene_and_place() -> None:
    """A08: braces in a snippet count by the scene that includes it, and each inclusion has its own."""
    first, second = lines("    - include: bells\n    - include: bells\n", snippets=SNIPPETS)
    assert [include.lines[0].text.parts[1].site for include in (first, second)] == [0, 1]


def test_a_mistake_in_a_snippet_is_said_once() -> None:
    """However many scenes include it, and even if none does."""
    text = "bells:\n  - nobody: x\n  - '{nothing}'\n"
    including = script("    - include: bells\n    - include: bells\n", snippets=text)
    assert found(including) == ["snippets.yaml:2:5 E225", "snippets.yaml:3:7 E405"]
    assert found(loaded(snippets=text)) == found(including)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [{include: a}]\n", ["1:15 E230"]),
        ("a: [{include: b}]\nb: [{include: c}]\nc: [{include: a}]\n", ["3:15 E230"]),
        ("a: [{when: true, then: [x], else: [{include: a}]}]\n", ["1:46 E230"]),
        ("a: [{include: b}, {include: c}]\nb: [{include: c}]\nc: [x]\n", []),
        ("a: x\n", ["1:4 E203"]),
        ("a:\n", ["1:3 E204"]),
        ("a: [{include: nothing}]\n", ["1:15 E229"]),
    ],
)
def test_snippets_may_include_each_other_but_not_in_a_circle(text: str, expected: list[str]) -> None:
    """A07: a snippet is a list of lines that never comes to hold itself."""
    assert found(loaded(snippets=text)) == [f"snippets.yaml:{place}" for place in expected]


def _nested(levels: int) -> str:
    head = "".join(f"{'    ' * level}    - when: true\n{'    ' * level}      then:\n" for level in range(levels))
    return f"{head}{'    ' * levels}    - Deep.\n"


def test_whens_go_fifty_levels_deep() -> None:
    """A17: fifty levels are read, one more is an error that says the limit."""
    assert problems(_nested(MAX_LEVELS)) == []
    assert problems(_nested(MAX_LEVELS + 1)) == ["E241"]


def test_includes_count_as_levels() -> None:
    """A chain of snippets is held to the same fifty levels."""
    chain = "".join(f"s{level}: [{{include: s{level + 1}}}]\n" for level in range(60)) + "s60: [x]\n"
    assert set(codes(loaded(snippets=chain))) == {"E241"}


def test_snippets_that_multiply_are_stopped() -> None:
    """Few lines that include each other could make millions; they stop at a bound, at once."""
    bomb = "".join(f"s{level}: [{f'{{include: s{level + 1}}},' * 8}]\n" for level in range(20)) + "s20: [x]\n"
    assert codes(loaded(snippets=bomb)) == ["E242"]
