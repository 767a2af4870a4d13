"""YAML as people type it: any indentation, comments anywhere, every way to quote, fold and bracket."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

TEXTS = (
    "a",
    "It's raining.",
    "no",
    "12",
    "x: y",
    "#fff",
    "- dash",
    "{b}",
    'say "so"',
    "ends: ",
    "5 # five",
    "tilde ~",
    "*s*",
)
LONG = ("two words", "It rains on\nthe roof, it's said")


class _Typist:
    """Types one document, drawing every habit anew."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._ids = count(1)
        self.comments: list[str] = []

    def _one_in(self, chances: int) -> bool:
        return self._draw(st.integers(1, chances)) == 1

    def comment(self) -> str:
        """A comment like no other."""
        self.comments.append(f"# c{next(self._ids)}")
        return self.comments[-1]

    def tail(self) -> str:
        """What may stand at the end of a line."""
        if self._one_in(6):
            return " " * self._draw(st.integers(1, 3)) + self.comment()
        return " " * self._draw(st.sampled_from([0, 0, 0, 2]))

    def between(self, indent: int) -> list[str]:
        """Lines of their own."""
        lines = []
        for _ in range(self._draw(st.sampled_from([0, 0, 0, 1, 3]))):
            column = self._draw(st.sampled_from([indent, indent, 0, indent + 3]))
            lines.append(" " * column + self.comment() if self._one_in(2) else "")
        return lines

    def block(self, indent: int, depth: int) -> list[str]:
        """A list or mapping, its parts below each other at that indentation."""
        mapping = self._one_in(2)
        lines = []
        for number in range(self._draw(st.integers(1, 3))):
            lines += self.between(indent)
            if mapping:
                key = self._draw(st.sampled_from(["k{}", "'k{}'", '"k{}"', "script{}"])).format(number or "")
                lines += self.under(f"{' ' * indent}{key}:", indent, depth)
            else:
                lines += self.item(f"{' ' * indent}-", indent, depth)
        return lines

    def under(self, head: str, indent: int, depth: int) -> list[str]:
        """A key with its value."""
        if depth and self._one_in(2):
            inner = indent + self._draw(st.integers(1, 5))
            return [head + self.tail(), *self.block(inner, depth - 1)]
        return self.value(head, indent + self._draw(st.integers(1, 4)))

    def item(self, head: str, indent: int, depth: int) -> list[str]:
        """A dash with its item."""
        if depth and self._one_in(2):
            gap = self._draw(st.integers(1, 3))
            inner = self.block(indent + 1 + gap, depth - 1)
            if inner[0].strip() and not inner[0].strip().startswith("#"):
                return [head + inner[0][indent + 1 :], *inner[1:]]
            return [head, *inner]
        return self.value(head, indent + self._draw(st.integers(1, 4)))

    def value(self, head: str, inner: int) -> list[str]:
        """A text, or something in brackets; lines after the first stand at `inner`."""
        space = " " * self._draw(st.integers(1, 3))
        way = self._draw(st.sampled_from(["plain", "single", "double", "folded", "literal", "flow", "flow", "long"]))
        pad = " " * inner
        if way == "plain":
            return [f"{head}{space}{self._draw(st.sampled_from(['a', 'no', 'Not so.', 'a#b', 'x:y']))}{self.tail()}"]
        if way in ("single", "double"):
            return [f"{head}{space}{_quoted(self._draw(st.sampled_from(TEXTS)), way)}{self.tail()}"]
        if way == "long":
            text = self._draw(st.sampled_from(["one\ntwo  \n{}three", "'one\n\n{}two'", '"one \\\n{}two\\n"']))
            return [*f"{head}{space}{text}".replace("\n", f"\n{pad}").format("").split("\n")]
        if way == "flow":
            inside = self._draw(
                st.sampled_from(
                    ["[a,b ,  'c']", "{ a : b,c: [ d ] }", "[]", "[{a: 'x'}, \"y\",\n{}z]", "{a: [\n{}b,\n{}c\n{}]}"]
                )
            )
            return (f"{head}{space}{inside.replace('{}', pad)}" + self.tail()).split("\n")
        sign = {"folded": ">", "literal": "|"}[way] + self._draw(st.sampled_from(["", "-", "+"]))
        body = self._draw(
            st.sampled_from([["One."], ["One.", "  Two.  ", "", "Three."], ["One. # no comment"], ["One.", "", ""]])
        )
        return [f"{head}{space}{sign}{self.tail()}", *(pad + line if line else "" for line in body)]


def _quoted(text: str, way: str) -> str:
    if way == "single":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def messy(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A document, and the comments in it."""
    typist = _Typist(draw)
    start = ["---"] if draw(st.booleans()) else []
    lines = [*typist.between(0), *start, *typist.block(0, 3), *typist.between(0)]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"])), typist.comments
