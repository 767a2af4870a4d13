"""Scenes, choices and ways out."""

from __future__ import annotations

import pytest

from game.model.expression import Assignment, GuardedEffects
from game.model.story import Scene, Story
from tests.support.loading import codes, found, loaded, scene

TRUST = "trust: {range: 0..6, default: 2}\nflag: {default: false}\n"
SECOND = "second: {ending: over}\n"


def story(scenes: str, **roots: str) -> Story:
    """The story with these scenes, which must load."""
    result = loaded(scenes=scenes, **roots)
    assert result.story is not None, found(result)
    return result.story


def first(scenes: str, **roots: str) -> Scene:
    """The scene `first` of such a story."""
    return story(scenes, **roots).scenes["first"]


def choice(body: str, more: str = "") -> list[str]:
    """Problems of a choice (in braces) of the first scene, with the variables `trust` and `flag` declared."""
    return codes(loaded(scenes=f"first:\n  choices:\n    stay: {{{body}}}\n{more}{SECOND}", variables=TRUST))


def test_a_scene_has_exactly_one_way_out() -> None:
    """A43: without one the problem stands at the scene's key, with two at the second of them."""
    assert found(loaded(scenes="first:\n  script: [x]\n")) == ["scenes.yaml:1:1 E220"]
    assert found(loaded(scenes="first:\n  ending: over\n  goto: first\n")) == ["scenes.yaml:3:3 E221"]
    assert (
        codes(loaded(scenes="first: {ending: over, goto: first, choices: {a: {text: x, goto: first}}}\n"))
        == ["E221"] * 2
    )
    assert codes(loaded(scenes="first: {choices: {}}\n")) == ["E204"]
    assert found(loaded(scenes="first:\n")) == ["scenes.yaml:1:7 E204"]


def test_a_duplicate_scene_is_reported_at_the_second_and_names_the_first() -> None:
    """A43: the second key, in the order of the files."""
    result = loaded(
        {"a.yaml": "first: {ending: over}\n", "b/c.yaml": "# x\nfirst: {ending: over}\n", "scenes.yaml": ""}
    )
    assert found(result) == ["b/c.yaml:2:1 E207", "scenes.yaml:1:1 W501"]
    assert "a.yaml:1" in result.diagnostics[0].message


def test_a_goto_names_a_scene_or_lists_branches() -> None:
    """Both forms give branches, the last of which is always open."""
    assert [(branch.to, branch.when) for branch in first(f"first: {{goto: second}}\n{SECOND}").goto] == [
        ("second", None)
    ]
    text = f"first:\n  goto:\n    - when: trust > 3\n      to: first\n    - to: second\n{SECOND}"
    branches = first(text, variables=TRUST).goto
    assert [(branch.to, branch.when.source if branch.when else None) for branch in branches] == [
        ("first", "trust > 3"),
        ("second", None),
    ]
    assert first(f"first: {{goto: [{{to: second}}]}}\n{SECOND}").goto[0].to == "second"


def test_a_list_without_a_last_to_is_reported_at_its_key() -> None:
    """A43: the list's key is where something is missing, for a scene and for a choice."""
    text = "first:\n  goto:\n    - when: flag\n      to: first\n"
    assert found(loaded(scenes=text, variables=TRUST)) == ["scenes.yaml:2:3 E233"]
    assert choice("text: x, goto: [{when: flag, to: second}]") == ["E233"]


def test_a_branch_after_an_open_one_is_an_error() -> None:
    """The list is closed by its one branch without a condition; what follows could never be taken."""
    text = f"first:\n  goto:\n    - to: second\n    - to: first\n{SECOND}"
    assert found(loaded(scenes=text)) == ["scenes.yaml:4:7 E234"]


def test_wrong_gotos() -> None:
    """A goto is an id or a list of branches, and nothing else."""
    assert choice("text: x, goto: []") == ["E204"]
    assert choice("text: x, goto: [second]") == ["E203"]
    assert choice("text: x, goto: {to: second}") == ["E203"]
    assert choice("text: x, goto: [{when: flag}, {to: second}]") == ["E202"]
    assert choice("text: x, goto: Second") == ["E205"]
    assert choice("text: x, goto: secnod") == ["E222"]


