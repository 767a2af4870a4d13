"""What can be reached is found out once, as long as the ways through a story stay the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.app.cache import Cache
from game.cli import outlines
from game.cli.outlines import outline_of
from game.model.story import Story
from game.tools import explore
from game.tools.explore import Budget, Outline
from tests.support.builders import choice, number, scene, story
from tests.tools.test_beyond import locks

ROAD = story(
    scene("fork", choice("left", "mill", do=["n = 1"]), choice("right", [("n > 2", "tower"), "mill"])),
    scene("mill", ending="end"),
    scene("tower", choice("shut", "mill", "n > 3")),
    scene("moon", ending="other"),
    variables=[number("n", 0, 3)],
)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty cache."""
    return Cache(tmp_path / "cache")


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[Story]:
    """The stories that were searched through."""
    done: list[Story] = []
    search = explore.outline

    def watched(of: Story, *, max_states: int | None = None, budget: Budget | None = None) -> Outline:
        done.append(of)
        return search(of, max_states=max_states, budget=budget)

    monkeypatch.setattr(explore, "outline", watched)
    return done


def test_the_second_time_nothing_is_searched(cache: Cache, searches: list[Story]) -> None:
    """It is told the same."""
    first = outline_of(ROAD, Budget(), cache=cache)
    assert outline_of(ROAD, Budget(), cache=cache) == first == explore.outline(ROAD)
    assert searches == [ROAD, ROAD]  # the second of them by this test


def test_other_words_are_the_same_ways(cache: Cache, searches: list[Story]) -> None:
    """A writer who rewords a scene waits for no search; one who moves a choice does."""
    outline_of(ROAD, Budget(), cache=cache)
    reworded = replace(ROAD.scenes["mill"], notes="Reworded.")
    outline_of(replace(ROAD, title="Other", scenes={**ROAD.scenes, "mill": reworded}), Budget(), cache=cache)
    assert len(searches) == 1
    moved = replace(ROAD.scenes["moon"], ending="end")
    outline_of(replace(ROAD, scenes={**ROAD.scenes, "moon": moved}), Budget(), cache=cache)
    assert len(searches) == 2


def test_another_program_or_other_bounds_search_anew(
    cache: Cache, searches: list[Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they find may be something else."""
    outline_of(ROAD, Budget(), cache=cache)
    outline_of(ROAD, Budget(), 2, cache=cache)
    outline_of(ROAD, Budget(memory=1 << 20), cache=cache)
    monkeypatch.setattr(outlines, "__version__", "0.0.0+other")
    outline_of(ROAD, Budget(), cache=cache)
    assert len(searches) == 4


def test_a_search_that_was_ended_is_not_kept(cache: Cache, searches: list[Story], tmp_path: Path) -> None:
    """By Ctrl-C or a clock: the next one may find more."""
    for _ in range(2):
        outline_of(locks(6), Budget(stop=lambda: True), 20, cache=cache)
    assert len(searches) == 2
    assert not (tmp_path / "cache").exists()


def test_a_damaged_or_foreign_file_is_not_believed(cache: Cache, searches: list[Story], tmp_path: Path) -> None:
    """Not one that was cut, and none that somebody else sealed: the search is done, and its outcome kept again."""
    right = outline_of(ROAD, Budget(), cache=cache)
    file = tmp_path / "cache" / outlines.NAME
    file.write_bytes(file.read_bytes()[:-5])
    assert outline_of(ROAD, Budget(), cache=cache) == right
    assert len(searches) == 2
    [(mark, held)] = json.loads(cache.read(outlines.NAME) or b"").items()
    wrong = [
        *(dict(held, endings=held["endings"] | {"end": odds}) for odds in (["reachable", 9, 0], ["sure", 1, 0], [], 5)),
        dict(held, endings=held["endings"] | {"end": ["reachable", True, 0]}),
        dict(held, endings={}),
        dict(held, scenes={"nowhere": "unreachable"}),
        dict(held, scenes=[]),
        dict(held, scenes={"moon": ["unreachable"]}),
        dict(held, stuck=["nowhere"]),
        dict(held, stuck=3),
        dict(held, whole="yes"),
        {},
        [held],
        None,
    ]
    spoilt = [*(json.dumps({mark: one}).encode() for one in wrong), b"[]", b"\xff", b"[" * 100_000, b"3"]
    for number_, data in enumerate(spoilt, 3):
        cache.write(outlines.NAME, data)
        assert outline_of(ROAD, Budget(), cache=cache) == right
        assert len(searches) == number_, data[:200]
        assert list(json.loads(cache.read(outlines.NAME) or b"")) == [mark]


def test_those_asked_for_last_are_kept(cache: Cache, searches: list[Story], monkeypatch: pytest.MonkeyPatch) -> None:
    """An old version that every comparison goes back to outlives the many new ones."""
    monkeypatch.setattr(outlines, "KEPT", 3)
    versions = [replace(ROAD, variables=(number("n", 0, high),)) for high in range(3, 9)]
    for version in versions:
        outline_of(ROAD, Budget(), cache=cache)
        outline_of(version, Budget(), cache=cache)
    assert searches == versions  # the first of which is the road itself
    outline_of(versions[1], Budget(), cache=cache)
    assert len(searches) == len(versions) + 1


def test_a_home_that_cannot_be_written_costs_nothing_but_time(searches: list[Story], tmp_path: Path) -> None:
    """The search is done each time."""
    (tmp_path / "file").write_text("in the way")
    refused = Cache(tmp_path / "file" / "cache")
    assert outline_of(ROAD, Budget(), cache=refused) == outline_of(ROAD, Budget(), cache=refused)
    assert len(searches) == 2
