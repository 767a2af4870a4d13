"""Answers the requests of an editor about one file of a story. Knows nothing of how requests come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from game.editing import hover, layout, symbols
from game.editing.actions import actions
from game.editing.completion import complete
from game.editing.names import declarations, name_at, references, today
from game.editing.standing import Standing, standing
from game.editing.uses import ways_to, words_of
from game.errors import UsageError
from game.loading.document import MAX_BYTES, read_document
from game.loading.files import FileKind
from game.loading.occurrences import Name, NameKind, Occurrence
from game.loading.renaming import edits, renaming
from game.model.diagnostic import Diagnostic
from game.model.edit import Edit
from game.model.source import SourceRef
from game.model.story import Scene
from game.tools.wording import counted

from . import wire
from .colouring import colours
from .columns import BREAK, Columns
from .desk import Desk, Sheet


@dataclass(frozen=True, slots=True)
class Answers:
    """What can be said of the files on a desk, in the columns that the editor counts."""

    desk: Desk
    columns: Columns

    def complete(self, sheet: Sheet, position: types.Position) -> types.CompletionList | None:
        """What may be typed here."""
        line, column = self.columns.place(sheet.lines, position)
        text = sheet.lines[line] if line < len(sheet.lines) else ""
        found = complete(sheet.manuscript.story, standing(sheet.lines, line, column, sheet.form), text[column:])
        return wire.completion(found, line, text, column, self.columns) if found is not None else None

    def hover(self, sheet: Sheet, position: types.Position) -> types.Hover | None:
        """What stands here."""
        manuscript = sheet.manuscript
        name = self._name(sheet, position)
        told = hover.hover(manuscript.story, name, manuscript.result.invariants) if name is not None else None
        if told is None:
            at = self._key(sheet, position)
            told = hover.hover_key(at) if at is not None else None
        if told is None and name is None:
            at = self._whole_value(sheet, position)
            told = hover.hover_value(manuscript.story, at) if at is not None else None
        return wire.markdown(told) if told is not None else None

    def definition(self, sheet: Sheet, position: types.Position) -> list[types.Location]:
        """Where what is named here is declared."""
        name = self._name(sheet, position)
        if name is not None:
            return [self._location(sheet, one) for one in declarations(sheet.manuscript.names_in(), name)]
        at = self._whole_value(sheet, position)
        asset = (sheet.manuscript.story.assets or {}).get(at.typed) if at is not None else None
        if asset is not None:
            return [self._at(sheet, asset.ref, len(asset.id))]
        beat = sheet.manuscript.beat(at.typed) if at is not None and (at.kind, at.key) == hover.BEATS else None
        return [self._at(sheet, beat, len(at.typed))] if at is not None and beat is not None else []

    def references(self, sheet: Sheet, position: types.Position, *, declared: bool) -> list[types.Location]:
        """Everywhere that the same thing is named, replays too."""
        name = self._name(sheet, position)
        if name is None:
            return []
        found = [*sheet.manuscript.names_in(), *self._in_replays(sheet, played=False)]
        there = references(sheet.manuscript.story, found, name, declared=declared)
        return [self._location(sheet, one) for one in there]

    def highlights(self, sheet: Sheet, position: types.Position) -> list[types.DocumentHighlight]:
        """Everywhere in this file that the same thing is named."""
        name = self._name(sheet, position)
        if name is None:
            return []
        found = references(sheet.manuscript.story, self._names(sheet), name, declared=True)
        return [types.DocumentHighlight(self.columns.span(sheet.lines, one.ref, one.length)) for one in found]

    def colours(self, sheet: Sheet) -> types.SemanticTokens:
        """What each name of the file is."""
        return colours(self._names(sheet), sheet.lines, self.columns)

    def outline(self, sheet: Sheet) -> list[types.DocumentSymbol]:
        """What the file declares."""
        document = read_document(sheet.data, sheet.name)
        return [wire.symbol(one, sheet.lines, self.columns) for one in symbols.outline(document, sheet.kind)]

    def lenses(self, sheet: Sheet) -> list[types.CodeLens]:
        """A line above each scene: whether the story starts there, how many ways lead there, and its words."""
        story = sheet.manuscript.story
        if sheet.kind is not FileKind.SCENES:
            return []
        ways = ways_to(story)
        here = [scene for scene in story.scenes.values() if scene.ref.file == sheet.name]
        return [
            types.CodeLens(
                self.columns.span(sheet.lines, scene.ref, len(scene.id)),
                types.Command(_told_of(scene, len(ways.get(scene.id, ())), starts=scene.id == story.start), ""),
            )
            for scene in here
        ]

    def layout(self, sheet: Sheet) -> list[types.TextEdit] | None:
        """The file laid out anew; None where it is better left as it is."""
        made = layout.layout(sheet.text) if len(sheet.data) <= MAX_BYTES and not sheet.is_misread else None
        if made is None:
            return None
        start, edits_ = types.Position, []
        for change in made:
            where = types.Range(start(change.first, 0), self._line_start(sheet, change.last))
            edits_.append(types.TextEdit(where, change.text))
        return edits_

    def _line_start(self, sheet: Sheet, line: int) -> types.Position:
        """Where a line begins, or where the file ends."""
        if line < len(sheet.lines):
            return types.Position(line, 0)
        return self.columns.position(sheet.lines, len(sheet.lines), len(sheet.lines[-1]) + 1)

    def actions(self, sheet: Sheet, where: types.Range, problems: Iterable[Diagnostic]) -> list[types.CodeAction]:
        """What can be done about the problems in a range."""
        return list(self._actions(sheet, where, problems))

    def _actions(self, sheet: Sheet, where: types.Range, problems: Iterable[Diagnostic]) -> Iterator[types.CodeAction]:
        files = sheet.manuscript.lines
        for problem in problems:
            if problem.ref.file != sheet.name or not where.start.line <= problem.ref.line - 1 <= where.end.line:
                continue
            shown = wire.diagnostic(problem, sheet.lines, self.columns)
            for action in actions(problem, files):
                yield types.CodeAction(
                    title=action.title,
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[shown],
                    is_preferred=action.preferred or None,
                    edit=self._edit(sheet, action.edits),
                )

    def may_rename(self, sheet: Sheet, position: types.Position) -> types.PrepareRenamePlaceholder | None:
        """The name here, if it can be called otherwise."""
        line, column = self.columns.place(sheet.lines, position)
        one = name_at(self._names(sheet), line + 1, column + 1)
        if one is None or not one.length or one.name.id == "all":
            return None
        return types.PrepareRenamePlaceholder(self.columns.span(sheet.lines, one.ref, one.length), one.name.id)

    def rename(self, sheet: Sheet, position: types.Position, new: str) -> types.WorkspaceEdit:
        """Call what is named here otherwise, everywhere. Raises UsageError where that can't be."""
        manuscript = sheet.manuscript
        name = self._name(sheet, position)
        if name is None:
            raise UsageError("nothing with a name of its own stands here")
        story = manuscript.result.story
        if story is None:
            first = next(iter(manuscript.result.diagnostics), None)
            where = f": {first.ref}: {first.message}" if first is not None else ""
            raise UsageError(f"the story has errors{where}", "mend them first")
        played = name.kind is NameKind.CHOICE
        found = [*manuscript.names_in(), *self._in_replays(sheet, played=played), *manuscript.names_beside()]
        asked = renaming(story, found, name.kind.value, str(name), new)
        return self._edit(sheet, edits(asked, found))

    def search(self, typed: str) -> list[types.WorkspaceSymbol]:
        """What the stories declare that fits what was typed."""
        return [
            types.WorkspaceSymbol(
                location=self._location_in(manuscript.path(ref.file), manuscript.lines.get(ref.file, ()), ref,
                                           len(one.label.rpartition(".")[2])),
                name=one.label,
                kind=wire.symbol_kind(one.what),
                container_name=one.detail or None,
            )
            for manuscript in self.desk.manuscripts.values()
            for one, ref in symbols.search(manuscript.story, typed)
        ]  # fmt: skip

    def _names(self, sheet: Sheet) -> list[Occurrence]:
        """Every name in a file."""
        if not sheet.is_replay:
            return sheet.manuscript.names_in(sheet.name)
        return list(sheet.manuscript.names_in_replay(read_document(sheet.data, sheet.name), sheet.data))

    def _in_replays(self, sheet: Sheet, *, played: bool) -> Iterator[Occurrence]:
        """Every name in every replay of the story."""
        open_ = {each.path: each for each in self.desk.sheets.values() if each.is_replay}
        for path in {*sheet.manuscript.replays(), *(path for path, each in open_.items()
                                                    if each.manuscript is sheet.manuscript)}:  # fmt: skip
            data = open_[path].data if path in open_ else _bytes(path)
            document = sheet.manuscript.document(data, str(path))
            yield from sheet.manuscript.names_in_replay(document, data, played=played)

    def _name(self, sheet: Sheet, position: types.Position) -> Name | None:
        """The thing that is named here, as it is called today."""
        line, column = self.columns.place(sheet.lines, position)
        one = name_at(self._names(sheet), line + 1, column + 1)
        return today(sheet.manuscript.story, one.name) if one is not None else None

    def _key(self, sheet: Sheet, position: types.Position) -> Standing | None:
        """The key of the format that stands here."""
        line, column = self.columns.place(sheet.lines, position)
        text = sheet.lines[line] if line < len(sheet.lines) else ""
        colon = text.find(":", column)
        if colon < 0 or not text[column:colon].replace("_", "").isalnum():
            return None
        return standing([*sheet.lines[:line], text[: colon + 1]], line, colon + 1, sheet.form)

    def _whole_value(self, sheet: Sheet, position: types.Position) -> Standing | None:
        """The value that stands here, up to the end of its word."""
        line, column = self.columns.place(sheet.lines, position)
        text = sheet.lines[line] if line < len(sheet.lines) else ""
        while column < len(text) and text[column] not in " ,]}\"'":
            column += 1
        return standing(sheet.lines, line, column, sheet.form)

    def _location(self, sheet: Sheet, one: Occurrence) -> types.Location:
        return self._at(sheet, one.ref, one.length)

    def _at(self, sheet: Sheet, ref: SourceRef, length: int) -> types.Location:
        path, lines = self._file(sheet, ref.file)
        return self._location_in(path, lines, ref, length)

    def _location_in(self, path: Path, lines: Iterable[str], ref: SourceRef, length: int) -> types.Location:
        return types.Location(uri_of(path), self.columns.span(list(lines) or [""], ref, length))

    def _file(self, sheet: Sheet, name: str) -> tuple[Path, list[str]]:
        """Where a file of the story or a replay lies, and its lines."""
        manuscript = sheet.manuscript
        if name in manuscript.result.documents:
            return manuscript.path(name), list(manuscript.lines[name])
        path = Path(name)
        there = next((each for each in self.desk.sheets.values() if each.path == path), None)
        return path, list(there.lines) if there is not None else BREAK.split(
            _bytes(path).decode("utf-8-sig", "replace")
        )

    def _edit(self, sheet: Sheet, made: Iterable[Edit]) -> types.WorkspaceEdit:
        """Changes to several files."""
        by_file: dict[str, list[Edit]] = {}
        for edit in sorted(made):
            by_file.setdefault(edit.ref.file, []).append(edit)
        changes: dict[str, list[types.TextEdit]] = {}
        for name, here in by_file.items():
            path, lines = self._file(sheet, name)
            open_ = next((each for each in self.desk.sheets.values() if each.path == path), None)
            newline = open_.newline if open_ is not None else "\r\n" if b"\r\n" in _bytes(path) else "\n"
            uri = open_.uri if open_ is not None else uri_of(path)
            changes[uri] = wire.text_edits(here, lines, newline, self.columns)
        return types.WorkspaceEdit(changes=changes)


def uri_of(path: Path) -> str:
    """A file's address."""
    return from_fs_path(str(path)) or path.as_uri()


def _told_of(scene: Scene, ways: int, *, starts: bool) -> str:
    """How the story comes to a scene, and how long that is."""
    here = f"{counted(ways, 'way')} here"
    if starts:
        here = "the story starts here" + (f", {here}" if ways else "")
    return f"{here}, {counted(words_of(scene), 'word')}"


def _bytes(path: Path) -> bytes:
    """As much of a file as is ever read, which is all of a translation; nothing of one that can't be."""
    try:
        with path.open("rb") as stream:
            return stream.read() if path.suffix == ".po" else stream.read(MAX_BYTES + 1)
    except OSError:
        return b""
