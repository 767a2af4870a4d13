"""What is said aloud of each moment: from the widget tree, the focus and the line being read. Knows no speaker."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from game.app.view import Option, plain
from game.app.wording import POSITIONS, later, say

from .frame import Backdrop
from .widgets import Mode, Node, Role, controls, find

ROLES = {Role.BUTTON: later("button")}
"""What is said after a control's name; other roles are clear from the name."""
ENDS = tuple(".!?…:,;")
NO_PICTURE = later("There is no picture to describe.")


@dataclass(frozen=True, slots=True)
class Passage:
    """The line being read. Two moments of the same line have the same `key`, however much of it is shown."""

    key: Hashable
    words: str = ""
    speaker: str | None = None
    options: tuple[str, ...] = ()
    """What can be chosen, in words; empty until the line is read."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A moment as somebody hears it.

    `screen` tells one screen from another. With a `passage` the screen is the story's own: of its widgets only those
    in focus are said, for the passage says the rest.
    """

    screen: Hashable
    tree: Node
    focus: str = ""
    passage: Passage | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """Sentences to be said one after the other; `interrupts` what is being said, or waits for its end."""

    sentences: tuple[str, ...]
    interrupts: bool = True


def heard(before: Sight | None, now: Sight) -> Speech:
    """What is said at a moment: all of it on a new screen, else what changed. A notice alone interrupts nothing."""
    told = [notice for notice in now.notices if before is None or notice not in before.notices]
    if before is None or (before.screen, before.tree.name) != (now.screen, now.tree.name):
        said = [*_opening(now), *_focused(None, now)]
    else:
        said = [*_passage(before.passage, now.passage), *_focused(before, now), *_clock(before, now)]
    return Speech(tuple(dict.fromkeys([*said, *told])), interrupts=bool(said))


def in_full(sight: Sight, backdrop: Backdrop | None) -> Speech:
    """What is there to be seen, for somebody who asks: the picture, who stands in it, then the words again."""
    pictures = [node.name for node in sight.tree.walk() if node.role is Role.PICTURE and node.name]
    if backdrop is not None:
        pictures += [say(backdrop.alt) or backdrop.name]
        pictures += [
            f"{figure.name}, {say(POSITIONS.get(figure.position, figure.position))}." for figure in backdrop.figures
        ]
    seen = [_closed(text) for text in pictures if text] or [say(NO_PICTURE)]
    return Speech(tuple(dict.fromkeys([*seen, *_opening(sight), *_focused(None, sight)])))


def named(node: Node, tree: Node) -> str:
    """A control in words: its name, what it is, how it stands, and what it adds."""
    plainly = (
        bool(node.detail) or len(node.name) == 1
    )  # a setting with its value, a letter: what it is goes without saying
    kind = say(ROLES[node.role]) if node.role in ROLES and not plainly else ""
    if node.role is Role.CHOICE:
        alike = [other.id for other in controls(tree) if other.role is Role.CHOICE]
        kind = say("choice {number} of {all}", number=alike.index(node.id) + 1, all=len(alike))
    modes = [say(mode.value) for mode in Mode if mode in node.modes]
    modes = [mode for mode in modes if mode not in node.name]
    return " ".join(
        filter(None, [_closed(", ".join(filter(None, [node.name.rstrip("."), kind, *modes]))), node.detail])
    )


def offered(options: Iterable[Option], taken: frozenset[str]) -> tuple[str, ...]:
    """Choices in words, numbered as their keys are; a closed one with its reason."""
    said = []
    for number, option in enumerate(options, 1):
        parts = [f"{number}: {_closed(plain(option.words))}"]
        if option.id in taken:
            parts.append(_closed(_capital(say(Mode.TAKEN.value))))
        if not option.open:
            parts.append(_closed(_capital(say(Mode.DISABLED.value))))
            parts.append(plain(option.reason) if option.reason else "")
        said.append(" ".join(filter(None, parts)))
    return tuple(said)


def _opening(now: Sight) -> list[str]:
    """A whole screen: the passage, or else headings and text in their order, less what the focus says anyway."""
    if now.passage is not None:
        return _passage(None, now.passage)
    nodes = [node for node in now.tree.walk() if node.role in (Role.HEADING, Role.TEXT, Role.METER) and node.name]
    control = find(now.tree, now.focus)
    detail = control.detail.casefold() if control else ""
    name = control.name if control else ""
    said = [_closed(n.name) for n in nodes if n.name != name and (not detail or detail not in n.name.casefold())]
    if not any(node.role is Role.HEADING for node in nodes):
        said.insert(0, _closed(now.tree.name))
    return list(dict.fromkeys(said))


def _passage(before: Passage | None, now: Passage | None) -> list[str]:
    if now is None:
        return []
    same = before is not None and before.key == now.key
    said = []
    if now.words and not (same and before is not None and before.words):
        said.append(f"{now.speaker}: {now.words}" if now.speaker else now.words)
    if now.options and not (same and before is not None and before.options):
        said += [say("Choose."), *now.options]
    return said


def _focused(before: Sight | None, now: Sight) -> list[str]:
    """The control in focus, where the focus moved or the control changed; of a change its detail is not repeated."""
    control = find(now.tree, now.focus)
    if control is None:
        return []
    if before is None or before.focus != now.focus:
        return [named(control, now.tree)]
    old = find(before.tree, now.focus)
    if old is None or (old.name, old.modes) != (control.name, control.modes):
        on = old is not None and Mode.ON in old.modes and Mode.ON not in control.modes
        return [_closed(say("{name}, off", name=control.name)) if on else _closed(_short(control))]
    return []


def _short(control: Node) -> str:
    return ", ".join([control.name, *(say(mode.value) for mode in Mode if mode in control.modes)])


def _clock(before: Sight, now: Sight) -> list[str]:
    """A time limit, as it begins."""
    old, new = (next((n.name for n in s.tree.walk() if n.role is Role.METER), "") for s in (before, now))
    return [_closed(new)] if new and not old else []


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _closed(text: str) -> str:
    """A sentence with an end, so that a voice pauses there; a dot between two words is one."""
    text = text.replace(" · ", ". ")
    return text if not text or text.rstrip("\"'”’")[-1:] in ENDS else f"{text}."
