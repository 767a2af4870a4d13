"""How far two pictures are from each other. Knows nothing of where they lie."""

from __future__ import annotations

import io

import pygame


def difference(before: bytes, after: bytes) -> float:
    """The share of pixels that differ between two PNGs; 1 where one is no picture, or of another size."""
    if before == after:
        return 0.0
    try:
        one, other = (pygame.surfarray.array3d(pygame.image.load(io.BytesIO(png))) for png in (before, after))
    except pygame.error:
        return 1.0
    return float((one != other).any(axis=2).mean()) if one.shape == other.shape else 1.0
