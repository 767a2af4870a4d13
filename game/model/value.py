"""How the values that a story is made of are declared: frozen, slotted dataclasses. Knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")
_GUARD = ("__init__", "__setattr__", "__delattr__")
"""What a frozen dataclass has and another has not; its `__init__` has to get round the other two."""

_kinds: list[tuple[Any, dict[str, Any], Any]] = []
"""Each kind of value with its guard, and with the `__init__` that it has while that is lifted."""
_makers, _lock = [0], Lock()


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(*, order: bool = False) -> Callable[[type[_T]], type[_T]]:
    """A frozen, slotted dataclass, of which `making_many` makes very many faster."""

    def declared(kind: type[_T]) -> type[_T]:
        own = {name: held for name, held in vars(kind).items() if name not in {"__dict__", "__weakref__"}}
        plain: Any = dataclass(type(kind.__name__, kind.__bases__, own))
        made = dataclass(frozen=True, slots=True, order=order)(kind)
        _kinds.append((made, {name: vars(made)[name] for name in _GUARD}, plain.__init__))
        return made

    return declared


@contextmanager
def making_many() -> Iterator[None]:
    """Lift the guard of all kinds while a story is read, half a million values of which may have to be made.

    Getting round its guard is half of what a frozen value costs to make. Meanwhile it is the type checker alone to whom
    they are frozen, as it is to him always.
    """
    _more_makers(1)
    try:
        yield
    finally:
        _more_makers(-1)


def _more_makers(change: int) -> None:
    """The guard is lifted by the first, of whatever thread, and comes back with the last."""
    with _lock:
        before, _makers[0] = _makers[0], _makers[0] + change
        if not before:
            for kind, _, plain in _kinds:
                del kind.__setattr__, kind.__delattr__
                kind.__init__ = plain
        elif not _makers[0]:
            for kind, guard, _ in _kinds:
                for name, held in guard.items():
                    setattr(kind, name, held)
