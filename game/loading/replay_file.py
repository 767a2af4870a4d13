"""Reads a `*.replay.yaml`. Whether its ids and conditions mean anything is found when it is played, not here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from game.errors import UsageError
from game.model.diagnostic import Diagnostic
from game.model.expression import Condition
from game.model.replay import (
    At,
    Check,
    Goal,
    HidesText,
    NotOffered,
    Offered,
    Replay,
    Setting,
    ShowsText,
    Start,
    Step,
    Take,
)
from game.model.source import SourceRef
from game.model.story import Story

from .document import MAX_BYTES, read_document
from .expressions import parse_condition
from .fields import Fields, scalar_of, shown, text_of
from .findings import Findings
from .names import names_of
from .nodes import Document, MappingNode, Node
from .reporting import diagnose
from .scalar import Scalar, loose
from .schema import NAMES, PATH, REPLAY, START_KIND, STEP_KINDS, VALUES

ConditionParser: TypeAlias = Callable[[str, SourceRef], Condition | str]
"""Reads a condition that stands at a place, or says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class ReplayResult:
    """A replay file as read: the replay, or (where that is None) what is wrong with its form."""

    replay: Replay | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_replay(path: Path, shown_as: str | None = None) -> ReplayResult:
    """The replay in a file; places in it name the file `shown_as`, or else as `path` is given.

    Raises UsageError where the file cannot be opened or is not YAML that can be read.
    """
    name = shown_as if shown_as is not None else str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"cannot open {name}: {(error.strerror or 'it cannot be read').lower()}") from None
    return parse_replay(data, name)


def parse_replay(data: bytes, file: str) -> ReplayResult:
    """The replay in the bytes of a file of that name. Raises UsageError where they are not YAML that can be read."""
    document = read_document(data, file)
    if document.problems:
        first = diagnose(document.problems[:1], {})[0]
        raise UsageError(f"{first.ref}: {first.message}", first.hint)
    return _Reader(document).result()


def condition_parser(story: Story) -> ConditionParser:
    """A reader of conditions over the story's names, and over the ids that its scenes and choices had before."""
    names = names_of(story, former=True)

    def parse(source: str, ref: SourceRef) -> Condition | str:
        condition, problems = parse_condition(loose(source, ref.file, ref.line, ref.column), names)
        if condition is not None:
            return condition
        return "; ".join(
            f"{problem.message} ({problem.hint})" if problem.hint else problem.message for problem in problems
        )

    return parse


class _Reader:
    """Reads the document of one replay."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._findings = Findings()
        self._fields = Fields(self._findings)

    def result(self) -> ReplayResult:
        """The replay, or what is wrong."""
        replay = self._replay(self._document.root)
        if self._findings.problems:
            diagnostics = diagnose(self._findings.problems, {self._document.file: self._document.lines})
            return ReplayResult(None, diagnostics)
        return ReplayResult(replay)

    def _replay(self, root: Node | None) -> Replay | None:
        if root is None:
            self._findings.add("E204", SourceRef(self._document.file, 1, 1), "this replay is empty")
            return None
        values = self._fields.read(root, REPLAY, root)
        ending = scalar_of(values, "ending")
        return Replay(
            name=text_of(values, "replay") or _stem(self._document.file),
            seed=int(text_of(values, "seed") or 0),
            reached=tuple(Goal(name.text, name.ref) for name in self._names(values, "reached")),
            start=self._start(values.get("start")),
            steps=tuple(self._steps(values.get("path"))),
            ending=Goal(ending.text, ending.ref) if ending is not None else None,
            ref=root.ref,
        )

    def _names(self, values: Mapping[str, Node], key: str) -> list[Scalar]:
        return self._fields.texts(values.get(key), NAMES, "a name")

    def _start(self, node: Node | None) -> Start:
        if node is None:
            return Start()
        values = self._fields.read(node, START_KIND, node)
        entries = self._fields.entries(values.get("set"), VALUES, "the value of")
        settings = [Setting(key.text, value.text, key.ref) for key, value in entries if isinstance(value, Scalar)]
        return Start(text_of(values, "scene"), tuple(settings), node.ref)

    def _steps(self, node: Node | None) -> list[Step]:
        read = (self._step(item) for item in self._fields.items(node, PATH, "a step"))
        return [step for step in read if step is not None]

    def _step(self, node: Node) -> Step | None:
        if isinstance(node, Scalar):
            scene, _, choice = node.text.partition(".")
            return Take(scene, choice, node.ref)
        kinds = [name for name in node.values if name in STEP_KINDS] if isinstance(node, MappingNode) else []
        if not kinds:
            self._unknown_step(node)
            return None
        name = "offered" if "offered" in kinds else kinds[0]
        values = self._fields.read(node, STEP_KINDS[name], node)
        if name in ("offered", "only", "not_offered"):
            return self._offer(name, values, node)
        scalar = scalar_of(values, name)
        return _saying(name, scalar) if scalar is not None else None

    def _unknown_step(self, node: Node) -> None:
        if isinstance(node, MappingNode) and node.keys:
            key = node.keys[0]
            hint = self._findings.suggest(key.text, STEP_KINDS) or "known here: " + ", ".join(STEP_KINDS)
            self._findings.at("E240", key, f'"{shown(key.text)}" is no kind of step', hint)
        else:
            self._findings.at("E204", node, "this step is empty")

    def _offer(self, name: str, values: Mapping[str, Node], node: Node) -> Step:
        choices = tuple(scalar.text for scalar in self._names(values, name))
        if name == "not_offered":
            return NotOffered(choices, node.ref)
        exactly = tuple(scalar.text for scalar in self._names(values, "only"))
        if "only" not in values:
            return Offered(choices, only=False, ref=node.ref)
        for missing in sorted(set(choices) - set(exactly)):
            self._findings.at(
                "E240", node, f'"{missing}" stands under offered and not under only, so this can never hold'
            )
        return Offered(exactly, only=True, ref=node.ref)


def _saying(name: str, scalar: Scalar) -> Step:
    """A step with one text."""
    if name == "at":
        return At(scalar.text, scalar.ref)
    if name == "check":
        return Check(scalar.text, scalar.ref_at(0))
    return ShowsText(scalar.text, scalar.ref) if name == "text" else HidesText(scalar.text, scalar.ref)


def _stem(file: str) -> str:
    return Path(file).name.removesuffix(".yaml").removesuffix(".replay")
