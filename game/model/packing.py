"""A story as bytes, and back: plain JSON, each scene on a line of its own that is read when somebody first asks for it.

For copies of our own that somebody vouches for, as `cli.stored` does: what is read back is not checked again. Knows
nothing of files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeAlias

from . import expression, script, source, story, text
from .overview import Overview, overview
from .story import Scene, Story

Packed: TypeAlias = "bool | int | float | str | list[Packed] | None"

DEEPEST = 120
"""Levels of nesting that are packed: each takes two calls to read back, and Python allows a thousand."""

_MODULES = (expression, script, source, story, text)
_OURS = sorted(
    {kind for module in _MODULES for kind in vars(module).values() if isinstance(kind, type)},
    key=lambda kind: kind.__name__,
)
_VALUES = [kind for kind in _OURS if is_dataclass(kind)] + [Overview]
_NAMES = [kind for kind in _OURS if issubclass(kind, Enum) and kind is not Enum]
_TUPLE, _RANGE, _MAPPING, _FIRST = 0, 1, 2, 3
_TAGS = {kind: _FIRST + place for place, kind in enumerate([*_VALUES, *_NAMES])}
_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in _VALUES}


class Unpackable(ValueError):
    """The story has something that no copy can be made of: nested too deep, or half a character."""


class StoredScenes(Mapping[str, Scene]):
    """The scenes of a packed story, each made when it is first looked up."""

    def __init__(self, lines: Mapping[str, bytes], found: Overview) -> None:
        """`lines` are the packed scenes by their ids, in the story's order."""
        self._held: dict[str, bytes | Scene] = dict(lines)
        self.overview = found
        """What the scenes say together."""

    def __getitem__(self, scene_id: str) -> Scene:
        """The scene of that id. Raises KeyError."""
        held = self._held[scene_id]
        if isinstance(held, bytes):
            scene: Scene = _unpacked(json.loads(held))
            held = self._held[scene_id] = scene
        return held

    def __iter__(self) -> Iterator[str]:
        """The ids, in the story's order."""
        return iter(self._held)

    def __len__(self) -> int:
        """How many scenes there are."""
        return len(self._held)

    def __contains__(self, scene_id: object) -> bool:
        """Whether there is such a scene; none is made for the answer."""
        return scene_id in self._held


def pack(whole: Story) -> bytes:
    """The story as bytes. Raises Unpackable."""
    head: list[Packed] = [
        [*whole.scenes],
        _packed(overview(whole.scenes)),
        *(_packed(getattr(whole, name)) for name in _FIELDS[Story] if name != "scenes"),
    ]
    try:
        return b"\n".join(_line(part) for part in (head, *(_packed(scene) for scene in whole.scenes.values())))
    except UnicodeEncodeError as fault:
        raise Unpackable("half a character") from fault


def unpack(data: bytes) -> Story:
    """The story that `pack` made these bytes of."""
    first, *lines = data.split(b"\n")
    ids, found, *rest = json.loads(first)
    names = [name for name in _FIELDS[Story] if name != "scenes"]
    values = dict(zip(names, map(_unpacked, rest), strict=True))
    return Story(scenes=StoredScenes(dict(zip(ids, lines, strict=True)), _unpacked(found)), **values)


def _line(value: Packed) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _packed(value: Any, depth: int = 0) -> Packed:  # noqa: ANN401 - any value of the model
    """A value as lists that begin with what they stand for. Raises Unpackable."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if depth > DEEPEST:
        raise Unpackable("nested too deep")
    if isinstance(value, tuple):
        return [_TUPLE, *(_packed(part, depth + 1) for part in value)]
    if isinstance(value, range):
        return [_RANGE, value.start, value.stop]
    if isinstance(value, Mapping):
        return [_MAPPING, *(_packed(part, depth + 1) for pair in value.items() for part in pair)]
    if isinstance(value, Enum):
        return [_TAGS[type(value)], value.value]
    return [_TAGS[type(value)], *(_packed(getattr(value, name), depth + 1) for name in _FIELDS[type(value)])]


def _unpacked(held: Any) -> Any:  # noqa: ANN401
    """The value that such lists stand for."""
    return _MAKERS[held[0]](held) if type(held) is list else held


def _maker(kind: type) -> Callable[[list[Any]], Any]:
    return lambda held: kind(*map(_unpacked, held[1:]))


_MAKERS: tuple[Callable[[list[Any]], Any], ...] = (
    lambda held: tuple(map(_unpacked, held[1:])),
    lambda held: range(held[1], held[2]),
    lambda held: dict(zip(held[1::2], map(_unpacked, held[2::2]), strict=True)),
    *map(_maker, [*_VALUES, *_NAMES]),
)
"""By what a list begins with."""