def test_a_choice_is_read_whole() -> None:
    """Every key of a choice finds its way into the story."""
    body = "text: Stay., when: trust >= 2, do: trust += 1, goto: first, once: true, locked: No., was: [remain, linger]"
    taken = first(
        f"first: {{choices: {{stay: {{{body}}}, go: {{text: Go., goto: first}}}}}}\n", variables=TRUST
    ).choices
    assert [option.id for option in taken] == ["stay", "go"]
    assert taken[0].text.source == "Stay."
    assert taken[0].when is not None
    assert taken[0].when.source == "trust >= 2"
    assert [effect.source for effect in taken[0].do if isinstance(effect, Assignment)] == ["trust += 1"]
    assert (taken[0].once, taken[0].was, taken[1].once, taken[1].was) == (True, ("remain", "linger"), False, ())
    assert taken[0].locked is not None
    assert taken[0].locked.source == "No."


def test_locked_needs_a_when() -> None:
    """A14: locked without a condition is an error; with `once` and a condition it is fine."""
    assert choice("text: x, goto: second, locked: No.") == ["E235"]
    assert choice("text: x, goto: second, locked: No., when: flag, once: true") == []


def test_truth_values_are_true_or_false() -> None:
    """A03: nothing else is a truth value where the format wants one."""
    for word in ("yes", "True", "1", "on"):
        assert choice(f"text: x, goto: second, once: {word}") == ["E209"]


def test_a_timer_takes_a_choice_of_its_scene() -> None:
    """A timer stands beside choices and names one of them."""
    timer = first("first: {choices: {a: {text: x, goto: first}}, timer: {seconds: 2.5, choice: a}}\n").timer
    assert timer is not None
    assert (timer.seconds, timer.choice) == (2.5, "a")
    assert choice("text: x, goto: second", "  timer: {seconds: 8, choice: sty}\n") == ["E231"]
    assert choice("text: x, goto: second", "  timer: {seconds: 0, choice: stay}\n") == ["E208"]
    assert choice("text: x, goto: second", "  timer: {seconds: -1, choice: stay}\n") == ["E208"]
    assert choice("text: x, goto: second", "  timer: 8\n") == ["E203"]
    assert choice("text: x, goto: second", "  timer: {choice: stay}\n") == ["E202"]
    assert codes(scene("  timer: {seconds: 8, choice: a}\n")) == ["E236"]


def test_effects_have_one_form_everywhere() -> None:
    """A45: `enter` and `do` are one effect, one {when, do}, or a list of both."""
    one = "trust += 1"
    guarded = "{when: flag, do: trust += 1}"
    several = "[trust += 1, {when: flag, do: [trust -= 1, flag = true]}]"
    for effects, kinds in ((one, [Assignment]), (guarded, [GuardedEffects]), (several, [Assignment, GuardedEffects])):
        text = f"first: {{enter: {effects}, choices: {{a: {{text: x, goto: first, do: {effects}}}}}}}\n"
        found_scene = first(text, variables=TRUST)
        assert [type(effect) for effect in found_scene.enter] == kinds
        assert [type(effect) for effect in found_scene.choices[0].do] == kinds


def test_guarded_effects_do_not_nest() -> None:
    """A45: a {when, do} holds plain effects only."""
    nested = "{when: flag, do: {when: flag, do: trust += 1}}"
    listed = "[{when: flag, do: [{when: flag, do: trust += 1}]}]"
    for effects in (nested, listed):
        assert choice(f"text: x, goto: second, do: {effects}") == ["E239"]
        assert codes(scene(f"  enter: {effects}\n", variables=TRUST)) == ["E239"]
    assert choice("text: x, goto: second, do: {when: flag}") == ["E202"]
    assert choice("text: x, goto: second, do: {do: trust += 1}") == ["E202"]
    assert choice("text: x, goto: second, do: [[trust += 1]]") == ["E203"]


def test_conditions_and_effects_are_checked_where_they_stand() -> None:
    """A mistake inside an expression is reported at its own column."""
    text = "first:\n  enter: trsut += 1\n  goto:\n    - when: trust > luna\n      to: first\n    - to: first\n"
    assert found(loaded(scenes=text, variables=TRUST)) == ["scenes.yaml:2:10 E307", "scenes.yaml:4:21 E307"]


def test_former_ids_may_not_be_in_use() -> None:
    """A36: `was` may not equal a living id, of a scene, of an ending or of a choice of the same scene."""
    assert found(loaded(scenes="first:\n  was: [old, first]\n  ending: over\n")) == ["scenes.yaml:2:14 E237"]
    text = "first:\n  choices:\n    a: {text: x, goto: first, was: b}\n    b: {text: x, goto: first, was: c}\n"
    assert found(loaded(scenes=text)) == ["scenes.yaml:3:36 E237"]
    twice = "first:\n  choices:\n    a: {text: x, goto: first, was: c}\n    b: {text: x, goto: first, was: [c]}\n"
    assert found(loaded(scenes=twice)) == ["scenes.yaml:4:37 E238"]
    endings = "over: {title: x, kind: bad, was: [gone, done]}\ndone: {title: y, kind: bad, was: gone}\n"
    assert found(loaded(endings=endings)) == ["endings.yaml:1:41 E237", "endings.yaml:2:34 E238"]


