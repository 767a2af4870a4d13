"""Something wrong in a condition, an effect or a text, as a value. Knows nothing of YAML."""

from dataclasses import dataclass

from game.model.source import SourceRef


@dataclass(frozen=True, slots=True)
class Problem:
    """Where (with how many characters to underline), which code, what is wrong and what was expected, what to do."""

    ref: SourceRef
    code: str
    message: str
    hint: str = ""
    length: int = 1
