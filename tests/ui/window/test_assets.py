from pathlib import Path

import pygame
import pytest
from PIL import Image

from game.app.view import Asset
from game.ui.window.assets import FEWEST, Fit, Library, Wanted
from game.ui.window.headers import Kind


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures, and something that is none."""
    Image.new("RGB", (320, 180), (200, 40, 30)).save(tmp_path / "place.jpg")
    Image.new("RGBA", (70, 100), (0, 0, 0, 0)).save(tmp_path / "person.webp")
    (tmp_path / "notes.webp").write_text("not a picture")
    (tmp_path / "half.jpg").write_bytes((tmp_path / "place.jpg").read_bytes()[:400])
    return tmp_path


def test_a_picture_comes_decoded_and_scaled(screen: pygame.Surface, folder: Path) -> None:
    """It arrives from the worker with exactly the size that was asked for."""
    library = Library(folder, {"ward": Asset("ward", "place.jpg")})
    wanted = Wanted("ward", (960, 540), Fit.COVER)
    assert library.get(wanted) is None
    library.wait([wanted])
    surface = library.get(wanted)
    assert surface is not None
    assert surface.get_size() == (960, 540)
    assert surface.get_at((480, 270))[0] > 150
    library.close()


def test_a_portrait_keeps_its_shape_and_its_transparency(screen: pygame.Surface, folder: Path) -> None:
    """Portraits are scaled to a height."""
    library = Library(folder, None)
    wanted = Wanted("person.webp", (0, 500), Fit.HEIGHT)
    library.wait([wanted])
    surface = library.get(wanted)
    assert surface is not None
    assert surface.get_size() == (350, 500)
    assert surface.get_at((10, 10))[3] == 0
    library.close()


@pytest.mark.parametrize("name", ["gone.webp", "notes.webp", "half.jpg", "../secret.png", "/etc/passwd"])
def test_what_is_no_picture_is_missing_and_said_once(screen: pygame.Surface, folder: Path, name: str) -> None:
    """A missing, false, cut or outside file is known to be missing; the reason is one line."""
    Image.new("RGB", (8, 8)).save(folder.parent / "secret.png")
    library = Library(folder, None)
    wanted = Wanted(name, (96, 54), Fit.COVER)
    for _ in range(2):
        library.wait([wanted])
        assert library.get(wanted) is None
    assert library.has(wanted)
    assert len(library.faults) == 1
    assert library.faults[0].startswith(name)
    library.close()


def test_a_sound_is_no_picture(folder: Path) -> None:
    """A file is used only for what it is."""
    (folder / "bell.ogg").write_bytes(b"OggS" + bytes(100))
    library = Library(folder, None)
    assert library.checked("bell.ogg", Kind.SOUND) is not None
    assert library.checked("bell.ogg", Kind.PICTURE) is None
    assert library.checked("place.jpg", Kind.SOUND) is None


@pytest.mark.parametrize(("budget", "again"), [(0, True), (1 << 30, False)])
def test_oldest_pictures_make_room(
    screen: pygame.Surface, folder: Path, monkeypatch: pytest.MonkeyPatch, budget: int, *, again: bool
) -> None:
    """Over the budget the one that was not looked at for longest is decoded again; as many as a moment needs stay."""
    monkeypatch.setattr("game.ui.window.assets.BUDGET", budget)
    library = Library(folder, {"ward": Asset("ward", "place.jpg")})
    sizes = [Wanted("ward", (32 + more, 18), Fit.COVER) for more in range(FEWEST + 1)]
    for wanted in sizes:
        library.wait([wanted])
    assert (library.get(sizes[0]) is None) == again
    assert all(library.get(wanted) is not None for wanted in sizes[1:])
    library.close()
