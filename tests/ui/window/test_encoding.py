"""Pictures become the bytes of files, and nothing is kept of them."""

from __future__ import annotations

import gc
import io
import tempfile
from pathlib import Path

import pygame
import pytest

from game.ui.window.encoding import file_of


def _picture() -> pygame.Surface:
    picture = pygame.Surface((32, 18))
    picture.fill((200, 30, 40), (4, 4, 20, 10))
    return picture


@pytest.mark.parametrize(("name", "off"), [("title.png", 0), ("title.jpg", 12)])
def test_bytes_are_a_file_of_the_kind_of_its_name(name: str, off: int) -> None:
    """What is read back from them is the picture."""
    again = pygame.image.load(io.BytesIO(file_of(_picture(), name)), name)
    assert again.get_size() == (32, 18)
    assert again.get_at((12, 9))[:3] == pytest.approx((200, 30, 40), abs=off)


def test_nothing_is_kept_of_a_picture_that_was_saved() -> None:
    """A long sitting makes thousands of thumbnails."""

    def held() -> int:
        gc.collect()
        return sum(isinstance(each, io.BytesIO) for each in gc.get_objects())

    before = held()
    for _ in range(10):
        file_of(_picture(), "thumbnail.png")
    assert held() == before


def test_without_room_for_a_file_it_is_made_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full or missing folder for temporary files loses no thumbnail."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert file_of(_picture(), "thumbnail.png").startswith(b"\x89PNG")
