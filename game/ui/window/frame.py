"""What the window shows at one moment, as a value that logic makes and the compositor draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .marks import Mark, Words
from .theme import BONE, INK, Colour
from .widgets import Node


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody on stage: a portrait by asset, None where there is none to show."""

    name: str
    portrait: str | None
    position: str


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What stands behind the words. `picture` is an asset; without one, a quiet stand-in says `name` and `alt`.

    Where it has no `name` there is none, but the dark.
    """

    picture: str | None = None
    name: str = ""
    alt: str = ""
    figures: tuple[Figure, ...] = ()
    poster: tuple[Mark, ...] = ()
    """What is drawn in place of a picture, or over it."""
    left: float = 0.0
    """Where the picture begins, from the left, where words need the room beside it; the rest is ink."""
    hidden: bool = False
    """Whether the picture is only to be guessed at."""


class Change(Enum):
    """How one picture gives way to the next."""

    CUT = "cut"
    DISSOLVE = "dissolve"
    FIGURES = "figures"
    """Who stands on stage cross-fades, and nothing else."""
    WIPE = "wipe"
    BLACK = "black"
    WHITE = "white"

    @property
    def veil(self) -> Colour | None:
        """The colour it goes through, if any."""
        return {"black": INK, "white": BONE}.get(self.value)


@dataclass(frozen=True, slots=True)
class Passage:
    """A change under way: the `serial` grows with each, `done` runs from 0 to 1."""

    serial: int = 0
    change: Change = Change.CUT
    done: float = 1.0


@dataclass(frozen=True, slots=True)
class Drift:
    """A slow move over the picture: `push`, `pan_left` or `pan_right`; `done` runs from 0 to 1."""

    move: str
    done: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A moment of the window. Two equal frames look the same."""

    tree: Node
    backdrop: Backdrop | None = None
    typed: tuple[Words, ...] = ()
    shown: int = 0
    passage: Passage = Passage()
    weather: str | None = None
    weather_time: float = 0.0
    shake: tuple[float, float] = (0.0, 0.0)
    flash: float = 0.0
    """Strength of a flash of light, 0 to 1."""
    drift: Drift | None = None
