"""`play`: the story in a window, or in the terminal where there is no display."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.app.app import App
from game.cli.interface import wordings
from game.cli.loaded import known_scene, playable
from game.cli.output import complain
from game.cli.translating import tongues
from game.cli.watching import Watched
from game.errors import EnvironmentFault, UsageError
from game.model.expression import Value
from game.model.story import Story
from game.model.values import describe_domain, read_value
from game.tools.wording import did_you_mean


def run(options: argparse.Namespace) -> int:
    """Play; in the terminal if asked, or if this machine shows no window, which is said."""
    story, _ = playable(options.story)
    values = dict(_setting(story, pair) for pair in options.set)
    known_scene(story, options.scene)
    app = App(story, tongues=tongues(options.story), wordings=wordings())
    if options.scene is not None or values:
        app.new_game(options.seed, scene=options.scene, values=values)
    elif options.seed is not None:
        app.new_game(options.seed)
    if options.terminal:
        return _in_terminal(app)
    assets = options.story.resolve().parent / "assets"
    return _in_window(app, assets, Watched(options.story) if options.dev else None)


def _in_window(app: App, assets: Path, watch: Watched | None) -> int:
    try:
        from game.ui.window.window import run as run_window

        return run_window(app, assets=assets, watch=watch)
    except (EnvironmentFault, ImportError) as fault:
        complain(f"No window: {fault}. Playing in the terminal.")
        return _in_terminal(app)


def _in_terminal(app: App) -> int:
    from game.ui.terminal import run as run_terminal

    return run_terminal(app)


def _setting(story: Story, pair: str) -> tuple[str, Value]:
    """`NAME=VALUE` to a variable's name and value. Raises UsageError."""
    name, equals, text = (part.strip() for part in pair.partition("="))
    if not equals:
        raise UsageError(f'--set wants NAME=VALUE, not "{pair}"')
    variables = {variable.name: variable for variable in story.variables}
    if name not in variables:
        raise UsageError(f'there is no variable "{name}"{did_you_mean(name, variables)}')
    value = read_value(variables[name], text)
    if value is None:
        raise UsageError(f'"{name}" cannot be "{text}"', f"it is {describe_domain(variables[name])}")
    return name, value
