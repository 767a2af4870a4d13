import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from PIL import Image

from game.app.app import App
from game.app.cache import Cache
from game.app.folders import SETTINGS
from game.errors import EnvironmentFault
from game.ui.window.loop import Loop
from game.ui.window.opening import Opening
from tests.support.stories import write
from tests.support.window import FILES, window_story

ROOT = Path(__file__).resolve().parents[3]
PICTURE = "cards/title.webp"
RED, GREEN = (200, 40, 30), (30, 200, 40)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """A story with a title's picture, which is red; every window is closed in the end."""
    write(tmp_path / "project" / "story", FILES)
    _paint(tmp_path / "project", RED)
    yield tmp_path / "project"
    pygame.display.quit()


def _paint(project: Path, colour: tuple[int, int, int]) -> None:
    path = project / "assets" / PICTURE
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (320, 180), colour).save(path, lossless=True)


def _open(project: Path) -> Opening:
    return Opening(project / "story", project / "assets", PICTURE, Cache(project / "cache"))


def _shows(colour: tuple[int, int, int]) -> bool:
    surface = pygame.display.get_surface()
    assert surface is not None
    shown = surface.get_at((surface.get_width() // 2, surface.get_height() // 2))
    return all(abs(part - wanted) < 12 for part, wanted in zip(shown[:3], colour, strict=True))


def _keep(opening: Opening, colour: tuple[int, int, int]) -> None:
    title = opening.presenter.surface.copy()
    title.fill(colour)
    opening.keep("A kept title", title)


def test_the_first_start_shows_the_picture_alone(project: Path) -> None:
    """It is in the window when the opening is made, and not yet what a later start would show."""
    opening = _open(project)
    assert _shows(RED)
    assert not opening.is_current
    opening.close()
    assert not pygame.display.get_init()


def test_a_later_start_shows_the_title_as_it_was_kept(project: Path) -> None:
    """With the caption that it had."""
    first = _open(project)
    _keep(first, GREEN)
    first.close()
    later = _open(project)
    assert later.is_current
    assert _shows(GREEN)
    assert pygame.display.get_caption()[0] == "A kept title"
    later.close()


@pytest.mark.parametrize("change", ["story", "picture", "settings", "damage"])
def test_what_was_kept_of_another_title_is_not_shown(project: Path, change: str, own_home: Path) -> None:
    """Another story, picture or typeface would look otherwise; and damage looks like nothing."""
    first = _open(project)
    _keep(first, GREEN)
    first.close()
    if change == "story":
        (project / "story" / "story.yaml").write_text("title: Another\nstart: ward\nformat: 1\n")
    elif change == "picture":
        _paint(project, (250, 40, 30))
    elif change == "settings":
        own_home.mkdir(exist_ok=True)
        (own_home / SETTINGS).write_text(json.dumps({"font": "readable"}))
    else:
        [kept] = (project / "cache").iterdir()
        kept.write_bytes(kept.read_bytes()[:-1])
    later = _open(project)
    assert not later.is_current
    assert not _shows(GREEN)
    later.close()


def test_a_window_of_another_size_shows_it_scaled(project: Path, own_home: Path) -> None:
    """And it is kept anew once it was drawn at that size."""
    first = _open(project)
    title = pygame.Surface((640, 360))
    title.fill(GREEN)
    first.keep("A kept title", title)
    first.close()
    later = _open(project)
    assert _shows(GREEN)
    assert not later.is_current
    later.close()


def test_the_window_is_as_the_settings_want_it(project: Path, own_home: Path) -> None:
    """Its size, as far as the desktop has room."""
    own_home.mkdir()
    (own_home / SETTINGS).write_text(json.dumps({"window_width": 800, "window_height": 500}))
    opening = _open(project)
    assert opening.presenter.window_size == (800, 500)
    opening.close()


@pytest.mark.parametrize("held", ["", "[]", "{", '{"window_width": "wide", "fullscreen": 7}', "[" * 5000])
def test_settings_that_are_none_open_a_window_all_the_same(project: Path, own_home: Path, held: str) -> None:
    """What is wrong with them is told later, by who reads them."""
    own_home.mkdir()
    (own_home / SETTINGS).write_text(held)
    opening = _open(project)
    assert _shows(RED)
    assert not opening.presenter.fullscreen
    opening.close()


def test_a_title_without_a_picture_opens_too(project: Path) -> None:
    """The window is dark until the poster is drawn."""
    (project / "assets" / PICTURE).unlink()
    opening = _open(project)
    assert not opening.is_current
    opening.close()


def test_without_a_display_there_is_no_opening(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asked can turn to the terminal."""
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "offscreen")
    with pytest.raises(EnvironmentFault, match="no display"):
        _open(project)


def test_the_game_moves_in_and_keeps_its_title(project: Path, tmp_path: Path) -> None:
    """What the next start shows first is the live title but for the menu, and nothing is kept twice."""
    opening = _open(project)
    app = App(window_story(), tmp_path / "home")
    loop = Loop(app, opening.presenter, project / "assets", opening=opening)
    loop.keep_title()
    for _ in range(20):
        loop.turn([], 0.05)
    live = opening.presenter.surface.copy()
    loop.keep_title()
    assert opening.is_current
    loop.close()
    later = _open(project)
    assert later.is_current
    width, height = live.get_size()
    name = pygame.Rect(width // 16, height // 12, width // 3, height // 3)
    for part in (name, pygame.Rect(width // 2, 0, width // 2, height)):
        before, after = (pygame.transform.average_color(s.subsurface(part)) for s in (live, later.presenter.surface))
        assert all(abs(one - other) <= 3 for one, other in zip(before, after, strict=True))
    assert pygame.transform.average_color(live) != pygame.transform.average_color(later.presenter.surface)
    later.close()


IMPORTED = """
import sys
from pathlib import Path
from game.cli.commands import play
import game.ui.window.opening as opening
opening.Opening._decoding = lambda self, *_, **__: print(*sys.modules) or sys.exit(0)
from game.cli import main
main(["play", "--story", sys.argv[1]])
"""


def test_the_first_picture_waits_for_nothing_heavy(project: Path) -> None:
    """Neither YAML nor the machine nor arrays nor the story's model are imported when it is shown."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, str(project / "story")],
        cwd=ROOT,
        env=os.environ.copy(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    imported = set(done.stdout.split())
    heavy = {"yaml", "transitions", "numpy", "game.model.story", "game.engine", "game.app.app", "game.loading"}
    assert imported & heavy == set()
    assert "game.ui.window.presenter" in imported


def test_a_story_with_errors_is_told_and_the_window_closed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As without a window: every error on standard error, and exit code 2."""
    from game.cli import main  # noqa: PLC0415 - the only test here that starts the program

    (project / "story" / "scenes.yaml").write_text("ward:\n  ending: nowhere\n")
    assert main(["play", "--story", str(project / "story")]) == 2
    assert "E223" in (said := capsys.readouterr().err)
    assert said.splitlines()[-1].startswith("error: the story in")
    assert not pygame.display.get_init()
