"""The words in which the format's table is written: what a key's value may look like. Knows no key."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, lru_cache


class Typing(Enum):
    """How an editor, which reads YAML's own types, may see a text that fits."""

    ANY = "any"
    """Numbers and truth values too: they stay the characters typed."""
    NAME = "name"
    """`true` and `false` too."""
    TRUTH = "truth"
    WHOLE = "whole"
    DECIMAL = "decimal"


REMEMBERED = 4096
"""Texts of which it is remembered whether they match."""
ANYTHING = r"[\s\S]*\S[\s\S]*"
"""The pattern of any text that is not blank."""


@dataclass(frozen=True)
class Text:
    """One piece of text. `code` is what a text gets that does not match; `lowest` and `highest` bound a number."""

    words: str
    pattern: str = ANYTHING
    typing: Typing = Typing.ANY
    code: str = "E203"
    options: tuple[str, ...] = ()
    lowest: int | None = None
    highest: int | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The whole text must match it."""
        return re.compile("|".join(map(re.escape, self.options)) if self.options else self.pattern)

    @cached_property
    def accepts(self) -> Callable[[str], object]:
        """Gives something true for a text that matches; it remembers those of late, as a story says its ids often."""
        if self.pattern == ANYTHING and not self.options:
            return str.strip
        return lru_cache(REMEMBERED)(self.regex.fullmatch)


@dataclass(frozen=True, slots=True)
class Form:
    """What a value may be, by YAML's kinds of value; None where it may not be that.

    `kind` names the mapping with fixed keys that it may be, `entries` the form of each value of a mapping from ids.
    """

    words: str
    text: Text | None = None
    items: Form | None = None
    kind: str | None = None
    entries: Form | None = None
    entry_names: Text | None = None
    fewest: int = 0
    wrong: str = "E203"
    """The code of a value of another kind."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a mapping: what its value is, one line on what it means, and an example as typed."""

    name: str
    form: Form
    about: str
    example: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mapping.

    `needs` are pairs of a key and another that it cannot be without; `one_of` are keys of which exactly one stands,
    `apart` are pairs of which not both may stand.
    """

    name: str
    words: str
    about: str
    keys: tuple[Key, ...]
    needs: tuple[tuple[str, str], ...] = ()
    one_of: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    by_name: dict[str, Key] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the keys."""
        object.__setattr__(self, "by_name", {key.name: key for key in self.keys})

    def is_whole(self, names: Collection[str]) -> bool:
        """Whether a mapping with these keys has all that it must have, and nothing that it must not."""
        return (
            self.by_name.keys() >= set(names)
            and all(key.name in names for key in self.keys if key.required)
            and all(needed in names for name, needed in self.needs if name in names)
            and not any(one in names and other in names for one, other in self.apart)
            and (not self.one_of or sum(name in names for name in self.one_of) == 1)
        )


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: where it stands, and the form of all of it."""

    name: str
    path: str
    about: str
    form: Form
