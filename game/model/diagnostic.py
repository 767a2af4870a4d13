"""A problem of a story, as a value."""

from dataclasses import dataclass, field
from enum import IntEnum

from .source import SourceRef


class Severity(IntEnum):
    """How bad it is; an error means that there is no story to play."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: where, which (`code`, see `codes`), how bad, what is wrong, and what to do."""

    ref: SourceRef
    code: str
    severity: Severity
    message: str
    hint: str = ""
    excerpt: str = ""
    """The line of the file with the place underlined (two lines), or empty."""
    length: int = field(default=1, compare=False)
    """Characters to underline, from `ref` on."""
