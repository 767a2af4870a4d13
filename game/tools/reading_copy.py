"""A reading copy as a page: every scene once, act by act, with links between them. Text in, text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from game.model.story import Branch, Scene, Story

from .lines import Part, written_in
from .map.graph import spoken
from .readings import Marks, reading

_PAGE = Marks(
    words=escape,
    emphasis=lambda words: f"<em>{words}</em>",
    value=lambda name: f"<var>{escape(name)}</var>",
    variants=lambda condition, variants: (
        '<span class="variants">'
        + (f"<small>{escape(condition)}</small> " if condition else "")
        + " <i>or</i> ".join(variants)
        + "</span>"
    ),
)

_STYLE = """
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;color:#1d1b18;background:#fbf9f4}
h1,h2,h3{line-height:1.2}.act{margin:5rem 0 0;border-bottom:2px solid #b3271e}
.scene{margin:3rem 0 .2rem;font-size:1.3rem}
summary{cursor:pointer}ol{padding-left:2.2rem;columns:2 16rem}nav li{margin:0}:target>.scene{background:#f3e3b5}
nav,small,.way,var{font-family:system-ui,sans-serif;font-size:.8em;color:#5c564d}
b{font-variant:small-caps;font-weight:600}.when{border-left:3px solid #b9ae9b;padding-left:.8rem}
.variants{background:#efe9dc;border-radius:.2rem;padding:0 .2rem}a{color:#7a3b12}li{margin:.3rem 0}
@media print{nav{display:none}.scene{break-after:avoid}}
@media (prefers-color-scheme:dark){:target>.scene{background:#4a3d1c}body{color:#e6e1d6;background:#191714}
.variants{background:#2c2822}
nav,small,.way,var{color:#b0a898}a{color:#e0a070}}
"""


def page(story: Story) -> str:
    """A reading copy as one HTML page that needs nothing else: contents, then every scene once, linked to others."""
    acts = _acts(story)
    title = escape(story.title)
    return (
        f'<!doctype html>\n<html lang="{escape(story.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<header><h1>{title}</h1></header>\n"
        f"<nav><p>It begins with {_link(story, story.start)}.</p>\n{_contents(story, acts)}</nav>\n"
        f"<main>\n{chr(10).join(_parts(story, acts))}\n</main>\n</body>\n</html>\n"
    )


def _acts(story: Story) -> dict[str, list[Scene]]:
    """The scenes by the folder that they stand in."""
    acts: dict[str, list[Scene]] = {}
    for scene in story.scenes.values():
        acts.setdefault(scene.ref.file.rpartition("/")[0], []).append(scene)
    return acts


def _contents(story: Story, acts: dict[str, list[Scene]]) -> str:
    """A list of all scenes for each act, folded up."""
    return "\n".join(
        f"<details><summary>{escape(spoken(act) or 'Contents')} ({len(scenes)})</summary>\n<ol>\n"
        + "\n".join(f"<li>{_link(story, scene.id)}</li>" for scene in scenes)
        + "\n</ol></details>"
        for act, scenes in acts.items()
    )


def _parts(story: Story, acts: dict[str, list[Scene]]) -> Iterator[str]:
    for act, scenes in acts.items():
        if len(acts) > 1 and act:
            yield f'<h2 class="act">{escape(spoken(act))}</h2>'
        for scene in scenes:
            yield from _scene(story, scene, "h3" if len(acts) > 1 and act else "h2")


def _scene(story: Story, scene: Scene, heading: str) -> Iterator[str]:
    title = reading(scene.title, _PAGE) if scene.title else escape(spoken(scene.id))
    place = f" · {escape(story.places[scene.place].name)}" if scene.place else ""
    yield f'<section id="{scene.id}">\n<{heading} class="scene">{title}</{heading}>\n<small>{scene.id}{place}</small>'
    choices: list[str] = []
    for line in written_in(scene):
        words = reading(line.said, _PAGE)
        asked = f"<small>{escape(' and '.join(line.when))}</small> " if line.when else ""
        if line.choice is not None:
            choice = scene.choice(line.choice)
            on = choice is not None and line.part is Part.CHOICE
            way = _links(story, choice.goto) if choice is not None and on else "<small>locked</small>"
            choices.append(f"<li>{asked}{words} {way}</li>")
        elif line.part is not Part.TITLE:
            who = f"<b>{escape(story.cast[line.speaker].name)}</b> " if line.speaker else ""
            soft = "<small>softened</small> " if line.part is Part.SOFT else ""
            kind = ' class="when"' if line.when else ""
            yield f"<p{kind}>{asked}{soft}{who}{words}</p>"
    if choices:
        yield "<ul>\n" + "\n".join(choices) + "\n</ul>"
    if scene.goto:
        yield f"<p>{_links(story, scene.goto)}</p>"
    if scene.ending:
        yield f"<p><strong>The end: {escape(story.endings[scene.ending].title)}</strong></p>"
    yield "</section>"


def _link(story: Story, scene: str) -> str:
    """A link that is called as the scene is."""
    title = story.scenes[scene].title
    return f'<a href="#{scene}">{reading(title, _PAGE) if title else escape(spoken(scene))}</a>'


def _links(story: Story, branches: Iterable[Branch]) -> str:
    ways = (
        _link(story, branch.to) + (f" <small>{escape(branch.when.source)}</small>" if branch.when else "")
        for branch in branches
    )
    return f'<span class="way">→ {", ".join(ways)}</span>'
