"""What the readers of scenes and lines share while one story is read. Does nothing itself."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import Fields
from .findings import Findings
from .references import References
from .snippets import Snippets
from .wording import Wording


@dataclass(frozen=True, slots=True)
class Context:
    """The declarations of one story, its language, and where problems go."""

    findings: Findings
    fields: Fields
    references: References
    wording: Wording
    snippets: Snippets
