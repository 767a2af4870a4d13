"""How the values that a story is made of are declared: frozen, slotted dataclasses. Knows none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(*, order: bool = False) -> Callable[[type[_T]], type[_T]]:
    """A dataclass whose values nobody may change.

    It is the type checker that holds everybody to it. Python is not asked to, for what it freezes takes several times
    as long to make, and a long story is half a million values.
    """
    return dataclass(slots=True, unsafe_hash=True, order=order)
