"""What a story is: frozen values, no behaviour beyond look-ups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from .expression import Condition, Effect, Value
from .script import Line
from .source import NOWHERE, SourceRef
from .text import Text
from .value import value


@value()
class Variable:
    """A declared variable. `domain` lists every value it can have, in order: `range`s count up, truth values are
    (False, True), `one_of` as listed.
    """

    name: str
    domain: range | tuple[bool, ...] | tuple[str, ...]
    default: Value
    about: str = ""
    ref: SourceRef = field(default=NOWHERE, compare=False)

    @property
    def is_number(self) -> bool:
        """Whether it was declared with `range`."""
        return isinstance(self.domain, range)

    @property
    def is_truth(self) -> bool:
        """Whether it is a truth value."""
        return self.domain == (False, True)


@value()
class Character:
    """Somebody who speaks. `portraits` maps expression to asset id or file; empty: none are drawn."""

    id: str
    name: str
    colour: str | None = None
    portraits: Mapping[str, str] = field(default_factory=dict)
    voice: str | None = None
    about: str = ""
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Place:
    """Somewhere a scene plays."""

    id: str
    name: str
    background: str | None = None
    alt: str | None = None
    ambience: str | None = None
    music: str | None = None
    mood: str | None = None
    ref: SourceRef = field(default=NOWHERE, compare=False)


ENDING_KINDS = ("canonical", "alternate", "hopeful", "bittersweet", "bad", "secret")


@value()
class Ending:
    """One way the story can end; `kind` is one of ENDING_KINDS."""

    id: str
    title: str
    kind: str
    epigraph: str | None = None
    hint: str | None = None
    picture: str | None = None
    alt: str | None = None
    was: tuple[str, ...] = ()
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Branch:
    """One way on: to scene `to`, if `when` holds (always, where it is None)."""

    to: str
    when: Condition | None = None
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Choice:
    """A transition that the player takes. `goto` is tried in order; its last branch has no condition."""

    id: str
    text: Text
    goto: tuple[Branch, ...]
    when: Condition | None = None
    do: tuple[Effect, ...] = ()
    once: bool = False
    locked: Text | None = None
    was: tuple[str, ...] = ()
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Timer:
    """Takes `choice` after so many seconds, where the player has timers on."""

    seconds: float
    choice: str
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Scene:
    """A state of the story's machine. Exactly one of `choices`, `goto`, `ending` is filled."""

    id: str
    script: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()
    goto: tuple[Branch, ...] = ()
    ending: str | None = None
    title: Text | None = None
    you: str | None = None
    place: str | None = None
    beats: tuple[str, ...] = ()
    enter: tuple[Effect, ...] = ()
    timer: Timer | None = None
    was: tuple[str, ...] = ()
    notes: str = ""
    ref: SourceRef = field(default=NOWHERE, compare=False)

    def choice(self, choice_id: str) -> Choice | None:
        """The choice of that id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@value()
class Layers:
    """A picture in two files for a slow move: what stands nearest to us, cut out, and the rest with nothing missing.

    `near` laid on `far` is the picture.
    """

    far: str
    near: str


@value()
class Asset:
    """A finished file in `assets/`: a picture with `alt`, or a sound with `caption`. `file` relative to `assets/`."""

    id: str
    file: str
    alt: str | None = None
    caption: str | None = None
    licence: str | None = None
    source: str | None = None
    layers: Layers | None = None
    ref: SourceRef = field(default=NOWHERE, compare=False)


@value()
class Story:
    """A whole story without errors. Mappings are keyed by id, in the order the files give.

    `assets` is None where there is no `assets.yaml`; `beats` (id to act) is None where no ledger stands beside the
    story. `fingerprint` is a SHA-256 over the story's files, as hex.
    """

    title: str
    start: str
    scenes: Mapping[str, Scene]
    language: str = "en"
    version: str = "0"
    format: int = 1
    variables: tuple[Variable, ...] = ()
    cast: Mapping[str, Character] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    endings: Mapping[str, Ending] = field(default_factory=dict)
    snippets: Mapping[str, SourceRef] = field(default_factory=dict)
    assets: Mapping[str, Asset] | None = None
    beats: Mapping[str, str] | None = None
    fingerprint: str = ""
