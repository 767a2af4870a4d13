"""From a moment of play to what stands on stage and what is heard once. Pure; knows no time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.app.view import (
    QUIET_PICTURE,
    Pause,
    PlayView,
    Scene,
    Sound,
    Stage,
    StageEffect,
    Story,
    act_of,
    holder_card,
)
from game.ui.window.frame import Backdrop, Change, Figure
from game.ui.window.layout.cards import QUIET_POSTER
from game.ui.window.theme import AMBER, INK, Colour, contrast

FADES = {"fade_black": Change.BLACK, "fade_white": Change.WHITE, "cut": Change.CUT, "wipe": Change.WIPE}
SECONDS = {Change.CUT: 0.0, Change.DISSOLVE: 0.7, Change.WIPE: 0.8, Change.BLACK: 1.3, Change.WHITE: 1.3}
BRIEF = 0.22
"""Seconds in which somebody comes, goes, or changes expression."""


@dataclass(frozen=True, slots=True)
class Once:
    """What happens once as a line is reached."""

    sounds: tuple[str, ...] = ()
    pause: float = 0.0
    shake: bool = False
    flash: bool = False
    lightning: bool = False
    fade: Change | None = None


def backdrop(stage: Stage, story: Story) -> Backdrop:
    """The pictures of a stage. Somebody who has no portraits at all is heard, not seen."""
    place = story.places.get(stage.place or "")
    figures = []
    for portrait in stage.portraits:
        person = story.cast.get(portrait.who)
        if person is None or not person.portraits:
            continue
        first = next(iter(person.portraits.values()))
        asset = person.portraits.get(portrait.expression or "", first)
        figures.append(Figure(person.name, asset, portrait.position))
    if place is None:
        printed = QUIET_PICTURE in (story.assets or {})
        quiet = Backdrop(QUIET_PICTURE, alt=alt_of(story, QUIET_PICTURE)) if printed else QUIET_POSTER
        return replace(quiet, figures=tuple(figures))
    return Backdrop(place.background, place.name, place.alt or alt_of(story, place.background), tuple(figures))


def alt_of(story: Story, asset: str | None) -> str:
    """A picture in the words of the asset list."""
    entry = (story.assets or {}).get(asset or "")
    return entry.alt or "" if entry else ""


def once(view: PlayView) -> Once:
    """The one-time cues of a moment."""
    names = [cue.name for cue in view.cues if isinstance(cue, StageEffect)]
    return Once(
        sounds=tuple(cue.name for cue in view.cues if isinstance(cue, Sound) and cue.name),
        pause=sum(cue.seconds for cue in view.cues if isinstance(cue, Pause)),
        shake="shake" in names,
        flash="flash" in names,
        lightning="lightning" in names,
        fade=next((FADES[name] for name in reversed(names) if name in FADES), None),
    )


def captions(before: PlayView | None, now: PlayView, story: Story) -> tuple[str, ...]:
    """What begins to sound at this moment, in the words of the asset list."""
    names = list(once(now).sounds)
    for held, name in (
        (before.stage.music if before else None, now.stage.music),
        (before.stage.ambience if before else None, now.stage.ambience),
    ):
        if name and name != held:
            names.append(name)
    found = [(story.assets or {}).get(name) for name in names]
    return tuple(f"[{asset.caption}]" for asset in found if asset and asset.caption)


def passage(before: PlayView | None, now: PlayView, fade: Change | None) -> tuple[Change, float]:
    """How the picture changes between two moments, and in how many seconds."""
    if fade is not None:
        return fade, SECONDS[fade]
    if before is None or before.stage.place != now.stage.place:
        return Change.DISSOLVE, SECONDS[Change.DISSOLVE]
    if before.stage.portraits != now.stage.portraits:
        return Change.FIGURES, BRIEF
    return Change.CUT, 0.0


def upcoming(view: PlayView, story: Story) -> tuple[Backdrop, ...]:
    """The places that the scene may lead to, and its people in every expression: what is worth decoding early."""
    scene = story.scenes.get(view.scene)
    if scene is None:
        return ()
    branches = [*scene.goto, *(branch for choice in scene.choices for branch in choice.goto)]
    targets = [target for branch in branches if (target := story.scenes.get(branch.to))]
    cards = _cards_before(targets, scene, view)
    people = tuple(
        Figure(person.name, asset, "centre")
        for portrait in view.stage.portraits
        if (person := story.cast.get(portrait.who))
        for asset in person.portraits.values()
    )
    places = (backdrop(Stage(place=target.place), story) for target in targets if target.place)
    return (*places, *(Backdrop(card) for card in cards if card in (story.assets or {})), Backdrop(figures=people))


def _cards_before(targets: Iterable[Scene], scene: Scene, view: PlayView) -> tuple[str, ...]:
    """The printed cards that may come before the scenes that follow."""
    acts = [act for target in targets if (act := act_of(target)) is not None and act != act_of(scene)]
    holders = [holder_card(target.you) for target in targets if target.you is not None and target.you != view.stage.you]
    return tuple(dict.fromkeys((*acts, *holders)))


def name_of(story: Story, who: str | None) -> str | None:
    """What somebody is called; None for nobody."""
    person = story.cast.get(who or "")
    return person.name if person else who


def accent(story: Story, who: str | None) -> Colour:
    """The colour of the sliver on somebody's name plate: theirs, where it can be seen on ink."""
    person = story.cast.get(who or "")
    text = (person.colour or "").removeprefix("#") if person else ""
    try:
        red, green, blue = bytes.fromhex(text)
    except ValueError:
        return AMBER
    return (red, green, blue) if contrast((red, green, blue), INK) >= 3 else AMBER
