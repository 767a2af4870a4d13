"""Assets that the program itself uses, where the list has them: no story needs to name them. Knows names only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first picture waits for the names, not for the model
    from .story import Scene, Story

TITLE_PICTURE = "cards/title.webp"
WINDOW_ICON = "icon.png"
QUIET_PICTURE = "interim"
"""Stands behind words that are said nowhere."""
TITLE_MUSIC = "music_title"
"""Plays on the title screen and its menus."""
UI_MOVE, UI_CHOOSE, UI_BACK, UI_PAGE = "ui_move", "ui_choose", "ui_back", "ui_page"
"""The focus moved, something was taken, a screen closed, a screen opened."""
TOUCHES = (UI_MOVE, UI_CHOOSE, UI_BACK, UI_PAGE)
OWN = frozenset({TITLE_PICTURE, QUIET_PICTURE, WINDOW_ICON, TITLE_MUSIC, *TOUCHES})
"""Ids and files, as `assets.yaml` may give either."""

_ACT = re.compile("act_([0-9]{1,3})")


def act_of(scene: Scene) -> str | None:
    """The act that a scene belongs to: its folder `act_N` beside `story.yaml`; the act's poster is called the same."""
    folder = scene.ref.file.partition("/")[0]
    return folder if _ACT.fullmatch(folder) else None


def number_of(act: str) -> int:
    """The number of an act."""
    found = _ACT.fullmatch(act)
    return int(found[1]) if found else 0


def holder_card(who: str) -> str:
    """The card of somebody of the cast through whose eyes we see."""
    return f"holder_{who}"


def printed_cards(story: Story) -> frozenset[str]:
    """The cards of a story's acts and holders, whether the list has them or not."""
    one_of_each_file = {scene.ref.file: scene for scene in story.scenes.values()}
    acts = {act for scene in one_of_each_file.values() if (act := act_of(scene)) is not None}
    holders = {scene.you for scene in story.scenes.values()}
    return frozenset(acts | {holder_card(you) for you in holders if you is not None})
