"""A line being typed: its letters, where the next one goes, and what editing keys do. Pure; knows no codes of keys."""

from __future__ import annotations

from dataclasses import dataclass, replace

EDITING = frozenset(
    f"key:{name}"
    for name in ("backspace", "delete", "home", "end", "ctrl+backspace", "ctrl+left", "ctrl+right", "ctrl+a")
)
"""Keys that change a line and are no letters."""
PASTING = frozenset({"key:ctrl+v", "key:shift+insert"})


@dataclass(frozen=True, slots=True)
class Typed:
    """Letters, and how many of them stand before the caret."""

    text: str = ""
    at: int = 0

    def put(self, letters: str, most: int) -> Typed:
        """With letters at the caret, as many as there is room for."""
        seen = "".join(letter for letter in letters if letter.isprintable())[: max(0, most - len(self.text))]
        return Typed(self.text[: self.at] + seen + self.text[self.at :], self.at + len(seen))

    def step(self, way: int) -> Typed:
        """With the caret a letter further, or back."""
        return replace(self, at=max(0, min(len(self.text), self.at + way)))

    def pressed(self, name: str) -> Typed:
        """After an editing key; after any other key as it was."""
        before, after = self.text[: self.at], self.text[self.at :]
        match name.removeprefix("key:"):
            case "backspace":
                return Typed(before[:-1] + after, max(0, self.at - 1))
            case "delete":
                return Typed(before + after[1:], self.at)
            case "home" | "ctrl+a":
                return replace(self, at=0)
            case "end":
                return replace(self, at=len(self.text))
            case "ctrl+backspace":
                return Typed(before[: _word_before(before)] + after, _word_before(before))
            case "ctrl+left":
                return replace(self, at=_word_before(before))
            case "ctrl+right":
                return replace(self, at=len(self.text) - len(after.lstrip().partition(" ")[2]))
        return self


def _word_before(text: str) -> int:
    """Where the last word of a text begins."""
    return len(text.rstrip().rpartition(" ")[0]) + (1 if " " in text.rstrip() else 0)
