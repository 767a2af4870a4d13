"""A real window on a real X server, driven by a real keyboard and mouse."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.stories import write
from tests.support.window import FILES

ROOT = Path(__file__).resolve().parents[3]
MISSING = [name for name in ("Xvfb", "xdotool", "import") if shutil.which(name) is None]
PACKAGES = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason="needs " + ", ".join(PACKAGES[name] for name in MISSING)),
]
PLAY = """
import sys
from pathlib import Path
from game.app.app import App
from game.loading.loader import load_story
from game.ui.window.window import run
story = load_story(Path(sys.argv[1])).story
app = App(story, Path(sys.argv[2]))
app.change("text_speed", 0)
app.change("reduced_motion", True)
sys.exit(run(app))
"""


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own."""
    read, write_ = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],  # noqa: S607 - found above
        pass_fds=[write_],
        stderr=subprocess.DEVNULL,
    )
    number = ""
    while not number.endswith("\n"):
        number += os.read(read, 16).decode()
    name = f":{number.strip()}"
    _until_it_answers(name)
    yield name
    server.terminate()
    server.wait(10)


def _until_it_answers(name: str) -> None:
    """An X server says its number before it lets anybody in."""
    asked = ["xdotool", "getdisplaygeometry"]
    for _ in range(100):
        if subprocess.run(asked, env={**os.environ, "DISPLAY": name}, capture_output=True, check=False).returncode == 0:
            return
        time.sleep(0.1)


class Window:
    """The program in its window."""

    def __init__(self, display: str, folder: Path) -> None:
        kept = {k: v for k, v in os.environ.items() if k != "SDL_VIDEODRIVER"}
        self.environment = {**kept, "DISPLAY": display}
        story = write(folder / "story", FILES)
        self.home = folder / "home"
        self.process = subprocess.Popen(
            [sys.executable, "-c", PLAY, str(story), str(self.home)], cwd=ROOT, env=self.environment
        )

    def look(self) -> bytes:
        """The pixels of the screen."""
        command = ["import", "-window", "root", "-depth", "8", "rgb:-"]
        return subprocess.run(command, env=self.environment, capture_output=True, check=True, timeout=30).stdout

    def until_changed(self, before: bytes, seconds: float = 15.0) -> bytes:
        """Wait until the screen differs, then until it stands still."""
        end = time.monotonic() + seconds
        now = self.look()
        while now == before and time.monotonic() < end:
            now = self.look()
        assert now != before, "nothing changed on screen"
        while (later := self.look()) != now and time.monotonic() < end:
            now = later
        return now

    def do(self, *words: str) -> None:
        """One command of xdotool."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=30)  # noqa: S607 - found above


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[Window]:
    """The window, and no process left behind."""
    window = Window(display, tmp_path)
    yield window
    if window.process.poll() is None:
        window.process.kill()
    window.process.wait(10)


def test_a_story_is_played_with_keyboard_and_mouse_and_kept(window: Window) -> None:
    """Title, card, lines, wheel, menu and leaving: what is on screen answers each, and the place is saved."""
    title = window.until_changed(window.look(), 30)
    window.do("mousemove", "1100", "150")
    window.do("key", "Return")
    card = window.until_changed(title)
    window.do("key", "space")
    first = window.until_changed(card)
    window.do("key", "space")
    second = window.until_changed(first)
    window.do("click", "4")
    back = window.until_changed(second)
    window.do("click", "3")
    menu = window.until_changed(back)
    window.do("key", "Up")
    quit_ = window.until_changed(menu)
    window.do("key", "Return")
    question = window.until_changed(quit_)
    window.do("key", "Left", "Return")
    assert window.process.wait(20) == 0
    assert question != menu
    assert list(window.home.rglob("save-auto-1.json"))


def test_a_system_that_shuts_down_costs_nothing(window: Window) -> None:
    """Asked to end from outside, the game saves like any other way out."""
    title = window.until_changed(window.look(), 30)
    window.do("key", "Return")
    card = window.until_changed(title)
    window.do("key", "space")
    window.until_changed(card)
    window.process.terminate()
    assert window.process.wait(20) == 0
    assert list(window.home.rglob("save-auto-1.json"))
