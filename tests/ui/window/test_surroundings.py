"""T18: what a machine lacks or loses while the game runs costs that, and never the game."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.app.app import App
from game.ui.window import glyphs
from game.ui.window.glyphs import FONTS
from game.ui.window.loop import Loop
from game.ui.window.presenter import Presenter, start_display
from tests.support.window import window_story

Make = Callable[..., Loop]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Opens a window of some size over an empty folder of assets, or over none at all."""
    made: list[Loop] = []

    def opened(size: tuple[int, int] = (640, 360), assets: Path = tmp_path) -> Loop:
        app = App(window_story(), tmp_path / "home")
        app.change("text_speed", 0)
        start_display()
        made.append(Loop(app, Presenter("A test", fullscreen=False, size=size), assets))
        return made[-1]

    yield opened
    for loop in made:
        loop.close()


def _plays(loop: Loop) -> bool:
    """Whether the story goes on by keys, with every turn drawn."""
    for key in (pygame.K_RETURN, pygame.K_SPACE, pygame.K_SPACE, pygame.K_SPACE):
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            loop.turn([pygame.Event(kind, key=key, mod=pygame.KMOD_NONE, unicode="")], 0.05)
        for _ in range(30):
            loop.turn([], 0.05)
    return loop.app.reader is not None and loop.player.reader.position[1] > 0


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (2000, 2), (16, 9)])
def test_a_window_of_any_size_is_drawn(size: tuple[int, int], make: Make) -> None:
    """However small somebody makes it; made large again, it is whole."""
    loop = make(size)
    _plays(loop)
    assert loop.app.reader is not None
    pygame.display.set_mode((640, 360), pygame.RESIZABLE)
    loop.turn([pygame.Event(pygame.WINDOWSIZECHANGED, x=640, y=360)], 0.05)
    assert loop.compositor.target.get_size() == (640, 360)


def test_without_any_asset_the_story_is_played(make: Make, tmp_path: Path) -> None:
    """A folder that is not there is one in which everything is missing."""
    assert _plays(make(assets=tmp_path / "nowhere"))


@pytest.mark.parametrize("lost", ["one", "all", "damaged"])
def test_a_typeface_that_is_missing_gives_way_to_another(
    lost: str, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To one that is there, or to pygame's own."""
    folder = tmp_path / "fonts"
    shutil.copytree(FONTS, folder)
    files = sorted(folder.glob("*.ttf"))
    for file in files[:1] if lost == "one" else files:
        file.write_bytes(b"no typeface") if lost == "damaged" else file.unlink()
    monkeypatch.setattr(glyphs.Glyphs.__init__, "__kwdefaults__", {"chosen": "story", "folder": folder})
    assert _plays(make())


def test_a_sound_device_that_goes_away_in_play_leaves_silence(make: Make) -> None:
    """Pulled out, the game goes on."""
    loop = make()
    loop.audio.start(mono=False)
    for _ in range(40):
        loop.turn([], 0.05)
        pygame.time.wait(5)
    pygame.mixer.quit()
    loop.player.sounds.append("bell")
    loop.audio.try_out(50)
    assert _plays(loop)


def test_another_monitor_is_only_another_size(make: Make) -> None:
    """Events about displays change nothing that is read."""
    loop = make()
    assert _plays(loop)
    where = loop.player.reader.position
    for kind in (pygame.WINDOWMOVED, pygame.WINDOWDISPLAYCHANGED, pygame.WINDOWHIDDEN, pygame.WINDOWSHOWN):
        loop.turn([pygame.Event(kind, x=0, y=0, display_index=1)], 0.05)
    assert loop.player.reader.position == where
