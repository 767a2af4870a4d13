"""What can be typed after the commands that test a story. Knows nothing of what they do."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from game.cli.numbers import count, seconds, share, whole

Parsers = Mapping[str, argparse.ArgumentParser]


def add(made: Parsers) -> None:
    """Add the arguments of explore, odds, replay, random, cover, map and saves."""
    _exploring(made)
    _replaying(made["replay"])
    _random(made["random"])
    _covering(made["cover"])
    _mapping(made["map"])
    saves = made["saves"]
    saves.add_argument(
        "action",
        nargs="?",
        default="check",
        choices=["check", "keep"],
        help="check saves, or keep some for later versions",
    )
    saves.add_argument("files", nargs="*", type=Path, metavar="FILE", help="saves, or folders of them")
    saves.add_argument("--strict", action="store_true", help="count saves whose choices now lead elsewhere as problems")
    saves.add_argument("--against", type=Path, metavar="DIR", help="make saves of this older version and check those")


def _exploring(made: Parsers) -> None:
    for name in ("explore", "odds", "map", "diff"):
        parser = made[name]
        parser.add_argument("--max-states", type=count, metavar="N", help="visit at most so many states")
        parser.add_argument("--max-seconds", type=seconds, metavar="S", help="stop after so many seconds")
        parser.add_argument("--max-memory", type=count, metavar="MIB", help="memory for visited states (default 1024)")
    for name in ("explore", "odds"):
        made[name].add_argument(
            "--weights", type=Path, metavar="FILE", help='JSON: how choices weigh, {"scene.choice": 3}'
        )
    made["odds"].add_argument("--html", type=Path, metavar="FILE", help="write a page with pictures of all of it, too")
    made["explore"].add_argument(
        "--jobs", type=count, default=1, metavar="N", help="share walks and proofs among so many processes"
    )
    _cluster(made["explore"])
    made["explore"].add_argument(
        "--write", type=Path, metavar="DIR", help="save what was found as replays: endings, dead ends, traps, breaks"
    )


def _replaying(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="replays, or folders of them")
    parser.add_argument("--junit", type=Path, metavar="FILE", help="also write a JUnit report")
    parser.add_argument("--screens", type=Path, metavar="DIR", help="save a picture of every line")
    parser.add_argument(
        "--tolerance",
        type=share,
        metavar="SHARE",
        help="with --screens: keep them, and fail where more than this differs",
    )
    parser.add_argument("--transcript", action="store_true", help="print what a reader sees")
    parser.add_argument(
        "--accept", action="store_true", help="write what is shown to NAME.transcript.txt; from then on it must stay so"
    )


def _random(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=count, default=1000, metavar="N", help="how many playthroughs (default 1000)")
    parser.add_argument("--seed", type=whole, default=0, metavar="N", help="run i uses seed N + i (default 0)")
    parser.add_argument("--jobs", type=count, default=1, metavar="N", help="share the runs among so many processes")
    parser.add_argument("--prefer-new", action="store_true", help="prefer choices that no run has taken yet")
    parser.add_argument("--soak", type=seconds, metavar="S", help="go on for so many seconds, whatever --runs says")
    parser.add_argument("--write", type=Path, metavar="DIR", help="save each kind of failure, shortened, as a replay")
    parser.add_argument("--transcript", action="store_true", help="instead: print what the reader of each run sees")
    parser.add_argument(
        "--balance", metavar="NAME", help="instead: how the values of this variable are spread in the end"
    )
    parser.add_argument("--at", metavar="SCENE", help="with --balance: when players first come to this scene")
    _cluster(parser)


def _cluster(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cluster", metavar="WHERE", help='the address of a dask scheduler, or "local" for one on this machine'
    )


def _covering(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="replays, or folders of them (default: tests/replays)"
    )
    parser.add_argument(
        "--write", type=Path, metavar="DIR", help="write a small set of replays that covers every choice"
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page with the uncovered places marked")
    parser.add_argument(
        "--since", type=Path, metavar="FILE", help="what is covered more or less than in this earlier --json"
    )


def _mapping(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--html", type=Path, metavar="FILE", help="write a page that needs no network")
    form.add_argument("--mermaid", action="store_true", help="print it as Mermaid (what it does without any of these)")
    form.add_argument("--dot", action="store_true", help="print it for Graphviz")
    form.add_argument("--json", action="store_true", help="one JSON object for programs")
    parser.add_argument(
        "--replays", nargs="+", type=Path, metavar="PATH", help="replays to count (default: those beside the story)"
    )
    parser.add_argument("--odds", action="store_true", help="explore, too: what can be reached, and how likely it is")
