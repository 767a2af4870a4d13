from collections.abc import Callable
from pathlib import Path

import pytest

from game.app.app import App
from game.ui.window.elements import PICTURE, room
from game.ui.window.frame import Change
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.poster import EDGE, Poster, poster
from game.ui.window.layout.sheet import Sheet
from game.ui.window.marks import Mark, Words
from game.ui.window.player import Player
from game.ui.window.screens.cards import CARD_SECONDS, COMING, POSTER_SECONDS
from game.ui.window.theme import INK, SLANT, contrast
from game.ui.window.voicing import heard, in_full
from game.ui.window.widgets import Role
from tests.support.acts import acts_story
from tests.support.window import SHEET, letters, press, reading, settle

ACT = Poster("Act 3", "The Suit and the Road", "Act 3: The Suit and the Road", picture="act_3", alt="A white road.")


def _player(home: Path, *, exists: Callable[[str], bool] = lambda _: True, **settings: object) -> Player:
    """A player at the content note."""
    app = App(acts_story(), home)
    for name, value in {"text_speed": 0, "reduced_motion": True, **settings}.items():
        app.change(name, value)
    player = Player(app, letters, exists=exists)
    player.new_game()
    settle(player, 1.5)
    return player


def _said(player: Player) -> list[str]:
    return [node.name for node in player.frame.tree.walk() if node.role in (Role.HEADING, Role.TEXT)]


def _heading(player: Player) -> tuple[Mark, ...]:
    return next(node.marks for node in player.frame.tree.walk() if node.role is Role.HEADING)


def test_an_act_opens_with_its_poster_and_the_holder_follows(tmp_path: Path) -> None:
    """Act, holder, line: a press each. A scene that is called as its act is does not say so twice."""
    player = _player(tmp_path)
    press(player, Do.ADVANCE)
    assert player.frame.backdrop is not None
    assert player.frame.backdrop.picture == "act_0"
    assert _said(player) == ["Act 0: The Photograph", "A photograph."]
    press(player, Do.ADVANCE)
    assert player.frame.backdrop.picture == "holder_luna"
    assert _said(player) == ["You are Luna", "A clock."]
    press(player, Do.ADVANCE)
    assert player.frame.backdrop is reading(player).stage


def test_a_holder_without_a_printed_card_is_named_all_the_same(tmp_path: Path) -> None:
    """On the card that the game draws itself, with the scene's title."""
    player = _player(tmp_path, exists=lambda asset: asset.startswith("act_"))
    press(player, *[Do.ADVANCE] * 5)
    assert _said(player) == ["Act 3: The Suit and the Road", "A white road."]
    press(player, Do.ADVANCE)
    assert _said(player) == ["You are Azuma", "The stair"]


def test_a_poster_that_is_not_there_is_not_waited_for(tmp_path: Path) -> None:
    """The story goes on with what it has."""
    player = _player(tmp_path, exists=lambda _: False)
    press(player, Do.ADVANCE)
    assert _said(player) == ["You are Luna", "the photograph"]


def test_cards_go_by_themselves(tmp_path: Path) -> None:
    """Who presses nothing reads on after some seconds; who is being read to, when that is over."""
    player = _player(tmp_path)
    press(player, Do.ADVANCE)
    player.listened_to = True
    settle(player, 60)
    assert _said(player)[0] == "Act 0: The Photograph"
    player.listened_to = False
    settle(player, POSTER_SECONDS + 0.1)
    assert _said(player)[0] == "You are Luna"
    settle(player, CARD_SECONDS + 0.1)
    assert player.frame.backdrop is reading(player).stage


def test_skipping_and_rolling_back_show_no_card(tmp_path: Path) -> None:
    """Neither waits for anything; going forward again is as quick."""
    player = _player(tmp_path, skip_unseen=True)
    press(player, Do.SKIP)
    settle(player, 2)
    assert reading(player).choosing
    press(player, *[Do.BACK] * 3)
    assert player.frame.backdrop is reading(player).stage
    press(player, *[Do.FORWARD] * 3)
    assert player.frame.backdrop is reading(player).stage


