"""Puts a sound that happens once into its room. Knows no single sound."""

from __future__ import annotations

import numpy as np

from assets.programs.sound import space
from assets.programs.sound.waves import Wave, softened


def done(mix: Wave, room: str, share: float, fade: float = 0.4) -> Wave:
    """The sound in its room, without what comes after it has died away."""
    wet = space.inside(mix, room, share, ring=False)
    level = np.abs(wet).max(axis=1)
    loud = np.flatnonzero(level > level.max() * 0.0012)
    return softened(wet[: loud[-1] + 1], 0.001, min(fade, len(wet) / 96_000))
