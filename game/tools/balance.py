"""How a variable stands among many players, at one scene or in the end: where to set a threshold. Knows no files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.engine.rules import Rules
from game.engine.state import Cursor
from game.errors import UsageError
from game.model.expression import Value
from game.model.story import Story

from .runner import Outcome, Runner
from .wording import counted, did_you_mean, spelled

WIDTH = 40
"""Characters of the longest bar."""

MANY = 30
"""Values of a variable beyond which those that do not occur are left out."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How many of `runs` came to the scene `at` (None: to any ending), by the value of `variable` when they first did.

    `counts` holds every value that the variable can have, in its order; where these are many, those that occurred.
    """

    variable: str
    at: str | None
    runs: int
    counts: dict[Value, int]

    @property
    def came(self) -> int:
        """How many came there."""
        return sum(self.counts.values())


def weigh(
    story: Story, variable: str, at: str | None, seeds: range, longest: int, stop: Callable[[], bool] = lambda: False
) -> Balance:
    """Play these seeds as `random` does, or as many as come before `stop`. Raises UsageError for what is not there."""
    rules = Rules(story)
    places = rules.layout.places
    if variable not in places:
        raise UsageError(f'there is no variable "{variable}"{did_you_mean(variable, places)}')
    if at is not None and at not in story.scenes:
        raise UsageError(f'there is no scene "{at}"{did_you_mean(at, story.scenes)}')
    runner, place, runs = Runner(rules, (), longest, until=at), places[variable], 0
    domain, counts = story.variables[place].domain, Counter[Value]()
    start = rules.enter(rules.initial(), story.start)
    for seed in seeds:
        if stop():
            break
        runs += 1
        found, cursor = Outcome(), Cursor(start.scene, list(start.values), start.marks, start.counts)
        runner.go_on(seed, cursor, found)
        if found.came if at is not None else found.endings:
            counts[cursor.values[place]] += 1
    kept = domain if len(domain) <= MANY else sorted(counts)
    return Balance(variable, at, runs, {value: counts[value] for value in kept})


def as_json(balance: Balance) -> dict[str, object]:
    """The balance as the command prints it for programs."""
    values = {str(spelled(value)): count for value, count in balance.counts.items()}
    return {"variable": balance.variable, "at": balance.at, "runs": balance.runs, "values": values}


def as_text(balance: Balance) -> str:
    """The balance for people."""
    return "\n".join(_lines(balance))


def _lines(balance: Balance) -> Iterator[str]:
    where = "at an ending" if balance.at is None else f'on first coming to scene "{balance.at}"'
    yield f"{balance.variable} {where}, by {balance.came:,} of {counted(balance.runs, 'run')}"
    came, most = max(1, balance.came), max([1, *balance.counts.values()])
    above = balance.came
    for value, count in balance.counts.items():
        number = isinstance(value, int) and not isinstance(value, bool)
        least = f"  {above / came:6.1%} have {value} or more" if number else ""
        yield f"  {spelled(value):>8} {count / came:6.1%} {'#' * round(WIDTH * count / most):{WIDTH}}{least}".rstrip()
        above -= count
