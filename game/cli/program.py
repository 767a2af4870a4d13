"""Runs a command and turns whatever happens into an exit code. Knows nothing of what the commands do."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from game.cli import arguments
from game.errors import INTERRUPTED, GameError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0: fine; 1: it found problems; 2: it could not do what was asked; 130: Ctrl-C."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except GameError as fault:
        if "--debug" in words:
            raise
        _complain(f"error: {fault}")
        return fault.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; standard output must not complain again when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fault:
        if "--debug" in words:
            raise
        about = f"{fault.filename}: " if fault.filename else ""
        _complain(f"error: {about}{(fault.strerror or _one_line(fault)).lower()} (--debug shows where)")
        return 2
    except Exception as fault:
        if "--debug" in words:
            raise
        kind = f"{type(fault).__name__}: {_one_line(fault)}"
        _complain(f"error: something went wrong inside the program: {kind} (--debug shows where)")
        return 2


def _run(words: list[str]) -> int:
    try:
        options = arguments.parse(words)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    from game.cli import commands

    return commands.COMMANDS[options.command](options)


def _complain(text: str) -> None:
    from game.cli.output import complain  # nobody waits for it who has nothing to hear

    complain(text)


def _one_line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:300]
