"""One language server for all tests of a file: its start takes longer than all that it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.editor import SCENE_FILE, Editor, editing
from tests.support.stories import write
from tests.support.stories_to_edit import FILES


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor with a server that goes from one project to the next."""
    with editing(tmp_path_factory.mktemp("lsp"), {}) as made:
        yield made


@pytest.fixture
def editor(shared: Editor, tmp_path: Path) -> Editor:
    """An editor in the project of the lamp."""
    shared.turn_to(write(tmp_path / "project", FILES))
    return shared


@pytest.fixture
def scenes(editor: Editor) -> str:
    """The text of its scenes, which are open and without problems."""
    text: str = editor.open(SCENE_FILE)
    assert editor.about(SCENE_FILE, "documentSymbol")  # by then the story was read
    return text
