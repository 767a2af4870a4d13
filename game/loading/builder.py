"""Puts a story together out of its documents: declarations first, then scenes. Knows nothing of files on disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import count
from typing import TypeVar

from game.model.invariant import Invariant
from game.model.source import SourceRef
from game.model.story import Asset, Scene, Story

from .context import Context
from .declarations import DeclarationReader, check_one_name_space
from .entries import Collector, Entries, is_empty
from .fields import Fields, scalar_of, text_of
from .files import FileKind
from .findings import Findings
from .invariants import read_invariants
from .ledger import beats_of
from .linking import Linker
from .memory import Memory
from .names import RESERVED, Names, Unlisted, Unread
from .nodes import Document, MappingNode, Node
from .problem import Problem
from .references import References, Target
from .scalar import Scalar
from .scene_files import SceneFileReader
from .scenes import Former, check_former, former_ids
from .schema import LINES, RESERVED_FOR_CAST, STORY
from .script_lines import ScriptReader
from .snippets import Snippets
from .wording import Wording

_T = TypeVar("_T")


class StoryBuilder:
    """Builds one story: made of its declarations, given its files of scenes, and then asked for the whole.

    `problems` and `scene_count` are complete once `build` has returned.
    """

    def __init__(
        self,
        documents: Mapping[FileKind, Sequence[Document]],
        assets: Document | None,
        ledger: Document | None,
        memory: Memory | None,
    ) -> None:
        self._documents = documents
        self._memory = memory
        self._findings = Findings()
        self._fields = Fields(self._findings)
        self._collector = Collector(self._fields, self._findings)
        collect = self._collector.collect
        self._variables = collect(documents[FileKind.VARIABLES], "variable", RESERVED)
        self._cast = collect(documents[FileKind.CAST], "member of the cast", RESERVED_FOR_CAST)
        self._places = collect(documents[FileKind.PLACES], "place")
        self._endings = collect(documents[FileKind.ENDINGS], "ending")
        self._snippets = collect(documents[FileKind.SNIPPETS], "snippet")
        self._assets = assets
        self._beats = None if ledger is None else beats_of(ledger)
        self._scenes = Entries()
        self._read: dict[str, Scene] = {}
        self._choices: dict[str, Collection[str]] = {}
        self._formers: list[Former] = []
        self._declare()

    def _declare(self) -> None:
        """Read all that is declared outside of scenes."""
        declared = DeclarationReader(self._fields, self._findings)
        self._variable_of = _by_id(self._variables, declared.variable)
        check_one_name_space(self._variables.pairs, self._findings)
        self._character_of = _by_id(self._cast, declared.character)
        self._place_of = _by_id(self._places, declared.place)
        self._ending_of = _by_id(self._endings, declared.ending)
        check_former(former_ids(self._endings.pairs), self._endings.ids, "ending", self._findings)
        self._asset_of = self._read_assets(declared)
        unread = Unread()
        names = Names(Unlisted(self._variable_of), unread, Unlisted(dict.fromkeys(self._endings.ids)))
        snippets = Snippets({key.text: node for key, node in self._snippets.pairs}, self._findings)
        self._context = Context(
            self._findings,
            self._fields,
            self._references(None),
            Wording(names, unread, self._fields, self._findings),
            snippets,
        )
        self._read_snippets()
        self._reader = SceneFileReader(self._context)
        self._found = [self._findings.taken()]
        if self._memory is not None:
            ids = [each.ids for each in (self._variables, self._cast, self._places, self._endings, self._snippets)]
            self._memory.declare((self._variable_of, self._character_of, ids, self._snippets.pairs, self._beats))

    def _references(self, scenes: Collection[str] | None) -> References:
        known = {
            Target.SCENE: scenes,
            Target.ENDING: self._endings.ids,
            Target.PLACE: self._places.ids,
            Target.CHARACTER: self._cast.ids,
            Target.SNIPPET: self._snippets.ids,
            Target.BEAT: self._beats,
        }
        return References(known, self._character_of, self._findings)

    def _read_snippets(self) -> None:
        """Read each snippet by itself once, so that what is wrong in it is said, and said once."""
        reader = ScriptReader(self._context)
        for key, node in self._snippets.pairs:
            if self._fields.fits(node, LINES, f'snippet "{key.text}"'):
                reader.lines(node, count())

    def add_scenes(self, document: Document) -> None:
        """Read a file of scenes, after all those whose names sort before it."""
        before, read = self._scenes.places, self._reader.read
        memory = self._memory
        file = read(document, before) if memory is None else memory.scene_file(document, before, read)
        self._scenes.lost.update(document.lost)
        for key in file.keys:
            self._collector.is_first(key, self._scenes, "scene")
        self._found += [file.found, self._findings.taken()]
        self._read.update(file.scenes)
        self._choices.update(file.choices)
        self._formers += file.formers

    def build(self, fingerprint: str) -> tuple[Story, tuple[Invariant, ...]]:
        """The story as far as it can be read, with its invariants; both are only good where there are no errors."""
        invariants = read_invariants(self._documents[FileKind.INVARIANTS], self._context)
        about = self._read_story()
        self._link()
        story = Story(
            title=text_of(about, "title") or "",
            start=text_of(about, "start") or "",
            scenes=self._read,
            language=text_of(about, "language") or "en",
            version=text_of(about, "version") or "0",
            variables=tuple(self._variable_of.values()),
            cast=self._character_of,
            places=self._place_of,
            endings=self._ending_of,
            snippets={key.text: key.ref for key, _ in self._snippets.pairs},
            assets=self._asset_of,
            beats=self._beats,
            fingerprint=fingerprint,
        )
        return story, tuple(invariants)

    def _link(self) -> None:
        """Hold what was read to all scenes that there are, and gather the problems."""
        ids = self._scenes.ids
        self.scene_count = len(ids)
        check_former(self._formers, ids, "scene", self._findings)
        self._found.append(self._findings.taken())
        names = Names(self._variable_of, {**self._choices, **self._scenes.lost}, self._endings.ids)
        lost = self._variables.ids - set(self._variable_of)
        linker = Linker(names, lost, self._references(ids), self._findings)
        for found in self._found:
            linker.link(found)
        self._found.append(self._findings.taken())
        self.problems: list[Problem] = [problem for found in self._found for problem in found.problems]

    def _read_story(self) -> Mapping[str, Node]:
        """The values of story.yaml."""
        values: Mapping[str, Node] = {}
        for document in self._documents[FileKind.STORY]:
            if is_empty(document) and not document.problems:
                self._findings.add("E204", SourceRef(document.file, 1, 1), "story.yaml is empty", _STORY_EXAMPLE)
            elif document.root is not None:
                values = self._fields.read(document.root, STORY, document.root, "", document.lost)
        start = scalar_of(values, "start")
        if start is not None:
            self._findings.names_scene(start)
        return values

    def _read_assets(self, declared: DeclarationReader) -> dict[str, Asset] | None:
        root = self._assets.root if self._assets is not None else None
        if self._assets is None or root is None:
            return None if self._assets is None else {}
        if not isinstance(root, MappingNode):
            self._findings.at("E203", root, "this file maps ids to assets")
            return {}
        return {key.text: declared.asset(key, node) for key, node in root.pairs}


_STORY_EXAMPLE = "it needs at least title, start and format: 1"


def _by_id(entries: Entries, read: Callable[[Scalar, Node], _T | None]) -> dict[str, _T]:
    """What `read` makes of each entry; left out where it makes nothing."""
    found = ((key.text, read(key, node)) for key, node in entries.pairs)
    return {name: value for name, value in found if value is not None}
