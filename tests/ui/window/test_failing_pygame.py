"""T17: whatever pygame refuses once, at boot, in play, in the settings or on the way out, costs no more than that.

The k-th call of pygame's functions that can fail raises its error, for every k; then the game is played by real events.
"""

from __future__ import annotations

import ctypes
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pygame
import pytest
from PIL import Image

from game.app.app import App
from game.errors import EnvironmentFault
from game.ui.window.window import run
from tests.support.window import window_story

pytestmark = pytest.mark.slow

CALLS: dict[ModuleType, str] = {
    pygame.display: "init set_mode set_caption set_icon flip update get_desktop_sizes get_surface get_driver",
    pygame.image: "load save",
    pygame.transform: "smoothscale scale average_color",
    pygame.key: "set_repeat stop_text_input",
    pygame.joystick: "init",
    pygame.mixer: "init set_num_channels set_reserved Sound Channel",
    pygame.draw: "polygon circle aacircle",
    pygame.font: "init Font",
}
"""What is called once or in every picture and may fail on somebody's machine."""
KEYS = (
    *(pygame.K_RETURN, pygame.K_SPACE, pygame.K_SPACE, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_ESCAPE),
    *(pygame.K_F5, pygame.K_s, pygame.K_SPACE, pygame.K_SPACE, pygame.K_3, pygame.K_SPACE, pygame.K_RETURN),
)
"""Title, card, lines, menu and back, quick save, a picture of the screen, a choice, on."""
ROUNDS = 3
"""Turns of the loop for each key."""


class Trouble:
    """Counts calls, and fails the one that it is told to."""

    def __init__(self) -> None:
        self.count, self.fails = 0, 0

    def wrapped(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same, unless its turn has come."""

        def called(*given: object, **named: object) -> Any:  # noqa: ANN401
            self.count += 1
            if self.count == self.fails:
                raise pygame.error("a planted fault")
            return call(*given, **named)

        return called


class _Clock:
    """Time that passes without anybody waiting for it."""

    def tick(self, _: int = 0) -> int:
        return 50


def _events() -> Iterator[list[pygame.Event]]:
    for key in KEYS:
        yield [pygame.Event(pygame.KEYDOWN, key=key, mod=pygame.KMOD_NONE, unicode="")]
        yield [pygame.Event(pygame.KEYUP, key=key, mod=pygame.KMOD_NONE)]
        for _ in range(ROUNDS):
            yield []
    while True:
        yield [pygame.Event(pygame.QUIT)]


@pytest.fixture
def trouble(monkeypatch: pytest.MonkeyPatch) -> Trouble:
    """pygame, its functions counted."""
    found = Trouble()
    for module, names in CALLS.items():
        for name in names.split():
            monkeypatch.setattr(module, name, found.wrapped(getattr(module, name)))
    monkeypatch.setattr(pygame.time, "Clock", _Clock)
    return found


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """The pictures of the story."""
    for name in ("ward.webp", "stair.webp", "luna_n.webp", "luna_w.webp"):
        Image.new("RGBA", (32, 18), (120, 90, 60, 255)).save(tmp_path / name)
    (tmp_path / "cards").mkdir()
    Image.new("RGB", (32, 18), (40, 40, 40)).save(tmp_path / "cards" / "title.webp")
    return tmp_path


def _play(home: Path, assets: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    """Once through, to the end of the window; EnvironmentFault where there is none."""
    app = App(window_story(), home)
    app.change_all({"text_speed": 0, "window_width": 640, "window_height": 360})
    turns = _events()
    monkeypatch.setattr(pygame.event, "get", lambda: next(turns))
    assert run(app, assets=assets) == 0
    return app


def _give_back() -> None:
    """Let go of closed windows and their surfaces; Python would look for them late, and glibc keep four gigabytes."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None) if os.name == "posix" else None, "malloc_trim", None)
    if trim is not None:
        trim(0)


def test_every_call_of_pygame_may_fail_once(
    trouble: Trouble, assets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The game goes on, or says that there is no window, before anything was played; what was read is saved."""
    _play(tmp_path / "whole", assets, monkeypatch)
    total = trouble.count
    assert total > 150
    windows, broken = 0, list[int]()
    for k in range(1, total + 1):
        trouble.count, trouble.fails = 0, k
        home = tmp_path / str(k)
        try:
            app = _play(home, assets, monkeypatch)
        except EnvironmentFault:
            continue
        finally:
            trouble.fails = 0
            pygame.display.quit()
            if k % 20 == 0:
                _give_back()
        windows += 1
        broken += [k] if list(home.rglob("reports/*")) else []
        assert app.can_continue, f"call {k}: nothing was saved"
    assert windows > total * 0.9
    assert len(broken) < total * 0.1, "a refused call is worth no report"
