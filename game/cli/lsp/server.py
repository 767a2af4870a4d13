"""The language server itself: hears an editor, reads stories when they change, and answers. The edge to pygls."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from game import __version__
from game.errors import GameError
from game.model.diagnostic import Diagnostic

from . import wire
from .answers import Answers, uri_of
from .colouring import LEGEND
from .columns import Columns
from .desk import Desk, Sheet
from .manuscript import Manuscript

PATIENCE = 0.02
"""Seconds without a key before a story is read: what a burst of notifications takes to come in."""
REST = 0.3
"""Seconds without a key before it is checked, which takes longer than reading."""
_REQUEST_FAILED = -32803


class StoryServer(LanguageServer):
    """A language server, and all that it knows."""

    def __init__(self, otherwise: Path) -> None:
        """`otherwise` is the story of replays that lie in no story's folder."""
        super().__init__("stone-lightning", __version__, types.TextDocumentSyncKind.Incremental)
        self.desk = Desk(otherwise)
        self.problems: dict[str, list[Diagnostic]] = {}
        """What was last said, by the file's address."""
        self._owners: dict[str, Manuscript] = {}
        self._waiting: dict[Path, asyncio.TimerHandle] = {}
        self._checks: dict[Path, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def answers(self) -> Answers:
        """Answers in the columns that were agreed on."""
        agreed = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return Answers(self.desk, Columns(types.PositionEncodingKind(agreed).value))

    def changed(self, manuscript: Manuscript) -> None:
        """Read a story soon, and check it later."""
        loop = asyncio.get_running_loop()
        for timers in (self._waiting, self._checks):
            if manuscript.folder in timers:
                timers.pop(manuscript.folder).cancel()
        self._waiting[manuscript.folder] = loop.call_later(PATIENCE, self.read, manuscript)

    def settle(self, manuscript: Manuscript) -> None:
        """Read a story now, if it has changed since; every answer is about the text as it is."""
        timer = self._waiting.get(manuscript.folder)
        if timer is not None:
            timer.cancel()
            self.read(manuscript)

    def read(self, manuscript: Manuscript) -> None:
        """Read a story, say what is wrong, and have it checked."""
        self._waiting.pop(manuscript.folder, None)
        self.say(manuscript, manuscript.read())
        loop = asyncio.get_running_loop()
        self._checks[manuscript.folder] = loop.call_later(REST, self._begin_check, manuscript)

    def _begin_check(self, manuscript: Manuscript) -> None:
        self._checks.pop(manuscript.folder, None)
        task = asyncio.get_running_loop().create_task(self._check(manuscript))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _check(self, manuscript: Manuscript) -> None:
        """Check in another thread, so that an editor is answered meanwhile."""
        result = manuscript.result
        if result.story is None:
            return
        problems = await asyncio.to_thread(manuscript.check, result)
        manuscript.checked(result, problems)
        if manuscript.result is result:
            self.say(manuscript, problems)

    def say(self, manuscript: Manuscript, problems: list[Diagnostic]) -> None:
        """Tell an editor what is wrong with a story and its open replays, and what is no longer."""
        found: dict[str, list[Diagnostic]] = {}
        for problem in problems:
            found.setdefault(uri_of(manuscript.path(problem.ref.file)), []).append(problem)
        for sheet in self.desk.sheets.values():
            if sheet.manuscript is manuscript:
                found.setdefault(sheet.uri, found.pop(uri_of(sheet.path), []))
                if sheet.is_replay:
                    found[sheet.uri] = manuscript.problems_of_replay(sheet.data, sheet.name)
        for uri, owner in self._owners.items():
            if owner is manuscript:
                found.setdefault(uri, [])
        for uri, here in found.items():
            if here != self.problems.get(uri, []):
                self._publish(manuscript, uri, here)

    def _publish(self, manuscript: Manuscript, uri: str, problems: list[Diagnostic]) -> None:
        sheet, columns = self.desk.sheets.get(uri), self.answers.columns
        lines = manuscript.lines
        shown = [
            wire.diagnostic(one, sheet.lines if sheet is not None else lines.get(one.ref.file, ()), columns)
            for one in problems
        ]
        self.problems[uri], self._owners[uri] = problems, manuscript
        version = sheet.version if sheet is not None else None
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))

    def forget(self, uri: str) -> None:
        """Say no more of a file that its story does not read."""
        self.problems.pop(uri, None)
        self._owners.pop(uri, None)

    def sheet(self, uri: str) -> Sheet | None:
        """An open file of a story, with the story as it is now."""
        sheet = self.desk.sheets.get(uri)
        if sheet is not None:
            self.settle(sheet.manuscript)
        return sheet


def make_server(otherwise: Path) -> StoryServer:
    """A server that knows all that it can do."""
    server = StoryServer(otherwise)
    for method, (handler, options) in _HANDLERS.items():
        server.feature(method, options)(handler)
    return server


def _started(server: StoryServer, params: types.InitializedParams) -> None:
    for folder in server.workspace.folders.values():
        path = to_fs_path(folder.uri)
        for manuscript in server.desk.stories_in(Path(path)) if path else ():
            server.changed(manuscript)
    watched = getattr(server.client_capabilities.workspace, "did_change_watched_files", None)
    if watched is not None and watched.dynamic_registration:
        everything = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*.{yaml,yml,po}")])
        watch = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, everything)
        server.client_register_capability(types.RegistrationParams([watch]))


