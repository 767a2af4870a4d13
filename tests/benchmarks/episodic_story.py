"""Writes a long story in episodes, as explorable ones are: what a variable says is asked soon after it was written.

Each episode has a counter, a flag and a few choices over them; what it comes to is folded into a name with three values
that the next one asks for. The same numbers make the same story. Knows nothing of how it is measured.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

EPISODE = 40
"""Scenes in an episode."""


def episodic_story(folder: Path, scenes: int, seed: int = 0) -> Path:
    """Write a story of about so many scenes into `folder`, which is made if need be."""
    draw = random.Random(f"{scenes} {seed}")
    folder.mkdir(parents=True, exist_ok=True)
    episodes = scenes // EPISODE
    variables = [line for number in range(episodes + 1) for line in _variables(number)]
    endings = [f"{name}: {{title: {name}, kind: bad}}" for name in ("light", "road", "well")]
    (folder / "story.yaml").write_text("title: Episodes\nstart: e0_0\nformat: 1\n", encoding="utf-8")
    (folder / "variables.yaml").write_text("\n".join(variables) + "\n", encoding="utf-8")
    (folder / "endings.yaml").write_text("\n".join(endings) + "\n", encoding="utf-8")
    for first in range(0, episodes, 100):
        lines = [line for number in range(first, min(first + 100, episodes)) for line in _episode(number, draw)]
        (folder / f"scenes_{first:05}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "ends.yaml").write_text("\n".join(_ends(episodes)) + "\n", encoding="utf-8")
    return folder


def _variables(number: int) -> Iterator[str]:
    yield f"count_{number}: {{range: 0..9, default: 0, about: One.}}"
    yield f"flag_{number}: {{default: false, about: One.}}"
    yield f"came_{number}: {{range: 0..2, default: 0, about: One.}}"


def _episode(number: int, draw: random.Random) -> Iterator[str]:
    last = EPISODE - 1
    for place in range(last):
        yield f"e{number}_{place}:"
        yield "  script: [Here.]"
        yield "  choices:"
        yield from _choice("a", f"e{number}_{place + 1}", f"count_{number} += {draw.randint(1, 2)}")
        onward = min(place + draw.randint(1, 2), last)
        yield from _choice("b", f"e{number}_{onward}", f"flag_{number} = {draw.choice(['true', 'false'])}")
        if draw.random() < 0.4:
            asked = draw.choice([f"count_{number} >= {draw.randint(1, 9)}", f"came_{number} == {draw.randint(0, 2)}"])
            yield from _choice("c", f"e{number}_{place + 1}", f"count_{number} -= 1", asked)
    after = f"came_{number + 1}"
    yield f"e{number}_{last}:"
    yield f"  enter: ['{after} = (2 if flag_{number} and count_{number} > 6 else 1 if count_{number} > 4 else 0)']"
    yield "  script: [Over.]"
    if number % 9 == 8:
        yield f"  goto: [{{when: {after} == 2 and came_{number} == 2, to: end_well}}, {{to: e{number + 1}_0}}]"
    else:
        yield f"  goto: e{number + 1}_0"


def _choice(name: str, goto: str, do: str, when: str = "") -> Iterator[str]:
    yield f"    {name}: {{text: This., {f'when: {when}, ' if when else ''}do: {do}, goto: {goto}}}"


def _ends(episodes: int) -> Iterator[str]:
    yield f"e{episodes}_0:"
    yield f"  goto: [{{when: came_{episodes} == 2, to: end_light}}, {{to: end_road}}]"
    yield from (f"end_{name}: {{ending: {name}}}" for name in ("light", "road", "well"))
