"""A story that is being edited: its folder, what is not saved yet, and what was read of it. The edge to the disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from game.cli.problems import problems_of
from game.cli.replays import replays_beside
from game.cli.tongues import catalogues
from game.cli.translating import names_in
from game.editing.shifting import shifted
from game.engine.playing import Engine
from game.errors import UsageError
from game.loading.belonging import ASSET_LIST, LEDGER
from game.loading.document import read_document
from game.loading.files import FileKind, kind_of
from game.loading.ledger import place_of_beat
from game.loading.loader import LoadResult, load_story
from game.loading.memory import Memory
from game.loading.names import Names, names_of
from game.loading.nodes import Document
from game.loading.occurrences import Index, Occurrence
from game.loading.replay_file import condition_parser, parse_replay
from game.loading.reporting import diagnose
from game.model.diagnostic import Diagnostic, Severity
from game.model.source import SourceRef
from game.model.story import Scene, Story
from game.tools import replay

_EMPTY = Story("", "", {})


class Manuscript:
    """One story. `unsaved` are the bytes that editors hold, by the files' names."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self.folder = folder
        self.unsaved: dict[str, bytes] = {}
        self.result = LoadResult(None, draft=_EMPTY)
        self.story = _EMPTY
        """The story as far as it can be read; a scene that can't be read right now is as it was before."""
        self._memory = Memory()
        self._checked: tuple[Diagnostic, ...] = ()
        self._checked_lines: Mapping[str, Sequence[str]] = {}
        self._indexed: dict[str, tuple[Document, Names, list[Occurrence]]] = {}
        self._known: tuple[Story, Index] | None = None
        self._engine: tuple[Story, Engine] | None = None

    def path(self, name: str) -> Path:
        """Where a file lies."""
        return self.folder.parent.joinpath(*name.split("/")[1:]) if name.startswith("../") else self.folder / name

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The lines of every file."""
        return {name: document.lines for name, document in self.result.documents.items()}

    def read(self) -> list[Diagnostic]:
        """Read what has changed. The problems: those of reading, and what the checks found before, where it is now."""
        try:
            self.result = load_story(self.folder, self.unsaved, self._memory)
        except UsageError as fault:
            gone = Diagnostic(SourceRef(FileKind.STORY.value, 1, 1), "E101", Severity.ERROR, str(fault))
            self.result = replace(self.result, story=None, diagnostics=(gone,))
            return [gone]
        draft = self.result.draft or _EMPTY
        self.story = replace(draft, scenes={**self._lost(draft), **draft.scenes})
        return [*self.result.diagnostics, *shifted(self._checked, self._checked_lines, self.lines)]

    def _lost(self, draft: Story) -> dict[str, Scene]:
        """The scenes of parts that can't be read now, as they were."""
        lost = {name for document in self.result.documents.values() for name in document.lost}
        return {id_: scene for id_, scene in self.story.scenes.items() if id_ in lost and id_ not in draft.scenes}

    def check(self, result: LoadResult) -> list[Diagnostic]:
        """Everything that is wrong; takes a moment, and may be done in another thread."""
        return problems_of(result, self.folder)

    def checked(self, result: LoadResult, problems: Iterable[Diagnostic]) -> None:
        """Remember what the checks found in what was read."""
        read = set(result.diagnostics)
        self._checked = tuple(problem for problem in problems if problem not in read)
        self._checked_lines = {name: document.lines for name, document in result.documents.items()}

    def names_in(self, *files: str) -> list[Occurrence]:
        """Every name in some files of the story, or (if none are given) in all of them."""
        index, names = self._index(), names_of(self.story)
        found: list[Occurrence] = []
        for name in files or self.result.documents:
            document = self.result.documents.get(name)
            if document is None or name.startswith("../"):
                continue
            known = self._indexed.get(name)
            if known is None or known[0] is not document or known[1] != names:
                known = document, names, list(index.story_file(document, kind_of(name)))
                self._indexed[name] = known
            found += known[2]
        return found

    def names_beside(self) -> Iterator[Occurrence]:
        """Every name in the story's translations, whose files are called by their whole paths, and in its assets."""
        for path in catalogues(self.folder).values():
            with suppress(OSError):
                yield from names_in(path.read_bytes(), str(path.resolve()), self._index())
        assets = self.result.documents.get("/".join(("..", *ASSET_LIST)))
        if assets is not None:
            yield from self._index().assets(assets)

    def beat(self, id_: str) -> SourceRef | None:
        """Where an event stands in the ledger."""
        ledger = self.result.documents.get("/".join(("..", *LEDGER)))
        return place_of_beat(ledger, id_) if ledger is not None else None

    def _index(self) -> Index:
        """The index of the story as it is."""
        if self._known is None or self._known[0] is not self.story:
            self._known = self.story, Index(self.story)
        return self._known[1]

    def document(self, data: bytes, name: str) -> Document:
        """A file that the story does not read, such as a replay; read only if its bytes are not those of last time."""
        return self._memory.document(data, name)

    def replays(self) -> list[Path]:
        """The replays within the story's folder, and those in `tests/replays` beside it."""
        return [path.resolve() for path in replays_beside(self.folder)]

    def names_in_replay(self, document: Document, data: bytes, *, played: bool = True) -> Iterator[Occurrence]:
        """Every name in a replay; those of choices on offer only if it is `played`, for that takes a moment."""
        rests: Sequence[str] = ()
        result = self._play(data, document.file) if played else None
        if isinstance(result, replay.Result):
            rests = result.rests
        return self._index().replay(document, rests)

    def problems_of_replay(self, data: bytes, name: str) -> list[Diagnostic]:
        """What is wrong with a replay: its form, or the first step that does not hold."""
        document = read_document(data, name)
        if document.problems:
            return list(diagnose(document.problems, {name: document.lines}))
        result = self._play(data, name)
        if not isinstance(result, replay.Result):
            return list(result)
        if result.failure is None:
            return []
        failure = result.failure
        message = f"expected {failure.expected}, and found {failure.actual}"
        return [Diagnostic(failure.ref, "replay", Severity.ERROR, message)]

    def _play(self, data: bytes, name: str) -> replay.Result | tuple[Diagnostic, ...]:
        """What came of a replay, or why it could not be played."""
        try:
            read = parse_replay(data, name)
        except UsageError:
            return ()
        story = self.result.story
        if read.replay is None or story is None:
            return read.diagnostics
        if self._engine is None or self._engine[0] is not story:
            self._engine = story, Engine(story)
        return replay.play(self._engine[1], name, read.replay, condition_parser(story))
