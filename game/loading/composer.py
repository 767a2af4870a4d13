"""Composes the positioned tree of a YAML file out of libyaml's events, with limits. Knows nothing of stories.

Only what a story needs is let through: text, lists and mappings. Nothing is ever shared, merged, tagged or turned into
a number, so the tree is as big as the file, and what was typed is what is read. The composer keeps its own stack and
counts its depth, so no nesting can exhaust the C stack of the parser below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from game.model.source import SourceRef

from .events import EVENT_SOURCE, Event
from .nodes import ListNode, MappingNode, Node, Unreadable
from .pages import Page
from .problem import Problem
from .scalar import Scalar, Style
from .syntax_advice import Slip, explain

MAX_DEPTH = 128
MAX_NODES = 2_000_000

_STYLES: dict[str | None, Style] = {None: Style.PLAIN, **{style.value: style for style in Style}}
_QUOTES = (Style.SINGLE.value, Style.DOUBLE.value)
_NO_KEYS = frozenset({"", "<<"})
_TEXT = attrgetter("text")
_PAIR = 2


class HaltError(Exception):
    """The rest of the text cannot be read; if `recoverable`, it can without the part in which the problem stands."""

    def __init__(self, problem: Problem, *, recoverable: bool = True) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.recoverable = recoverable


class Composer:
    """Builds one file's tree; `problems` are what is wrong with it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._file = page.file
        self._roots: list[Node] = []
        self._quoted: Event | None = None
        self.problems: list[Problem] = []

    @property
    def root(self) -> Node | None:
        """What was read; None for an empty file."""
        return self._roots[0] if self._roots else None

    def compose(self, text: str) -> None:
        """Read all of `text`. Raises HaltError where the rest makes no sense."""
        parser = EVENT_SOURCE(text)
        try:
            self._drain(parser.get_event)
        except yaml.MarkedYAMLError as error:
            raise HaltError(explain(error, self._file, self._page, self._slip())) from None
        except (yaml.YAMLError, RecursionError):
            message = "this is not YAML that can be read"
            raise HaltError(Problem(SourceRef(self._file, 1, 1), "E104", message), recoverable=False) from None
        finally:
            parser.dispose()

    def _drain(self, next_event: Callable[[], Event]) -> None:
        """Turn all events into nodes; every value of a story comes through here, so what is common comes first.

        The children of a mapping are its keys and values by turns.
        """
        page, children = self._page, self._roots
        made, plain = Scalar.__new__, Style.PLAIN
        opened: list[tuple[Event, list[Node]]] = []
        left = MAX_NODES
        while True:
            event = next_event()
            kind: type = type(event)
            node: Node
            if kind is ScalarEvent:
                # Made and filled without a call: there are more of them than of anything else.
                mark, node = event.start_mark, made(Scalar)
                node.page, node.row, node.column = page, mark.line, mark.column
                node.text, node.style = event.value, plain
                if event.style or event.anchor or event.tag:
                    node = self._looked_at(event, node)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                opened.append((event, children))
                children = []
                if event.anchor or event.tag or len(opened) > MAX_DEPTH:
                    self._check_opening(event, len(opened))
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                inner = children
                opening, children = opened.pop()
                node = self._mapping(opening, inner) if kind is MappingEndEvent else self._list(opening, inner)
            elif kind is AliasEvent:
                node = self._alias(event)
            elif kind is StreamEndEvent:
                return
            else:
                self._check_document(event)
                continue
            children.append(node)
            left -= 1
            if left < 0:
                raise self._too_many(node)

    def _looked_at(self, event: Event, scalar: Scalar) -> Scalar | Unreadable:
        """A scalar that is quoted, or a block, or has what none may have."""
        scalar.style = _STYLES[event.style]
        if event.style in _QUOTES:
            self._quoted = event
        if event.anchor or (event.tag is not None and event.tag != "!"):
            self._refuse_properties(event)
            return scalar if scalar.text else Unreadable(scalar.ref)
        return scalar

    def _check_opening(self, event: Event, depth: int) -> None:
        if event.anchor or event.tag:
            self._refuse_properties(event)
        if depth > MAX_DEPTH:
            raise HaltError(self._problem(event, "E105", f"lists and mappings are nested more than {MAX_DEPTH} deep"))

    def _list(self, opening: Event, children: list[Node]) -> ListNode:
        mark = opening.start_mark
        return ListNode(self._page, mark.line, mark.column, tuple(children), bool(opening.flow_style))

    def _mapping(self, opening: Event, children: list[Node]) -> MappingNode | Unreadable:
        """The mapping; Unreadable where none of its pairs can count."""
        keys: list[Any] = children[::2]  # all of them scalars, unless there is one without text
        if len(children) == _PAIR:  # as of every line that somebody says
            values = {keys[0].text: children[1]}
        else:
            values = dict(zip(map(_TEXT, keys), children[1::2], strict=True))
        if len(values) < len(keys) or "" in values or "<<" in values:
            sound = self._sound(keys, children[1::2])
            if not sound:
                return Unreadable(self._ref(opening))
            keys, values = [key for key, _ in sound], {key.text: value for key, value in sound}
        mark = opening.start_mark
        return MappingNode(self._page, mark.line, mark.column, keys, values, bool(opening.flow_style))

    def _sound(self, keys: Iterable[Node], values: Iterable[Node]) -> list[tuple[Scalar, Node]]:
        """The pairs that can count; of the others it is noted why not."""
        sound: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(keys, values, strict=True):
            if isinstance(key, Scalar) and key.text not in _NO_KEYS and key.text not in sound:
                sound[key.text] = key, value
            elif not isinstance(key, Unreadable):
                first = sound.get(key.text) if isinstance(key, Scalar) else None
                self.problems.append(_bad_key(key, first))
        return list(sound.values())

    def _alias(self, event: Event) -> Unreadable:
        self._note(event, "E109", f"`*{event.anchor}` is an alias, and aliases are not read")
        return Unreadable(self._ref(event))

    def _check_document(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent) and self._roots:
            raise HaltError(
                self._problem(event, "E107", "a second document begins here; a file holds one"), recoverable=False
            )

    def _too_many(self, node: Node) -> HaltError:
        message = f"the file holds more than {MAX_NODES:,} values"
        return HaltError(Problem(node.ref, "E106", message), recoverable=False)

    def _refuse_properties(self, event: Event) -> None:
        if event.anchor:
            self._note(event, "E108", f"`&{event.anchor}` is an anchor, and anchors are not read")
        if event.tag and event.tag != "!":
            self._note(event, "E110", f"`{_tag(event.tag)}` is a tag, and tags are not read")

    def _slip(self) -> Slip | None:
        """The last quoted text, which may have been left open."""
        quoted = self._quoted
        return Slip(quoted.start_mark.line, quoted.start_mark.column, quoted.end_mark.line) if quoted else None

    def _note(self, event: Event, code: str, message: str) -> None:
        self.problems.append(self._problem(event, code, message))

    def _problem(self, event: Event, code: str, message: str) -> Problem:
        return Problem(self._ref(event), code, message)

    def _ref(self, event: Event) -> SourceRef:
        return SourceRef(self._file, event.start_mark.line + 1, event.start_mark.column + 1)


def _bad_key(key: Scalar | ListNode | MappingNode, first: tuple[Scalar, Node] | None) -> Problem:
    if not isinstance(key, Scalar) or not key.text:
        hint = "" if isinstance(key, Scalar) else "a text that starts with { or [ stands in quotes"
        return Problem(key.ref, "E113", "what stands before a colon must be a word", hint)
    if first is not None:
        message = f'"{key.text}" stands here a second time; the first is in line {first[0].line}'
        return Problem(key.ref, "E112", message, length=len(key.text))
    return Problem(key.ref, "E111", "`<<` is a merge key, and merge keys are not read", length=2)


def _tag(tag: str) -> str:
    """The tag as typed, as far as libyaml tells."""
    return tag.replace("tag:yaml.org,2002:", "!!")
