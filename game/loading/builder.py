"""Puts a story together out of its documents: declarations first, then scenes. Knows nothing of files on disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import count
from typing import TypeVar

from game.model.invariant import Invariant
from game.model.source import SourceRef
from game.model.story import Asset, Character, Ending, Place, Scene, Story, Variable

from .context import Context
from .declarations import DeclarationReader, check_one_name_space
from .entries import Collector, Entries, is_empty
from .fields import Fields, scalar_of, text_of
from .files import FileKind
from .findings import Findings
from .invariants import read_invariants
from .ledger import beats_of
from .memory import Memory
from .names import RESERVED, Names
from .nodes import Document, MappingNode, Node
from .problem import Problem
from .references import References, Target
from .scalar import Scalar
from .scenes import SceneReader, check_former, choice_ids
from .schema import LINES, RESERVED_FOR_CAST, STORY
from .script_lines import ScriptReader
from .snippets import Snippets
from .wording import Wording

_T = TypeVar("_T")
_AT_TOP = (1, 1)


class StoryBuilder:
    """Builds one story. `problems` and `scene_count` are whole once `build` has returned."""

    def __init__(
        self,
        documents: Mapping[FileKind, Sequence[Document]],
        assets: Document | None,
        ledger: Document | None,
        memory: Memory,
    ) -> None:
        self._documents = documents
        self._memory = memory
        self._findings = Findings()
        self._fields = Fields(self._findings)
        collect = Collector(self._fields, self._findings).collect
        self._variables = collect(documents[FileKind.VARIABLES], "variable", RESERVED)
        self._cast = collect(documents[FileKind.CAST], "member of the cast", RESERVED_FOR_CAST)
        self._places = collect(documents[FileKind.PLACES], "place")
        self._endings = collect(documents[FileKind.ENDINGS], "ending")
        self._snippets = collect(documents[FileKind.SNIPPETS], "snippet")
        self._scenes = collect(documents[FileKind.SCENES], "scene")
        self._assets = assets
        self._beats = None if ledger is None else beats_of(ledger)
        self.problems: list[Problem] = self._findings.problems
        self.scene_count = len(self._scenes.ids)

    def build(self, fingerprint: str) -> tuple[Story, tuple[Invariant, ...]]:
        """The story as far as it can be read, with its invariants; both are only good where there are no errors."""
        declared = DeclarationReader(self._fields, self._findings)
        variables = _by_id(self._variables, declared.variable)
        check_one_name_space(self._variables.pairs, self._findings)
        cast: dict[str, Character] = _by_id(self._cast, declared.character)
        places: dict[str, Place] = _by_id(self._places, declared.place)
        endings: dict[str, Ending] = _by_id(self._endings, declared.ending)
        check_former(self._endings.pairs, self._endings.ids, "ending", self._findings)
        context = self._context(variables, cast)
        self._read_snippets(context)
        scenes = self._read_scenes(context, (variables, cast))
        invariants = read_invariants(self._documents[FileKind.INVARIANTS], context)
        about = self._read_story(context)
        story = Story(
            title=text_of(about, "title") or "",
            start=text_of(about, "start") or "",
            scenes=scenes,
            language=text_of(about, "language") or "en",
            version=text_of(about, "version") or "0",
            variables=tuple(variables.values()),
            cast=cast,
            places=places,
            endings=endings,
            snippets={key.text: key.ref for key, _ in self._snippets.pairs},
            assets=self._read_assets(declared),
            beats=self._beats,
            fingerprint=fingerprint,
        )
        return story, tuple(invariants)

    def _context(self, variables: Mapping[str, Variable], cast: Mapping[str, Character]) -> Context:
        known = {
            Target.SCENE: self._scenes.ids,
            Target.ENDING: self._endings.ids,
            Target.PLACE: self._places.ids,
            Target.CHARACTER: self._cast.ids,
            Target.SNIPPET: self._snippets.ids,
            Target.BEAT: self._beats,
        }
        names = Names(variables, self._choices(), self._endings.ids)
        wording = Wording(names, self._variables.ids - set(variables), self._fields, self._findings)
        references = References(known, cast, self._findings)
        snippets = Snippets({key.text: node for key, node in self._snippets.pairs}, self._findings)
        return Context(self._findings, self._fields, references, wording, snippets)

    def _choices(self) -> dict[str, Collection[str]]:
        """The ids of each scene's choices."""
        return {**{key.text: choice_ids(node) for key, node in self._scenes.pairs}, **self._scenes.lost}

    def _read_snippets(self, context: Context) -> None:
        """Read each snippet by itself once, so that what is wrong in it is said, and said once."""
        for key, node in self._snippets.pairs:
            if self._fields.fits(node, LINES, f'snippet "{key.text}"'):
                ScriptReader(context, count()).lines(node)

    def _read_scenes(self, context: Context, declared: object) -> dict[str, Scene]:
        for document in self._documents[FileKind.SCENES]:
            if is_empty(document) and not document.problems:
                self._findings.add("W501", SourceRef(document.file, *_AT_TOP), "there is no scene in this file")
        check_former(self._scenes.pairs, self._scenes.ids, "scene", self._findings)
        ids = [each.ids for each in (self._variables, self._cast, self._places, self._endings, self._snippets)]
        declared = declared, ids, self._snippets.pairs, self._choices(), self._beats
        return _by_id(self._scenes, self._memory.reader(declared, SceneReader(context).scene, self._findings))

    def _read_story(self, context: Context) -> dict[str, Node]:
        """The values of story.yaml."""
        values: dict[str, Node] = {}
        for document in self._documents[FileKind.STORY]:
            if is_empty(document) and not document.problems:
                self._findings.add("E204", SourceRef(document.file, *_AT_TOP), "story.yaml is empty", _STORY_EXAMPLE)
            elif document.root is not None:
                values = self._fields.read(document.root, STORY, document.root, "", document.lost)
        start = scalar_of(values, "start")
        if start is not None:
            context.references.check(Target.SCENE, start)
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
