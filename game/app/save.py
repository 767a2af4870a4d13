"""A save as a value, and as the bytes of a file. Knows nothing of files, slots, or how to go on playing from one."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.errors import SaveError
from game.model.expression import Value

from .disk import Damaged
from .strict_json import Json, seal, unseal
from .wording import say

FORMAT = 1
THUMBNAIL_LIMIT = 200_000
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How PNG and JPEG files begin."""

ENTRIES = 100_000
"""How many choices, marks or values a save may list."""

TEXT = 10_000
"""Characters that one text in a save may have."""

MIGRATIONS: Mapping[int, Callable[[dict[str, object]], dict[str, object]]] = {}
"""From the body of a format to that of the next one. Entries are never removed, so that old saves load for ever."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a playthrough began: `scene` (None: the story's own start) with `values` over the defaults.

    After a recovery it began in the middle: then `seen` (entries by scene) and `taken` tell what lay before, the values
    are all there, and the scene is not entered anew.
    """

    scene: str | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    midway: bool = False
    seen: Mapping[str, int] = field(default_factory=dict)
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Save:
    """A playthrough written down by names: the choices that led here, and what they led to.

    `move`, `line` and `words` say where the reader was; `title` and `words` label it; `kept` holds values that the
    story no longer declares; `saved_at` is a label only, `seq` orders saves.
    """

    seed: int
    scene: str
    reached: tuple[str, ...] = ()
    origin: Origin = field(default_factory=Origin)
    log: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)
    taken: tuple[str, ...] = ()
    move: int = 0
    line: int = 0
    words: str = ""
    title: str = ""
    played: int = 0
    thumbnail: bytes = b""
    kept: Mapping[str, Value] = field(default_factory=dict)
    engine: str = ""
    story_id: str = ""
    story_version: str = ""
    story_hash: str = ""
    seq: int = 0
    saved_at: str = ""


def encode(save: Save) -> bytes:
    """The bytes of a save file."""
    origin = save.origin
    body: dict[str, Json] = {
        "seed": save.seed,
        "reached": save.reached,
        "start": {
            "scene": origin.scene,
            "set": origin.values,
            "midway": origin.midway,
            "seen": origin.seen,
            "taken": origin.taken,
        },
        "choices": save.log,
        "scene": save.scene,
        "values": save.values,
        "seen": save.seen,
        "taken": save.taken,
        "reading": {"move": save.move, "line": save.line, "words": save.words},
        "title": save.title,
        "played": save.played,
        "thumbnail": base64.b64encode(save.thumbnail).decode(),
        "kept": save.kept,
    }
    return seal(
        {
            "format": FORMAT,
            "engine": save.engine,
            "story_id": save.story_id,
            "story_version": save.story_version,
            "story_hash": save.story_hash,
            "seq": save.seq,
            "saved_at": save.saved_at,
            "body": body,
        }
    )


def decode(data: bytes) -> Save:
    """The save that the bytes hold. Raises Damaged, or SaveError for one of a newer format (which is left alone)."""
    envelope = unseal(data)
    number = _whole(envelope, "format", least=1)
    if number > FORMAT:
        raise SaveError(
            say("a newer version of the game made this save (format {number})", number=number),
            say("it is left untouched"),
        )
    body = _table(envelope, "body")
    for step in range(number, FORMAT):
        body = MIGRATIONS[step](body)
    start, reading = _table(body, "start"), _table(body, "reading")
    return Save(
        seed=_whole(body, "seed"),
        scene=_text(body, "scene"),
        reached=_texts(body, "reached"),
        origin=Origin(
            scene=None if start.get("scene") is None else _text(start, "scene"),
            values=_values(start, "set"),
            midway=_truth(start, "midway"),
            seen=_counts(start, "seen"),
            taken=_texts(start, "taken"),
        ),
        log=_texts(body, "choices"),
        values=_values(body, "values"),
        seen=_counts(body, "seen"),
        taken=_texts(body, "taken"),
        move=_whole(reading, "move", least=0),
        line=_whole(reading, "line", least=-1),
        words=_text(reading, "words"),
        title=_text(body, "title"),
        played=_whole(body, "played", least=0),
        thumbnail=_picture(body, "thumbnail"),
        kept=_values(body, "kept"),
        engine=_text(envelope, "engine"),
        story_id=_text(envelope, "story_id"),
        story_version=_text(envelope, "story_version"),
        story_hash=_text(envelope, "story_hash"),
        seq=_whole(envelope, "seq", least=0),
        saved_at=_text(envelope, "saved_at"),
    )


def is_picture(data: bytes) -> bool:
    """Whether these bytes may be a thumbnail: PNG or JPEG, not too large."""
    return len(data) <= THUMBNAIL_LIMIT and data.startswith(PICTURES)


def _table(of: Mapping[str, object], key: str) -> dict[str, object]:
    value = of.get(key)
    if not isinstance(value, dict) or len(value) > ENTRIES:
        raise Damaged(say("'{key}' is not what it should be", key=key))
    return value


def _whole(of: Mapping[str, object], key: str, least: int | None = None) -> int:
    value = of.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or (least is not None and value < least):
        raise Damaged(say("'{key}' is not what it should be", key=key))
    return value


def _truth(of: Mapping[str, object], key: str) -> bool:
    value = of.get(key)
    if not isinstance(value, bool):
        raise Damaged(say("'{key}' is not what it should be", key=key))
    return value


def _text(of: Mapping[str, object], key: str) -> str:
    value = of.get(key)
    if not isinstance(value, str) or len(value) > TEXT:
        raise Damaged(say("'{key}' is not what it should be", key=key))
    return value


def _texts(of: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = of.get(key)
    if not isinstance(value, list) or len(value) > ENTRIES or not all(isinstance(v, str) for v in value):
        raise Damaged(say("'{key}' is not what it should be", key=key))
    return tuple(value)


def _counts(of: Mapping[str, object], key: str) -> dict[str, int]:
    table = _table(of, key)
    return {name: _whole(table, name, least=0) for name in table}


def _values(of: Mapping[str, object], key: str) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, value in _table(of, key).items():
        if not isinstance(value, bool | int | str):
            raise Damaged(say("'{key}' is not what it should be", key=key))
        values[name] = value
    return values


def _picture(of: Mapping[str, object], key: str) -> bytes:
    text = of.get(key)
    try:
        data = base64.b64decode(text if isinstance(text, str) else "?", validate=True)
    except (binascii.Error, ValueError) as fault:
        raise Damaged(say("'{key}' is not what it should be", key=key)) from fault
    if data and not is_picture(data):
        raise Damaged(
            say("'{key}' is no PNG or JPEG picture of at most {size} kB", key=key, size=THUMBNAIL_LIMIT // 1000)
        )
    return data
