import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.errors import EnvironmentFault
from game.ui.window import presenter
from game.ui.window.presenter import start_display

ROOT = Path(__file__).resolve().parents[3]
TRY = """
from game.errors import EnvironmentFault
from game.ui.window.presenter import start_display
try:
    start_display()
except EnvironmentFault as fault:
    print("refused:", fault)
else:
    print("opened")
"""


def _start(**environment: str) -> str:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
    done = subprocess.run(
        [sys.executable, "-c", TRY],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.stdout


def test_without_a_display_the_window_says_so() -> None:
    """The command line can then turn to the terminal; no traceback, and no window that nobody sees."""
    assert _start().startswith("refused: there is no display")


def test_a_display_that_does_not_answer_is_none() -> None:
    """An X server that isn't there is told in one line."""
    assert _start(DISPLAY=":4711").startswith("refused: there is no display")


def test_a_driver_without_a_screen_is_used_when_asked_for() -> None:
    """Tests and screenshots ask for it by name."""
    assert _start(SDL_VIDEODRIVER="dummy") == "opened\n"
    assert _start(SDL_VIDEODRIVER="offscreen") == "opened\n"


def test_plain_pygame_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """It lacks what the window needs; the message names the right package."""
    monkeypatch.delattr(pygame, "IS_CE")
    with pytest.raises(EnvironmentFault, match="pygame-ce"):
        start_display()


def test_x11_is_asked_for_shared_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless somebody decided otherwise in the environment."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv(presenter.ACCELERATION, raising=False)
    start_display()
    assert os.environ.pop(presenter.ACCELERATION) == "0"
    monkeypatch.setenv(presenter.ACCELERATION, "1")
    start_display()
    assert os.environ[presenter.ACCELERATION] == "1"
    pygame.display.quit()
