"""A story on paper: screenplay, reading copy, table of lines, recording scripts. Text in, text out; writes nothing."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import StringIO

from game.model.story import Branch, Scene, Story

from .lines import Part, Written, words_in, written_in, written_once
from .readings import PLAIN, reading
from .wording import counted

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
_FORCED = re.compile(r"[.@!>~=#&{\[(]|(?i:int|ext|est|i/e)[. ]|\s|[^a-z]*$")
"""How a line begins, or all of it looks, that Fountain would take for something else than action."""


def line_ids(lines: Iterable[Written]) -> Iterator[tuple[str, Written]]:
    """Each line with an id that stays as long as its place and its words do."""
    seen: dict[str, int] = {}
    for line in lines:
        words = f"{line.part.value}\0{line.speaker or ''}\0{line.text}"
        id_ = f"{line.owner}-{sha256(words.encode()).hexdigest()[:6]}"
        seen[id_] = seen.get(id_, 0) + 1
        yield (id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}"), line


def table(story: Story) -> str:
    """Every line once, as comma-separated values; what a spreadsheet would take for a formula begins with `'`."""
    out = StringIO()
    rows = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")  # Calc parts at bare semicolons too
    rows.writerow(
        ("id", "scene", "choice", "kind", "speaker", "expression", "conditions", "text", "words", "file", "line")
    )
    for id_, line in line_ids(written_once(story)):
        fields = (
            id_, line.scene, line.choice or "", line.part.value, line.speaker or "", line.expression or "",
            " and ".join(line.when), line.text, words_in(line.said), line.ref.file, line.ref.line,
        )  # fmt: skip
        rows.writerow([f"'{field}" if str(field).startswith(_FORMULA) else field for field in fields])
    return out.getvalue()


def fountain(story: Story) -> str:
    """A screenplay in Fountain: a scene heading each, its id as the number, ways on as notes."""
    head = f"Title: {_one_line(story.title)}\nDraft date: {_one_line(story.version)}\n"
    return "\n\n".join([head.rstrip("\n"), *(_screenplay(story, scene) for scene in story.scenes.values())]) + "\n"


def _screenplay(story: Story, scene: Scene) -> str:
    place = story.places[scene.place].name if scene.place else "CONTINUOUS"
    title = scene.title.source if scene.title else scene.id.replace("_", " ")
    blocks = [f".{_one_line(place).upper()} - {_one_line(title).upper()} #{scene.id.replace('_', '-')}#"]
    when: tuple[str, ...] = ()
    for line in written_in(scene):
        if line.part is Part.TITLE:
            continue
        if line.choice is None and line.when != when:
            when = line.when
            blocks.append(f"[[{' and '.join(when) or 'always'}]]")
        blocks.append(_fountain_line(story, scene, line))
    if scene.goto:
        blocks.append(f"> {_ways(scene.goto)}")
    return "\n\n".join(
        [*blocks, *([f"> THE END: {_one_line(story.endings[scene.ending].title)} <"] if scene.ending else [])]
    )


def _fountain_line(story: Story, scene: Scene, line: Written) -> str:
    text = _one_line(line.text)
    if line.speaker is not None:
        direction = f"\n({line.expression})" if line.expression else ""
        return f"@{_one_line(story.cast[line.speaker].name)}{direction}\n{text}"
    if line.choice is not None:
        choice = scene.choice(line.choice)
        way = f" [[{_ways(choice.goto)}]]" if choice is not None and line.part is Part.CHOICE else ""
        asked = f" [[{' and '.join(line.when)}]]" if line.when else ""
        return f"!{'CHOICE' if line.part is Part.CHOICE else 'LOCKED'}: {text}{asked}{way}"
    if line.part is Part.SOFT:
        return f"[[softened: {text}]]"
    return f"!{text}" if _FORCED.match(text) else text


def _ways(branches: Iterable[Branch]) -> str:
    ways = [branch.to if branch.when is None else f"{branch.to} when {branch.when.source}" for branch in branches]
    return "to " + ", or ".join(ways)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def plain(story: Story) -> str:
    """A reading copy in plain text: every scene once, under its id, with its ways on."""
    return (
        "\n\n".join([story.title, *("\n".join(_plain_scene(story, scene)) for scene in story.scenes.values())]) + "\n"
    )


def _plain_scene(story: Story, scene: Scene) -> Iterator[str]:
    yield f"== {scene.id}" + (f": {reading(scene.title, PLAIN)}" if scene.title else "")
    when: tuple[str, ...] = ()
    for line in written_in(scene):
        words = _one_line(reading(line.said, PLAIN))
        if line.choice is not None:
            choice = scene.choice(line.choice)
            asked = f" (if {' and '.join(line.when)})" if line.when else ""
            way = f" -> {_ways(choice.goto)[3:]}" if choice is not None and line.part is Part.CHOICE else ""
            yield f"  {'*' if line.part is Part.CHOICE else '(locked)'} {words}{asked}{way}"
        elif line.part is not Part.TITLE:
            if line.when != when:
                when = line.when
                yield f"({'if ' + ' and '.join(when) if when else 'always'})"
            who = (
                f"{story.cast[line.speaker].name}: "
                if line.speaker
                else "(softened) "
                if line.part is Part.SOFT
                else ""
            )
            yield who + words
    if scene.goto:
        yield f"-> {_ways(scene.goto)[3:]}"
    if scene.ending:
        yield f"THE END: {story.endings[scene.ending].title}"


def voices(story: Story) -> dict[str, str]:
    """A recording script for each of the cast who speaks, by their id: every line once, with what goes before it."""
    scripts: dict[str, list[str]] = {}
    before: dict[str, str] = {}
    for id_, line in line_ids(written_once(story)):
        if line.speaker is not None:
            scripts.setdefault(line.speaker, []).append(_to_record(story, id_, line, before.get(line.scene, "")))
        if line.choice is None and line.part is not Part.TITLE:
            who = f"{story.cast[line.speaker].name}: " if line.speaker else ""
            before[line.scene] = who + _one_line(reading(line.said, PLAIN))
    return {who: _script(story, who, parts) for who, parts in scripts.items()}


def _to_record(story: Story, id_: str, line: Written, before: str) -> str:
    place = story.scenes[line.scene].place
    about = [f"[{id_}]", line.scene, *([story.places[place].name] if place else [])]
    cue = [f"    after: {before}"] if before else []
    when = [f"    only when {' and '.join(line.when)}"] if line.when else []
    direction = f"({line.expression}) " if line.expression else ""
    return "\n".join([" · ".join(about), *when, *cue, f"{direction}{_one_line(reading(line.said, PLAIN))}"])


def _script(story: Story, who: str, parts: list[str]) -> str:
    person = story.cast[who]
    about = [text for text in (person.voice and f"Voice: {person.voice}", person.about) if text]
    return "\n\n".join([f"{story.title}: {person.name}", *about, counted(len(parts), "line"), *parts]) + "\n"
