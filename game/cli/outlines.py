"""What can be reached in a story, from what an earlier command found out where it is about the same ways.

Kept is what another search would find again: by the ways through the story, the bounds and the program that followed
them. What is kept is looked through as anything is that somebody else may have written.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import Any

import numpy as np

from game import __version__
from game.app import folders
from game.app.cache import Cache
from game.model.story import Story
from game.tools import explore
from game.tools.fingerprint import of_ways
from game.tools.verdicts import Chance, Outline, Verdict

from .stored import PROGRAM

NAME = "outlines"
FINDERS = ("model", "engine", "tools")
"""The folders of the program that decide what is found."""
KEPT = 32
"""Outlines that are kept, those that were asked for last. Each takes some kilobytes."""
MOST = 3.0
"""More than odds and what they may be off by can ever be."""


def outline_of(
    story: Story, budget: explore.Budget, max_states: int | None = None, cache: Cache | None = None
) -> Outline:
    """What `explore.outline` finds, at once where it was found before."""
    cache = cache or Cache(folders.cache())
    mark = _mark(story, budget, max_states)
    kept = _kept(cache)
    with suppress(ValueError, LookupError, TypeError, AttributeError):
        found = _read(kept[mark], story)
        if next(iter(kept)) != mark:
            _keep(cache, mark, kept[mark], kept)
        return found
    found = explore.outline(story, max_states=max_states, budget=budget)
    if found.lasting and mark:
        _keep(cache, mark, _written(found), kept)
    return found


def _keep(cache: Cache, mark: str, outline: object, kept: dict[str, Any]) -> None:
    others = [(name, value) for name, value in kept.items() if name != mark]
    cache.write(NAME, json.dumps(dict([(mark, outline), *others][:KEPT]), separators=(",", ":")).encode())


def _kept(cache: Cache) -> dict[str, Any]:
    """What is kept, by its marks, the last first; nothing where it can't be made out."""
    try:
        found = json.loads(cache.read(NAME) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _mark(story: Story, budget: explore.Budget, max_states: int | None) -> str:
    """What an outline is kept by; empty where the program can't be read, and nothing is kept.

    Time is no part of it: what ended by a clock is never kept, and what did not is the same with more of it.
    """
    digest = hashlib.sha256(f"{__version__}\0{np.__version__}\0{max_states}\0{budget.memory}\0".encode())
    try:
        for path in sorted(path for folder in FINDERS for path in (PROGRAM / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    except OSError:
        return ""
    digest.update(of_ways(story).encode())
    return digest.hexdigest()


def _written(outline: Outline) -> dict[str, object]:
    """An outline for JSON: of the scenes only those that are not known to be reachable, which are few."""
    return {
        "whole": outline.whole,
        "scenes": {name: found.value for name, found in outline.scenes.items() if found is not Verdict.REACHABLE},
        "endings": {name: (one.verdict.value, one.odds, one.odds_error) for name, one in outline.endings.items()},
        "stuck": sorted(outline.stuck),
    }


def _read(held: dict[str, Any], story: Story) -> Outline:
    """An outline of this story. Raises ValueError, LookupError, TypeError or AttributeError where that is none."""
    whole, scenes, endings, stuck = (held[name] for name in ("whole", "scenes", "endings", "stuck"))
    if not isinstance(whole, bool) or not {*scenes, *stuck} <= story.scenes.keys() or {*endings} != {*story.endings}:
        raise ValueError
    return Outline(
        whole,
        {name: Verdict(scenes.get(name, Verdict.REACHABLE)) for name in story.scenes},
        {name: _chance(*endings[name]) for name in story.endings},
        frozenset(stuck),
    )


def _chance(verdict: str, odds: object, odds_error: object) -> Chance:
    return Chance(Verdict(verdict), None if odds is None else _number(odds), _number(odds_error))


def _number(held: object) -> float:
    """A number that odds or their error can be. Raises ValueError."""
    if isinstance(held, bool) or not isinstance(held, int | float) or not 0 <= held < MOST:
        raise ValueError
    return float(held)