def test_skipping_ends_a_card_that_stands(tmp_path: Path) -> None:
    """And those that would have come after it."""
    player = _player(tmp_path, skip_unseen=True)
    press(player, Do.ADVANCE)
    press(player, Do.SKIP)
    assert player.frame.backdrop is reading(player).stage


def test_a_save_made_on_a_poster_opens_with_it(tmp_path: Path) -> None:
    """The place is the first line of the act."""
    player = _player(tmp_path)
    press(player, Do.ADVANCE, Do.QUICK_SAVE, Do.ADVANCE, Do.ADVANCE, Do.QUICK_LOAD)
    player.screens[-1].activate("yes")
    assert _said(player)[0] == "Act 0: The Photograph"


def test_a_poster_comes_in_under_a_roller_and_its_words_slide(tmp_path: Path) -> None:
    """Briefly; where motion is reduced, all is there at once."""
    player = _player(tmp_path, reduced_motion=False)
    player.handle(Intent(Do.ADVANCE))
    assert player.passing
    player.finish_passage()
    assert player.frame.passage.change is Change.WIPE
    first = _heading(player)
    settle(player, COMING + 0.2)
    assert first != _heading(player)
    still = _player(tmp_path / "still")
    still.handle(Intent(Do.ADVANCE))
    assert not still.passing
    assert _heading(still) == _heading(player)


def test_every_card_is_said_with_its_picture(tmp_path: Path) -> None:
    """Number and title, then what is to be seen; the next card is said as well, and nothing twice."""
    player = _player(tmp_path)
    note = player.sight
    press(player, Do.ADVANCE)
    act = player.sight
    assert heard(note, act).sentences == ("Act 0: The Photograph.", "A photograph.")
    press(player, Do.ADVANCE)
    assert heard(act, player.sight).sentences == ("You are Luna.", "A clock.")
    assert in_full(player.sight, player.backdrop).sentences == ("A clock.", "You are Luna.")
    names = [element.name for element in room(player.sight, player.backdrop).elements]
    assert len(names) == len(set(names))
    assert PICTURE in {element.key for element in room(player.sight, player.backdrop).elements}


@pytest.mark.parametrize("size", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("head", ["The Train and the Tanks", "The Light", "Professor Azuma", "Unaussprechlichkeiten"])
def test_the_words_stay_on_the_dark_of_the_poster(head: str, size: float) -> None:
    """Left of the slanted edge at every height, and inside the window, at every size of text."""
    card = Poster("You are", head, head, "A scene with a title of some length", "x", "An alt text.")
    tree = poster(card, Sheet(letters, text_size=size))
    words = [mark for node in tree.walk() for mark in node.marks if isinstance(mark, Words)]
    assert len(words) >= 3
    for mark in words:
        left, baseline = mark.at
        assert left >= 80
        assert left + mark.line.width <= EDGE - (baseline + 10) * SLANT
        assert mark.type.size < baseline <= 1060


def test_high_contrast_puts_the_words_on_plain_ink() -> None:
    """Nothing printed is left under them, and they are as bright as words must be."""
    tree = poster(ACT, Sheet(letters, high_contrast=True))
    grounds = [mark for node in tree.walk() for mark in node.marks]
    assert getattr(grounds[0], "colour", None) == INK
    plain = [mark for node in poster(ACT, SHEET).walk() for mark in node.marks]
    assert len(grounds) == len(plain) + 1
    bright = [mark for mark in grounds if isinstance(mark, Words) and mark.colour != INK]
    assert all(contrast(mark.colour, INK) >= 7 for mark in bright)


def test_the_pictures_of_the_next_cards_are_decoded_early(tmp_path: Path) -> None:
    """While the line before is read: a poster that comes late is none."""
    player = _player(tmp_path)
    assert "holder_luna" in {backdrop.picture for backdrop in player.upcoming}
    press(player, *[Do.ADVANCE] * 3)
    assert "act_3" in {backdrop.picture for backdrop in player.upcoming}
