"""Where something stands in a story's files."""

from .value import value


@value(order=True)
class SourceRef:
    """A place in a file: `file` relative to the story folder with `/`, `line` and `column` from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = SourceRef("", 1, 1)
"""For objects that no file holds (built in tests, or defaults)."""
