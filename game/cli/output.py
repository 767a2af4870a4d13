"""How results reach a person or a program: colours where a terminal wants them, JSON, diagnostics."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from game.model.diagnostic import Diagnostic, Severity

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def say(text: str = "", *, to: IO[str] | None = None) -> None:
    """Print one piece of text; characters that the stream can't show are replaced."""
    stream: IO[str] = to or sys.stdout
    try:
        stream.write(text + "\n")
    except UnicodeEncodeError as fault:
        stream.write(text.encode(fault.encoding, "replace").decode(fault.encoding) + "\n")


def complain(text: str) -> None:
    """One line on standard error."""
    say(text, to=sys.stderr)


def say_json(value: dict[str, Any]) -> None:
    """One object on standard output, and nothing else there."""
    sys.stdout.write(json.dumps(value, ensure_ascii=True, indent=2) + "\n")


def colour(text: str, code: str, stream: IO[str]) -> str:
    """The text in a colour where the stream is a terminal and `NO_COLOR` is not set."""
    wanted = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"\x1b[{code}m{text}\x1b[0m" if wanted else text


def say_diagnostics(found: Iterable[Diagnostic], stream: IO[str] | None = None) -> None:
    """`file:line:column: error E203: message (hint)`, with the place underlined below."""
    stream = stream or sys.stdout
    for problem in found:
        kind = colour(problem.severity.name.lower(), _COLOURS[problem.severity], stream)
        hint = f" ({problem.hint})" if problem.hint else ""
        say(f"{problem.ref}: {kind} {problem.code}: {problem.message}{hint}", to=stream)
        if problem.excerpt:
            say("\n".join("    " + line for line in problem.excerpt.splitlines()), to=stream)


def program() -> str:
    """What a person types to start this program from where they stand, as they did this time."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        return "python3 -m game"
    if started.name != "run.py":
        return started.name if started.stem == "stone-lightning" else "python3 run.py"
    here = started.parent == Path.cwd()
    return f"python3 {shlex.quote('run.py' if here else str(started))}"


def count(number: int, noun: str) -> str:
    """`1 scene`, `2 scenes`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
