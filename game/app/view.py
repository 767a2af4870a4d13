"""Everything a front end needs to draw a moment of play. Front ends import the story's values from here only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from game.engine.view import Option, Rendered, Run, Said, plain
from game.model.one_line import on_one_line
from game.model.own_assets import (
    QUIET_PICTURE,
    TITLE_MUSIC,
    TITLE_PICTURE,
    TOUCHES,
    UI_BACK,
    UI_CHOOSE,
    UI_MOVE,
    UI_PAGE,
    WINDOW_ICON,
    act_of,
    holder_card,
)
from game.model.script import Ambience, ChangePlace, Cue, Hide, Music, Pause, Show, Sound, StageEffect
from game.model.story import Asset, Character, Ending, Layers, Place, Scene, Story

__all__ = [
    "QUIET_PICTURE",
    "TITLE_MUSIC",
    "TITLE_PICTURE",
    "TOUCHES",
    "UI_BACK",
    "UI_CHOOSE",
    "UI_MOVE",
    "UI_PAGE",
    "WINDOW_ICON",
    "Act",
    "Ambience",
    "Asset",
    "Awaiting",
    "ChangePlace",
    "Character",
    "Cue",
    "Ending",
    "Hide",
    "Layers",
    "Music",
    "Option",
    "Past",
    "Pause",
    "Place",
    "PlayView",
    "Portrait",
    "Rendered",
    "Run",
    "Said",
    "Scene",
    "Show",
    "Sound",
    "Stage",
    "StageEffect",
    "Story",
    "act_of",
    "holder_card",
    "on_one_line",
    "plain",
]


@dataclass(frozen=True, slots=True)
class Portrait:
    """Somebody on stage, with an expression of theirs (None: the first declared) at a position."""

    who: str
    expression: str | None
    position: str


@dataclass(frozen=True, slots=True)
class Stage:
    """What stands on stage and sounds; a pure fold over the cues since the playthrough began."""

    place: str | None = None
    portraits: tuple[Portrait, ...] = ()
    music: str | None = None
    ambience: str | None = None
    weather: str | None = None
    move: str | None = None
    you: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An act that begins: its poster among the assets, its number, its title and the poster in words."""

    picture: str
    number: int
    title: str
    alt: str


class Awaiting(Enum):
    """What the reader waits for."""

    ADVANCE = "advance"
    """`advance()` shows the next line."""
    CHOICE = "choice"
    """`choose(id)`, one of the open options."""
    NOTHING = "nothing"
    """The story has ended: `ending` says how."""


@dataclass(frozen=True, slots=True)
class PlayView:
    """One moment of play.

    `line` is the line being read (None before the first words of a scene that has none). While a choice is awaited it
    stays the last line of the scene. `cues` are those since the line before, for one-time things (sounds, shakes,
    pauses); their lasting results are already in `stage`. `card` is a title to show for a moment (a scene's title) and
    `holder` the name of whose eyes we see through, both only on the first line where they change; `act` is the act
    that begins with this line, where it has a poster.
    """

    scene: str
    stage: Stage
    awaiting: Awaiting
    line: Said | None = None
    cues: tuple[Cue, ...] = ()
    options: tuple[Option, ...] = ()
    taken: frozenset[str] = frozenset()
    """Ids of options that this player took before, in any playthrough."""
    timer: tuple[float, str] | None = None
    card: Rendered | None = None
    holder: str | None = None
    act: Act | None = None
    ending: Ending | None = None
    seen_before: bool = False
    """Whether this line was read before, in any playthrough."""
    can_go_back: bool = False
    can_go_forward: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """One entry of the history: a line that was read or a choice that was taken, and where to jump back to."""

    move: int
    line: int
    speaker: str | None
    words: Rendered
    is_choice: bool = False
