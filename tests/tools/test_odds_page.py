"""The page that shows odds."""

from __future__ import annotations

from dataclasses import replace

from game.tools import odds
from game.tools.odds_page import page
from tests.support.builders import choice, number, scene, story

STORY = replace(
    story(
        scene("start", choice("brave", "road", do=["nerve += 1"]), choice("meek", "road")),
        scene(
            "road", choice("fight", "won", "nerve >= 1"), choice("flee", "lost"), choice("rest", "gone", "nerve > 1")
        ),
        scene("won", ending="won"),
        scene("lost", ending="lost"),
        scene("gone", ending="gone"),
        variables=[number("nerve", 0, 3)],
    ),
    title="Nerve & <bone>",
)


def test_endings_stand_by_how_likely_they_are() -> None:
    """The likeliest ending comes first, each with its chance."""
    shown = page(STORY, odds.run(STORY))
    assert shown.index("<small>lost</small></td>") < shown.index("<small>won</small></td>")
    assert "75.00 %" in shown
    assert "25.00 %" in shown
    assert "equally likely" in shown


def test_decisions_show_what_comes_after_each_choice() -> None:
    """A decision names its choices with the chance of the ending after each, as words and as dots."""
    shown = page(STORY, odds.run(STORY))
    moves = shown[shown.index("What moves each ending") :]
    assert "brave 50.00 %<br>meek 0.00 %" in moves
    assert 'cx="50.000%"' in moves


def test_what_nobody_can_afford_is_named() -> None:
    """A choice that is hardly ever on offer is listed."""
    shown = page(STORY, odds.run(STORY))
    assert "almost nobody" in shown
    assert "road.rest" in shown[shown.index("almost nobody") :]


def test_words_of_writers_are_no_markup() -> None:
    """What a title holds is shown as it is written, and the page asks for nothing from elsewhere."""
    shown = page(STORY, odds.run(STORY), weighted=True)
    assert "Nerve &amp; &lt;bone&gt;" in shown
    assert "as the weights say" in shown
    assert "http" not in shown


def test_without_odds_the_page_says_why() -> None:
    """Where the budget ran out nothing is drawn."""
    shown = page(STORY, odds.run(STORY, max_states=1))
    assert "budget ran out" in shown
    assert "<table>" not in shown
