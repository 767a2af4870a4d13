"""Which languages a story and the game can be had in. A file is read when somebody wants its language, not before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.app.languages import Tongue
    from game.app.wording import Wording
    from game.model.story import Story

LOCALE = "locale"
"""The folder of a story's translations, and of the game's, each called after its language: `de.po`."""
PROGRAM = Path(__file__).resolve().parents[1]


def catalogues(folder: Path) -> dict[str, Path]:
    """By language, the files that a story has."""
    found = sorted((folder / LOCALE).glob("*.po"))
    if not found:
        return {}
    from game.app.settings import LANGUAGE

    return {path.stem: path for path in found if re.fullmatch(LANGUAGE, path.stem)}


def tongues(folder: Path) -> Mapping[str, Tongue]:
    """By language, what tells a story in it; a file that can't be read leaves the story as it is."""
    return {language: partial(_told, path=path) for language, path in catalogues(folder).items()}


def wordings(folder: Path = PROGRAM) -> Mapping[str, Callable[[], Wording]]:
    """By language, what reads the game's words in it; of a file that can't be read there is only English."""
    return {language: partial(_wording, path) for language, path in catalogues(folder).items()}


def _told(story: Story, path: Path) -> Story:
    from .translating import told_by

    return told_by(path, story)


def _wording(path: Path) -> Wording:
    from .interface import wording_in

    return wording_in(path)
