"""Saves a picture of every line of a replay, through the real window. Knows nothing of how it is drawn."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from game.app.app import App
from game.cli.files import write_bytes
from game.cli.output import complain, count
from game.engine.playing import Playthrough
from game.errors import EnvironmentFault
from game.model.story import Story

SIZE = (1280, 720)
OURS = re.compile(r"\d{4}_\w*\.png")
NEW = ".new.png"
"""What a picture's name ends with that differs from one that is held to."""


def take_pictures(
    story: Story, assets: Path, plays: Mapping[str, Playthrough], folder: Path, tolerance: float | None = None
) -> bool:
    """Write a folder of numbered pictures for each playthrough, by its name, and say which are not as they were.

    With a tolerance, a picture that is there already stays: one of which a larger share of pixels differs is written
    beside it, and the answer is whether there was none, and none is missing. Raises EnvironmentFault where no window
    can be opened.
    """
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    try:
        from game.ui.window.filming import film
    except ImportError as fault:
        raise EnvironmentFault(f"pictures need pygame-ce: {fault}") from None
    hold = True
    for name, play in plays.items():
        mine = folder / name
        before = {path.name for path in mine.glob("*.png") if OURS.fullmatch(path.name)}
        taken: list[str] = []
        changed: dict[str, float] = {}
        with tempfile.TemporaryDirectory(prefix="stone-lightning-") as home:
            pictures = film(_begun(story, play, Path(home)), play.choices, assets=assets, size=SIZE)
            for number, picture in enumerate(pictures, 1):
                file = f"{number:04}_{picture.scene or 'the_end'}.png"
                taken.append(file)
                share = _kept(mine / file, picture.png, tolerance)
                if share:
                    changed[file] = share
        hold = hold and not changed and before <= set(taken)
        complain(f"{mine}: {_summary(before, taken, changed)}")
    return tolerance is None or hold


def _kept(path: Path, png: bytes, tolerance: float | None) -> float:
    """Write a picture, beside an older one that is held to; the share of pixels that differ, 0 where tolerated."""
    from game.ui.window.comparing import difference

    new = path.with_suffix(NEW)
    share = difference(path.read_bytes(), png) if path.exists() else 0.0
    if tolerance is None or not path.exists():
        write_bytes(path, png)
        return share
    if share <= tolerance:
        new.unlink(missing_ok=True)
        return 0.0
    write_bytes(new, png)
    return share


def _begun(story: Story, play: Playthrough, home: Path) -> App:
    """A player of their own, at the beginning of that playthrough."""
    app = App(story, home, clock=lambda: 0.0)
    for ending in play.reached:
        app.profile.ended(ending)
    app.new_game(play.seed, scene=play.start.scene, values=dict(play.start.values))
    return app


def _summary(before: set[str], taken: list[str], changed: Mapping[str, float]) -> str:
    said = count(len(taken), "picture")
    if before:
        listed = ", ".join(f"{file} ({share:.2%} of its pixels)" for file, share in list(changed.items())[:8])
        said += f", {len(changed)} not as before" + (f": {listed}" if changed else "")
    left = sorted(before - set(taken))
    return said + (f"; no longer taken: {', '.join(left[:8])}" if left else "")
