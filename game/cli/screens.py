"""Saves a picture of every line of a replay, through the real window. Knows nothing of how it is drawn."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from game.app.app import App
from game.cli.files import write_bytes
from game.cli.output import complain, count
from game.engine.playing import Playthrough
from game.errors import EnvironmentFault
from game.model.story import Story

SIZE = (1280, 720)
OURS = re.compile(r"\d{4}_\w*\.png")


def take_pictures(story: Story, assets: Path, plays: dict[str, Playthrough], folder: Path) -> None:
    """Write a folder of numbered pictures for each playthrough, by its name, and say which are not as they were.

    Raises EnvironmentFault where no window can be opened.
    """
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    try:
        from game.ui.window.filming import film
    except ImportError as fault:
        raise EnvironmentFault(f"pictures need pygame-ce: {fault}") from None
    for name, play in plays.items():
        mine = folder / name
        before = {path.name for path in mine.glob("*.png") if OURS.fullmatch(path.name)}
        taken: list[str] = []
        changed: list[str] = []
        with tempfile.TemporaryDirectory(prefix="stone-lightning-") as home:
            pictures = film(_begun(story, play, Path(home)), play.choices, assets=assets, size=SIZE)
            for number, picture in enumerate(pictures, 1):
                file = f"{number:04}_{picture.scene or 'the_end'}.png"
                if file in before and (mine / file).read_bytes() != picture.png:
                    changed.append(file)
                taken.append(file)
                write_bytes(mine / file, picture.png)
        complain(f"{mine}: {_summary(before, taken, changed)}")


def _begun(story: Story, play: Playthrough, home: Path) -> App:
    """A player of their own, at the beginning of that playthrough."""
    app = App(story, home, clock=lambda: 0.0)
    for ending in play.reached:
        app.profile.ended(ending)
    app.new_game(play.seed, scene=play.start.scene, values=dict(play.start.values))
    return app


def _summary(before: set[str], taken: list[str], changed: list[str]) -> str:
    said = count(len(taken), "picture")
    if before:
        said += f", {len(changed)} not as before" + (": " + ", ".join(changed[:8]) if changed else "")
    left = sorted(before - set(taken))
    return said + (f"; no longer taken: {', '.join(left[:8])}" if left else "")
