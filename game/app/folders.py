"""Where a player's files belong on this machine. Knows nothing of what stands in them.

Imports late what it may need: the first picture waits for this module.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.model.story import Story

NAME = "stone-lightning"
HOME = "STONE_LIGHTNING_HOME"
"""The environment variable that names another folder."""
SETTINGS = "settings.json"
"""The file of settings in the home."""
CACHE = ".cache"
"""The folder within that one for what can be made anew; no story's own can be called so."""


def home(environment: Mapping[str, str] | None = None) -> Path:
    """The folder of all that is kept for this user. Relative where the system knows no home."""
    given = (os.environ if environment is None else environment).get(HOME)
    if given:
        return Path(given).absolute()
    import platformdirs

    return platformdirs.user_data_path(NAME, appauthor=False)


def cache() -> Path:
    """The folder of what can be made anew at any time. Relative where the system knows no home."""
    if os.environ.get(HOME):
        return home() / CACHE
    import platformdirs

    return platformdirs.user_cache_path(NAME, appauthor=False)


def story_id(story: Story) -> str:
    """The story's title as a short name for a folder; a digest of it where it has no Latin letters."""
    ascii_title = unicodedata.normalize("NFKD", story.title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_title).strip("-")[:60].strip("-")
    if slug:
        return slug
    import hashlib

    return "story-" + hashlib.sha256(story.title.encode(errors="replace")).hexdigest()[:12]
