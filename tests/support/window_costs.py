"""What the window's work costs: seconds of each frame, off screen, beside the copy of one frame in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path

import pygame

from game.app.view import Run
from game.ui.window.assets import Library
from game.ui.window.compositor import Compositor
from game.ui.window.frame import Backdrop, Change, Drift, Figure, Frame, Passage
from game.ui.window.geometry import WIDTH
from game.ui.window.glyphs import Glyphs
from game.ui.window.layout.play import Moment, pages, play, typed
from game.ui.window.layout.sheet import Sheet
from game.ui.window.painter import Painter
from game.ui.window.particles import KINDS
from game.ui.window.stage import StagePainter

WORDS = "You have had the sentence ready since the burns ward. It was shorter there. She is not going to ask. " * 2
WARM_UP = 3


class Costs:
    """A compositor of some size over stand-in pictures, and what its frames cost. A display must be open."""

    def __init__(self, size: tuple[int, int], assets: Path) -> None:
        """Pictures are those of `assets`, if there are any; `size` in pixels is 16:9."""
        glyphs = Glyphs(size[0] / WIDTH)
        painter = Painter(glyphs)
        self.target = pygame.Surface(size).convert()
        self._library = Library(assets, None)
        self._behind = StagePainter(painter, self._library, size)
        self._compositor = Compositor(self.target, painter, self._behind)
        sheet = Sheet(glyphs)
        lines = pages((Run(WORDS),), sheet)[0]
        moment = Moment(lines, WORDS, "Luna", complete=False)
        stage = Backdrop(None, "The ward", "Beds", (Figure("Luna", None, "right"), Figure("Azuma", None, "left")))
        self._stage = stage
        self._letters = sum(line.length for line in lines)
        self._frame = Frame(play(moment, sheet), stage, typed(moment, sheet))

    def copy(self, frames: int = 60) -> list[float]:
        """Copying one frame in memory: the least that a change of everything can cost."""
        other = self.target.copy()
        return _timed(partial(other.blit, self.target, (0, 0)) for _ in range(frames + WARM_UP))

    def typing(self) -> list[float]:
        """A letter more, from the first to the last."""
        return self._paint(replace(self._frame, shown=shown) for shown in range(self._letters))

    def waiting(self, frames: int = 200) -> list[float]:
        """A frame in which nothing changed."""
        self._compositor.paint(self._frame)
        return self._paint(self._frame for _ in range(frames))

    def dissolve(self, frames: int = 60) -> list[float]:
        """A step from one picture to the next."""
        other = replace(self._frame, backdrop=Backdrop(None, "The stair"))
        self._compositor.paint(self._frame)
        return self._paint(
            replace(other, passage=Passage(7, Change.DISSOLVE, (step + 1) / (frames + WARM_UP + 2)))
            for step in range(frames + WARM_UP)
        )

    def weather(self, kind: str = "snow", frames: int = 60) -> list[float]:
        """A step of falling snow, or another weather."""
        return self._paint(
            replace(self._frame, weather=kind, weather_time=1 + step / 60) for step in range(frames + WARM_UP)
        )

    def crowd(self, count: int, frames: int = 60) -> list[float]:
        """A step of so many falling flakes."""
        KINDS["crowd"] = replace(KINDS["snow"], count=count)
        try:
            return self.weather("crowd", frames)
        finally:
            del KINDS["crowd"]

    def figures(self, frames: int = 60) -> list[float]:
        """A step from one person on stage to another, where the first stood."""
        other = replace(self._frame, backdrop=replace(self._stage, figures=(Figure("Midori", None, "right"),)))
        before = replace(other, backdrop=replace(self._stage, figures=(Figure("Luna", None, "right"),)))
        self._compositor.paint(before)
        self._compositor.paint(replace(other, passage=Passage(8, Change.FIGURES, 0.0)))
        return self._paint(
            replace(other, passage=Passage(8, Change.FIGURES, (step + 1) / (frames + WARM_UP + 2)))
            for step in range(frames + WARM_UP)
        )

    def push(self, frames: int = 60) -> list[float]:
        """A step of a slow move towards the picture; the window makes eight a second, here come three times as many."""
        picture = pygame.transform.smoothscale(self.target, (1920, 1080))
        pygame.image.save(picture, self._library.root / "place.jpg")
        place = Backdrop("place.jpg")
        moved = replace(self._frame, backdrop=place)
        self._library.wait(self._behind.wanted(place, Drift("push", 0.0)))
        return self._paint(
            (replace(moved, drift=Drift("push", step / (frames + WARM_UP))) for step in range(frames + WARM_UP)),
            pause=1 / 24,
        )

    def close(self) -> None:
        """End the thread that reads pictures."""
        self._library.close()

    def new_line(self, frames: int = 40) -> list[float]:
        """Another line of text in the box, whole."""
        shown = cycle((0, self._letters))
        return self._paint(replace(self._frame, shown=next(shown)) for _ in range(frames + WARM_UP))

    def _paint(self, frames: Iterator[Frame], *, pause: float = 0.0) -> list[float]:
        return _timed((partial(self._compositor.paint, frame) for frame in frames), pause)


def _timed(acts: Iterator[Callable[[], object]], pause: float = 0.0) -> list[float]:
    """Seconds that each act took, the first few left out, with a pause before each."""
    taken = []
    for act in acts:
        time.sleep(pause)
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return taken[WARM_UP:]
