"""What a check has found, before it is a diagnostic. Knows nothing of how it was found."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.codes import CODES
from game.model.diagnostic import Diagnostic
from game.model.source import SourceRef


@dataclass(frozen=True, slots=True)
class Finding:
    """Where, which code, what is wrong; `hint` says more than the code's own advice, or nothing."""

    ref: SourceRef
    code: str
    message: str
    hint: str = ""

    def diagnostic(self) -> Diagnostic:
        """The finding with its code's severity and advice."""
        code = CODES[self.code]
        return Diagnostic(self.ref, self.code, code.severity, self.message, self.hint or code.advice)
