from __future__ import annotations

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.rules import Rules
from game.engine.state import State
from game.engine.text import Run, draw, plain, render
from game.model.script import Narration
from game.model.story import Story
from tests.support.builders import choice, scene, story
from tests.support.expressions import NAMES, VARIABLES
from tests.support.reading import read_text

ROOT = Path(__file__).resolve().parents[2]

DRAWN = [4, 4, 1, 6, 2, 8, 0, 1]

PLAIN = story(scene("hub", choice("again", "hub")), variables=VARIABLES)


def with_line(source: str) -> Story:
    """A hub that comes back to itself and says one line."""
    line = Narration(read_text(source, NAMES))
    return replace(PLAIN, scenes={"hub": replace(PLAIN.scenes["hub"], script=(line,))})


def shown(source: str, entries: int = 1, seed: int = 0, **values: bool | int | str) -> str:
    """The line as it reads after so many entries."""
    told = with_line(source)
    rules = Rules(told)
    state = rules.initial(values=values)
    for _ in range(entries):
        state = rules.enter(state, "hub")
    line = told.scenes["hub"].script[0]
    assert isinstance(line, Narration)
    return plain(render(line.text, state, rules, seed))


def test_values_are_shown() -> None:
    """A26: numbers are ASCII digits with a minus sign, an enum shows its name."""
    assert shown("{n} {m} {side}", n=3, m=-4, side="blue") == "3 -4 blue"


def test_conditions_choose() -> None:
    """The part that the state asks for is shown; a missing else is nothing."""
    assert shown("It is {flag: on|off}.", flag=True) == "It is on."
    assert shown("It is {flag: on|off}.") == "It is off."
    assert shown("It is{flag: on}.") == "It is."


def test_sequences_stay_at_their_last() -> None:
    """`{a|b|c}` goes on with each entry, and the last stays."""
    assert [shown("{a|b|c}", entries) for entries in range(1, 6)] == ["a", "b", "c", "c", "c"]


def test_cycles_come_round() -> None:
    """`{&a|b}` goes by turns for ever."""
    assert [shown("{&a|b|c}", entries) for entries in range(1, 8)] == list("abcabca")


def test_draws_are_the_same_again_and_differ_by_what_they_depend_on() -> None:
    """A27: seed, scene, count of entries and place of the braces decide, and nothing else."""
    wide = "{~" + "|".join("abcdefghijklmnopqrstuvwxyz") + "}"
    assert shown(wide, 3, 5) == shown(wide, 3, 5)
    assert len({shown(wide, entries) for entries in range(1, 30)}) > 5
    assert len({shown(wide, 1, seed) for seed in range(30)}) > 5
    assert len({shown(wide * 2, 1, seed)[0] == shown(wide * 2, 1, seed)[1] for seed in range(30)}) == 2


def test_draws_are_fixed_for_ever() -> None:
    """A replay written today must read the same on any machine in ten years."""
    assert [draw(7, "village", count, 0, 10) for count in range(1, 9)] == DRAWN
    assert draw(-1, "village", 1, 0, 1_000_000) == draw(2**64 - 1, "village", 1, 0, 1_000_000)


def test_draws_do_not_hang_on_the_hash_seed() -> None:
    """Another process with another hash seed draws the same."""
    command = "from game.engine.text import draw; print([draw(7, 'village', n, 0, 10) for n in range(1, 9)])"
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", command], env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == str(DRAWN)


def test_draws_are_even() -> None:
    """Each side comes up about as often as the others."""
    found = Counter(draw(seed, "village", 1, 0, 4) for seed in range(4_000))
    assert min(found.values()) > 900


def test_emphasis_makes_runs() -> None:
    """Neighbours of one style are one run; emphasis reaches through what stands inside it."""
    told = with_line("a {flag: b|c} *d {n} {flag: *e*|f}* g")
    rules = Rules(told)
    state = rules.enter(rules.initial(values={"flag": True}), "hub")
    line = told.scenes["hub"].script[0]
    assert isinstance(line, Narration)
    expected = (Run("a b "), Run("d 2 e", emphasis=True), Run(" g"))
    assert render(line.text, state, rules, 0) == expected


def test_escapes_are_shown_as_characters() -> None:
    """What was escaped reads as itself."""
    assert shown(r"{{{n}}} \*x\* {flag: a|b\|c\}}") == "{2} *x* b|c}"


def test_a_scene_that_was_never_counted_is_in_its_first_entry() -> None:
    """Text of a state made by hand reads as on the first visit."""
    rules = Rules(PLAIN)
    state = State("hub", rules.initial().values)
    assert plain(render(read_text("{a|b}", NAMES), state, rules, 0)) == "a"


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.sampled_from(["a", " b ", "*c*", "{n}", "{side}", r"\*"]),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map("".join),
            st.tuples(inner, inner).map(lambda two: "{{ {}|{}}}".format(*two)),
            st.tuples(inner, inner).map(lambda two: "{{& {}|{}}}".format(*two)),
            st.tuples(inner, inner).map(lambda two: "{{~ {}|{}}}".format(*two)),
            st.tuples(inner, inner).map(lambda two: "{{n > 1: {}|{}}}".format(*two)),
        ),
        max_leaves=12,
    ),
    st.integers(1, 4),
    st.integers(),
)
def test_rendering_is_a_function(source: str, entries: int, seed: int) -> None:
    """Any text renders, to the same words each time, without empty runs or neighbours of one style."""
    assert shown(source, entries, seed) == shown(source, entries, seed)
    told = with_line(source)
    rules = Rules(told)
    line = told.scenes["hub"].script[0]
    assert isinstance(line, Narration)
    runs = render(line.text, rules.enter(rules.initial(), "hub"), rules, seed)
    assert all(run.text for run in runs)
    assert all(one.emphasis != other.emphasis for one, other in pairwise(runs))
