"""Assets that the program itself uses, where the list has them: no story needs to name them. Knows names only."""

from __future__ import annotations

TITLE_PICTURE = "cards/title.webp"
WINDOW_ICON = "icon.png"
TITLE_MUSIC = "music_title"
"""Plays on the title screen and its menus."""
UI_MOVE, UI_CHOOSE, UI_BACK, UI_PAGE = "ui_move", "ui_choose", "ui_back", "ui_page"
"""The focus moved, something was taken, a screen closed, a screen opened."""
TOUCHES = (UI_MOVE, UI_CHOOSE, UI_BACK, UI_PAGE)
OWN = frozenset({TITLE_PICTURE, WINDOW_ICON, TITLE_MUSIC, *TOUCHES})
"""Ids and files, as `assets.yaml` may give either."""
