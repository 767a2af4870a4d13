"""An editor as a language server sees it: a real process is started, and spoken to over its standard streams."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from tests.support.stories import write

Json: TypeAlias = Any
"""What a message holds; which shape it has is the test's own affair."""

ROOT = Path(__file__).resolve().parents[2]
SCENE_FILE = "story/scenes.yaml"
"""The scenes of the project of the lamp."""
LONGEST = 30.0
"""Seconds to wait for anything; a busy machine takes its time."""


class Editor:
    """A client of the Language Server Protocol that knows no more than a test needs."""

    def __init__(self, folder: Path, *, encodings: tuple[str, ...] = ("utf-16",), watches: bool = False) -> None:
        """Start a server for that folder, and shake hands."""
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"}
        command = [sys.executable, "-m", "game", "lsp"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
        )
        self.folder = folder
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.told: list[dict[str, Any]] = []
        """Every notification and request of the server's but diagnostics."""
        self._answers: dict[int, dict[str, Any]] = {}
        self._versions: dict[str, int] = {}
        self._heard: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {
            "general": {"positionEncodings": list(encodings)},
            "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": watches}},
        }
        folders = [{"uri": folder.as_uri(), "name": folder.name}]
        self.hello = self.ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": folders, "capabilities": capabilities},
        )
        self.tell("initialized", {})

    # --- messages -----------------------------------------------------------------------------------------------------

    def tell(self, method: str, params: Mapping[str, Any] | None) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Mapping[str, Any] | None) -> Json:
        """Send a request and wait for its result. An error of the server's fails the test."""
        answer = self.try_to(method, params)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def try_to(self, method: str, params: Mapping[str, Any] | None) -> dict[str, Any]:
        """Send a request and wait for its result or error."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        self._until(lambda: number in self._answers, method)
        return self._answers.pop(number)

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            header = stream.readline()
            if not header:
                self._heard.put(None)
                return
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
                while stream.readline().strip():
                    continue
                self._heard.put(json.loads(stream.read(length)))

    def _until(self, done: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + LONGEST
        while not done():
            try:
                self._take(self._heard.get(timeout=max(0.01, end - time.monotonic())))
            except queue.Empty:
                raise AssertionError(f"no answer: {what}; found {self.diagnostics}") from None

    def _take(self, message: dict[str, Any] | None) -> None:
        if message is None:
            error = self._process.stderr.read().decode() if self._process.stderr else ""
            raise AssertionError(f"the server has ended: {error}")
        if "id" in message and "method" not in message:
            self._answers[message["id"]] = message
        elif message["method"] == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        else:
            self.told.append(message)
            if "id" in message:
                self._send({"id": message["id"], "result": None})

    def turn_to(self, folder: Path) -> None:
        """Close all files, and work in another folder from now on; a server is slow to start, and can have several."""
        for name in self._versions:
            self.close(name)
        self.folder = folder
        self.diagnostics, self.told, self._versions = {}, [], {}

    # --- what a person does -------------------------------------------------------------------------------------------

    def uri(self, name: str) -> str:
        """The address of a file of the folder."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str | None = None) -> str:
        """Open a file, with what the disk has of it if nothing else is given."""
        if text is None:
            text = (self.folder / name).read_bytes().decode("utf-8", "replace")
        self._versions[name] = 1
        document = {"uri": self.uri(name), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return text

    def type(self, name: str, text: str) -> None:
        """Let a file hold this."""
        self._versions[name] += 1
        document = {"uri": self.uri(name), "version": self._versions[name]}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def edit(self, name: str, *changes: tuple[int, int, int, int, str]) -> None:
        """Put a text in place of what stands from one line and column (both from 0) to others, one after the other."""
        self._versions[name] += 1
        document = {"uri": self.uri(name), "version": self._versions[name]}
        told = [
            {
                "range": {
                    "start": {"line": line, "character": column},
                    "end": {"line": last_line, "character": last_column},
                },
                "text": text,
            }
            for line, column, last_line, last_column, text in changes
        ]
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": told})

    def close(self, name: str) -> None:
        """Close a file."""
        self.tell("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def at(self, name: str, line: int, character: int, method: str, **more: Json) -> Json:
        """Ask something about a place (both from 0)."""
        place = {"textDocument": {"uri": self.uri(name)}, "position": {"line": line, "character": character}}
        return self.ask(f"textDocument/{method}", place | more)

    def on(self, name: str, text: str, word: str, method: str, nth: int = 0, **more: Json) -> Json:
        """Ask something about the nth place of a word of a file's text."""
        start = -1
        for _ in range(nth + 1):
            start = text.index(word, start + 1)
        line = text.count("\n", 0, start)
        return self.at(name, line, start - (text.rfind("\n", 0, start) + 1) + 1, method, **more)

    def about(self, name: str, method: str, **more: Json) -> Json:
        """Ask something about a whole file."""
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": self.uri(name)}, **more})

    def problems(self, name: str, wanted: set[str]) -> list[dict[str, Any]]:
        """The problems of a file as soon as they are of exactly these codes."""
        uri = self.uri(name)
        self._until(
            lambda: {one["code"] for one in self.diagnostics.get(uri, [])} == wanted and uri in self.diagnostics,
            f"{wanted} in {name}",
        )
        return self.diagnostics[uri]

    def wait_for(self, name: str, code: str, *, there: bool) -> None:
        """Go on once a problem of that code is (or no longer is) among those of a file."""
        uri = self.uri(name)
        self._until(
            lambda: there is (code in {one["code"] for one in self.diagnostics.get(uri, [])}), f"{code}: {there}"
        )

    def quit(self) -> int:
        """Say goodbye; how the server ended."""
        if self._process.poll() is None:
            self.ask("shutdown", None)
            self.tell("exit", None)
        code = self._process.wait(LONGEST)
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        return code

    def kill(self) -> None:
        """End the server, whatever it does."""
        self._process.kill()


@contextmanager
def editing(folder: Path, files: Mapping[str, str], **how: Json) -> Iterator[Editor]:
    """An editor in a folder with these files."""
    editor = Editor(write(folder, dict(files)), **how)
    try:
        yield editor
        assert editor.quit() == 0
    finally:
        editor.kill()


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """A text after the server's edits (for texts of which each character counts as one)."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(edits, key=lambda edit: _place(starts, edit["range"]["start"]), reverse=True):
        start, end = (_place(starts, edit["range"][side]) for side in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


def _place(starts: list[int], position: dict[str, int]) -> int:
    return starts[position["line"]] + position["character"]
