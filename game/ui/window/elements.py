"""A moment as a screen reader of the system walks through it: named elements in their order. Knows no screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.app.wording import many, say

from .frame import Backdrop
from .geometry import WHOLE, Box
from .voicing import Passage, Sight
from .widgets import Mode, Node, Role, controls, find

LINE, OFFER, PICTURE = "story.line", "story.offer", "story.picture"
"""Keys of what the story says, of how much there is to choose, and of the picture behind it."""


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that a screen reader can come to.

    `key` stays the same for as long as it is the same thing. What is `live` is said when it changes; an element with a
    `control` can be taken and focused. `place` is which of how many choices it is, counted from 1.
    """

    key: str
    role: Role
    name: str
    bounds: Box
    about: str = ""
    control: str = ""
    enabled: bool = True
    on: bool = False
    live: bool = False
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """A whole screen: its name, its elements in the order they are read, and the key of the one in focus (or "")."""

    name: str
    modal: bool
    elements: tuple[Element, ...]
    focus: str


def room(sight: Sight, backdrop: Backdrop | None = None) -> Room:
    """The moment as a room. Of the story's own screen the line is one live element, however it is laid out."""
    pictured = _pictured(backdrop)
    shown = [element.name for element in pictured]
    found = [*pictured, *_story(sight.passage), *(e for e in _widgets(sight) if e.control or e.name not in shown)]
    found += [Element(f"notice.{text}", Role.STATUS, text, WHOLE, live=True) for text in sight.notices]
    control = find(sight.tree, sight.focus)
    named = tuple(_with_keys_of_their_own(found))
    return Room(sight.tree.name, sight.tree.role is Role.DIALOG, named, control.id if control else "")


def _pictured(backdrop: Backdrop | None) -> list[Element]:
    text = (say(backdrop.alt) or backdrop.name) if backdrop is not None else ""
    return [Element(PICTURE, Role.PICTURE, text, WHOLE)] if text else []


def _story(passage: Passage | None) -> list[Element]:
    """The line being read, which goes on when it is taken, and how much there is to choose."""
    if passage is None:
        return []
    words = f"{passage.speaker}: {passage.words}" if passage.speaker and passage.words else passage.words
    box = Box(WHOLE.x, WHOLE.h * 0.75, WHOLE.w, WHOLE.h * 0.25)
    count = len(passage.options)
    offer = many("One choice.", "{number} choices.", count) if count else ""
    return [
        Element(LINE, Role.TEXT, words, box, control=LINE, live=True),
        Element(OFFER, Role.STATUS, offer, box, live=True),
    ]


def _widgets(sight: Sight) -> Iterator[Element]:
    alike = [node.id for node in controls(sight.tree) if node.role is Role.CHOICE]
    for node in sight.tree.walk():
        told = sight.passage is not None and node.role in (Role.TEXT, Role.HEADING) and _says(sight.passage, node)
        if node.name and node.role not in (Role.SCREEN, Role.DIALOG, Role.GROUP) and not told:
            place = (alike.index(node.id) + 1, len(alike)) if node.role is Role.CHOICE and node.id in alike else None
            yield _element(node, place)


def _says(passage: Passage, node: Node) -> bool:
    return node.name in (passage.words, passage.speaker)


def _element(node: Node, place: tuple[int, int] | None) -> Element:
    modes = [say(mode.value) for mode in Mode if mode in node.modes and mode is not Mode.ON]
    return Element(
        node.id or f"{node.role.value}.{node.name}",
        node.role,
        node.name,
        node.bounds,
        # AccessKit 0.7 tells Linux of no button that it is disabled, so it is said in words too.
        ". ".join(filter(None, [*modes, node.detail])),
        node.id,
        Mode.DISABLED not in node.modes,
        Mode.ON in node.modes,
        node.role is Role.STATUS,
        place,
    )


def _with_keys_of_their_own(found: Iterable[Element]) -> Iterator[Element]:
    """The elements, each key once: of two that say the same in the same role, one is enough."""
    seen: set[str] = set()
    for element in found:
        if element.key not in seen:
            seen.add(element.key)
            yield element
