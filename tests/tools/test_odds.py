"""What moves the odds of an ending."""

from __future__ import annotations

import json

import pytest

from game.tools import explore, odds
from tests.support.builders import choice, number, scene, story
from tests.support.random_story import random_story

STORY = story(
    scene("start", choice("brave", "road", do=["nerve += 1"]), choice("meek", "road")),
    scene("road", choice("fight", "won", "nerve >= 1"), choice("flee", "lost"), choice("wait", "road2")),
    scene("road2", choice("back", "road"), choice("sleep", "lost")),
    scene("won", ending="won"),
    scene("lost", ending="lost"),
    variables=[number("nerve", 0, 3)],
)


def test_the_decision_that_moves_an_ending_most_comes_first() -> None:
    """Who is meek never wins; who is brave wins two times in five: 1/3 at once, and 1/6 of the time is asked again."""
    report = odds.run(STORY)
    first = report.decisions["won"][0]
    assert (first.scene, first.swing) == ("road", 1.0)
    (start,) = [each for each in report.decisions["won"] if each.scene == "start"]
    assert start.after["meek"] == 0
    assert start.after["brave"] == pytest.approx(0.4)
    assert report.odds["won"] == pytest.approx(0.2)


def test_offers_count_every_visit() -> None:
    """A choice is on offer in the share of visits in which its condition holds, also where ways lead round."""
    report = odds.run(STORY)
    brave, meek = 1 / (1 - 1 / 6), 1 / (1 - 1 / 4)
    assert report.offers["road.fight"] == pytest.approx(brave / (brave + meek))
    assert report.offers["road.flee"] == 1


def test_weights_move_the_odds() -> None:
    """A choice that weighs three times as much as the other is taken three times as often."""
    report = odds.run(STORY, weights={"start.brave": 3.0, "road.wait": 0.0})
    assert report.odds["won"] == pytest.approx(0.75 * 0.5)


@pytest.mark.parametrize("seed", range(40))
def test_after_a_decision_the_odds_add_up(seed: int) -> None:
    """What `odds` says of endings is what `explore` says, and no chance after a choice is outside of 0 and 1."""
    of = random_story(seed)
    report, explored = odds.run(of), explore.run(of)
    for name, ending in explored.endings.items():
        assert report.odds[name] == pytest.approx(ending.odds, abs=1e-9)
    for found in report.decisions.values():
        assert all(-1e-9 <= chance <= 1 + 1e-9 for each in found for chance in each.after.values())


def test_without_budget_nothing_is_said() -> None:
    """An exhausted budget gives no odds, in JSON and in words."""
    report = odds.run(STORY, max_states=1)
    assert json.loads(json.dumps(odds.as_json(report)))["complete"] is False
    assert "no exact odds" in odds.as_text(report)
