"""The names that conditions, effects and text may use, and the nearest one to a wrong name. Reads nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.model.expression import Assignment, Condition
from game.model.story import Story, Variable

RESERVED = frozenset({"and", "or", "not", "if", "else", "true", "false", "seen", "chose", "reached"})
"""Words of the expression language, which no variable and no enum value may be called."""


MANY = 1_000
"""Candidates that are compared letter by letter; of more, only those that begin or end like the name."""


@dataclass(frozen=True, slots=True)
class Names:
    """All that a story declares: its variables, its scenes with the ids of their choices, its endings."""

    variables: Mapping[str, Variable]
    scenes: Mapping[str, Collection[str]]
    endings: Collection[str]
    conditions: dict[str, Condition] = field(init=False, compare=False, repr=False, default_factory=dict)
    """What was parsed, by its text: a story says the same over and over."""
    effects: dict[str, tuple[Assignment, int]] = field(init=False, compare=False, repr=False, default_factory=dict)
    """The same for effects, each with where it begins in its text."""
    lists: Mapping[str, frozenset[tuple[str, ...]]] = field(init=False)
    """Name of an enum value to the `one_of` lists that have it."""

    def __post_init__(self) -> None:
        """Turn the declarations round, so that a value finds its lists."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for variable in self.variables.values():
            if not variable.is_number and not variable.is_truth:
                domain = tuple(str(value) for value in variable.domain)
                for value in domain:
                    found.setdefault(value, set()).add(domain)
        object.__setattr__(self, "lists", {name: frozenset(domains) for name, domains in found.items()})

    def words(self) -> list[str]:
        """Every word that may stand alone in an expression."""
        return [*self.variables, *self.lists, "true", "false"]


class Unlisted(dict[str, Any]):
    """A mapping that can be asked and not listed, so that nobody looks for suggestions in it."""

    def __iter__(self) -> Iterator[str]:
        return iter(())


class Unread(dict[str, Any]):
    """Scenes, and choices of each, that nobody knows yet: all are taken to be there. `asked` is whether one was."""

    asked = False

    def __contains__(self, name: object) -> bool:
        """Whether there is such a scene or choice: it is taken for granted."""
        self.asked = True
        return True

    def __getitem__(self, name: str) -> Unread:
        """The choices of a scene."""
        return self


def names_of(story: Story, *, former: bool = False) -> Names:
    """All that a story declares; with `former`, the ids too that scenes, choices and endings had before."""
    scenes: dict[str, frozenset[str]] = {}
    for scene in story.scenes.values():
        choices = frozenset(id_ for choice in scene.choices for id_ in (choice.id, *(choice.was if former else ())))
        scenes.update(dict.fromkeys((scene.id, *(scene.was if former else ())), choices))
    endings = frozenset(id_ for one in story.endings.values() for id_ in (one.id, *(one.was if former else ())))
    return Names({variable.name: variable for variable in story.variables}, scenes, endings)


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant, or None if nothing is close."""
    name = name[:80].lower()
    slack = max(2, len(name) // 3)
    likely = [candidate for candidate in candidates if abs(len(candidate) - len(name)) <= slack]
    if len(likely) > MANY:
        likely = [candidate for candidate in likely if candidate[:2] == name[:2] or candidate[-3:] == name[-3:]]
    from difflib import get_close_matches  # noqa: PLC0415 - in few stories there is anything to suggest

    close = get_close_matches(name, likely[:MANY], n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """`did you mean "x"?`, or nothing."""
    close = nearest(name, candidates)
    return f'did you mean "{close}"?' if close else ""
