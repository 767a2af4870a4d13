"""A story from the copy that an earlier start made of it, where nothing of what it was read from has changed since.

Whether anything has is told by the bytes of every file that a story is read from, and by those of the program that
reads them: a date can lie. Knows nothing of YAML; that is `loaded`, which is asked where there is no such copy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from game import __version__
from game.app import folders
from game.app.cache import Cache
from game.loading.belonging import BESIDE, REPLAY, yaml_files
from game.model.packing import Unpackable, pack, unpack
from game.model.story import Story

PROGRAM = Path(__file__).resolve().parents[1]
READERS = ("model", "loading")
"""The folders of the program that decide what a story's files say."""

LARGEST = 8 << 20
"""Bytes of a file that are looked at; no story's may have so many."""


class _Uncertain(Exception):
    """There is something that can't be vouched for by its bytes."""


def story_in(folder: Path, cache: Cache | None = None) -> Story:
    """The story in a folder, which has no errors.

    Raises UsageError as `loaded.playable` does, and after it has printed the same.
    """
    cache = cache or Cache(folders.cache())
    mark = _mark(folder)
    name = f"story-{hashlib.sha256(str(folder.resolve()).encode(errors='replace')).hexdigest()[:16]}"
    held = cache.read(name) if mark else None
    if held is not None and held.startswith(mark):
        with suppress(ValueError, LookupError, TypeError):  # no copy that this program made
            return unpack(held[len(mark) :])
    from .loaded import playable

    story, _ = playable(folder)
    if mark and mark == _mark(folder):  # or a file was changed while it was read
        with suppress(Unpackable):
            cache.write(name, mark + pack(story))
    return story


def _mark(folder: Path) -> bytes:
    """What differs as soon as anything does that the story is read from; empty where that can't be told."""
    digest = hashlib.sha256(__version__.encode())
    try:
        for path in _sources(folder):
            data = path.read_bytes()
            digest.update(f"{path}\0{len(data)}\0".encode(errors="surrogateescape") + data)
    except (OSError, _Uncertain):
        return b""
    return digest.digest()


def _sources(folder: Path) -> Iterator[Path]:
    """Every file that has a part in what the story is. Raises OSError, _Uncertain."""
    for reader in READERS:
        yield from sorted((PROGRAM / reader).glob("*.py"))
    yield from _yaml(folder)
    beside = folder.resolve().parent
    yield from (path for path in (beside.joinpath(*parts) for parts in BESIDE) if path.exists())


def _yaml(folder: Path) -> Iterator[Path]:
    """The YAML files of a story, without replays, which are none of its.

    Raises OSError, and _Uncertain where a link would have to be followed.
    """
    for entry in yaml_files(folder, _give_up):
        if not entry.name.endswith(REPLAY):
            if not entry.is_file(follow_symlinks=False) or entry.stat().st_size > LARGEST:
                raise _Uncertain
            yield Path(entry.path)


def _give_up(error: OSError) -> None:
    raise error
