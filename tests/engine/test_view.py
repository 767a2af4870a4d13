from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import view as of_states
from game.engine.machine import StoryMachine
from game.engine.rules import Rules
from game.engine.view import Said, SceneView, Views, plain
from game.model.script import Hard, Include, Line, Narration, Pause, Show, Speech, When
from game.model.story import Scene, Timer
from tests.support.builders import choice, condition, number, scene, story, text, truth
from tests.support.reading import names_of, read_condition, read_text

VARIABLES = [number("n", 0, 6, 2), truth("flag")]


def view_of(shown: Scene, *taken: str, **values: bool | int | str) -> SceneView:
    """A scene as it is shown after some of its choices were taken, each leading back to it."""
    rules = Rules(story(shown, scene("end", ending="light"), variables=VARIABLES))
    state = rules.enter(rules.initial(values=values), shown.id)
    for choice_id in taken:
        found = shown.choice(choice_id)
        assert found is not None
        state = rules.enter(rules.take(state, found), shown.id)
    return Views(rules).of(state, 0)


def words(view: SceneView) -> list[str]:
    """The lines with words."""
    return [plain(line.words) for line in view.lines if isinstance(line, Said)]


def test_lines_come_in_order_with_those_that_depend_on_the_state() -> None:
    """`when` picks its side, snippets stand in place, and cues are handed on as they are."""
    script: list[Line | str] = [
        "One.",
        Show("luna", "warm", "left"),
        When(condition("n > 1"), (Narration(text("Two.")), When(condition("flag"), (), (Pause(1.5),)))),
        When(condition("flag"), (), (Include("echo", (Speech("luna", text("Three."), "warm"),)),)),
    ]
    view = view_of(scene("a", goto="end", script=script))
    assert words(view) == ["One.", "Two.", "Three."]
    assert [type(line).__name__ for line in view.lines] == ["Said", "Show", "Said", "Pause", "Said"]
    assert words(view_of(scene("a", goto="end", script=script), n=0, flag=True)) == ["One."]


def test_speech_has_its_speaker_and_hard_lines_their_softer_words() -> None:
    """A line says who speaks and how; a hard line carries what replaces it."""
    script: list[Line | str] = [Speech("luna", text("No."), "afraid"), Hard(text("Blood."), text("Dark."))]
    speech, hard = view_of(scene("a", goto="end", script=script)).lines
    assert isinstance(speech, Said)
    assert isinstance(hard, Said)
    assert (speech.speaker, speech.expression, speech.soft) == ("luna", "afraid", None)
    assert hard.speaker is None
    assert (plain(hard.words), plain(hard.soft or ())) == ("Blood.", "Dark.")


def test_a_closed_choice_is_hidden_or_locked() -> None:
    """A14: without `locked` it is not listed, with it it is listed as closed and says why."""
    shown = scene("a", choice("x", "end", "n > 4"), choice("y", "end", "n > 4", locked="Too far."), choice("z", "end"))
    view = view_of(shown)
    assert [(option.id, option.open) for option in view.options] == [("y", False), ("z", True)]
    assert plain(view.options[0].reason or ()) == "Too far."
    assert [option.open for option in view_of(shown, n=5).options] == [True, True, True]


def test_a_choice_that_was_used_up_is_hidden_even_where_it_has_a_reason() -> None:
    """A14: `once` with `locked` hides once taken, whether its condition holds or not."""
    shown = scene("a", choice("x", "a", "n > 1", do=["n = 0"], once=True, locked="No."), choice("y", "a"))
    assert [option.id for option in view_of(shown).options] == ["x", "y"]
    assert [option.id for option in view_of(shown, "x").options] == ["y"]


def test_a_timer_runs_only_while_its_choice_is_open() -> None:
    """A15: no timer where the choice that it takes is hidden, locked or used up."""
    shown = replace(scene("a", choice("x", "a", "n > 1", once=True), choice("y", "a")), timer=Timer(8, "x"))
    assert view_of(shown).timer == (8, "x")
    assert view_of(shown, n=0).timer is None
    assert view_of(shown, "x").timer is None


