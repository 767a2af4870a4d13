"""The counts of a story as JSON for programs and as text for people. Counts nothing itself."""

from __future__ import annotations

from collections.abc import Iterator

from .lengths import Lengths
from .stats import WORDS_A_MINUTE, Report
from .wording import counted


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
            "words_a_sentence": round(report.readability.words_a_sentence, 2),
            "letters_a_word": round(report.readability.letters_a_word, 2),
        },
        "repeated": [{"phrase": phrase, "times": times} for phrase, times in report.repeated],
        "beats": None if report.beats is None else {"told": report.beats[0], "total": report.beats[1]},
    }


def _lengths_json(lengths: Lengths) -> dict[str, object]:
    minutes = {key: round(words / WORDS_A_MINUTE, 2) for key, words in _three(lengths)}
    stretch = {"words": lengths.longest_stretch, "scene": lengths.stretch_begins}
    return {"runs": lengths.runs, "words": dict(_three(lengths)), "minutes": minutes, "longest_stretch": stretch}


def _three(lengths: Lengths) -> Iterator[tuple[str, int]]:
    yield from (("shortest", lengths.shortest), ("median", lengths.median), ("longest", lengths.longest))


def as_text(report: Report) -> str:
    """The report for people."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"{counted(report.words, 'word')}, {_minutes(report.minutes)} to read them all"
    yield f"  narration {report.narration:,}, speech {report.speech:,}, choices {report.options:,}"
    yield (
        f"{counted(report.scenes, 'scene')}, {counted(report.choices, 'choice')} "
        f"({report.conditional_choices:,} conditional), {counted(report.endings, 'ending')}, "
        f"{counted(report.variables, 'variable')}"
    )
    yield f"{report.branching:.1f} choices a deciding scene"
    yield (
        f"a random playthrough: {counted(report.typical_words, 'word')}, {_minutes(report.typical_minutes)}, "
        f"{report.typical_choices:.1f} choices"
    )
    yield f"of {report.lengths.runs} random playthroughs: " + ", ".join(
        f"{key} {_minutes(words / WORDS_A_MINUTE)}" for key, words in _three(report.lengths)
    )
    stretch = counted(report.lengths.longest_stretch, "word")
    yield f"longest stretch without a decision: {stretch}, from {report.lengths.stretch_begins}"
    yield "choices of a scene: " + ", ".join(f"{scenes} with {size}" for size, scenes in report.spread.items())
    for title, table in (("act", report.by_act), ("speaker", report.by_speaker), ("holder", report.by_holder)):
        if len(table) > 1:
            yield f"words by {title}: " + ", ".join(f"{name or '-'} {words:,}" for name, words in table.items())
    prose = report.readability
    yield f"{prose.words_a_sentence:.1f} words a sentence, {prose.letters_a_word:.1f} letters a word"
    if report.repeated:
        yield "repeated: " + ", ".join(f'"{phrase}" {times} times' for phrase, times in report.repeated)
    if report.uses:
        yield "variables set and read: " + ", ".join(f"{use.variable} {use.set}/{use.read}" for use in report.uses)
    if report.beats is not None:
        told, planned = report.beats
        yield f"{told} of {counted(planned, 'event')} of the ledger told; run.py canon names the rest"
    yield "longest scenes: " + ", ".join(f"{scene} {words:,}" for scene, words in report.longest_scenes)


def _minutes(minutes: float) -> str:
    return f"{minutes:.0f} minutes" if minutes < 90 else f"{minutes / 60:.1f} hours"
