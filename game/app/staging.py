"""The stage as a pure fold over cues: who stands where, what sounds. Knows nothing of pictures or speakers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.engine.view import Said, SceneView, Shown
from game.model.script import CAMERA_MOVES, WEATHERS
from game.model.story import Story

from .view import Ambience, ChangePlace, Hide, Music, Portrait, Show, Stage, StageEffect

DEFAULT_POSITIONS = ("centre", "right", "left", "far_right", "far_left")
"""Where a portrait goes that names no position: the first that is free."""


def enter_scene(stage: Stage, view: SceneView, story: Story) -> Stage:
    """The stage at the head of a scene: the place and the eyes stay as they were where the scene names none."""
    if view.place is not None and view.place != stage.place:
        stage = _at_place(stage, view.place, story)
    return stage if view.you is None else replace(stage, you=view.you)


def after(stage: Stage, lines: Iterable[Shown], story: Story) -> Stage:
    """The stage when these lines have gone by."""
    for line in lines:
        stage = _after_one(stage, line, story)
    return stage


def _after_one(stage: Stage, line: Shown, story: Story) -> Stage:
    match line:
        case Said(speaker=str() as who, expression=str() as expression) if _standing(stage, who):
            return _show(stage, Show(who, expression))
        case Show():
            return _show(stage, line)
        case Hide():
            left = () if line.who is None else tuple(p for p in stage.portraits if p.who != line.who)
            return replace(stage, portraits=left)
        case ChangePlace() if line.place != stage.place:
            return _at_place(stage, line.place, story)
        case Music():
            return replace(stage, music=line.name)
        case Ambience():
            return replace(stage, ambience=line.name)
        case StageEffect():
            return _affected(stage, line.name)
        case _:
            return stage


def _affected(stage: Stage, effect: str) -> Stage:
    """The stage after an effect; one that happens once leaves nothing behind."""
    if effect == "clear":
        return replace(stage, weather=None, move=None)
    if effect in WEATHERS:
        return replace(stage, weather=effect)
    return replace(stage, move=effect) if effect in CAMERA_MOVES else stage


def _at_place(stage: Stage, place_id: str, story: Story) -> Stage:
    """A new place empties the stage, brings its own bed of sound, and its music where it names one."""
    place = story.places[place_id]
    return replace(
        stage,
        place=place_id,
        portraits=(),
        weather=None,
        move=None,
        ambience=place.ambience,
        music=place.music if place.music is not None else stage.music,
    )


def _standing(stage: Stage, who: str) -> Portrait | None:
    return next((portrait for portrait in stage.portraits if portrait.who == who), None)


def _show(stage: Stage, cue: Show) -> Stage:
    before = _standing(stage, cue.who)
    if before is None:
        taken = {portrait.position for portrait in stage.portraits}
        free = next((position for position in DEFAULT_POSITIONS if position not in taken), "centre")
        return replace(stage, portraits=(*stage.portraits, Portrait(cue.who, cue.expression, cue.position or free)))
    now = Portrait(cue.who, cue.expression or before.expression, cue.position or before.position)
    return replace(stage, portraits=tuple(now if p is before else p for p in stage.portraits))