def _lay(server: StoryServer, uri: str, text: str, version: int | None) -> None:
    path = to_fs_path(uri)
    sheet = server.desk.lay(uri, Path(path), text, version) if path else None
    if sheet is not None:
        server.changed(sheet.manuscript)


def _opened(server: StoryServer, params: types.DidOpenTextDocumentParams) -> None:
    _lay(server, params.text_document.uri, params.text_document.text, params.text_document.version)


def _edited(server: StoryServer, params: types.DidChangeTextDocumentParams) -> None:
    sheet = server.desk.sheets.get(params.text_document.uri)
    if sheet is not None:
        text = reduce(server.answers.columns.edited, params.content_changes, sheet.text)
        _lay(server, sheet.uri, text, params.text_document.version)


def _closed(server: StoryServer, params: types.DidCloseTextDocumentParams) -> None:
    sheet = server.desk.put_away(params.text_document.uri)
    if sheet is not None:
        if sheet.is_replay:
            server.forget(sheet.uri)
            server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(sheet.uri, []))
        server.changed(sheet.manuscript)


def _moved(server: StoryServer, params: object) -> None:
    """Something was saved, or changed on the disk; a file that was opened before its story was there has one now."""
    for document in list(server.workspace.text_documents.values()):
        if document.uri not in server.desk.sheets:
            _lay(server, document.uri, document.source, document.version)
    for manuscript in server.desk.manuscripts.values():
        server.changed(manuscript)


Handler = Callable[[StoryServer, Any], Any]
_Answer = Callable[[Answers, Sheet, Any], Any]


def _asked(answer: _Answer, otherwise: object = None) -> Handler:
    """A handler for questions about an open file; `otherwise` is the answer for one that is none of a story's."""

    def handle(server: StoryServer, params: Any) -> object:  # noqa: ANN401 - each method has parameters of its own
        sheet = server.sheet(params.text_document.uri)
        try:
            return otherwise if sheet is None else answer(server.answers, sheet, params)
        except GameError as fault:
            raise JsonRpcException(str(fault), _REQUEST_FAILED) from None

    return handle


def _format(server: StoryServer, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
    sheet = server.sheet(params.text_document.uri)
    made = server.answers.layout(sheet) if sheet is not None else None
    if sheet is not None and made is None:
        message = f"{sheet.path.name} is left as it is: it has problems, or no other layout says the same."
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))
    return made


def _actions(server: StoryServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    sheet = server.sheet(params.text_document.uri)
    if sheet is None:
        return []
    return server.answers.actions(sheet, params.range, server.problems.get(sheet.uri, []))


def _search(server: StoryServer, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    for manuscript in server.desk.manuscripts.values():
        server.settle(manuscript)
    return server.answers.search(params.query)


_HANDLERS: dict[str, tuple[Handler, Any]] = {
    types.INITIALIZED: (_started, None),
    types.TEXT_DOCUMENT_DID_OPEN: (_opened, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (_edited, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    types.TEXT_DOCUMENT_DID_SAVE: (_moved, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_moved, None),
    types.TEXT_DOCUMENT_COMPLETION: (
        _asked(lambda answers, sheet, params: answers.complete(sheet, params.position)),
        types.CompletionOptions(trigger_characters=[" ", ".", "(", "{", "["]),
    ),
    types.TEXT_DOCUMENT_HOVER: (_asked(lambda answers, sheet, params: answers.hover(sheet, params.position)), None),
    types.TEXT_DOCUMENT_DEFINITION: (
        _asked(lambda answers, sheet, params: answers.definition(sheet, params.position), ()),
        None,
    ),
    types.TEXT_DOCUMENT_REFERENCES: (
        _asked(
            lambda answers, sheet, params: answers.references(
                sheet, params.position, declared=params.context.include_declaration
            ),
            (),
        ),
        None,
    ),
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (
        _asked(lambda answers, sheet, params: answers.highlights(sheet, params.position), ()),
        None,
    ),
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: (_asked(lambda answers, sheet, _: answers.colours(sheet)), LEGEND),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_asked(lambda answers, sheet, _: answers.outline(sheet), ()), None),
    types.TEXT_DOCUMENT_CODE_LENS: (_asked(lambda answers, sheet, _: answers.lenses(sheet), ()), None),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (
        _asked(lambda answers, sheet, params: answers.may_rename(sheet, params.position)),
        None,
    ),
    types.TEXT_DOCUMENT_RENAME: (
        _asked(lambda answers, sheet, params: answers.rename(sheet, params.position, params.new_name)),
        types.RenameOptions(prepare_provider=True),
    ),
    types.TEXT_DOCUMENT_FORMATTING: (_format, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (_actions, types.CodeActionOptions([types.CodeActionKind.QuickFix])),
    types.WORKSPACE_SYMBOL: (_search, None),
}


def serve(otherwise: Path) -> int:
    """Speak with an editor over standard input and output until it is done. What else prints goes to standard error."""
    output, sys.stdout = sys.stdout, sys.stderr
    make_server(otherwise).start_io(stdout=output.buffer)
    return 0
