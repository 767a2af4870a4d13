"""`play`: the story in a window, or in the terminal where there is no display.

The window comes first, with the title in it; everything else is imported and read behind that picture.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.errors import EnvironmentFault
from game.model.own_assets import TITLE_PICTURE

if TYPE_CHECKING:
    from game.app.app import App
    from game.ui.window.opening import Opening


def run(options: argparse.Namespace) -> int:
    """Play; in the terminal if asked, or if this machine shows no window, which is said."""
    if options.terminal:
        return _in_terminal(options)
    try:
        from game.ui.window.opening import Opening

        opening = Opening(options.story, options.story.resolve().parent / "assets", TITLE_PICTURE)
    except (EnvironmentFault, ImportError) as fault:
        return _in_terminal(options, fault)
    try:
        return _in_window(options, opening)
    finally:
        opening.close()


def _in_window(options: argparse.Namespace, opening: Opening) -> int:
    from game.cli.beginning import app_for
    from game.ui.window.window import run as run_window

    app = app_for(options)
    watch = None
    if options.dev:
        from game.cli.watching import Watched

        watch = Watched(options.story)
    try:
        return run_window(app, assets=options.story.resolve().parent / "assets", watch=watch, opening=opening)
    except EnvironmentFault as fault:
        opening.close()
        return _read_on(app, fault)


def _in_terminal(options: argparse.Namespace, fault: Exception | None = None) -> int:
    from game.cli.beginning import app_for

    return _read_on(app_for(options), fault)


def _read_on(app: App, fault: Exception | None) -> int:
    from game.cli.output import complain
    from game.ui.terminal import run as run_terminal

    if fault is not None:
        complain(f"No window: {fault}. Playing in the terminal.")
    return run_terminal(app)
