"""The words of the game itself as messages for translators, read from the program's own text. Knows no language."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace

from .po import Message

CALLS = ("say", "later", "many")
"""The functions of `game.app.wording` whose texts are translated."""
HEADER = (
    "Project-Id-Version: Stone Lightning\nLanguage: \nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
)


def spoken(files: Mapping[str, str]) -> list[Message]:
    """Every text that the program says, each once with its places; `files` are the programs' texts by their paths."""
    found: dict[tuple[str, str], Message] = {}
    for path, text in files.items():
        for message in _of(path, text):
            before = found.get((message.source, message.plural))
            found[message.source, message.plural] = (
                replace(before, places=tuple(dict.fromkeys((*before.places, path)))) if before else message
            )
    return list(found.values())


def _of(path: str, text: str) -> Iterator[Message]:
    """The texts of one file, in their order."""
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) and node.args)
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        said = [one.value for one in call.args[:2] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name in CALLS and said:
            plural = said[1] if name == "many" else ""
            yield Message("", said[0], places=(path,), plural=plural)
