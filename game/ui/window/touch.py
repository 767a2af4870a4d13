"""What the interface answers to a hand: how things stood a turn ago against how they stand. Knows no pygame."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.settings import Settings
from game.app.view import UI_BACK, UI_CHOOSE, UI_MOVE, UI_PAGE, Awaiting

from .listening import OFF
from .player import Player
from .screens.play import Play
from .screens.screen import Screen


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that a touch can change; `hurried` while lines are skipped, `choosing` while the story asks."""

    screens: tuple[Screen, ...]
    focus: str
    move: int
    settings: Settings
    choosing: bool = False
    hurried: bool = False


def held(player: Player) -> Held:
    """How things stand now."""
    top, reader = player.screens[-1], player.app.reader
    playing = top if isinstance(top, Play) else None
    return Held(
        tuple(player.screens),
        top.focus,
        reader.position[0] if reader is not None else 0,
        player.app.settings,
        choosing=playing is not None and playing.view.awaiting is Awaiting.CHOICE,
        hurried=playing is not None and (playing.skipping or playing.holding),
    )


def answer_to(before: Held, now: Held) -> str | None:
    """The sound of what changed, the weightiest only; none while skipping, nor where a voice tells the same."""
    if before.hurried or now.hurried or now.settings.self_voicing != OFF:
        return None
    if before.screens[0] is not now.screens[0]:
        return UI_CHOOSE
    if before.screens != now.screens:
        return UI_PAGE if len(now.screens) >= len(before.screens) else UI_BACK
    if before.choosing and now.move > before.move:
        return UI_CHOOSE
    if now.focus and now.focus != before.focus and now.move == before.move:
        return UI_MOVE
    return UI_MOVE if now.settings is not before.settings else None
