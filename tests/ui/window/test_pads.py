"""Gamepads as SDL has them: virtual ones, plugged in and out while the game looks."""

import ctypes
from collections.abc import Iterator

import pygame
import pytest

from game.ui.window.bindings import DEFAULTS, Bindings, spoken
from game.ui.window.geometry import Viewport
from game.ui.window.input import Input
from game.ui.window.intents import Do
from game.ui.window.pads import Pads

VIEW = Viewport(1280, 720)
GAMEPAD, UNKNOWN = 1, 0
"""Kinds of SDL's virtual devices: one whose layout it knows, and one of which it knows nothing."""


class Plug:
    """SDL's virtual devices, which pygame has no way to make."""

    def __init__(self) -> None:
        self._sdl = ctypes.CDLL(pygame.base.__file__)
        self._sdl.SDL_JoystickFromInstanceID.restype = ctypes.c_void_p
        self._sdl.SDL_JoystickSetVirtualButton.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint8]
        self._sdl.SDL_JoystickSetVirtualAxis.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int16]
        self.plugged: list[int] = []

    def insert(self, kind: int) -> None:
        """A pad with six axes and fifteen buttons."""
        self.plugged.append(self._sdl.SDL_JoystickAttachVirtual(kind, 6, 15, 0))

    def pull_out(self) -> None:
        self._sdl.SDL_JoystickDetachVirtual(self.plugged.pop())

    def press(self, number: int, button: int, *, down: bool = True) -> None:
        self._sdl.SDL_JoystickSetVirtualButton(self._sdl.SDL_JoystickFromInstanceID(number), button, down)

    def push(self, number: int, axis: int, value: int) -> None:
        self._sdl.SDL_JoystickSetVirtualAxis(self._sdl.SDL_JoystickFromInstanceID(number), axis, value)


@pytest.fixture
def plug(screen: pygame.Surface) -> Iterator[Plug]:
    """With nothing plugged in yet."""
    plug = Plug()
    if not hasattr(plug._sdl, "SDL_JoystickAttachVirtual"):
        pytest.skip("this SDL has no virtual devices")
    yield plug
    while plug.plugged:
        plug.pull_out()
    pygame.event.clear()


def _wishes(pads: Pads, hand: Input) -> list[Do]:
    return [intent.do for event in pads.heard(pygame.event.get()) for intent in hand.intents(event, VIEW)]


def _number(pads: Pads) -> int:
    return next(iter(pads._open))


def test_a_pad_whose_layout_is_known_is_heard_once(plug: Plug) -> None:
    """Its shoulders and triggers are where they belong, and no press counts twice."""
    pads, hand = Pads(), Input()
    plug.insert(GAMEPAD)
    assert _wishes(pads, hand) == []
    number = _number(pads)
    found = []
    for button in (0, 1, 9, 10, 11):
        plug.press(number, button)
        found.append(_wishes(pads, hand))
        plug.press(number, button, down=False)
        _wishes(pads, hand)
    assert found == [[Do.ENTER], [Do.MENU], [Do.BACK], [Do.FORWARD], [Do.UP]]
    plug.push(number, 4, 30000)
    assert _wishes(pads, hand) == [Do.BACK]
    plug.push(number, 2, -30000)
    assert _wishes(pads, hand) == [Do.LEFT]


def test_a_pad_of_an_unknown_make_works_as_most_do(plug: Plug) -> None:
    """The buttons in the order that most have."""
    pads, hand = Pads(), Input()
    plug.insert(UNKNOWN)
    _wishes(pads, hand)
    for button, do in ((0, Do.ENTER), (4, Do.BACK)):
        plug.press(_number(pads), button)
        assert do in _wishes(pads, hand)


def test_a_pad_may_come_and_go_and_come(plug: Plug) -> None:
    """While playing."""
    pads, hand = Pads(), Input()
    for _ in range(2):
        plug.insert(GAMEPAD)
        _wishes(pads, hand)
        plug.press(_number(pads), 0)
        assert _wishes(pads, hand) == [Do.ENTER]
        plug.pull_out()
        _wishes(pads, hand)
        assert not pads._open


def test_every_button_has_a_name_for_people() -> None:
    """Also the sticks, pressed; none is a number."""
    names = {spoken(name) for name in DEFAULTS if name.startswith("pad:")}
    assert {"Pad A", "Pad left trigger", "Pad right stick pressed", "Pad Start"} <= names
    assert not any(letter.isdigit() for name in names for letter in name)


def test_what_an_earlier_version_called_by_number_still_holds() -> None:
    """Settings outlive the game that wrote them."""
    held = Bindings({"pad:3": "AUTO", "pad:trigger": "SKIP", "pad:0": "HIDE"}).table()
    assert (held["pad:y"], held["pad:right trigger"], held["pad:a"]) == (Do.AUTO, Do.SKIP, Do.ENTER)
