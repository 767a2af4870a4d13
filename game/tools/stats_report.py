"""The counts of a story as JSON for programs and as text for people. Counts nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from .lengths import Lengths
from .prose import Readability
from .stats import WORDS_A_MINUTE, Report
from .wording import counted

WIDTH = 100
"""Characters in a line of the text; what is longer goes on in the next one."""
_BANDS = ((25, "very easy"), (35, "easy"), (45, "of middling difficulty"), (55, "hard"))
"""Up to which LIX a text is called what: half-way between the marks that Björnsson gives."""
_FIXED = "\u00a0"
"""A space where no line ends."""
_NONE = {"act": "in no folder", "speaker": "nobody", "holder": "nobody"}
"""What those are called that belong to none."""


def as_json(report: Report) -> dict[str, object]:
    """The report as the command prints it for programs."""
    return {
        "words": report.words,
        "scenes": report.scenes,
        "choices": report.choices,
        "endings": report.endings,
        "minutes": round(report.minutes, 2),
        "narration": report.narration,
        "speech": report.speech,
        "options": report.options,
        "conditional_choices": report.conditional_choices,
        "variables": report.variables,
        "branching": round(report.branching, 2),
        "typical": {
            "words": report.typical_words,
            "minutes": round(report.typical_minutes, 2),
            "choices": round(report.typical_choices, 2),
        },
        "longest_scenes": [{"scene": scene, "words": words} for scene, words in report.longest_scenes],
        "by_file": report.by_file,
        "by_act": report.by_act,
        "by_speaker": report.by_speaker,
        "by_holder": report.by_holder,
        "spread": {str(size): scenes for size, scenes in report.spread.items()},
        "playthroughs": _lengths_json(report.lengths),
        "variables_used": [{"variable": use.variable, "set": use.set, "read": use.read} for use in report.uses],
        "readability": {
            **_readability_json(report.readability),
            "by_act": {act: _readability_json(one) for act, one in report.readability_by_act.items()},
            "by_speaker": {who: _readability_json(one) for who, one in report.readability_by_speaker.items()},
        },
        "repeated": [{"phrase": phrase, "times": times} for phrase, times in report.repeated],
        "beats": None if report.beats is None else {"told": report.beats[0], "total": report.beats[1]},
        "plan": None if report.beats is None else _plan_json(report),
    }


def _plan_json(report: Report) -> dict[str, object]:
    missing = report.missing_endings
    written = report.planned_endings - len(missing)
    return {
        "acts": {act: {"beats": beats, "told": told} for act, (told, beats) in report.plan.items()},
        "endings": {"planned": report.planned_endings, "written": written, "missing": list(missing)},
    }


def _readability_json(found: Readability) -> dict[str, float]:
    measured = {
        "words_a_sentence": found.words_a_sentence,
        "letters_a_word": found.letters_a_word,
        "long_words": found.long_words,
        "lix": found.lix,
        "grade": found.grade,
    }
    return {name: round(value, 2) for name, value in measured.items()}


def _lengths_json(lengths: Lengths) -> dict[str, object]:
    minutes = {key: round(words / WORDS_A_MINUTE, 2) for key, words in _three(lengths)}
    stretch = {"words": lengths.longest_stretch, "scene": lengths.stretch_begins}
    return {"runs": lengths.runs, "words": dict(_three(lengths)), "minutes": minutes, "longest_stretch": stretch}


def _three(lengths: Lengths) -> Iterator[tuple[str, int]]:
    yield from (("shortest", lengths.shortest), ("median", lengths.median), ("longest", lengths.longest))


def as_text(report: Report) -> str:
    """The report for people."""
    filled = (fill(line, WIDTH, subsequent_indent="    ", break_on_hyphens=False) for line in _lines(report))
    return "\n".join(filled).replace(_FIXED, " ")


def _listing(title: str, items: Iterable[str]) -> str:
    """A line of items, none of which is broken where the line is."""
    return f"{title}: " + ", ".join(item.replace(" ", _FIXED) for item in items)


def _lines(report: Report) -> Iterator[str]:
    yield f"{counted(report.words, 'word')}, {_minutes(report.minutes)} to read them all"
    yield f"  narration {report.narration:,}, speech {report.speech:,}, choices {report.options:,}"
    yield (
        f"{counted(report.scenes, 'scene')}, {counted(report.choices, 'choice')} "
        f"({report.conditional_choices:,} conditional), {counted(report.endings, 'ending')}, "
        f"{counted(report.variables, 'variable')}"
    )
    if report.spread:
        yield f"{report.branching:.1f} choices where there are any: " + ", ".join(
            f"{size} in {counted(scenes, 'scene')}" for size, scenes in report.spread.items()
        )
    yield (
        f"a random playthrough: {counted(report.typical_words, 'word')}, {_minutes(report.typical_minutes)}, "
        f"{report.typical_choices:.1f} choices"
    )
    yield f"of {report.lengths.runs} random playthroughs: " + ", ".join(
        f"{key} {_minutes(words / WORDS_A_MINUTE)}" for key, words in _three(report.lengths)
    )
    stretch = counted(report.lengths.longest_stretch, "word")
    yield f"longest stretch without a decision: {stretch}, from {report.lengths.stretch_begins}"
    for title, table in (("act", report.by_act), ("speaker", report.by_speaker), ("holder", report.by_holder)):
        if len(table) > 1:
            yield _listing(f"words by {title}", (f"{name or _NONE[title]} {n:,}" for name, n in table.items()))
    if report.words:
        yield from _reading(report)
    if report.repeated:
        yield _listing("repeated", (f'"{phrase}" {times} times' for phrase, times in report.repeated))
    if report.uses:
        yield _listing("variables set and read", (f"{use.variable} {use.set}/{use.read}" for use in report.uses))
    if report.beats is not None:
        told, planned = report.beats
        rest = "; run.py canon names the rest" if told < planned else ""
        yield f"{told} of {counted(planned, 'event')} of the ledger told{rest}"
        untold = {act: counts for act, counts in report.plan.items() if counts[0] < counts[1]}
        if untold:
            yield "  still to tell: " + ", ".join(
                f"{act or _NONE['act']} {all_ - done}" for act, (done, all_) in untold.items()
            )
    if report.planned_endings:
        missing = f"; none comes to {', '.join(report.missing_endings)}" if report.missing_endings else ""
        written = report.planned_endings - len(report.missing_endings)
        yield f"{written} of {counted(report.planned_endings, 'ending')} of the ledger written{missing}"
    longest = [f"{scene} {words:,}" for scene, words in report.longest_scenes if words]
    yield from [_listing("longest scenes", longest)] if longest else ()


def _reading(report: Report) -> Iterator[str]:
    """How easy it is to read: as a whole, by act and by speaker."""
    found = report.readability
    yield (
        f"{found.words_a_sentence:.1f} words a sentence, {found.letters_a_word:.1f} letters a word: "
        f"{_hardness(found.lix)} by LIX ({found.lix:.0f}), {_school(found.grade)} by ARI"
    )
    for title, table in (("act", report.readability_by_act), ("speaker", report.readability_by_speaker)):
        if len(table) > 1:
            yield _listing(f"LIX by {title}", (f"{name or _NONE[title]} {one.lix:.0f}" for name, one in table.items()))


def _hardness(lix: float) -> str:
    return next((word for most, word in _BANDS if lix < most), "very hard")


def _school(grade: float) -> str:
    return f"US school year {grade:.0f}" if grade >= 1 else "below the first US school year"


def _minutes(minutes: float) -> str:
    if minutes < 1:
        return "under a minute"
    return counted(round(minutes), "minute") if minutes < 90 else f"{minutes / 60:.1f} hours"
