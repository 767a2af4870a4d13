"""Coverage as one HTML page that needs no network: the story's own files, with what is not covered marked in them.

Knows nothing of stories: it is given names with their places, and the texts of the files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from .cover import Part, Report

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 1.5rem; background: #16181d; color: #e8e4da; }
a { color: #9cc2e8; }
table { border-collapse: collapse; margin-bottom: 1.5rem; }
td, th { padding: .15rem .8rem .15rem 0; text-align: left; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; font-weight: 600; padding: .2rem 0; }
nav { padding: 0 0 .4rem 1.2rem; }
nav a { padding-right: .6rem; }
pre { margin: 0 0 1rem; font: 13px/1.45 ui-monospace, monospace; }
pre span { display: block; padding-left: 6rem; text-indent: -5.5rem; border-left: 4px solid transparent;
  white-space: pre-wrap; overflow-wrap: anywhere; }
pre :target { outline: 2px solid #9cc2e8; }
pre .covered { border-color: #4f8f5b; }
pre .missing { border-color: #e06c5a; background: #3a2326; }
pre .half { border-color: #e0b050; background: #38301d; }
pre b { color: #8d97a8; font-weight: 400; user-select: none; }
pre em { color: #f0a090; font-style: normal; white-space: pre-wrap; }
"""

SAID = {"scenes": "scene", "choices": "choice", "endings": "ending", "lines": "line", "sides": "condition"}


@dataclass(slots=True)
class _Mark:
    """What stands in one line of a file: how many things, those that are missing, in words."""

    things: int = 0
    missing: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        if not self.missing:
            return "covered"
        return "missing" if len(self.missing) == self.things else "half"


def page(title: str, report: Report, files: Mapping[str, str]) -> str:
    """The page. `files` are the story's, by the names that places give."""
    marks = _marks(report)
    shown = [name for name in files if name in marks]
    rows = "".join(_row(kind, part) for kind, part in report.parts.items())
    listed = "".join(_file(number, name, files[name], marks[name]) for number, name in enumerate(shown))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}: coverage</title>\n'
        f"<style>{STYLE}</style></head><body>\n<h1>{escape(title)}: what the replays cover</h1>\n"
        f"<table><tr><th></th><th>covered</th><th>of</th><th></th></tr>\n{rows}</table>\n"
        "<p>Green: covered. Red: no replay comes here. Yellow: some of it only; the line says what is missing.</p>\n"
        f"{listed}</body></html>\n"
    )


def _row(kind: str, part: Part) -> str:
    total, missing = len(part.places), len(part.missing)
    share = f"{(total - missing) / total:.1%}" if total else "–"
    noun = "sides of conditions" if kind == "sides" else kind
    numbers = "".join(f'<td class="number">{value}</td>' for value in (f"{total - missing:,}", f"{total:,}", share))
    return f"<tr><td>{noun}</td>{numbers}</tr>\n"


def _marks(report: Report) -> dict[str, dict[int, _Mark]]:
    """By file and line, what stands there."""
    found: dict[str, dict[int, _Mark]] = {}
    for kind, part in report.parts.items():
        for name, ref in part.places.items():
            mark = found.setdefault(ref.file, {}).setdefault(ref.line, _Mark())
            mark.things += 1
            if name not in part.covered:
                mark.missing.append(_missing(kind, name))
    return found


def _missing(kind: str, name: str) -> str:
    if kind == "sides":
        condition, _, side = name.partition(": ")[2].rpartition(" ")
        return f"never seen that {condition} {side}"
    return f"{SAID[kind]} not covered"


def _file(place: int, name: str, text: str, marks: Mapping[int, _Mark]) -> str:
    missing = {number: mark for number, mark in sorted(marks.items()) if mark.missing}
    lines = "".join(_line(place, number, line, marks.get(number)) for number, line in enumerate(text.splitlines(), 1))
    things = sum(len(mark.missing) for mark in missing.values())
    state = f"{things:,} missing" if things else "all covered"
    links = " ".join(f'<a href="#{_anchor(place, number)}">{number}</a>' for number in missing)
    where = f"\n<nav>Lines {links}</nav>" if links else ""
    opened = " open" if missing else ""
    return f"<details{opened}><summary>{escape(name)}: {state}</summary>{where}\n<pre>{lines}</pre></details>\n"


def _anchor(place: int, line: int) -> str:
    """What a line of a file is called in the page."""
    return f"f{place}l{line}"


def _line(place: int, number: int, text: str, mark: _Mark | None) -> str:
    said = f"<b>{number:5} </b>{escape(text)}"
    if mark is None:
        return f"<span>{said}</span>"
    why = f"  <em># {escape('; '.join(dict.fromkeys(mark.missing)))}</em>" if mark.missing else ""
    return f'<span class="{mark.kind}" id="{_anchor(place, number)}">{said}{why}</span>'
