"""A picture as the bytes of a file. Knows surfaces, nothing else."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pygame


def file_of(picture: pygame.Surface, name: str) -> bytes:
    """The bytes of a picture's file; its kind is that of the name.

    Through a file that is gone afterwards: pygame-ce 2.5.8 never lets go of an object that it saved a picture to, which
    is ten kilobytes for each thumbnail. Where no such file can be written, through memory all the same.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="stone-lightning-") as folder:
            file = Path(folder, name)
            pygame.image.save(picture, file)
            return file.read_bytes()
    except (OSError, pygame.error):
        held = io.BytesIO()
        pygame.image.save(picture, held, name)
        return held.getvalue()