def test_a_former_id_may_be_that_of_another_kind_of_thing() -> None:
    """A36, A01: a choice may have been called what a scene, or a choice elsewhere, is called."""
    scenes = f"first:\n  choices:\n    a: {{text: x, goto: second, was: second}}\n{SECOND}"
    assert first(scenes).choices[0].was == ("second",)


def test_former_ids_do_not_hold_in_the_story() -> None:
    """A36: in the story itself only living ids are known."""
    scenes = "first:\n  was: old\n  script:\n    - when: seen(old)\n      then: [x]\n  goto: old\n"
    assert codes(loaded(scenes=scenes)) == ["E308", "E222"]


def test_everything_else_of_a_scene() -> None:
    """Title, eyes, place, beats and notes are kept; a single beat or former id needs no list."""
    found_scene = first(
        "first: {title: The *end*, you: luna, place: quay, beats: war, was: old, notes: Long?, ending: over}\n",
        cast="luna: {name: Luna}\n",
        places="quay: {name: Quay}\n",
    )
    assert found_scene.title is not None
    assert found_scene.title.source == "The *end*"
    assert (found_scene.you, found_scene.place, found_scene.beats) == ("luna", "quay", ("war",))
    assert (found_scene.was, found_scene.notes, found_scene.ending) == (("old",), "Long?", "over")


def test_unknown_names_suggest_the_nearest() -> None:
    """Every reference says what it might have meant."""
    result = loaded(
        scenes="first: {gotoo: second, you: lunaa, place: qay, ending: ovr}\n",
        cast="luna: {name: Luna}\n",
        places="quay: {name: Quay}\n",
    )
    hints = {problem.code: problem.hint for problem in result.diagnostics}
    assert hints == {
        "E201": 'did you mean "goto"?',
        "E225": 'did you mean "luna"?',
        "E224": 'did you mean "quay"?',
        "E223": 'did you mean "over"?',
    }


def test_braces_of_a_scene_are_numbered_through() -> None:
    """A27: each set of alternatives of a scene has its own place, from the title to the last choice."""
    text = 'first: {title: "{a|b}", script: ["{c|d}"], choices: {x: {text: "{e|f}", goto: first}}}\n'
    found_scene = first(text)
    assert found_scene.title is not None
    sites = [found_scene.title.parts[0], found_scene.script[0].text.parts[0], found_scene.choices[0].text.parts[0]]  # type: ignore[union-attr]
    assert [part.site for part in sites] == [0, 1, 2]  # type: ignore[union-attr]


def test_suggestions_stop_before_they_cost_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every unknown name is reported; only so many names are compared to find what may have been meant."""
    monkeypatch.setattr("game.loading.findings.MAX_COMPARISONS", 3000)
    text = "".join(
        f"scene_{n}:\n  script:\n    - when: seen(scen_{n}x)\n      then: [x]\n  goto: scen_{n}x\n" for n in range(100)
    )
    hints = [problem.hint for problem in loaded({"more.yaml": text}).diagnostics]
    assert len(hints) == 200
    assert hints[:2] == ['did you mean "scene_0"?'] * 2
    assert not any("did you mean" in hint for hint in hints[100:])


def test_every_problem_is_found_in_one_run() -> None:
    """The loader goes on after each mistake, in every file."""
    files = {
        "variables.yaml": "trust: {range: 0..x, default: 2}\n",
        "a.yaml": "second:\n  script:\n    - nobody: Hello.\n  goto: nowhere\nthird: {script: x}\n",
        "b.yaml": "fourth:\n  choices:\n    a: {txt: x}\n  timer: {seconds: x}\n",
    }
    expected = ["a.yaml:3:7 E225", "a.yaml:4:9 E222", "a.yaml:5:1 E220", "a.yaml:5:17 E203"]
    expected += ["b.yaml:3:5 E202", "b.yaml:3:5 E202", "b.yaml:3:9 E201", "b.yaml:4:10 E202", "b.yaml:4:20 E208"]
    assert found(loaded(files)) == [*expected, "variables.yaml:1:16 E210"]
