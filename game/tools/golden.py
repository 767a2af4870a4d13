"""Holds what a replay shows to a transcript that somebody accepted. Knows nothing of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest

from game.model.source import SourceRef

from .replay_report import Failure, Result

SUFFIX = ".transcript.txt"
"""What stands in place of `.replay.yaml` in the name of a replay's transcript."""

MOST = 12
"""How many changed lines a failure shows before it only counts them."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A line (counted from 1, in the accepted transcript) and its words before and after, as `word_diff` shows them."""

    line: int
    words: str


def held_to(result: Result, accepted: str, now: str, file: str) -> Result:
    """The result of a replay that held, after what it shows was compared with the transcript in `file`."""
    found = list(changes(accepted, now))
    if not result.ok or not found:
        return result
    more = [f"line {each.line}: {each.words}" for each in found[:MOST]]
    if len(found) > MOST:
        more.append(f"and {len(found) - MOST} more lines")
    failure = Failure(
        SourceRef(file, found[0].line, 1),
        result.steps,
        "what is shown to be as it was accepted",
        f"{len(found)} {'line has' if len(found) == 1 else 'lines have'} changed; --accept takes it as it is now",
        more=tuple(more),
    )
    return replace(result, failure=failure)


def changes(before: str, after: str) -> Iterator[Changed]:
    """Every line that is another, is gone, or is new."""
    old, new = before.splitlines(), after.splitlines()
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            for place, (one, other) in enumerate(zip_longest(old[start:end], new[first:last])):
                yield Changed(min(start + place, max(len(old) - 1, 0)) + 1, word_diff(one, other))


def word_diff(before: str | None, after: str | None) -> str:
    """Both in one line: what is gone stands in `[-…-]`, what is new in `{+…+}`. None stands for no line at all."""
    if before is None or after is None:
        return f"[-{before}-]" if after is None else f"{{+{after}+}}"
    old, new = _words(before), _words(after)
    said = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[start:end]), "".join(new[first:last])
        if kind == "equal":
            said.append(gone)
        else:
            said.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return "".join(said)


def _words(line: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", line)
