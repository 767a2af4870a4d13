"""A difference of two stories as JSON for programs and as text for people. Compares nothing but words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from .mending import Broken
from .page_diff import Rewording
from .story_diff import Difference, Kinds, Moved, Turn
from .wording import counted

LONG = 80
"""Characters of a change beyond which effects that stayed are left out."""
SEPARATOR = "; "
"""What stands between effects."""
_WORDS = re.compile(r"\s*(?:[()]|[^\s()]+)")


def as_json(difference: Difference, broken: Sequence[Broken]) -> dict[str, object]:
    """The difference as the command prints it for programs."""
    return {
        "ok": is_fine(difference, broken),
        "same": difference.is_empty,
        "scenes": _kinds(difference.scenes),
        "choices": _kinds(difference.choices),
        "endings": {
            **_kinds(difference.endings),
            "became_reachable": list(difference.opened),
            "became_unreachable": list(difference.closed),
            "unsettled": list(difference.unsettled),
            "odds": [
                {"ending": odds.ending, "old": round(odds.old, 6), "new": round(odds.new, 6)}
                for odds in difference.odds
            ],
        },
        "variables": _kinds(difference.variables),
        "reworded": [{"place": one.place, "old": one.old, "new": one.new} for one in difference.reworded],
        "rewired": [_turn(turn) for turn in difference.rewired],
        "rules": [_turn(turn) for turn in difference.ruled],
        "stuck": list(difference.stuck),
        "visited_in_part": list(difference.partly),
        "saves": [{"scene": moved.place, "probably": moved.now} for moved in difference.moved],
        "saves_stay_behind": difference.homeless,
        "endings_found": [{"ending": lost.place, "probably": lost.now} for lost in difference.lost],
        "replays": [_broken(one) for one in broken],
        "translations": {"to_translate": difference.untranslated, "unused": difference.unused},
    }


def is_fine(difference: Difference, broken: Sequence[Broken]) -> bool:
    """Whether nothing needs mending."""
    return not _to_mend(difference, broken)


def _to_mend(difference: Difference, broken: Sequence[Broken]) -> int:
    listed = (broken, difference.closed, difference.stuck, difference.moved, difference.lost)
    return sum(map(len, listed)) + difference.homeless


def _kinds(kinds: Kinds) -> dict[str, object]:
    renamed = [{"old": old, "new": new} for old, new in kinds.renamed]
    return {"added": list(kinds.added), "removed": list(kinds.removed), "renamed": renamed}


def _turn(turn: Turn) -> dict[str, str]:
    return {"place": turn.place, "what": turn.what, "old": turn.old, "new": turn.new}


def _broken(one: Broken) -> dict[str, object]:
    failure = one.failure
    return {
        "file": one.file,
        "line": failure.ref.line,
        "column": failure.ref.column,
        "expected": failure.expected,
        "actual": failure.actual,
        "mend": one.mend,
    }


def as_text(difference: Difference, broken: Sequence[Broken]) -> str:
    """The difference for people."""
    lines = list(_lines(difference, broken))
    return "\n".join([*lines, *(["", _summary(difference, broken)] if lines else ["Nothing changed."])])


def _summary(difference: Difference, broken: Sequence[Broken]) -> str:
    """The whole in a line: how much of each is another, and how much is to be mended."""
    parts: list[str] = []
    for noun, kinds in (("scene", difference.scenes), ("choice", difference.choices), ("ending", difference.endings),
                        ("variable", difference.variables)):  # fmt: skip
        changed = ((kinds.added, "new"), (kinds.removed, "gone"), (kinds.renamed, "renamed"))
        parts += [f"{counted(len(ids), noun)} {how}" for ids, how in changed if ids]
    for noun, changes in (("line", difference.reworded), ("way", difference.rewired), ("rule", difference.ruled)):
        parts += [f"{counted(len(changes), noun)} changed"] if changes else []
    to_mend = _to_mend(difference, broken)
    mending = f"{counted(to_mend, 'thing')} to mend" if to_mend else "nothing to mend"
    return f"{', '.join(parts)}; {mending}."


def _lines(difference: Difference, broken: Sequence[Broken]) -> Iterator[str]:
    for words, kinds in (
        ("scene", difference.scenes),
        ("choice", difference.choices),
        ("ending", difference.endings),
        ("variable", difference.variables),
    ):
        yield from _listed(words, kinds)
    for place, changes in groupby(difference.reworded, key=lambda change: change.place):
        yield f"{place}:"
        yield from map(_rewording, changes)
    yield from map(_turned, (*difference.rewired, *difference.ruled))
    yield from _endings(difference)
    yield from (f"the story can get stuck now: {scene}" for scene in difference.stuck)
    for gone in difference.moved:
        yield f"saves in {gone.place} go back to the last place that is still there{_became(gone)}"
    for gone in difference.lost:
        yield f"who found ending {gone.place} loses it{_became(gone)}"
    if difference.homeless:
        yield "saves and found endings stay with the old title: who played it begins anew under the new one"
    for one in broken:
        place = f"{one.file}:{one.failure.ref.line}:{one.failure.ref.column}"
        yield f"{place}: this replay holds no longer: expected {one.failure.expected}; {one.failure.actual}"
        yield f"    to mend it: {one.mend}"
    if difference.untranslated or difference.unused:
        yield f"translations: {counted(difference.untranslated, 'line')} to translate, {difference.unused:,} unused"


def _became(gone: Moved) -> str:
    return f"; if it became {gone.now}, write was: [{gone.place}] there" if gone.now else ""


def _listed(words: str, kinds: Kinds) -> Iterator[str]:
    yield from (f"+ {words} {name}" for name in kinds.added)
    yield from (f"- {words} {name}" for name in kinds.removed)
    yield from (f"~ {words} {old} is now {new}" for old, new in kinds.renamed)


def _endings(difference: Difference) -> Iterator[str]:
    moved = {odds.ending: odds for odds in difference.odds}
    for name in difference.opened:
        yield f"ending {name} can be reached now" + (f", odds {moved[name].new:.1%}" if name in moved else "")
    for name in difference.closed:
        yield f"ending {name} can no longer be reached" + (
            f", odds were {moved[name].old:.1%}" if name in moved else ""
        )
    for odds in difference.odds:
        if odds.ending not in {*difference.opened, *difference.closed}:
            yield f"ending {odds.ending}: odds {odds.old:.1%} -> {odds.new:.1%}"
    yield from (f"ending {name}: not found out whether it could, or can, be reached" for name in difference.unsettled)
    for which in difference.partly:
        yield f"not every state of the {which} version was visited: its odds are estimates, and more may be stuck in it"


def _turned(turn: Turn) -> str:
    """Both sides; of a long list of effects those that are gone, and those that are new."""
    told = f"{turn.old} -> {turn.new}"
    if len(told) > LONG and SEPARATOR in told:
        old, new = turn.old.split(SEPARATOR), turn.new.split(SEPARATOR)
        gone = [f"[-{effect}-]" for effect in old if effect not in new]
        added = [f"{{+{effect}+}}" for effect in new if effect not in old]
        told = " ".join([*gone, *added]) or "in another order"
    return f"{turn.place}: {turn.what}: {told}"


def _rewording(change: Rewording) -> str:
    if change.old is None or change.new is None:
        return f"    {'+' if change.old is None else '-'} {change.new or change.old}"
    return f"    {word_diff(change.old, change.new)}"


def word_diff(old: str, new: str) -> str:
    """Both texts in one: words gone as `[-word-]`, new ones as `{+word+}`."""
    one, other = _WORDS.findall(f" {old}"), _WORDS.findall(f" {new}")
    pieces: list[str] = []
    for kind, first, last, begin, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces += one[first:last]
        else:
            pieces += _marked("[-", one[first:last], "-]") + _marked("{+", other[begin:end], "+}")
    return "".join(pieces).replace("-]{+", "-] {+").strip()


def _marked(opening: str, words: Iterable[str], closing: str) -> list[str]:
    text = "".join(words)
    bare = text.lstrip()
    return [text[: len(text) - len(bare)] + opening + bare + closing] if text else []
