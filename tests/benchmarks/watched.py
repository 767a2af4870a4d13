"""A program that plays while noting when it puts pictures on the screen: `python -m tests.benchmarks.watched`.

Started by `window.py` in a process of its own: `watched UNTIL ARGUMENTS…`, where UNTIL is a number of seconds,
`picture` for the first one in the window, or `menu` for the first look at the events with a second one there. It prints
one JSON list of [kind, clock, processor seconds of the process, of its main thread, share of the window that changed,
width, height], where kind is "turn" for each look at the events, "shown" for each picture, and "end". Knows the
game only by its command line, and the window only by three functions of pygame's.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable

import pygame

from game.cli import main

MANY = 24
"""Colours that make a picture."""

Moment = tuple[str, float, float, float, float, int, int]


def watch(until: str, arguments: list[str]) -> None:
    """Play, and end the process when that has come."""
    seen: list[Moment] = []
    pictures: list[Moment] = []
    look = pygame.event.get

    def looked() -> list[pygame.Event]:
        seen.append(_moment("turn"))
        if until == "menu" and len(pictures) > 1:
            finish(seen)
        return look()

    def watched(show: Callable[..., None]) -> Callable[..., None]:
        def shown(*rectangles: object) -> None:
            show(*rectangles)
            seen.append(_moment("shown", _share(rectangles)))
            if until in ("picture", "menu") and _is_picture():
                pictures.append(seen[-1])
                if until == "picture":
                    finish(seen)

        return shown

    pygame.event.get = looked  # type: ignore[assignment]  # the window asks for all events only
    pygame.display.flip = watched(pygame.display.flip)
    pygame.display.update = watched(pygame.display.update)
    if until not in ("picture", "menu"):
        timer = threading.Timer(float(until), finish, [seen])
        timer.daemon = True
        timer.start()
    code = main(arguments)
    sys.exit(f"the game ended by itself, with {code}")


def finish(seen: list[Moment]) -> None:
    """Say what was seen, with a last entry for now, and end at once."""
    said = json.dumps([*seen, _moment("end")]).encode()
    with open(1, "wb", closefd=False) as output:
        output.write(said)
    os._exit(0)


def _moment(kind: str, share: float = 0.0) -> Moment:
    size = pygame.display.get_window_size() if kind == "shown" else (0, 0)
    return kind, time.monotonic(), time.process_time(), time.thread_time(), share, *size


def _is_picture() -> bool:
    """Whether the window shows more than an empty plate: a picture has many colours."""
    surface = pygame.display.get_surface()
    if surface is None:
        return False
    small = pygame.transform.scale(surface, (64, 36))
    return len({small.get_at((x, y))[:3] for x in range(64) for y in range(36)}) > MANY


def _share(rectangles: tuple[object, ...]) -> float:
    """The share of the window that a call said has changed."""
    width, height = pygame.display.get_window_size()
    if not rectangles or rectangles[0] is None:
        return 1.0
    given = rectangles[0] if isinstance(rectangles[0], list) else list(rectangles)
    areas = [rect.w * rect.h for rect in given if isinstance(rect, pygame.Rect)]
    return float(sum(areas) / (width * height))


if __name__ == "__main__":
    watch(sys.argv[1], sys.argv[2:])
