from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from PIL import Image

from game.app.app import App
from game.app.save import is_picture
from game.ui.window.loop import ASLEEP, AWAKE, PATIENCE_WITH_FAULTS, RESTING, Loop
from game.ui.window.presenter import Presenter, start_display
from game.ui.window.screens.broken import Broken
from game.ui.window.screens.menus import Menu, Title
from game.ui.window.screens.play import Play
from tests.support.window import window_story


@pytest.fixture
def loop(tmp_path: Path) -> Iterator[Loop]:
    """A window that shows nothing, over the story with its pictures."""
    for name in ("ward.webp", "stair.webp", "luna_n.webp", "luna_w.webp"):
        mode = "RGBA" if name.startswith("luna") else "RGB"
        Image.new(mode, (70, 100) if mode == "RGBA" else (320, 180), (120, 90, 60)).save(tmp_path / name)
    app = App(window_story(), tmp_path / "home")
    app.change("text_speed", 0)
    app.change("reduced_motion", value=True)
    start_display()
    loop = Loop(app, Presenter("A test", fullscreen=False, size=(960, 540)), tmp_path)
    yield loop
    loop.close()


def _key(loop: Loop, *keys: int) -> None:
    for key in keys:
        loop.turn([pygame.Event(pygame.KEYDOWN, key=key, mod=pygame.KMOD_NUM, unicode="")], 0.05)
        loop.turn([pygame.Event(pygame.KEYUP, key=key, mod=pygame.KMOD_NUM)], 0.05)
        for _ in range(30):
            loop.turn([], 0.05)


def _shown() -> bytes:
    surface = pygame.display.get_surface()
    assert surface is not None
    return pygame.image.tobytes(surface, "RGB")


def test_keys_lead_from_the_title_to_an_ending(loop: Loop) -> None:
    """Real events, real pictures, every turn drawn: the whole way through the story."""
    loop.turn([], 0.0)
    assert isinstance(loop.player.screens[0], Title)
    title = _shown()
    _key(loop, pygame.K_RETURN, pygame.K_SPACE)
    base = loop.player.screens[0]
    assert isinstance(base, Play)
    assert _shown() != title
    while not base.choosing:
        _key(loop, pygame.K_SPACE)
    _key(loop, pygame.K_3)
    while loop.player.screens[0] is base:
        _key(loop, pygame.K_SPACE)
    assert loop.app.profile.reached == ("left",)
    assert loop.library.faults == []


def test_a_window_made_larger_is_drawn_anew(loop: Loop) -> None:
    """Type and pictures are made for the new size, and the story is where it was."""
    _key(loop, pygame.K_RETURN, pygame.K_SPACE)
    pygame.display.set_mode((1280, 800), pygame.RESIZABLE)
    loop.turn([pygame.Event(pygame.WINDOWSIZECHANGED, x=1280, y=800)], 0.05)
    for _ in range(30):
        loop.turn([], 0.05)
    assert loop.presenter.viewport.size == (1280, 720)
    assert loop.compositor.target.get_size() == (1280, 720)
    assert loop.player.frame.typed[0].line.text.startswith("Bells")


def test_the_loop_slows_down_when_there_is_nothing_to_do(loop: Loop) -> None:
    """Awake after input, at rest when all stands still, asleep after ten quiet seconds or when it can't be seen."""
    loop.turn([], 0.0)
    loop.player.finish_passage()
    loop.turn([pygame.Event(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0, unicode="")], 0.05)
    assert loop.rate == AWAKE
    for _ in range(20):
        loop.turn([], 0.05)
    assert loop.rate == RESTING
    for _ in range(210):
        loop.turn([], 0.05)
    assert loop.rate == ASLEEP
    loop.turn([pygame.Event(pygame.WINDOWRESTORED)], 0.05)
    assert loop.rate == AWAKE
    loop.turn([pygame.Event(pygame.WINDOWMINIMIZED)], 0.05)
    assert loop.rate == ASLEEP


def test_what_goes_on_by_itself_keeps_the_loop_from_sleeping(loop: Loop) -> None:
    """Auto mode and the focus that goes round are late by a tenth of a second at most, however long nobody stirs."""
    for setting, value in (("auto", True), ("scanning", "slow")):
        loop.app.reset_settings()
        loop.app.change(setting, value)
        loop.turn([], 0.0)
        loop.player.finish_passage()
        for _ in range(400):
            loop.turn([], 0.05)
            assert loop.rate in (AWAKE, RESTING)


def test_a_thumbnail_is_a_small_picture(loop: Loop) -> None:
    """A JPEG that a save accepts."""
    _key(loop, pygame.K_RETURN, pygame.K_SPACE)
    data = loop.thumbnail()
    assert data is not None
    assert is_picture(data)
    assert len(data) < 60_000


