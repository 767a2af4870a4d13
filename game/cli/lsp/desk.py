"""The texts that are open in an editor, and the stories that they belong to. Knows nothing of the protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from game.cli.files import is_file
from game.loading.document import MAX_BYTES
from game.loading.files import FileKind, kind_of
from game.loading.forms import Form
from game.loading.schema import FILES

from .columns import BREAK
from .manuscript import Manuscript

_FORMS = {file.name: file.form for file in FILES}
_ASSETS = ("assets", "assets.yaml")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Sheet:
    """A file as an editor has it. `name` is what its story calls it; a replay's is its whole path."""

    uri: str
    path: Path
    text: str
    manuscript: Manuscript
    name: str
    version: int | None = None

    @property
    def is_replay(self) -> bool:
        """Whether it is a replay, which its story does not read."""
        return self.path.name.endswith(".replay.yaml")

    @property
    def kind(self) -> FileKind:
        """What it holds."""
        return FileKind.REPLAY if self.is_replay else kind_of(self.name)

    @property
    def form(self) -> Form:
        """What may stand in it."""
        return _FORMS["assets" if self.name.startswith("../") else self.kind.name.lower()]

    @cached_property
    def data(self) -> bytes:
        """Its bytes, as many as are ever read."""
        return self.text[: MAX_BYTES + 1].encode("utf-8", "replace")[: MAX_BYTES + 1]

    @cached_property
    def lines(self) -> Sequence[str]:
        """Its lines; none of a file that is too large to be read."""
        return BREAK.split(self.text) if len(self.data) <= MAX_BYTES else ()

    @property
    def newline(self) -> str:
        """What ends its lines."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @property
    def is_misread(self) -> bool:
        """Whether the editor shows a file that is not UTF-8, with its letters lost."""
        if _REPLACEMENT not in self.text[:MAX_BYTES]:
            return False
        try:
            self.path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            return True
        except OSError:
            pass
        return False


class Desk:
    """Every open file and every story that was come upon. `otherwise` is the story of replays that lie elsewhere."""

    def __init__(self, otherwise: Path) -> None:
        """Nothing is open."""
        self._otherwise = otherwise
        self.sheets: dict[str, Sheet] = {}
        self.manuscripts: dict[Path, Manuscript] = {}

    def lay(self, uri: str, path: Path, text: str, version: int | None = None) -> Sheet | None:
        """Take in a file that was opened or changed; None where it is none of a story's."""
        known = self.sheets.get(uri)
        if known is not None:
            sheet = Sheet(uri, path, text, known.manuscript, known.name, version)
        else:
            home = self._home(path)
            if home is None:
                return None
            sheet = Sheet(uri, path, text, *home, version)
        self.sheets[uri] = sheet
        if not (sheet.is_replay or sheet.name.startswith("../")):
            if sheet.is_misread:
                sheet.manuscript.unsaved.pop(sheet.name, None)
            else:
                sheet.manuscript.unsaved[sheet.name] = sheet.data
        return sheet

    def put_away(self, uri: str) -> Sheet | None:
        """Forget a file that was closed; what was not saved of it counts no longer."""
        sheet = self.sheets.pop(uri, None)
        if sheet is not None:
            sheet.manuscript.unsaved.pop(sheet.name, None)
        return sheet

    def story(self, folder: Path) -> Manuscript:
        """The story in a folder."""
        return self.manuscripts.setdefault(folder, Manuscript(folder))

    def stories_in(self, root: Path) -> Iterator[Manuscript]:
        """The stories that a folder of an editor's plainly holds: itself, or `story` in it."""
        for folder in (root, root / "story"):
            if is_file(folder / FileKind.STORY.value):
                yield self.story(folder)

    def _home(self, path: Path) -> tuple[Manuscript, str] | None:
        """The story that a file belongs to, and what it is called there."""
        is_replay = path.name.endswith(".replay.yaml")
        for parent in path.parents:
            if not is_replay and path.suffix == ".yaml" and is_file(parent / FileKind.STORY.value):
                return self.story(parent), path.relative_to(parent).as_posix()
            folder = parent / "story" if is_file(parent / "story" / FileKind.STORY.value) else parent
            if is_file(folder / FileKind.STORY.value):
                if is_replay:
                    return self.story(folder), str(path)
                if path == parent.joinpath(*_ASSETS):
                    return self.story(folder), "/".join(("..", *_ASSETS))
                return None
        return (self.story(self._otherwise), str(path)) if is_replay else None
