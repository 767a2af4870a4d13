"""What a screen reader of the system gets: the tree over AccessKit, read from a live accessibility bus."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.ui.window.elements import LINE
from game.ui.window.geometry import Viewport
from game.ui.window.intents import Do, Intent
from game.ui.window.presenter import Presenter, start_display
from game.ui.window.screen_reader import ScreenReader
from tests.support.stories import write
from tests.support.window import FILES, player_in

ROOT = Path(__file__).resolve().parents[3]
PROGRAMS = {"Xvfb": "xvfb", "dbus-run-session": "dbus"}
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
MISSING = [package for name, package in PROGRAMS.items() if shutil.which(name) is None]
MISSING += [] if LAUNCHER.exists() else ["at-spi2-core"]
MISSING += [name for name in ("accesskit", "jeepney") if importlib.util.find_spec(name) is None]
LABEL, BUTTON, FRAME = 29, 43, 23
"""Roles by AT-SPI's numbers."""


class _Kit:
    """As much of AccessKit as an action needs."""

    class Action:
        CLICK, FOCUS, OTHER = 1, 2, 3


class _Request:
    def __init__(self, target: int, action: int) -> None:
        self.target, self.action = target, action


def test_what_a_reader_asks_for_becomes_a_wish() -> None:
    """To take the line goes on; other controls are taken or focused by name; what nobody knows is passed over."""
    reader = ScreenReader("A test")
    reader._kit = _Kit
    line, choice = reader._number(LINE), reader._number("choice.wait")
    for target, action in ((line, 1), (choice, 2), (choice, 1), (choice, 3), (99, 1), (line, 2)):
        reader._take(_Request(target, action))
    assert reader.intents() == (
        Intent(Do.ADVANCE),
        Intent(Do.REACH, name="choice.wait"),
        Intent(Do.TAKE, name="choice.wait"),
    )
    assert reader.intents() == ()


class _Adapter:
    """Somebody who reads, or nobody."""

    def __init__(self) -> None:
        self.updates: list[Any] = []

    def update_if_active(self, make: Any) -> None:  # noqa: ANN401
        self.updates.append(make())

    def set_root_window_bounds(self, *_: object) -> None:
        """Not looked at."""


def test_a_moment_is_handed_on_once(tmp_path: Path) -> None:
    """And again only when it changed, or when somebody begins to read."""
    reader = ScreenReader("A test")
    reader._kit, reader._adapter = pytest.importorskip("accesskit"), _Adapter()
    player, view = player_in(tmp_path), Viewport(1280, 800)
    for _ in range(3):
        reader.follow(player.sight, player.backdrop, view)
    assert len(reader._adapter.updates) == 1
    reader._begin()
    reader.follow(player.sight, player.backdrop, view)
    player.handle(Intent(Do.NEXT))
    reader.follow(player.sight, player.backdrop, view)
    assert len(reader._adapter.updates) == 3
    nodes = dict(reader._adapter.updates[-1].nodes)
    assert nodes[reader._adapter.updates[-1].focus].label == "History"


def test_without_accesskit_the_game_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is an extra."""
    monkeypatch.setitem(sys.modules, "accesskit", None)
    reader = ScreenReader("A test")
    reader.attach()
    assert not reader.attached
    reader.focus_window(focused=True)


@pytest.mark.parametrize(("system", "hidden"), [("win32", True), ("darwin", True), ("linux", False)])
def test_the_window_is_handed_over_before_it_is_seen(
    system: str, hidden: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system asks for that: its adapter may not come after the first look."""
    start_display()
    monkeypatch.setattr(sys, "platform", system)
    flags: list[int] = []
    opened = pygame.display.set_mode

    def set_mode(size: tuple[int, int], kind: int) -> pygame.Surface:
        flags.append(kind)
        return opened(size, kind)

    monkeypatch.setattr(pygame.display, "set_mode", set_mode)
    seen: list[list[int]] = []
    Presenter("A test", fullscreen=False, size=(640, 360), made=lambda: seen.append(list(flags)))
    pygame.display.quit()
    assert seen == [[pygame.HIDDEN] if hidden else [pygame.RESIZABLE]]
    assert flags[-1] == pygame.RESIZABLE


@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason="needs " + ", ".join(MISSING))
def test_the_story_is_read_and_played_over_the_accessibility_bus(tmp_path: Path) -> None:
    """On a live AT-SPI bus: every screen has its names, roles, places and focus, and what is taken happens."""
    title, card, line, _, choices, _ = _played(tmp_path)
    window = next(seen for seen in title if seen["role"] == FRAME)
    assert window["name"] == "Stone Lightning"
    new = _named(title, "New game")
    assert (new["role"], new["focused"], new["takes"]) == (BUTTON, True, True)
    assert _inside(new["bounds"], window["bounds"])
    continues = _named(title, "Continue")
    assert (continues["takes"], continues["about"]) == (False, "not available")
    assert _named(card, "You are Tetsuya")
    said = _named(line, "Bells, from every tower at once.")
    assert (said["role"], said["takes"]) == (LABEL, True)
    assert _named(choices, "3 choices.")
    closed = _named(choices, "Say whose hands those were.")
    assert (closed["takes"], closed["focusable"]) == (False, True)
    assert closed["about"] == "not available. You would have to know."
    assert _inside(_named(choices, "Wait.")["bounds"], window["bounds"])


def _named(step: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(seen for seen in step if seen["name"] == name)


def _inside(box: list[int], outer: list[int]) -> bool:
    x, y, w, h = box
    left, top, wide, tall = outer
    return w > 0 and h > 0 and x >= left and y >= top and x + w <= left + wide and y + h <= top + tall


def _played(folder: Path) -> list[list[dict[str, Any]]]:
    """What a screen reader saw, step by step."""
    story = write(folder / "story", FILES)
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],  # noqa: S607 - found above
        pass_fds=[theirs],
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    kept = {name: value for name, value in os.environ.items() if name not in ("SDL_VIDEODRIVER", "AT_SPI_BUS_ADDRESS")}
    try:
        with os.fdopen(ours) as told:
            kept |= {"DISPLAY": f":{told.readline().strip()}", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        command = [
            "dbus-run-session",
            "--",
            sys.executable,
            "-m",
            "tests.support.bus",
            str(story),
            str(folder / "home"),
        ]
        done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, check=False, timeout=170)
    finally:
        server.terminate()
        server.wait(10)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    steps: list[list[dict[str, Any]]] = json.loads(done.stdout.splitlines()[-1])
    return steps