def test_the_easy_reading_face_holds_at_once(loop: Loop) -> None:
    """Changing the typeface changes what is drawn on the next turn."""
    _key(loop, pygame.K_RETURN, pygame.K_SPACE)
    before = _shown()
    loop.app.change("font", "readable")
    loop.turn([], 0.05)
    assert _shown() != before
    assert loop.compositor.painter.glyphs.chosen == "readable"


def test_a_missing_picture_gives_way_to_a_stand_in_that_names_the_place(tmp_path: Path) -> None:
    """Nothing waits for ever; with `debug` the player is told which file it is."""
    app = App(window_story(), tmp_path / "home")
    start_display()
    loop = Loop(app, Presenter("A test", fullscreen=False, size=(960, 540)), tmp_path, debug=True)
    _key(loop, pygame.K_RETURN, pygame.K_SPACE)
    legend = {max(loop.presenter.surface.get_at((x, y))[:3]) for x in range(75, 200) for y in range(48, 60)}
    assert max(legend) > 200
    assert any("ward.webp" in fault for fault in loop.library.faults)
    loop.close()


def test_stopping_the_program_keeps_the_place(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C in the terminal that the window was started from is a way out like any other."""
    _key(loop, pygame.K_RETURN, pygame.K_SPACE, pygame.K_SPACE)

    def stop() -> list[pygame.Event]:
        raise KeyboardInterrupt

    monkeypatch.setattr(pygame.event, "get", stop)
    assert loop.run() == 0
    assert loop.app.can_continue


def test_a_right_click_opens_the_menu_and_closes_it(loop: Loop) -> None:
    """The mouse alone is enough for everything."""
    _key(loop, pygame.K_RETURN, pygame.K_SPACE)
    click = pygame.Event(pygame.MOUSEBUTTONUP, button=3, pos=(10, 10))
    loop.turn([click], 0.05)
    assert isinstance(loop.player.screens[-1], Menu)
    loop.turn([click], 0.05)
    assert len(loop.player.screens) == 1


def test_a_breakdown_keeps_the_place_and_writes_a_report(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong in drawing or thinking: the player is told, and goes on from there."""
    _key(loop, pygame.K_RETURN, pygame.K_SPACE, pygame.K_SPACE)
    words = loop.player.reader.view.line

    def fail(*_: object) -> None:
        raise ZeroDivisionError("a planted fault")

    with monkeypatch.context() as broken:
        broken.setattr(loop.player, "tick", fail)
        loop.turn_safely([], 0.05)
    assert isinstance(loop.player.screens[-1], Broken)
    [report] = (loop.app.papers.save_folder.parent / "reports").iterdir()
    assert "a planted fault" in report.read_text()
    assert "replay: " in report.read_text()
    _key(loop, pygame.K_RETURN)
    assert loop.player.reader.view.line == words


def test_a_breakdown_without_end_ends_the_game(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in every turn is not told for ever."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("a planted fault")

    monkeypatch.setattr(loop.player, "tick", fail)
    for _ in range(PATIENCE_WITH_FAULTS):
        loop.turn_safely([], 0.05)
    with pytest.raises(ZeroDivisionError):
        loop.turn_safely([], 0.05)


def test_s_and_f9_write_a_picture_and_a_replay(loop: Loop) -> None:
    """Both lie in the user's folder, and a notice says where."""
    _key(loop, pygame.K_RETURN, pygame.K_SPACE, pygame.K_s, pygame.K_F9)
    folder = loop.app.papers.save_folder.parent
    [picture], [recording] = (folder / "pictures").iterdir(), (folder / "recordings").iterdir()
    with Image.open(picture) as shown:
        assert shown.size == (960, 540)
    assert recording.read_text().startswith("replay: ")
    names = [node.name for node in loop.player.frame.tree.walk()]
    assert f"Recorded: {recording}" in names


def test_a_window_that_was_made_larger_opens_so_the_next_time(tmp_path: Path) -> None:
    """Its size is kept with the settings; one that nobody touched stays as the desktop suggests."""
    app = App(window_story(), tmp_path)
    start_display()
    loop = Loop(app, Presenter("A test", fullscreen=False, size=(960, 540)), tmp_path)
    loop.turn([], 0.0)
    loop.remember_size()
    assert app.settings.window_width == 0
    pygame.display.set_mode((1000, 600), pygame.RESIZABLE)
    loop.turn([pygame.Event(pygame.WINDOWSIZECHANGED, x=1000, y=600)], 0.05)
    loop.remember_size()
    loop.close()
    again = App(window_story(), tmp_path)
    assert (again.settings.window_width, again.settings.window_height) == (1000, 600)
