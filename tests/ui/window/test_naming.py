"""Names of saves: typed, or chosen letter by letter; what they look like, and that they cost nothing."""

from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.app import App
from game.ui.window.geometry import Viewport
from game.ui.window.input import Input
from game.ui.window.intents import Do, Intent
from game.ui.window.loop import Loop
from game.ui.window.player import Player
from game.ui.window.presenter import Presenter, start_display
from game.ui.window.screens.naming import Naming
from game.ui.window.screens.saves import Saves
from game.ui.window.typed import EDITING, Typed
from game.ui.window.widgets import Node, find
from tests.support.window import player_in, settle, window_story

VIEW = Viewport(1280, 720)


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """Before the slots, one of them filled."""
    player = player_in(tmp_path)
    player.save("1")
    player.app.take_notices()
    player.open_save()
    settle(player, 0.3)
    return player


def _take(player: Player, control: str) -> None:
    player.handle(Intent(Do.TAKE, name=control))
    settle(player, 0.3)


def _node(player: Player, control: str) -> Node:
    found = find(player.tree_of(player.screens[-1]), control)
    assert found is not None
    return found


def _type(player: Player, text: str) -> None:
    for letter in text:
        player.handle(Intent(Do.TYPED, name=letter))


def test_a_slot_gets_a_name_by_the_keyboard(player: Player) -> None:
    """It is seen and heard with the slot, here and where saves are loaded, and goes with the save."""
    _take(player, "name.1")
    assert player.typing
    _type(player, "Before the gate")
    player.handle(Intent(Do.ENTER))
    assert isinstance(player.screens[-1], Saves)
    assert not player.typing
    assert _node(player, "slot.1").name.startswith("Slot 1: Before the gate, ")
    player.pop()
    player.open_load()
    assert "Before the gate" in _node(player, "slot.1").name
    player.erase("1")
    player.save("1")
    assert player.app.names.of("slot.1") == ""


def test_a_page_gets_a_name_letter_by_letter(player: Player) -> None:
    """With what a pad has: the letters on screen, large at the beginning of a word."""
    _take(player, "page_name")
    for control in ("letter.M", "letter.A", "space", "letter.Y", "letter.O", "letter.X", "rub"):
        _take(player, control)
    _take(player, "keep")
    assert player.app.names.of("page.1") == "Ma Yo"
    tree = player.tree_of(player.screens[-1])
    assert _node(player, "page.1").name == "Page 1, Ma Yo"
    assert any(node.name == "Ma Yo" for node in tree.walk())


def test_who_wants_no_name_leaves_it(player: Player) -> None:
    """Escape keeps the old one, and it can be taken away."""
    player.app.names.call("slot.1", "Old")
    _take(player, "name.1")
    _type(player, "er")
    player.handle(Intent(Do.MENU))
    assert player.app.names.of("slot.1") == "Old"
    _take(player, "name.1")
    _take(player, "none")
    assert player.app.names.of("slot.1") == ""
    assert not _node(player, "slot.1").name.startswith("Slot 1: ,")


def test_overwriting_keeps_the_name_of_a_slot(player: Player) -> None:
    """It is the slot's, as a page's is the page's."""
    player.app.names.call("slot.1", "Route of the sister")
    player.save("1")
    assert player.app.names.of("slot.1") == "Route of the sister"


def test_the_first_letter_counts(tmp_path: Path) -> None:
    """Letters are wanted from the moment that the line is there, not from the first key on."""
    start_display()
    loop = Loop(App(window_story(), tmp_path), Presenter("A test", fullscreen=False, size=(960, 540)), tmp_path)
    loop.player.push(Naming(loop.player, "Slot 1", "", lambda _: None))
    loop.turn([], 0.05)
    key = {"key": pygame.K_h, "mod": 0, "unicode": "h"}
    loop.turn([pygame.Event(pygame.KEYDOWN, key), pygame.Event(pygame.TEXTINPUT, text="h")], 0.05)
    names = [node.name for node in loop.player.frame.tree.walk()]
    assert "Name: h" in names
    loop.player.pop()
    loop.turn([], 0.05)
    assert not loop.input.typing
    loop.close()


def test_with_one_button_the_button_stays_a_button(player: Player) -> None:
    """Even where that button is the space bar."""
    player.change("scanning", "fast")
    _take(player, "name.1")
    assert isinstance(player.screens[-1], Naming)
    assert not player.typing


def test_letters_come_as_text_and_keys_beside_them_mean_nothing() -> None:
    """H hides nothing while one types; Enter, Escape and arrows mean what they always do; editing keys edit."""
    hand = Input()
    hand.typing = True

    def meant(key: int, letter: str = "", mod: int = 0) -> list[tuple[Do, str]]:
        event = pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=letter)
        found = [(intent.do, intent.name) for intent in hand.intents(event, VIEW)]
        hand.intents(pygame.Event(pygame.KEYUP, key=key, mod=0), VIEW)
        return found

    assert meant(pygame.K_h, "h") == []
    assert meant(pygame.K_SPACE, " ") == []
    assert meant(pygame.K_1, "1") == []
    assert meant(pygame.K_RETURN, "\r") == [(Do.ENTER, "")]
    assert meant(pygame.K_ESCAPE, "\x1b") == [(Do.MENU, "")]
    assert meant(pygame.K_UP) == [(Do.UP, "")]
    assert meant(pygame.K_BACKSPACE, "\b") == [(Do.CAPTURED, "key:backspace")]
    typed = hand.intents(pygame.Event(pygame.TEXTINPUT, text="ß"), VIEW)
    assert [(intent.do, intent.name) for intent in typed] == [(Do.TYPED, "ß")]


@given(st.lists(st.sampled_from([*sorted(EDITING), "a", "word ", "\n"]), max_size=40))
def test_the_caret_stays_within_the_line(keys: list[str]) -> None:
    """Whatever is typed and edited; nothing but letters that can be seen comes in, and no more than there is room."""
    line = Typed()
    for key in keys:
        line = line.pressed(key) if key in EDITING else line.put(key, 20)
        assert 0 <= line.at <= len(line.text) <= 20
        assert line.text.isprintable()


def test_editing_keys_do_what_they_do_everywhere() -> None:
    """A letter or a word before or after the caret."""
    line = Typed("one two", 7)
    assert line.pressed("key:ctrl+backspace") == Typed("one ", 4)
    assert line.pressed("key:home").pressed("key:delete") == Typed("ne two", 0)
    assert line.pressed("key:ctrl+left") == Typed("one two", 4)
    assert line.pressed("key:home").pressed("key:ctrl+right") == Typed("one two", 4)
    assert line.step(-1).pressed("key:backspace") == Typed("one to", 5)
