"""What each command does. A command's module is imported when it is called, so that none pays for another."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module

Command = Callable[[argparse.Namespace], int]


def _of(module: str) -> Command:
    """The command that a module's `run` is, imported when it is called."""

    def run(options: argparse.Namespace) -> int:
        command: Command = import_module(f"game.cli.commands.{module}").run
        return command(options)

    return run


COMMANDS: dict[str, Command] = {
    "play": _of("play"),
    "test": _of("test"),
    "check": _of("check"),
    "explore": _of("explore"),
    "odds": _of("odds"),
    "replay": _of("replay"),
    "random": _of("random_play"),
    "cover": _of("cover"),
    "saves": _of("saves"),
    "map": _of("story_map"),
    "stats": _of("stats"),
    "canon": _of("canon"),
    "write": _of("write"),
    "doctor": _of("doctor"),
    "new": _of("new"),
    "diff": _of("diff"),
    "export": _of("export"),
    "prose": _of("prose"),
    "rename": _of("rename"),
    "format": _of("format"),
    "lsp": _of("lsp"),
    "schema": _of("schema"),
}
