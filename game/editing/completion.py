"""What may be typed where a cursor stands. Knows the table of the format, and a story as far as it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.loading.forms import Key
from game.loading.occurrences import EFFECTS_KEYS, USES, NameKind
from game.loading.schema import CONDITION, INLINE, KINDS, LINE, LINE_KINDS, STEP_KINDS
from game.model.script import POSITIONS
from game.model.story import Story, Variable

from . import catalogue
from .operators import operators
from .standing import Standing
from .suggestion import Suggestion, What, matching

_MARK = re.compile(r"(?P<mark>seen|chose|reached)\s*\(\s*(?:(?P<scene>\w+)\s*\.\s*)?\w*$")
_COMPARED = re.compile(r"(?P<name>[A-Za-z_]\w*)\s*(?:==|!=|(?<![=!<>])=)\s*\w*$")
_WORD = re.compile(r"\w*$")
_SOUNDS = {("line_music", "music"), ("line_sound", "sound"), ("line_ambience", "ambience"), ("place", "music"),
           ("place", "ambience")}  # fmt: skip
_PICTURES = {("place", "background"), ("ending", "picture"), ("character", "portraits")}
_LINE_KINDS = {"line": LINE_KINDS, "step": STEP_KINDS}
_MARKS = (
    Suggestion("seen", What.WORD, "seen(scene)", "Whether the scene was entered before.", "seen("),
    Suggestion("chose", What.WORD, "chose(scene.choice)", "Whether the choice was ever taken.", "chose("),
    Suggestion("reached", What.WORD, "reached(ending)", "Whether this player has seen the ending.", "reached("),
)
_WORDS = tuple(Suggestion(word, What.WORD) for word in ("and", "or", "not", "true", "false", "if", "else"))
_NONE = Suggestion("none", What.WORD, "silence")
_EVERYBODY = Suggestion("all", What.WORD, "everybody on stage")


@dataclass(frozen=True, slots=True)
class Completion:
    """What fits, and the column (from 0) at which the word begins that it is to take the place of.

    `partial` where more would fit than is listed.
    """

    start: int
    suggestions: tuple[Suggestion, ...]
    partial: bool = False


def complete(story: Story, at: Standing | None, rest: str = "") -> Completion | None:
    """What fits where a cursor stands; None where nothing can be said. `rest` is the line after the cursor."""
    if at is None:
        return None
    word = _WORD.search(at.typed)
    letters = word.group() if word is not None else ""
    once: dict[str, Suggestion] = {}
    for one in _fitting(story, at, colon="" if rest.lstrip().startswith(":") else ":"):
        once.setdefault(one.label, one)
    found, partial = matching(once.values(), letters)
    return Completion(at.start + len(at.typed) - len(letters), tuple(found), partial)


def _fitting(story: Story, at: Standing, colon: str) -> Iterator[Suggestion]:
    typed = at.typed.lstrip("\"'")
    if at.at_key:
        yield from _keys(story, at, typed, colon)
    if at.form.text is not None:
        yield from _texts(story, at, typed)


def _keys(story: Story, at: Standing, typed: str, colon: str) -> Iterator[Suggestion]:
    """Keys of the mapping, or of the one that begins here; and who may speak."""
    kind = at.form.kind
    words = typed.split(" ")
    if kind == "line" and len(words) == 2:
        yield from (_then(one, colon + " ") for one in catalogue.expressions(story, words[0]))
    if len(words) > 1 or (typed and not typed.isidentifier()):
        return
    if kind == "line":
        yield from (_then(one, colon + " ") for one in catalogue.cast(story)) if not at.keys else ()
    if kind in _LINE_KINDS:
        kinds = _LINE_KINDS[kind].values()
        begun = [each for each in kinds if at.keys & each.by_name.keys()]
        keys: Iterable[Key] = [key for each in begun or kinds for key in (each.keys if begun else each.keys[:1])]
    elif kind is not None:
        keys = _allowed(at, kind)
    else:
        if (at.kind, at.key) == ("start", "set"):
            yield from (_then(one, colon + " ") for one in catalogue.variables(story))
        return
    for key in keys:
        if key.name not in at.keys:
            yield Suggestion(key.name, What.KEY, key.form.words, f"{key.about}\n\nSuch as `{key.example}`",
                             key.name + _after(key, colon))  # fmt: skip


def _allowed(at: Standing, kind: str) -> Iterator[Key]:
    """The keys that may stand beside those there are."""
    known = KINDS[kind]
    shut = {other for pair in known.apart for other in pair if at.keys & set(pair)}
    shut |= set(known.one_of) if at.keys & set(known.one_of) else set()
    return (key for key in known.keys if key.name not in shut)


def _after(key: Key, colon: str) -> str:
    """What is typed after a key: a space too where a text follows on the line."""
    return colon + " " if colon and key.form.text is not None else colon


def _then(one: Suggestion, after: str) -> Suggestion:
    return Suggestion(one.label, one.what, one.detail, one.about, one.label + after.rstrip() + " " * (after != " "))


def _texts(story: Story, at: Standing, typed: str) -> Iterator[Suggestion]:
    """What a text may be that is asked for here."""
    place = at.kind, at.key
    use = USES.get(place)
    if at.form is CONDITION or at.key in EFFECTS_KEYS:
        yield from _expression(story, typed, effect=at.key in EFFECTS_KEYS)
    elif at.form is INLINE or at.form is LINE:
        inside = _braces(typed)
        yield from () if inside is None else _expression(story, inside)
    elif use is NameKind.CHOICE:
        scene = story.scenes.get(at.scene) if at.kind == "timer" else None
        there = [scene] if scene is not None else story.scenes.values() if at.kind != "timer" else []
        yield from (one for each in there for one in catalogue.choices(each))
    elif use is not None:
        yield from catalogue.OF_KIND[use](story)
        yield from [_EVERYBODY] if place == ("line_hide", "hide") else []
    elif at.form.kind == "step":
        yield from _step(story, typed)
    elif place in _SOUNDS:
        yield from (_NONE, *catalogue.sounds(story, at.key))
    elif place in _PICTURES:
        yield from catalogue.pictures(story)
    else:
        yield from _others(story, at, typed)


def _others(story: Story, at: Standing, typed: str) -> Iterator[Suggestion]:
    place = at.kind, at.key
    if place == ("scene", "beats"):
        yield from catalogue.beats(story)
    elif place == ("line_show", "show"):
        yield from _show(story, typed)
    elif place == ("start", "set"):
        yield from catalogue.values(_variable(story, at.path[-1]))
    elif place == ("variable", "default"):
        yield from catalogue.values(_variable(story, at.scene))
    elif at.form.text is not None:
        yield from (Suggestion(option, What.WORD) for option in at.form.text.options)


def _expression(story: Story, typed: str, *, effect: bool = False) -> Iterator[Suggestion]:
    """The words of conditions and effects."""
    behind = operators(story, typed, effect=effect)
    mark = _MARK.search(typed)
    if mark is not None and mark["mark"] == "reached":
        yield from catalogue.endings(story)
    elif mark is not None and mark["scene"]:
        yield from catalogue.choices(story.scenes.get(mark["scene"]))
    elif mark is not None:
        choosing = mark["mark"] == "chose"
        yield from (one for one in catalogue.scenes(story) if not choosing or story.scenes[one.label].choices)
    elif behind is not None:
        yield from behind
    else:
        compared = _COMPARED.search(typed)
        yield from catalogue.values(_variable(story, compared["name"])) if compared is not None else ()
        yield from catalogue.variables(story)
        yield from catalogue.names(story)
        yield from (*_MARKS, *_WORDS)


def _braces(typed: str) -> str | None:
    """What stands in the innermost open braces of a text, up to where words begin; None outside of braces."""
    depth = typed.rpartition("{")[2] if "{" in typed else None
    return None if depth is None or "}" in depth or ":" in depth or "|" in depth else depth


def _show(story: Story, typed: str) -> Iterator[Suggestion]:
    """Who, how and where."""
    words = typed.split(" ")
    if len(words) == 1:
        yield from catalogue.cast(story)
        return
    if len(words) == 2:
        yield from catalogue.expressions(story, words[0])
    yield from (Suggestion(position, What.WORD, "position") for position in POSITIONS)


def _step(story: Story, typed: str) -> Iterator[Suggestion]:
    """`scene.choice`."""
    scene, dot, _ = typed.partition(".")
    if dot:
        yield from catalogue.choices(story.scenes.get(scene))
    else:
        yield from (one for one in catalogue.scenes(story) if story.scenes[one.label].choices)


def _variable(story: Story, name: str) -> Variable | None:
    return next((variable for variable in story.variables if variable.name == name), None)
