"""Makes what the arguments of `play` ask for: a story with its player, at the title or already somewhere in it."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.app.app import App
from game.errors import PlayError, UsageError
from game.model.expression import Value
from game.model.story import Story
from game.model.values import describe_domain, read_value

from .stored import story_in
from .tongues import tongues, wordings


def app_for(options: argparse.Namespace) -> App:
    """The story that was asked for. Raises UsageError, for a story with errors after it has printed them."""
    story = story_in(options.story)
    values = dict(_setting(story, pair) for pair in options.set)
    if options.scene is not None:
        from .loaded import known_scene

        known_scene(story, options.scene)
    app = App(story, tongues=tongues(options.story), wordings=wordings())
    if options.after is not None:
        if options.scene is not None or values or options.seed is not None:
            raise UsageError("a replay says itself where it begins", "leave out --scene, --set and --seed, or --after")
        _play_after(app, options.after)
    elif options.scene is not None or values:
        app.new_game(options.seed, scene=options.scene, values=values)
    elif options.seed is not None:
        app.new_game(options.seed)
    return app


def _play_after(app: App, file: Path) -> None:
    """Take the path of a replay, and stand where it ends. Raises UsageError for one that does not hold."""
    from .replays import run_replays

    (result,) = run_replays(app.story, [file]).results
    played = result.play
    if not result.ok or played is None:
        raise UsageError(f"{file} does not hold", "run.py replay says where")
    start = played.start
    app.new_game(played.seed, scene=start.scene, values=dict(start.values))
    try:
        for taken in played.choices:
            while app.reader is not None and app.reader.advance():
                pass
            if app.reader is not None:
                app.reader.choose(taken.partition(".")[2])
    except PlayError as fault:
        raise UsageError(f"{file} can't be played with the endings that you have found: {fault}") from None


def _setting(story: Story, pair: str) -> tuple[str, Value]:
    """`NAME=VALUE` to a variable's name and value. Raises UsageError."""
    name, equals, text = (part.strip() for part in pair.partition("="))
    if not equals:
        raise UsageError(f'--set wants NAME=VALUE, not "{pair}"')
    variables = {variable.name: variable for variable in story.variables}
    if name not in variables:
        from game.tools.wording import did_you_mean

        raise UsageError(f'there is no variable "{name}"{did_you_mean(name, variables)}')
    value = read_value(variables[name], text)
    if value is None:
        raise UsageError(f'"{name}" cannot be "{text}"', f"it is {describe_domain(variables[name])}")
    return name, value
