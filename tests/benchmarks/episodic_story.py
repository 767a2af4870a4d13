"""Writes a long story in episodes, as explorable ones are: what a variable says is asked soon after it was written.

Each variable belongs to a stretch of the story; scenes there change it and ask for it, and beyond it is forgotten. How
long that stretch is decides how many variables live together, and so how many states there are. The same numbers make
the same story. Knows nothing of how it is measured.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENDINGS, SCENES_A_FILE, GUARDED = 17, 500, 0.25
"""`GUARDED` is the share of second choices that have a condition; every third one has."""


@dataclass(frozen=True, slots=True)
class Episodes:
    """How many scenes (besides 17 endings), choices and variables, and over how many scenes a variable is of use."""

    scenes: int
    choices: int
    variables: int
    reach: int
    seed: int = 0


def episodic_story(folder: Path, shape: Episodes) -> Path:
    """Write a story of that shape into `folder`, which is made if need be."""
    made = _Story(shape)
    folder.mkdir(parents=True, exist_ok=True)
    endings = [f"end_{number}: {{title: The end, kind: bad}}" for number in range(ENDINGS)]
    (folder / "story.yaml").write_text("title: Episodes\nstart: s0\nformat: 1\n", encoding="utf-8")
    (folder / "variables.yaml").write_text("\n".join(made.variables()) + "\n", encoding="utf-8")
    (folder / "endings.yaml").write_text("\n".join(endings) + "\n", encoding="utf-8")
    for first in range(0, shape.scenes, SCENES_A_FILE):
        numbers = range(first, min(first + SCENES_A_FILE, shape.scenes))
        lines = [line for number in numbers for line in made.scene(number)]
        (folder / f"scenes_{first:05}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    ends = [f"at_end_{number}: {{ending: end_{number}}}" for number in range(ENDINGS)]
    (folder / "ends.yaml").write_text("\n".join(ends) + "\n", encoding="utf-8")
    return folder


class _Story:
    def __init__(self, shape: Episodes) -> None:
        self._shape = shape
        self._draw = random.Random(f"{shape.scenes} {shape.choices} {shape.variables} {shape.seed}")
        self._thirds = frozenset(self._draw.sample(range(shape.scenes), shape.choices - 2 * shape.scenes))
        self._leaving = {shape.scenes * (number + 1) // ENDINGS - 1: number for number in range(ENDINGS)}

    def variables(self) -> Iterator[str]:
        """Flags, names and counts by turns."""
        kinds = (
            "default: false",
            "one_of: [low, high, both], default: low",
            "default: false",
            "range: 0..4, default: 0",
        )
        for number in range(self._shape.variables):
            yield f"v{number}: {{{kinds[number % 4]}, about: One.}}"

    def scene(self, number: int) -> Iterator[str]:
        """Two choices or three, to the next scene or past it; some scenes can be left for an ending."""
        last = self._shape.scenes - 1
        onward = [min(number + step, last) for step in (1, self._draw.randint(1, 2), 1)]
        yield f"s{number}:"
        yield "  script: [Here.]"
        yield "  choices:"
        for place in range(3 if number in self._thirds else 2):
            guarded = place == 2 or (place == 1 and self._draw.random() < GUARDED)
            when = f"when: {self._condition(number)}, " if guarded else ""
            goto = f"s{onward[place]}" if number < last else "at_end_16"
            if place == 1 and number in self._leaving:
                ways = f"{{when: {self._condition(number)}, to: at_end_{self._leaving[number]}}}"
                goto = f"[{ways}, {{to: {goto}}}]"
            yield f"    c{place}: {{text: This., {when}do: {self._effect(number)}, goto: {goto}}}"

    def _near(self, number: int) -> int:
        """A variable in whose stretch a scene lies."""
        shape = self._shape
        apart = shape.scenes / shape.variables
        low = max(0, int((number - shape.reach / 2) / apart))
        return self._draw.randint(low, min(shape.variables - 1, int((number + shape.reach / 2) / apart)))

    def _condition(self, number: int) -> str:
        variable = self._near(number)
        match variable % 4:
            case 0 | 2:
                return self._draw.choice([f"v{variable}", f"not v{variable}"])
            case 1:
                return f"v{variable} == {self._draw.choice(['low', 'high', 'both'])}"
        return f"v{variable} >= {self._draw.randint(1, 4)}"

    def _effect(self, number: int) -> str:
        variable = self._near(number)
        match variable % 4:
            case 0 | 2:
                return f"v{variable} = {self._draw.choice(['true', 'false'])}"
            case 1:
                return f"v{variable} = {self._draw.choice(['low', 'high', 'both'])}"
        return f"v{variable} {self._draw.choice(['+=', '+=', '-='])} 1"
