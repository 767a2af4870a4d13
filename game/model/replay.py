"""A replay as its file says it: a path through a story and what should hold on it. Knows nothing of playing it.

Ids, conditions and values are kept as typed: whether they mean anything is found when the path is played, step by step.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from .source import NOWHERE, SourceRef


@dataclass(frozen=True, slots=True)
class Take:
    """`scene.choice`: takes that choice."""

    scene: str
    choice: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class At:
    """`at: scene`: we rest in that scene now."""

    scene: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Check:
    """`check: condition`; `source` as typed, `ref` where its first character stands."""

    source: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Offered:
    """`offered: [...]`: at least these are on offer; `only`: exactly these, in this order."""

    choices: tuple[str, ...]
    only: bool = False
    ref: SourceRef = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NotOffered:
    """`not_offered: [...]`: none of these is on offer."""

    choices: tuple[str, ...]
    ref: SourceRef = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ShowsText:
    """`text: words`: shown since the last choice, within one line."""

    words: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class HidesText:
    """`no_text: words`: not shown since the last choice."""

    words: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


Step: TypeAlias = Take | At | Check | Offered | NotOffered | ShowsText | HidesText


@dataclass(frozen=True, slots=True)
class Setting:
    """One `name: value` under `start: set:`, the value as typed (`values.read_value` reads it)."""

    variable: str
    value: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Start:
    """Where the path begins; `scene` None is where the story does."""

    scene: str | None = None
    settings: tuple[Setting, ...] = ()
    ref: SourceRef = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Goal:
    """An ending, with the place where the file names it."""

    ending: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Replay:
    """A whole `*.replay.yaml`. `reached` are endings this player had seen; `ending` is None where none is asked."""

    name: str
    seed: int = 0
    reached: tuple[Goal, ...] = ()
    start: Start = Start()
    steps: tuple[Step, ...] = ()
    ending: Goal | None = None
    ref: SourceRef = field(default=NOWHERE, compare=False)
