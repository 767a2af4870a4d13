"""What holds for every test: no window, no sound, no colours, English, and nothing of the user's is read or written."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from game.app.wording import Wording, speak

# A machine that is busy with other work is slow, not wrong.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# Before anything imports pygame, and for every program that a test starts. A test that wants a real display of its own
# (under Xvfb) sets these anew for the program that it starts.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
os.environ["NO_COLOR"] = "1"

# Started in the background (`run.py test &`), a shell has Ctrl-C ignored, and what a test starts would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for saves and settings that is this test's alone."""
    home = tmp_path / "stone-lightning-home"
    monkeypatch.setenv("STONE_LIGHTNING_HOME", str(home))
    speak(Wording())  # whatever another test spoke
    return home


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say again, beside pytest's own failures, which linters failed before it: `run.py test` fails for them too."""
    if broken := os.environ.get("STONE_LIGHTNING_LINTERS"):
        terminalreporter.section("linters", red=True)
        terminalreporter.line(f"FAILED {broken}: what they said stands above, before the tests")
