"""What can be typed after `run.py`. Knows nothing of what the commands do."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from game.app.shipped import shipped
from game.cli.files import is_file
from game.cli.numbers import whole
from game.errors import UsageError

STORY = shipped("story")
"""The story that comes with the program."""


def standing() -> Path:
    """The story that a writer stands in: in this folder, one above it, or `story/` here; else the program's own."""
    try:
        here = Path.cwd()
    except OSError:  # a folder that was removed under our feet
        return STORY
    found = (folder for folder in (here, *here.parents, here / "story") if is_file(folder / "story.yaml"))
    return next(found, STORY)


SUMMARY = {
    "play": "play in a window, or in the terminal",
    "test": "set up what the tests need and run them (through run.py)",
    "check": "read the whole story and report every problem",
    "explore": "visit every state and prove what can be proved",
    "odds": "how likely each ending is, and which decisions move it",
    "replay": "play scripted paths and check what they expect",
    "random": "play at random, each run repeatable by its seed",
    "cover": "what a set of replays covers",
    "saves": "what becomes of saves of another version of the story",
    "map": "the story as a graph",
    "stats": "words, scenes, reading time, branching",
    "canon": "which events of the ledger which scenes tell",
    "write": "check the story at every save, beside a window that stays at the same line",
    "doctor": "what this machine offers: display, sound, folders, versions",
    "new": "make the folder of a new story that checks clean",
    "diff": "what changed from one version of the story to another, and what that breaks",
    "export": "a screenplay, reading copies, a table of lines, recording scripts, translations",
    "prose": "spelling, clichés and overused words in all that readers read",
    "rename": "call a scene, choice, variable … by another name, everywhere",
    "format": "lay the story's files out anew, without changing what they say",
    "lsp": "the language server, which editors start: problems, completion and renaming while you type",
    "schema": "write the JSON Schemas with which editors check and complete scenes",
}


RENAMED = ("scene", "choice", "variable", "value", "ending", "cast", "place", "snippet", "expression")

EXPORTED = {
    "fountain": "a screenplay",
    "html": "a reading copy as a page with links",
    "text": "a reading copy in plain text",
    "csv": "every line for a spreadsheet",
    "po": "a translation, begun or brought up to date",
}
WITH_JSON = tuple("check explore odds replay random cover saves stats canon doctor rename format diff prose".split())


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are ours: one line, exit 2."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}", f"{self.prog} --help shows what it takes")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Arguments to a namespace with `command`. Raises UsageError; exits by itself for `--help` and `--version`."""
    words = _command_first(list(argv))
    return _parser(words[0]).parse_args(words)


def _command_first(argv: list[str]) -> list[str]:
    """Play where no command is named; options may also stand before the command."""
    if argv[:1] in (["-h"], ["--help"], ["--version"]) or (argv and argv[0] in SUMMARY):
        return argv
    if argv and not argv[0].startswith("-"):
        return argv
    for place, word in enumerate(argv):
        if word in SUMMARY and argv[place - 1] != "--story":
            return [word, *argv[:place], *argv[place + 1 :]]
    return ["play", *argv]


def _parser(command: str) -> argparse.ArgumentParser:
    """The parser; for `play` it knows no other command, since the first picture waits for it."""
    from game import __version__

    parser = _Parser(
        prog="run.py", description="Stone Lightning: plays, checks, explores and replays branching stories."
    )
    parser.add_argument("--version", action="version", version=f"Stone Lightning {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)
    every = _Parser(add_help=False)
    every.add_argument(
        "--story", type=Path, default=standing(), metavar="DIR",
        help="the story's folder (default: the one that you stand in, else story/)",
    )  # fmt: skip
    every.add_argument("--debug", action="store_true", help="show tracebacks")
    made = {
        name: commands.add_parser(name, parents=[every], help=text, description=text.capitalize() + ".")
        for name, text in SUMMARY.items()
        if command != "play" or name == "play"
    }
    _play(made["play"])
    if command != "play":
        _tools(made)
    return parser


def _play(play: argparse.ArgumentParser) -> None:
    play.add_argument("--scene", metavar="ID", help="begin in this scene")
    play.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="begin with this value; may be repeated"
    )
    play.add_argument("--after", type=Path, metavar="FILE", help="take the path of this replay, and play on from there")
    play.add_argument(
        "--dev", action="store_true", help="for writers: reload on save, show the scene from inside, jump to any scene"
    )
    play.add_argument("--terminal", action="store_true", help="play in the terminal")
    play.add_argument("--seed", type=whole, metavar="N", help="the seed of what the text draws by chance")


def _tools(made: Mapping[str, argparse.ArgumentParser]) -> None:
    from game.cli import testing_arguments

    for name in WITH_JSON:
        made[name].add_argument("--json", action="store_true", help="one JSON object for programs")
    for name in ("check", "explore"):
        made[name].add_argument(
            "--strict", action="store_true", help="count warnings, and what is not proved, as problems"
        )
    testing_arguments.add(made)
    _writing(made)


def _writing(made: Mapping[str, argparse.ArgumentParser]) -> None:
    rename = made["rename"]
    rename.add_argument("kind", choices=RENAMED, metavar="KIND", help="one of " + ", ".join(RENAMED))
    rename.add_argument("old", metavar="OLD", help="its name; a choice is scene.choice, an expression who.expression")
    rename.add_argument("new", metavar="NEW", help="what it is to be called")
    rename.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    rename.add_argument(
        "--replays", nargs="+", type=Path, metavar="PATH", help="replays to change (default: those beside the story)"
    )
    layout = made["format"]
    layout.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="files, or folders of them (default: the story, its replays)",
    )
    layout.add_argument("--check", action="store_true", help="change nothing; end with 1 where something would change")
    layout.add_argument("--diff", action="store_true", help="the same, and show what would change")
    paper = made["export"].add_mutually_exclusive_group(required=True)
    for name, what in EXPORTED.items():
        paper.add_argument(f"--{name}", type=Path, metavar="FILE", help=f"{what} (- for standard output)")
    paper.add_argument("--interface", type=Path, metavar="FILE", help="the game's own words, for translators")
    paper.add_argument("--voices", type=Path, metavar="DIR", help="a recording script for each voice")
    prose = made["prose"]
    prose.add_argument("--strict", action="store_true", help="end with 1 for any note")
    prose.add_argument(
        "--off", nargs="+", default=[], choices=("spelling", "cliche", "filler"), metavar="KIND",
        help="leave out spelling, cliche or filler",
    )  # fmt: skip
    write = made["write"]
    write.add_argument("--scene", metavar="ID", help="begin in this scene")
    write.add_argument("--no-preview", action="store_true", help="only check, without a window")
    write.add_argument("--notes", action="store_true", help="show notes too, not only errors and warnings")
    made["new"].add_argument("name", type=Path, metavar="NAME", help="the folder to make")
    diff = made["diff"]
    diff.add_argument("old", metavar="OLD", help="a folder, or a revision of git")
    diff.add_argument("new", nargs="?", metavar="NEW", help="the same (default: the story as it is now)")
    diff.add_argument("--quick", action="store_true", help="do not explore: leaves out what can be reached, and odds")
    diff.add_argument(
        "--replays", nargs="+", type=Path, metavar="PATH", help="replays to try (default: those beside the new story)"
    )
