"""Where a player's files belong on this machine. Knows nothing of what stands in them."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from game.model.story import Story

HOME = "STONE_LIGHTNING_HOME"
"""The environment variable that names another folder."""


def home(environment: Mapping[str, str] | None = None) -> Path:
    """The folder of all that is kept for this user. Relative where the system knows no home."""
    given = (os.environ if environment is None else environment).get(HOME)
    return Path(given).absolute() if given else platformdirs.user_data_path("stone-lightning", appauthor=False)


def story_id(story: Story) -> str:
    """The story's title as a short name for a folder; a digest of it where it has no Latin letters."""
    ascii_title = unicodedata.normalize("NFKD", story.title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_title).strip("-")[:60].strip("-")
    return slug or "story-" + hashlib.sha256(story.title.encode(errors="replace")).hexdigest()[:12]
