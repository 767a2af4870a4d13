"""Reads a file of scenes, as far as it can be understood without the others. Knows nothing of a story's other files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from game.model.source import SourceRef
from game.model.story import Scene

from .context import Context
from .entries import Collector, is_empty
from .findings import Found
from .nodes import Document
from .scalar import Scalar
from .scenes import Former, SceneReader, choice_ids, former_ids


@dataclass(frozen=True, slots=True)
class SceneFile:
    """What a file of scenes holds. It depends on nothing but the file, the declarations, and the ids that are `taken`.

    `keys` are all ids that stand in it; under those that an earlier file has `taken` nothing was read. `choices` are
    the ids of each scene's choices, fit or not, and `formers` all that scenes say under `was`.
    """

    keys: tuple[Scalar, ...]
    taken: frozenset[str]
    scenes: Mapping[str, Scene]
    choices: Mapping[str, Collection[str]]
    formers: tuple[Former, ...]
    found: Found


ReadScenes: TypeAlias = Callable[[Document, Collection[str]], SceneFile]


class SceneFileReader:
    """Reads the files of scenes of one story, one by one."""

    def __init__(self, context: Context) -> None:
        self._findings = context.findings
        self._collector = Collector(context.fields, context.findings)
        self._read = SceneReader(context).scene

    def read(self, document: Document, before: Collection[str]) -> SceneFile:
        """What is in a file; `before` are the ids of the files before it. Takes what was found until now, too."""
        if is_empty(document) and not document.problems:
            self._findings.add("W501", SourceRef(document.file, 1, 1), "there is no scene in this file")
        pairs = self._collector.declared(document, "scene")
        fresh = [pair for pair in pairs if pair[0].text not in before]
        return SceneFile(
            keys=tuple([key for key, _ in pairs]),
            taken=frozenset([key.text for key, _ in pairs if key.text in before]),
            scenes={key.text: self._read(key, node) for key, node in fresh},
            choices={key.text: choice_ids(node) for key, node in fresh},
            formers=tuple(former_ids(fresh)),
            found=self._findings.taken({key.text for key, _ in pairs}),
        )
