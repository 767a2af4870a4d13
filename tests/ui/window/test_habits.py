"""What hands that know Ren'Py do by themselves: its default keys, buttons and wheel, and its quick menu, stay."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.ui.window.geometry import Viewport
from game.ui.window.input import Input
from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.screens.menus import Question
from game.ui.window.screens.preferences import Preferences
from game.ui.window.screens.route import Roads
from game.ui.window.screens.saves import Saves
from tests.support.window import player_in, press, reading, settle, to_choices

VIEW = Viewport(1280, 720)
ALT, CTRL, SHIFT = pygame.KMOD_LALT, pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT
KEYS = [
    (pygame.K_RETURN, 0, Do.ENTER),
    (pygame.K_SPACE, 0, Do.ADVANCE),
    (pygame.K_KP_ENTER, 0, Do.ENTER),
    (pygame.K_PAGEUP, 0, Do.BACK),
    (pygame.K_KP_9, 0, Do.BACK),
    (pygame.K_AC_BACK, 0, Do.BACK),
    (pygame.K_PAGEDOWN, 0, Do.FORWARD),
    (pygame.K_KP_3, 0, Do.FORWARD),
    (pygame.K_LCTRL, CTRL, Do.SKIP_HELD),
    (pygame.K_RCTRL, CTRL, Do.SKIP_HELD),
    (pygame.K_TAB, 0, Do.SKIP),
    (pygame.K_PERIOD, SHIFT, Do.SKIP_TO_CHOICE),
    (pygame.K_GREATER, 0, Do.SKIP_TO_CHOICE),
    (pygame.K_LESS, SHIFT, Do.SKIP_TO_CHOICE),
    (pygame.K_ESCAPE, 0, Do.MENU),
    (pygame.K_MENU, 0, Do.MENU),
    (pygame.K_PAUSE, 0, Do.MENU),
    (pygame.K_h, 0, Do.HIDE),
    (pygame.K_s, 0, Do.SCREENSHOT),
    (pygame.K_s, ALT, Do.SCREENSHOT),
    (pygame.K_s, ALT | SHIFT, Do.SCREENSHOT),
    (pygame.K_f, 0, Do.FULLSCREEN),
    (pygame.K_F11, 0, Do.FULLSCREEN),
    (pygame.K_RETURN, ALT, Do.FULLSCREEN),
    (pygame.K_KP_ENTER, ALT, Do.FULLSCREEN),
    (pygame.K_UP, 0, Do.UP),
    (pygame.K_KP_2, 0, Do.DOWN),
    (pygame.K_DELETE, 0, Do.DELETE),
    (pygame.K_F1, 0, Do.HELP),
    (pygame.K_F2, 0, Do.ROADS),
    (pygame.K_p, ALT | SHIFT, Do.ROADS),
    (pygame.K_a, SHIFT, Do.ACCESS),
    (pygame.K_v, 0, Do.VOICE),
    (pygame.K_v, ALT, Do.VOICE),
    (pygame.K_SLASH, SHIFT, Do.LOOK),
    (pygame.K_c, SHIFT, Do.CLIPBOARD),
    (pygame.K_c, ALT | SHIFT, Do.CLIPBOARD),
    (pygame.K_d, SHIFT, Do.INSIDE),
]
UNKNOWN_PAD = [
    (0, Do.ENTER),
    (1, Do.MENU),
    (2, Do.HISTORY),
    (3, Do.HIDE),
    (4, Do.BACK),
    (5, Do.FORWARD),
    (6, Do.BACK),
    (7, Do.MENU),
    (8, Do.MENU),
    (9, Do.AUTO),
    (10, Do.SKIP),
]
KNOWN_PAD = [
    (pygame.CONTROLLER_BUTTON_A, Do.ENTER),
    (pygame.CONTROLLER_BUTTON_B, Do.MENU),
    (pygame.CONTROLLER_BUTTON_X, Do.HISTORY),
    (pygame.CONTROLLER_BUTTON_Y, Do.HIDE),
    (pygame.CONTROLLER_BUTTON_BACK, Do.BACK),
    (pygame.CONTROLLER_BUTTON_GUIDE, Do.MENU),
    (pygame.CONTROLLER_BUTTON_START, Do.MENU),
    (pygame.CONTROLLER_BUTTON_LEFTSTICK, Do.AUTO),
    (pygame.CONTROLLER_BUTTON_RIGHTSTICK, Do.SKIP),
    (pygame.CONTROLLER_BUTTON_LEFTSHOULDER, Do.BACK),
    (pygame.CONTROLLER_BUTTON_RIGHTSHOULDER, Do.FORWARD),
    (pygame.CONTROLLER_BUTTON_DPAD_UP, Do.UP),
    (pygame.CONTROLLER_BUTTON_DPAD_DOWN, Do.DOWN),
    (pygame.CONTROLLER_BUTTON_DPAD_LEFT, Do.LEFT),
    (pygame.CONTROLLER_BUTTON_DPAD_RIGHT, Do.RIGHT),
]


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A player at the first line."""
    return player_in(tmp_path)


def meant(event: pygame.Event) -> list[Do]:
    """What an event means to somebody who changed nothing."""
    return [intent.do for intent in Input().intents(event, VIEW)]


