"""The lines of a scene's script."""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from .expression import Condition
from .source import NOWHERE, SourceRef
from .text import Text
from .value import value


@value()
class Narration:
    """Plain text, nobody's."""

    text: Text
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Speech:
    """A line of a cast member, with an expression of theirs or none."""

    speaker: str
    text: Text
    expression: str | None = None
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Hard:
    """A hard line and what a player reads instead who asked for softened text."""

    text: Text
    soft: Text
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class When:
    """Lines that depend on the state."""

    condition: Condition
    then: tuple[Line, ...]
    otherwise: tuple[Line, ...] = ()
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Show:
    """Puts a portrait on stage; what is None stays as it was (position `centre` at first)."""

    who: str
    expression: str | None = None
    position: str | None = None
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Hide:
    """Takes a portrait off stage; `who` None is `all`."""

    who: str | None
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class ChangePlace:
    """Changes the background inside the scene."""

    place: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Music:
    """Starts a piece; None stops it."""

    name: str | None
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Ambience:
    """Starts a bed of sound; None stops it."""

    name: str | None
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Sound:
    """Plays a sound once; None stops what plays."""

    name: str | None
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class StageEffect:
    """A named effect of the player's (`shake`, `fade_black`, a weather, `clear`)."""

    name: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Pause:
    """Waits so many seconds; skipped with everything else."""

    seconds: float
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Include:
    """The lines of a snippet, already in place (parsed anew for the scene that includes them)."""

    snippet: str
    lines: tuple[Line, ...]
    ref: SourceRef = field(default=NOWHERE, compare=False)


Cue: TypeAlias = Show | Hide | ChangePlace | Music | Ambience | Sound | StageEffect | Pause
"""Lines that change stage or sound and show no words."""

Line: TypeAlias = Narration | Speech | Hard | When | Include | Cue

POSITIONS = ("far_left", "left", "centre", "right", "far_right")
WEATHERS = ("snow", "ash", "embers", "rain", "mist", "shafts", "bubbles")
CAMERA_MOVES = ("push", "pan_left", "pan_right")
STAGE_EFFECTS = (
    *("shake", "flash", "lightning", "fade_black", "fade_white", "cut", "wipe", "clear"),
    *WEATHERS,
    *CAMERA_MOVES,
)
