"""Odds as one HTML page that needs no network: endings, and the decisions that move each, in figures and pictures.

Knows nothing of files, nor of how odds are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from game.model.story import Story

from .odds import RARE, Decision, Report

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 1.5rem auto; max-width: 64rem; padding: 0 1rem;
  background: #16181d; color: #e8e4da; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
th, td { padding: .25rem .8rem .25rem 0; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.picture { width: 45%; vertical-align: middle; }
svg { display: block; width: 100%; height: 1.5rem; overflow: visible; }
summary { cursor: pointer; padding: .3rem 0; }
small, .kind { color: #b9bfca; }
.axis { stroke: #596273; stroke-width: 1; }
.mean { stroke: #e8e4da; stroke-width: 2; stroke-dasharray: 3 3; }
.bar { fill: #e0b050; }
.dot { fill: #9cc2e8; stroke: #16181d; stroke-width: 1; }
"""

SHOWN = 0.005
"""Decisions that move an ending by less than this are left out."""


def page(story: Story, report: Report, *, weighted: bool = False) -> str:
    """The page. `weighted` says that choices did not all weigh the same."""
    title = f"{escape(story.title)}: how likely each ending is"
    language = escape(story.language)
    body = "\n".join(_body(story, report, weighted=weighted))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>\n'
        f'<style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n<div lang="{language}">{body}</div></body></html>\n'
    )


def _body(story: Story, report: Report, *, weighted: bool) -> Iterator[str]:
    if not report.complete:
        yield "<p>The budget ran out before every state was visited, so there are no exact odds.</p>"
        return
    how = "taken as often as the weights say" if weighted else "equally likely to be taken"
    exact = f"Exact, but for {report.error:.1g}." if report.error else "Exact, not a sample."
    yield f"<p>For a new player, with every choice on offer {how}. {exact} Pictures: 0 to 100 %, in quarters.</p>"
    ranked = sorted(report.odds.items(), key=lambda pair: -pair[1])
    yield '<table><tr><th>Ending</th><th>Kind</th><th></th><th aria-hidden="true"></th></tr>'
    yield from (_ending(story, name, odds) for name, odds in ranked)
    yield "</table>\n<h2>What moves each ending</h2>"
    yield (
        "<p>The chance of the ending after each choice of a scene. The dashed line is its chance at the start of the "
        "story; the further apart the dots are, the more the decision matters.</p>"
    )
    for name, odds in ranked:
        found = [each for each in report.decisions.get(name, ()) if each.swing >= SHOWN]
        if found:
            yield f"<details open><summary><b>{_title(story, name)}</b> {_percent(odds)}</summary><table>"
            yield from (_decision(each, odds) for each in found)
            yield "</table></details>"
    yield from _rare(report)


def _ending(story: Story, name: str, odds: float) -> str:
    return (
        f'<tr><td>{_title(story, name)}</td><td class="kind">{escape(story.endings[name].kind)}</td>'
        f'<td class="number">{_percent(odds)}</td><td class="picture" aria-hidden="true"><svg>{_AXIS}'
        f'<rect class="bar" y="15%" height="70%" width="{odds:.3%}"/></svg></td></tr>'
    )


def _decision(decision: Decision, odds: float) -> str:
    ways = sorted(decision.after.items(), key=lambda pair: -pair[1])
    said = "<br>".join(f"{escape(choice)} {_percent(chance)}" for choice, chance in ways)
    dots = "".join(
        f'<circle class="dot" cx="{chance:.3%}" cy="50%" r="6"><title>{escape(choice)} {_percent(chance)}</title>'
        "</circle>"
        for choice, chance in ways
    )
    mean = f'<line class="mean" x1="{odds:.3%}" x2="{odds:.3%}" y1="0" y2="100%"/>'
    return (
        f'<tr><td>{escape(decision.scene)}</td><td>{said}</td><td class="picture" aria-hidden="true">'
        f"<svg>{_AXIS}{mean}{dots}</svg></td></tr>"
    )


_AXIS = '<line class="axis" x1="0" x2="100%" y1="100%" y2="100%"/>' + "".join(
    f'<line class="axis" x1="{at}%" x2="{at}%" y1="70%" y2="100%"/>' for at in (0, 25, 50, 75, 100)
)
"""From nothing to certainty, in quarters."""


def _rare(report: Report) -> Iterator[str]:
    rare = sorted((share, name) for name, share in report.offers.items() if share < RARE)
    if not rare:
        return
    yield "<h2>Choices that almost nobody can afford</h2>"
    yield f"<p>On offer in less than {RARE:.0%} of the visits to their scene.</p><table>"
    yield from (f'<tr><td>{escape(name)}</td><td class="number">{_percent(share)}</td></tr>' for share, name in rare)
    yield "</table>"


def _title(story: Story, name: str) -> str:
    return f"{escape(story.endings[name].title)} <small>{escape(name)}</small>"


def _percent(chance: float) -> str:
    """Two digits behind the point; what is never nothing is never shown as nothing."""
    if 0 < chance < 0.0001:
        return "&lt; 0.01 %"
    return f"{chance:.2%}".replace("%", " %")
