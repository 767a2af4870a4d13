"""The table that the benchmarks print: each figure as it was taken, and as it would be where the limits were set.

The limits belong to one machine. What it took there to read a known story with PyYAML's C loader is the yardstick,
laid on again beside every row, since a machine that others use too changes its speed within minutes. Times are divided
by what comes out, rates multiplied; memory and what is a ratio already (copies of a frame) stay.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

YARDSTICK = 0.079
"""Seconds of processor for the 1,000 scenes of `generate_story` where the limits were set: an EPYC 7003, unshared."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure: a number, how it is written (with `{}` for the number), and what a slower machine makes of it.

    `slower` is 1 for what takes longer there, -1 for what becomes less, 0 for what stays as it is. `slowness` is that
    of the very moment, where it was taken with the figure.
    """

    number: float
    form: str
    slower: int = 0
    slowness: float | None = None

    def text(self, slowness: float = 1) -> str:
        """The figure as it would be on a machine that is so many times as fast."""
        return self.form.format(self.number / slowness**self.slower)


Row = tuple[str, tuple[Amount, ...], str]
"""What, how much, and the limit that the project set itself."""


def seconds(number: float) -> Amount:
    """A time to be told in seconds."""
    return Amount(number, "{:.2f} s", 1)


def milliseconds(number: float, digits: int = 0, slowness: float | None = None) -> Amount:
    """A time, given in seconds, to be told in thousandths."""
    return Amount(number * 1e3, f"{{:.{digits}f}} ms", 1, slowness)


def share(number: float) -> Amount:
    """What of one core something takes."""
    return Amount(number, "{:.2%}", 1)


def rate(number: float) -> Amount:
    """How often something is done in a second of processor."""
    return Amount(number, "{:,.0f} / CPU s", -1)


def memory(number: float, digits: int = 0) -> Amount:
    """MiB."""
    return Amount(number, f"{{:.{digits}f}} MiB")


def copies(number: float) -> Amount:
    """How many copies of a frame in memory take as long."""
    return Amount(number, "{:.2f} copies")


def words(text: str) -> Amount:
    """What is no number."""
    return Amount(0, text.replace("{", "{{").replace("}", "}}"))


def yardstick(story: Path) -> Callable[[], float]:
    """Asked, it tells how many times as slow this machine is now as the one of the limits, by that story's files."""
    texts = [file.read_bytes() for file in sorted(story.rglob("*.yaml"))]

    def lay_on() -> float:
        collecting = gc.isenabled()
        gc.disable()
        try:
            began = time.process_time()
            for text in texts:
                yaml.CSafeLoader(text).get_single_data()
            return (time.process_time() - began) / YARDSTICK
        finally:
            if collecting:
                gc.enable()

    return lay_on


def show(rows: Iterable[Row], lay_on: Callable[[], float]) -> None:
    """Print every row as soon as it is there, with the slowness of the machine before and after it, and its median."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {load}")
    print(f"{'':50} {'here':>34}   {'where limits were set':>34}   limit")
    found = [lay_on()]
    for what, amounts, limit in rows:
        found.append(lay_on())
        slowness = (found[-2] + found[-1]) / 2
        here = ", ".join(one.text() for one in amounts)
        there = ", ".join(one.text(one.slowness or slowness) for one in amounts)
        print(f"{what:50} {here:>34}   {there if there != here else '':>34}   {limit}", flush=True)
    print(f"this machine was {statistics.median(found):.2f} times as slow ({min(found):.2f} to {max(found):.2f})")
