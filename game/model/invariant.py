"""Something that must always hold, for the explorer to prove. Knows nothing of how it is proved."""

from __future__ import annotations

from dataclasses import dataclass, field

from .expression import Condition
from .source import NOWHERE, SourceRef


@dataclass(frozen=True, slots=True)
class Invariant:
    """`always` holds after the `enter` of every scene that can be entered (of scene `at` only, where that is given)."""

    always: Condition
    at: str | None = None
    about: str = ""
    ref: SourceRef = field(default=NOWHERE, compare=False)
