"""A slow move over a place, in one depth or two."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.app.view import Asset, Layers
from game.ui.window.assets import Library
from game.ui.window.frame import Drift
from game.ui.window.slow_move import SlowMove

pytestmark = pytest.mark.usefixtures("screen")

SIZE = (384, 216)
QUAY = Asset(id="quay", file="quay.png", layers=Layers(far="quay_far.png", near="quay_near.png"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A quay with two posts before it: the picture, what lies behind the posts, and the posts alone."""
    behind, post = pygame.Surface((256, 144)), pygame.Surface((256, 144), pygame.SRCALPHA)
    for x in range(256):
        behind.fill((x // 2, 90, 120), (x, 0, 1, 144))
    for left in (30, 210):
        post.fill((230, 20, 10, 255), (left, 0, 12, 144))
    whole = behind.copy()
    whole.blit(post, (0, 0))
    for name, surface in {"quay": whole, "quay_far": behind, "quay_near": post}.items():
        pygame.image.save(surface, tmp_path / f"{name}.png")
    return tmp_path


def _at(folder: Path, done: float, move: str = "push") -> pygame.Surface:
    library = Library(folder, {"quay": QUAY})
    moving = SlowMove(library, SIZE)
    library.wait(moving.wanted("quay"))
    shown = moving.at("quay", Drift(move, done), soft=False)
    library.close()
    assert shown is not None
    return shown.copy()


def _post(shown: pygame.Surface) -> tuple[int, int]:
    """The left edge of the left post, and the right one of the right post."""
    reds = [x for x in range(shown.get_width()) if shown.get_at((x, 100)).r > 160 > shown.get_at((x, 100)).g + 80]
    return reds[0], reds[-1]


@pytest.mark.parametrize("move", ["push", "pan_left", "pan_right"])
def test_a_post_is_carried_further_than_the_quay_behind_it(folder: Path, move: str) -> None:
    """It moves more with both depths than it does as a part of the picture."""
    side = 1 if move == "pan_left" else 0  # the post that goes out of sight
    deep = _post(_at(folder, 1.0, move))[side] - _post(_at(folder, 0.0, move))[side]
    (folder / "quay_near.png").unlink()
    flat = _post(_at(folder, 1.0, move))[side] - _post(_at(folder, 0.0, move))[side]
    assert abs(deep) > abs(flat)
    assert (deep < 0) == (flat < 0)


def test_a_move_closer_begins_with_the_picture(folder: Path) -> None:
    """Both depths together look like the picture that stands there before and after."""
    shown = _at(folder, 0.0)
    whole = pygame.transform.smoothscale(pygame.image.load(folder / "quay.png"), SIZE)
    for x in range(5, SIZE[0] - 4, 9):
        assert shown.get_at((x, 100))[:3] == pytest.approx(whole.get_at((x, 100))[:3], abs=40)
    assert _post(shown) == pytest.approx(_post(whole), abs=1)


@pytest.mark.parametrize("lost", ["quay_near.png", "quay_far.png"])
def test_without_one_of_its_files_the_picture_moves_as_one(folder: Path, lost: str) -> None:
    """Nothing is missing from it then, and no fault is told twice."""
    (folder / lost).unlink()
    assert _post(_at(folder, 0.5))


def test_nothing_is_shown_before_its_pictures_are_there(folder: Path) -> None:
    """The still picture stands in for them meanwhile."""
    library = Library(folder, {"quay": QUAY})
    assert SlowMove(library, SIZE).at("quay", Drift("push", 0.0), soft=False) is None
    library.close()


def test_the_disk_is_looked_at_once_for_a_whole_move(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a place comes in two depths is asked at every step and found out at the first."""
    library, looked = Library(folder, {"quay": QUAY}), list[str]()
    exists = library.exists

    def noted(asset: str) -> bool:
        looked.append(asset)
        return exists(asset)

    monkeypatch.setattr(library, "exists", noted)
    moving = SlowMove(library, SIZE)
    library.wait(moving.wanted("quay"))
    for step in range(5):
        assert moving.at("quay", Drift("push", step / 5), soft=False) is not None
    library.close()
    assert looked == ["quay_far.png", "quay_near.png"]
