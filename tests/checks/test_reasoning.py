from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.checks.reasoning import Reasoner
from game.model.expression import Value
from game.model.story import Variable
from tests.support.builders import effects, number
from tests.support.expressions import NAMES, VARIABLES, evaluate, numbers, truths, values
from tests.support.reading import read_condition, read_effect

REASONER = Reasoner(VARIABLES)
KNOWN_NAMES = [variable.name for variable in VARIABLES]


def named(given_values: tuple[Value, ...]) -> dict[str, Value]:
    """Values by variable."""
    return dict(zip(KNOWN_NAMES, given_values, strict=True))


@settings(max_examples=300, deadline=None)
@given(truths(3), values())
def test_nothing_that_can_be_is_called_impossible(source: str, given_values: tuple[Value, ...]) -> None:
    """Where a condition holds in some state, that state is among what is known where it holds; so where it fails."""
    expression = read_condition(source, NAMES).expression
    known = named(given_values)
    found = REASONER.holds(expression) if evaluate(source, known) else REASONER.fails(expression)
    assert found is not None
    assert all(known[name] in possible for name, possible in found.items())


@settings(max_examples=200, deadline=None)
@given(truths(2), numbers(2), st.sampled_from(["=", "+=", "-="]), values())
def test_effects_lead_to_what_is_known_after_them(
    guard: str, source: str, operator: str, given_values: tuple[Value, ...]
) -> None:
    """The value that an effect gives, moved into its range, is among what is known after it."""
    known = named(given_values)
    before = REASONER.holds(read_condition(guard, NAMES).expression)
    if before is None or not evaluate(guard, known):
        return
    after = REASONER.after([read_effect(f"n {operator} {source}", NAMES)], before)
    value, old = int(evaluate(source, known)), int(known["n"])
    exact = {"=": value, "+=": old + value, "-=": old - value}[operator]
    assert max(0, min(6, exact)) in after.get("n", range(7))


@pytest.mark.parametrize(
    "source",
    [
        "n > 6",
        "n < 3 and n > 3",
        "n == 2 and n != 2",
        "side == red and side == blue",
        "flag and not flag",
        "not (flag or not flag)",
        "seen(village) and not seen(village)",
        "0 < n < 1",
        "n * 2 > 12",
        "n > 3 and (n < 2 or flag and not flag)",
        "(1 if flag else 2) > 2",
        "side != red and side != blue and side != nobody",
        "n + m > 11",
        "-n > 0",
        "n == 7",
        "false",
    ],
)
def test_what_can_never_be_is_seen(source: str) -> None:
    """Ranges, lists of names, marks, chains, sums and ternaries are seen through."""
    expression = read_condition(source, NAMES).expression
    assert REASONER.holds(expression) is None
    assert REASONER.fails(expression) is not None


@pytest.mark.parametrize("source", ["n >= 0", "n < 3 or n >= 3", "side == red or side != red", "-5 <= m <= 5", "true"])
def test_what_must_always_be_is_seen(source: str) -> None:
    """The same the other way round."""
    expression = read_condition(source, NAMES).expression
    assert REASONER.fails(expression) is None
    assert REASONER.holds(expression) is not None


def test_wide_ranges_are_kept_as_ranges() -> None:
    """A million values take no more time than six, and cutting them keeps their bounds exact."""
    reasoner = Reasoner([number("n", -1_000_000, 1_000_000)])
    names = type(NAMES)({"n": Variable("n", range(-1_000_000, 1_000_001), 0)}, {}, ())
    found = reasoner.holds(read_condition("n > 5 and n * 2 <= 999999 and n != 6", names).expression)
    assert found is not None
    assert min(found["n"]) == 7
    assert reasoner.holds(read_condition("n > 999999 and n < 1000000", names).expression) is None
    assert reasoner.holds(read_condition("n * n * n * n * n > 1", names).expression) is not None


def test_guarded_effects_may_or_may_not_happen() -> None:
    """After a guarded effect, both outcomes are known."""
    after = REASONER.after(effects("n = 1", ("flag", "n = 5")), {})
    assert set(after["n"]) == {1, 5}


@pytest.mark.parametrize(
    "source",
    [
        "not " * 50 + "flag",
        " and ".join(["(n > 1 or flag)"] * 90),
        "((" * 24 + "flag" + " and flag) or other_flag)" * 24,
        "(flag if " * 24 + "flag" + " else flag)" * 24,
        "+".join(["n*m"] * 400) + " > 0",
    ],
    ids=lambda source: source[:12],
)
def test_reasoning_takes_no_time(source: str) -> None:
    """However a condition is nested, thinking about it is given up soon."""
    expression = read_condition(source, NAMES).expression
    start = time.perf_counter()
    REASONER.holds(expression)
    REASONER.fails(expression)
    assert time.perf_counter() - start < 1