@pytest.mark.parametrize(
    ("shown", "goes_on", "ending"),
    [
        (scene("a", goto="end"), True, None),
        (scene("a", ending="light"), False, "light"),
        (scene("a", choice("x", "a")), False, None),
    ],
)
def test_the_exit_is_told(shown: Scene, goes_on: bool, ending: str | None) -> None:
    """A view says whether the scene goes on by itself or ends the story."""
    view = view_of(shown)
    assert (view.goes_on, view.ending) == (goes_on, ending)


def test_title_holder_and_place_are_handed_on() -> None:
    """What a scene says of itself stands in its view."""
    shown = replace(scene("a", goto="end"), title=text("The portrait"), you="tetsuya", place="ward")
    view = view_of(shown)
    assert (plain(view.title or ()), view.you, view.place) == ("The portrait", "tetsuya", "ward")


def test_reading_changes_nothing() -> None:
    """The same state is shown the same, again and again."""
    shown = scene("a", choice("x", "a", "n > 1"), script=["One."])
    rules = Rules(story(shown, variables=VARIABLES))
    state = rules.enter(rules.initial(), "a")
    assert Views(rules).of(state, 3) == Views(rules).of(state, 3)


CHANGING = scene(
    "a",
    choice("x", "a", "n > 1", ["n -= 1"], locked="No."),
    choice("y", "a", once=True),
    choice("z", "a", do=["n += 2"]),
    choice("turn", "a", do=["flag = not flag"]),
    choice("more", "a", do=["m += 1"]),
)
CHANGED = [*VARIABLES, number("m", 0, 9)]
NAMES = names_of(story(CHANGING, variables=CHANGED))
CHANGING = replace(
    CHANGING,
    title=read_text("{flag: On|Off}", NAMES),
    script=(
        Narration(read_text("The {first|second|next} time, *{m} of them*{flag:, at last}.", NAMES)),
        When(
            read_condition("n > 3", NAMES),
            (Narration(read_text("{&Left|Right}, {~one|two|three}.", NAMES, 1)),),
        ),
    ),
)


@given(st.lists(st.sampled_from(["x", "y", "z", "turn", "more"]), max_size=12), st.integers(0, 3))
def test_a_view_that_is_kept_is_the_view_of_each_state_that_it_is_shown_for(path: list[str], seed: int) -> None:
    """Whatever was seen before, a state is shown as if nothing had been."""
    rules = Rules(story(CHANGING, scene("end", ending="light"), variables=CHANGED))
    kept, state = Views(rules), rules.enter(rules.initial(), "a")
    for taken in path:
        found = CHANGING.choice(taken)
        assert found is not None
        if rules.is_open(state, found):
            state = rules.enter(rules.take(state, found), "a")
        assert kept.of(state, seed) == Views(rules).of(state, seed)


def test_equal_looks_are_put_together_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same view serves again until too many are kept."""
    rules = Rules(story(scene("a", choice("x", "a", "n > 1"), script=["One."]), variables=VARIABLES))
    views, low, high = Views(rules), *(rules.enter(rules.initial(values={"n": n}), "a") for n in (0, 5))
    first = views.of(high, 0)
    assert views.of(rules.enter(rules.initial(values={"n": 4, "flag": True}), "a"), 1) is first
    monkeypatch.setattr(of_states, "KEPT", 1)
    assert not views.of(low, 0).options
    assert views.of(high, 0) == first
    assert views.of(high, 0) is not first


@pytest.mark.benchmark
def test_a_step_with_its_text_is_quick() -> None:
    """Taking a choice and showing a scene of twelve lines is timed; it has to work, however long it takes."""
    lines = [f"Line {place} of a scene that has twelve of them, each a sentence long." for place in range(12)]
    told = story(
        scene("a", choice("x", "b", "n > 1", ["n += 1"]), choice("y", "b"), script=lines),
        scene("b", choice("x", "a", "n > 1", ["n -= 1"]), choice("y", "a"), script=lines),
        variables=[number(f"v{place}", 0, 5) for place in range(40)] + VARIABLES,
    )
    rules = Rules(told)
    machine = StoryMachine(rules)
    views, state = Views(rules), rules.enter(rules.initial(), "a")
    start = time.perf_counter()
    for _ in range(2_000):
        state = machine.step(state, "x")
        view = views.of(state, 0)
    print(f"step with text: {(time.perf_counter() - start) / 2_000 * 1e6:.1f} µs")
    assert len(view.lines) == 12
