"""Plays a path through the real window and hands out a picture of each card, line and choice. Writes no files."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.app.app import App

from .intents import Do, Intent
from .loop import Loop
from .presenter import Presenter, start_display
from .screens.play import Play

STILL = {"text_speed": 0, "reduced_motion": True, "time_limits": "off", "auto": False}
"""Settings under which a moment has one picture, and the same one every time."""

LONG = 20.0
"""Seconds after which whatever was told on screen is gone."""

PATIENCE = 5.0
"""Seconds to wait for a picture to be decoded."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What the window showed in a scene, as PNG; `scene` is empty after the story has ended."""

    scene: str
    png: bytes


def film(app: App, choices: Iterable[str], *, assets: Path, size: tuple[int, int]) -> Iterator[Picture]:
    """A picture of everything that a reader who takes these choices (`scene.choice`s) sees, from where the app stands.

    Raises EnvironmentFault where no window can be opened; without a display, SDL's `dummy` driver is one.
    """
    app.change_all(STILL)
    start_display()
    loop = Loop(app, Presenter(app.story.title, fullscreen=False, size=size), assets)
    try:
        yield from _pictures(loop, list(choices))
    finally:
        loop.close()


def _pictures(loop: Loop, choices: list[str]) -> Iterator[Picture]:
    player = loop.player
    while True:
        screen = player.screens[0]
        _settle(loop)
        playing = isinstance(screen, Play)
        yield Picture(player.reader.view.scene if playing else "", loop.photograph() or b"")
        if not isinstance(screen, Play) or (screen.choosing and not choices):
            return
        shown = player.frame
        if not _is_card(screen):
            for _ in range(2):
                loop.turn([], LONG)  # Captions go, and choices take a press.
        if screen.choosing:
            wanted = choices.pop(0).partition(".")[2]
            offered = [option.id for option in screen.view.options]
            player.handle(Intent(Do.CHOICE, number=offered.index(wanted) + 1))
        else:
            player.handle(Intent(Do.ADVANCE))
        if player.screens[0] is screen and player.frame == shown:
            return  # The story goes round without a choice, which the player was told.


def _is_card(screen: Play) -> bool:
    return screen.backdrop() is not screen.stage


def _settle(loop: Loop) -> None:
    """Let everything come that comes by itself: the change of pictures, a pause, the picture from its file."""
    player, clock, left = loop.player, threading.Event(), PATIENCE
    player.finish_passage()
    while not loop.compositor.ready(player.backdrop) and left > 0:
        clock.wait(0.005)
        left -= 0.005
    screen = player.screens[0]
    while isinstance(screen, Play) and not _is_card(screen) and screen.moving:
        loop.turn([], 0.5)
    loop.turn([], 0.0)
