import pygame
import pytest

from game.ui.window.geometry import Viewport
from game.ui.window.input import Input
from game.ui.window.intents import Do

VIEW = Viewport(1280, 720)


def _key(key: int, mod: int = pygame.KMOD_NUM) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="")


@pytest.mark.parametrize(
    ("key", "mod", "do"),
    [
        (pygame.K_SPACE, 0, Do.ADVANCE),
        (pygame.K_RETURN, 0, Do.ENTER),
        (pygame.K_RETURN, pygame.KMOD_LALT, Do.FULLSCREEN),
        (pygame.K_PAGEUP, 0, Do.BACK),
        (pygame.K_PAGEDOWN, 0, Do.FORWARD),
        (pygame.K_ESCAPE, 0, Do.MENU),
        (pygame.K_h, 0, Do.HIDE),
        (pygame.K_TAB, 0, Do.SKIP),
        (pygame.K_TAB, pygame.KMOD_LSHIFT, Do.PREVIOUS),
        (pygame.K_LCTRL, pygame.KMOD_LCTRL, Do.SKIP_HELD),
        (pygame.K_RCTRL, pygame.KMOD_RCTRL | pygame.KMOD_LSHIFT, Do.SKIP_HELD),
        (pygame.K_F11, 0, Do.FULLSCREEN),
        (pygame.K_f, 0, Do.FULLSCREEN),
        (pygame.K_F1, 0, Do.HELP),
        (pygame.K_F5, 0, Do.QUICK_SAVE),
        (pygame.K_KP_8, 0, Do.UP),
        (pygame.K_KP_9, 0, Do.BACK),
    ],
)
def test_keys_mean_what_players_of_visual_novels_expect(key: int, mod: int, do: Do) -> None:
    """The habits of Ren'Py's players hold, Num Lock or not."""
    assert [intent.do for intent in Input().intents(_key(key, mod), VIEW)] == [do]


def test_shift_h_is_nothing() -> None:
    """A letter with a modifier isn't the letter."""
    assert Input().intents(_key(pygame.K_h, pygame.KMOD_LSHIFT), VIEW) == ()


def test_f9_records_a_replay() -> None:
    """A bug report is one key away."""
    assert [intent.do for intent in Input().intents(_key(pygame.K_F9), VIEW)] == [Do.RECORD]


@pytest.mark.parametrize(("key", "number"), [(pygame.K_1, 1), (pygame.K_9, 9), (pygame.K_KP_3, 3)])
def test_figures_choose(key: int, number: int) -> None:
    """Both rows of figures take a choice; the keypad's with Num Lock."""
    intents = Input().intents(_key(key), VIEW)
    assert [(intent.do, intent.number) for intent in intents] == [(Do.CHOICE, number)]


def test_holding_a_key_takes_nothing_twice() -> None:
    """Enter and Space don't repeat; page keys and arrows do."""
    hand = Input()
    assert hand.intents(_key(pygame.K_RETURN), VIEW)
    assert hand.intents(_key(pygame.K_RETURN), VIEW) == ()
    hand.intents(pygame.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0), VIEW)
    assert hand.intents(_key(pygame.K_RETURN), VIEW)
    assert hand.intents(_key(pygame.K_PAGEUP), VIEW)
    assert hand.intents(_key(pygame.K_PAGEUP), VIEW)


def test_losing_the_window_lets_go_of_everything() -> None:
    """A Ctrl that was held when the window lost the focus doesn't skip for ever."""
    hand = Input()
    hand.intents(_key(pygame.K_LCTRL, pygame.KMOD_LCTRL), VIEW)
    intents = hand.intents(pygame.Event(pygame.WINDOWFOCUSLOST), VIEW)
    assert [intent.do for intent in intents] == [Do.SKIP_RELEASED]


def test_the_mouse_speaks_in_virtual_units() -> None:
    """A click in the middle of a small window is one in the middle of the screen."""
    event = pygame.Event(pygame.MOUSEBUTTONUP, button=1, pos=(640, 360))
    (intent,) = Input().intents(event, VIEW)
    assert (intent.do, intent.at) == (Do.PRESS, (960, 540))


@pytest.mark.parametrize(("button", "do"), [(2, Do.HIDE), (3, Do.MENU)])
def test_the_other_mouse_buttons(button: int, do: Do) -> None:
    """The middle button hides the words, the right one opens the menu."""
    event = pygame.Event(pygame.MOUSEBUTTONUP, button=button, pos=(0, 0))
    assert [intent.do for intent in Input().intents(event, VIEW)] == [do]


def test_the_wheel_rolls_back_and_forward() -> None:
    """Up is back; a fast turn is at most three lines."""
    hand = Input()
    assert [i.do for i in hand.intents(pygame.Event(pygame.MOUSEWHEEL, y=1), VIEW)] == [Do.BACK]
    assert [i.do for i in hand.intents(pygame.Event(pygame.MOUSEWHEEL, y=-9), VIEW)] == [Do.FORWARD] * 3


def test_a_stick_moves_once_for_each_push() -> None:
    """It has to come back to the middle in between."""
    hand = Input()

    def push(value: float) -> list[Do]:
        event = pygame.Event(pygame.JOYAXISMOTION, axis=1, value=value, instance_id=0)
        return [intent.do for intent in hand.intents(event, VIEW)]

    assert push(0.9) == [Do.DOWN]
    assert push(1.0) == []
    assert push(0.0) == []
    assert push(-0.8) == [Do.UP]


def test_a_pad_s_buttons_and_cross() -> None:
    """A goes on, B opens the menu, the cross moves the focus."""
    hand = Input()
    for event, do in (
        (pygame.Event(pygame.JOYBUTTONDOWN, button=0), Do.ENTER),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=1), Do.MENU),
        (pygame.Event(pygame.JOYHATMOTION, value=(0, 1)), Do.UP),
        (pygame.Event(pygame.JOYHATMOTION, value=(1, 0)), Do.RIGHT),
    ):
        assert [intent.do for intent in hand.intents(event, VIEW)] == [do]


def test_closing_the_window_is_a_wish_like_any_other() -> None:
    """The window's cross quits, saved."""
    assert [intent.do for intent in Input().intents(pygame.Event(pygame.QUIT), VIEW)] == [Do.QUIT]
