"""Composes the positioned tree of a YAML file out of libyaml's events, with limits. Knows nothing of stories.

Only what a story needs is let through: text, lists and mappings. Nothing is ever shared, merged, tagged or turned into
a number, so the tree is as big as the file, and what was typed is what is read. The composer keeps its own stack and
counts its depth, so no nesting can exhaust the C stack of the parser below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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

from .events import EVENT_SOURCE, Event, EventSource
from .nodes import ListNode, MappingNode, Node, Unreadable
from .problem import Problem
from .scalar import Scalar, Style
from .syntax_advice import Slip, explain

MAX_DEPTH = 128
MAX_NODES = 2_000_000

_STYLES = {style.value: style for style in Style}


class HaltError(Exception):
    """The rest of the text cannot be read; if `recoverable`, it can without the part in which the problem stands."""

    def __init__(self, problem: Problem, *, recoverable: bool = True) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.recoverable = recoverable


class _Frame:
    """A list or mapping that is being filled."""

    __slots__ = ("children", "column", "flow", "is_mapping", "key", "line", "pairs", "pairs_lost", "seen")

    def __init__(self, event: Event, *, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.line: int = event.start_mark.line + 1
        self.column: int = event.start_mark.column + 1
        self.flow = bool(event.flow_style)
        self.children: list[Node] = []
        self.pairs: list[tuple[Scalar, Node]] = []
        self.pairs_lost = False
        self.seen: dict[str, int] = {}
        self.key: Scalar | Unreadable | None = None


class Composer:
    """Builds one file's tree. `root` is what was read (None for an empty file), `problems` what is wrong with it."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self._file = file
        self._lines = lines
        self._frames: list[_Frame] = []
        self._nodes = 0
        self._documents = 0
        self._quoted: Slip | None = None
        self.root: Node | None = None
        self.problems: list[Problem] = []

    def compose(self, text: str) -> None:
        """Read all of `text`. Raises HaltError where the rest makes no sense."""
        parser = EVENT_SOURCE(text)
        try:
            self._drain(parser)
        except yaml.MarkedYAMLError as error:
            raise HaltError(explain(error, self._file, self._lines, self._quoted)) from None
        except (yaml.YAMLError, RecursionError):
            message = "this is not YAML that can be read"
            raise HaltError(Problem(SourceRef(self._file, 1, 1), "E104", message), recoverable=False) from None
        finally:
            parser.dispose()

    def _drain(self, parser: EventSource) -> None:
        take: dict[type, Callable[[Event], None]] = {
            ScalarEvent: self._scalar,
            SequenceStartEvent: self._open_list,
            MappingStartEvent: self._open_mapping,
            SequenceEndEvent: self._close,
            MappingEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        while True:
            event = parser.get_event()
            handle = take.get(type(event))
            if handle is not None:
                handle(event)
            elif isinstance(event, StreamEndEvent):
                return

    def _scalar(self, event: Event) -> None:
        start = event.start_mark
        if event.anchor or (event.tag is not None and event.tag != "!"):
            self._refuse_properties(event)
            if not event.value:
                return self._place(Unreadable(self._ref(event)))
        style = _STYLES[event.style or ""]
        if style is Style.DOUBLE or style is Style.SINGLE:
            self._quoted = Slip(start.line, start.column, event.end_mark.line)
        return self._place(Scalar(event.value, self._file, start.line + 1, start.column + 1, style, self._lines))

    def _open_list(self, event: Event) -> None:
        self._open(event, is_mapping=False)

    def _open_mapping(self, event: Event) -> None:
        self._open(event, is_mapping=True)

    def _open(self, event: Event, *, is_mapping: bool) -> None:
        if event.anchor or event.tag:
            self._refuse_properties(event)
        if len(self._frames) >= MAX_DEPTH:
            raise HaltError(self._problem(event, "E105", f"lists and mappings are nested more than {MAX_DEPTH} deep"))
        self._frames.append(_Frame(event, is_mapping=is_mapping))

    def _close(self, _event: Event) -> None:
        frame = self._frames.pop()
        if frame.is_mapping and frame.pairs_lost and not frame.pairs:
            self._place(Unreadable(SourceRef(self._file, frame.line, frame.column)))
        elif frame.is_mapping:
            self._place(MappingNode(tuple(frame.pairs), self._file, frame.line, frame.column, frame.flow))
        else:
            self._place(ListNode(tuple(frame.children), self._file, frame.line, frame.column, frame.flow))

    def _alias(self, event: Event) -> None:
        self._note(event, "E109", f"`*{event.anchor}` is an alias, and aliases are not read")
        self._place(Unreadable(self._ref(event)))

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise HaltError(
                self._problem(event, "E107", "a second document begins here; a file holds one"), recoverable=False
            )

    def _refuse_properties(self, event: Event) -> None:
        if event.anchor:
            self._note(event, "E108", f"`&{event.anchor}` is an anchor, and anchors are not read")
        if event.tag and event.tag != "!":
            self._note(event, "E110", f"`{_tag(event.tag)}` is a tag, and tags are not read")

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs: the root, a list, or one side of a mapping's pair."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise HaltError(
                Problem(node.ref, "E106", f"the file holds more than {MAX_NODES:,} values"), recoverable=False
            )
        if not self._frames:
            self.root = node
            return
        frame = self._frames[-1]
        if not frame.is_mapping:
            frame.children.append(node)
        elif frame.key is None:
            frame.key = self._key(frame, node)
        else:
            if isinstance(frame.key, Scalar):
                frame.pairs.append((frame.key, node))
            else:
                frame.pairs_lost = True
            frame.key = None

    def _key(self, frame: _Frame, node: Node) -> Scalar | Unreadable:
        """The key, or Unreadable where its pair cannot count."""
        if isinstance(node, Scalar) and node.text and node.text != "<<" and node.text not in frame.seen:
            frame.seen[node.text] = node.line
            return node
        if not isinstance(node, Unreadable):
            self.problems.append(self._bad_key(frame, node))
        return Unreadable(node.ref)

    def _bad_key(self, frame: _Frame, node: Scalar | ListNode | MappingNode) -> Problem:
        if not isinstance(node, Scalar) or not node.text:
            hint = "a text that starts with { or [ stands in quotes" if not isinstance(node, Scalar) else ""
            return Problem(node.ref, "E113", "what stands before a colon must be a word", hint)
        if node.text in frame.seen:
            message = f'"{node.text}" stands here a second time; the first is in line {frame.seen[node.text]}'
            return Problem(node.ref, "E112", message, length=len(node.text))
        return Problem(node.ref, "E111", "`<<` is a merge key, and merge keys are not read", length=2)

    def _note(self, event: Event, code: str, message: str) -> None:
        self.problems.append(self._problem(event, code, message))

    def _problem(self, event: Event, code: str, message: str) -> Problem:
        return Problem(self._ref(event), code, message)

    def _ref(self, event: Event) -> SourceRef:
        return SourceRef(self._file, event.start_mark.line + 1, event.start_mark.column + 1)


def _tag(tag: str) -> str:
    """The tag as typed, as far as libyaml tells."""
    return tag.replace("tag:yaml.org,2002:", "!!")