@pytest.mark.parametrize(("key", "mod", "do"), KEYS, ids=lambda value: str(getattr(value, "name", value)))
def test_keys(key: int, mod: int, do: Do) -> None:
    """Each key of Ren'Py's keymap that a player may use."""
    assert meant(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="")) == [do]


def test_mouse_and_pad() -> None:
    """Left goes on, right opens the menu, the middle hides, the wheel rolls; the pad as Ren'Py has it."""
    clicks = [meant(pygame.Event(pygame.MOUSEBUTTONUP, button=number, pos=(9, 9))) for number in (1, 2, 3)]
    assert clicks == [[Do.PRESS], [Do.HIDE], [Do.MENU]]
    assert [meant(pygame.Event(pygame.MOUSEWHEEL, y=turned)) for turned in (1, -1)] == [[Do.BACK], [Do.FORWARD]]
    for kind, buttons in ((pygame.JOYBUTTONDOWN, UNKNOWN_PAD), (pygame.CONTROLLERBUTTONDOWN, KNOWN_PAD)):
        assert [meant(pygame.Event(kind, button=button)) for button, _ in buttons] == [[do] for _, do in buttons]


def test_the_right_trigger_goes_on_once_for_each_pull() -> None:
    """From rest past its middle; a stick on that axis, which rests elsewhere, does nothing."""
    pad = Input()
    pulls = (0.9, -1.0, -0.2, 0.7, 0.9, 0.2, 0.8, -0.9, 0.6)
    events = [pygame.Event(pygame.JOYAXISMOTION, axis=5, value=value) for value in pulls]
    found = [[intent.do for intent in pad.intents(event, VIEW)] for event in events]
    assert found == [[], [], [], [Do.ENTER], [], [], [], [], [Do.ENTER]]


def test_triggers_and_both_sticks() -> None:
    """Left rolls back, right goes on; either stick moves the focus, once for each push."""
    pad, found = Input(), []
    for axis, value in ((4, 0.9), (4, 1.0), (4, 0.0), (5, 0.7), (5, 0.1), (2, 0.9), (3, -0.9), (2, 0.1), (3, -0.8)):
        event = pygame.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=round(value * 32767))
        found.append([intent.do for intent in pad.intents(event, VIEW)])
    assert found == [[Do.BACK], [], [], [Do.ENTER], [], [Do.RIGHT], [], [], [Do.UP]]


def test_what_a_pad_holds_down_repeats_as_a_key_does() -> None:
    """Lines back one after the other and the focus on and on; nothing is taken twice."""
    pad = Input()
    for button, do in ((pygame.CONTROLLER_BUTTON_LEFTSHOULDER, Do.BACK), (pygame.CONTROLLER_BUTTON_DPAD_DOWN, Do.DOWN)):
        pad.intents(pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=button), VIEW)
        assert pad.tick(0.3) == ()
        assert [[intent.do for intent in pad.tick(0.13)] for _ in range(3)] == [[do]] * 3
        pad.intents(pygame.Event(pygame.CONTROLLERBUTTONUP, button=button), VIEW)
        assert pad.tick(9) == ()
    pad.intents(pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_A), VIEW)
    assert pad.tick(9) == ()


def test_skipping_to_the_next_choice_is_at_once(player: Player) -> None:
    """Over what was read, and not over what was not; then it says so."""
    player.handle(Intent(Do.SKIP_TO_CHOICE))
    assert player.reader.position == (0, 0)
    assert any("not read before" in text for text in player.app.take_notices())
    to_choices(player)
    press(player, Do.BACK, Do.BACK)
    before = player.reader.position
    player.handle(Intent(Do.SKIP_TO_CHOICE))
    assert reading(player).choosing
    assert player.reader.position > before


def test_skipping_says_why_it_does_not(player: Player) -> None:
    """On a line that was never read nothing happens but a word about it; with the setting it goes."""
    press(player, Do.SKIP)
    assert not reading(player).skipping
    player.change("skip_unseen", value=True)
    player.handle(Intent(Do.SKIP))
    assert reading(player).skipping


def test_the_quick_menu_has_its_ways(player: Player) -> None:
    """Quick save and quick load are there for who has only a mouse."""
    for control in ("quick.q_save", "quick.q_load"):
        player.handle(Intent(Do.TAKE, name=control))
    assert player.app.saves.is_filled("quick")
    assert isinstance(player.screens[-1], Question)
    press(player, Do.MENU)
    player.handle(Intent(Do.TAKE, name="quick.save"))
    assert isinstance(player.screens[-1], Saves)


def test_access_and_progress_are_one_chord_away(player: Player) -> None:
    """From reading, and from settings that are open already; twice opens nothing twice."""
    for _ in range(2):
        player.handle(Intent(Do.ACCESS))
        settle(player, 0.3)
    top = player.screens[-1]
    assert isinstance(top, Preferences)
    assert (top.page, top.focus, len(player.screens)) == ("Access", "self_voicing", 2)
    press(player, Do.MENU, Do.ROADS, Do.ROADS)
    assert isinstance(player.screens[-1], Roads)
    assert len(player.screens) == 2
