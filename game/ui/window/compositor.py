"""Turns frames into pixels: a cached stage, a canvas with everything on it, and only what changed each time.

Knows surfaces and marks; not what a scene, a choice or a key is.
"""

from __future__ import annotations

import pygame

from .changing import Dissolve, Patch, wipe
from .frame import Backdrop, Change, Frame, Passage
from .geometry import Box
from .governor import Quality
from .letters import Letters
from .painter import Painter
from .particles import Particles
from .stage import StagePainter
from .theme import BONE, INK
from .widgets import Node

ALL = None
"""In place of a list of rectangles: everything changed."""
Changed = list[pygame.Rect] | None


class Compositor:
    """Draws frames on `target`. The canvas holds the finished picture without shakes, weather and dissolves."""

    def __init__(self, target: pygame.Surface, painter: Painter, stage: StagePainter) -> None:
        """`target` has the picture's size in pixels; `painter` and `stage` are made for it."""
        self.target = target
        self.painter = painter
        self.canvas = target.copy()
        self._stage = stage
        self._room = target.copy()
        self._ground = self._room
        self._lacks = False
        self._old: pygame.Surface | None = None
        self._drawn: Frame | None = None
        self._letters = Letters((), painter.glyphs)
        self._particles = Particles(target.get_size())
        self._weather: list[pygame.Rect] = []
        self._leaving: Patch | None = None
        self._dissolve: Dissolve | None = None
        self.quality = Quality()

    def ready(self, backdrop: Backdrop | None) -> bool:
        """Whether every picture of a backdrop is at hand (or known to be missing)."""
        return backdrop is None or self._stage.ready(backdrop)

    def paint(self, frame: Frame) -> Changed:
        """Draw a frame; the pixels of the target that changed, `ALL`, or an empty list where nothing did."""
        arrived = self._lacks and frame.backdrop is not None and self._stage.ready(frame.backdrop, frame.drift)
        if not arrived:
            if frame == self._drawn:
                return []
            if self._only_types(frame):
                return self._type_on(frame)
        changed = self._compose(frame, anew=arrived)
        moving = _moves(frame) or (self._drawn is not None and _moves(self._drawn))
        before, self._drawn = self._drawn, frame
        if moving:
            self._show_moving(frame, fresh=changed != [])
            return ALL
        if frame.weather or self._weather:
            changed = self._show_weather(frame, changed)
        elif changed is ALL or before is None:
            self.target.blit(self.canvas, (0, 0))
            changed = ALL
        else:
            for rect in changed:
                self.target.blit(self.canvas, rect, rect)
        return self._show_leaving(frame.passage, changed)

    def refresh(self) -> None:
        """Forget what was drawn: the next frame is drawn whole."""
        self._drawn = None
        self._stage.forget()

    def picture(self) -> pygame.Surface:
        """The finished picture, for thumbnails and screenshots."""
        return self.canvas

    def _compose(self, frame: Frame, *, anew: bool) -> Changed:
        """Bring the canvas up to date, or draw it anew."""
        before = self._drawn
        if (
            before is None
            or anew
            or frame.backdrop != before.backdrop
            or frame.passage.serial != before.passage.serial
            or (frame.drift != before.drift and self._stage.has_place(frame.backdrop))
        ):
            if before is not None and frame.passage.serial != before.passage.serial:
                self._keep_old(before.backdrop, frame)
            self._ground = self._stage.paint(self._room, frame.backdrop, frame.drift)
            moves = frame.drift is not None and self._stage.has_place(frame.backdrop)
            self._lacks = moves and frame.backdrop is not None and not self._stage.ready(frame.backdrop, frame.drift)
            self._redraw(frame, [self.canvas.get_rect()])
            return ALL
        dirty = _merged(self._differences(before, frame))
        self._redraw(frame, dirty)
        return ALL if _area(dirty) * 2 > _area([self.canvas.get_rect()]) else dirty

    def _keep_old(self, before: Backdrop | None, frame: Frame) -> None:
        """Keep what is on screen, to change from it: of figures only those that come or go, without the words."""
        self._old, self._leaving, self._dissolve = None, None, None
        if frame.passage.done >= 1:
            return
        if frame.passage.change is Change.FIGURES and before is not None and frame.backdrop is not None:
            rect = self._stage.reach(set(before.figures) ^ set(frame.backdrop.figures)).clip(self.canvas.get_rect())
            self._redraw(frame, [rect])  # those who leave, under the words that come
            self._leaving = Patch(self.canvas, rect)
        elif frame.passage.change is Change.DISSOLVE:
            self._dissolve = Dissolve(self.target, coarse=self.quality.coarse)
        else:
            self._old = self.target.copy()

    def _show_leaving(self, passage: Passage, changed: Changed) -> Changed:
        """Let those who leave fade as far as the change has come; the pixels that changed by it and before it.

        The words over them are the same in both pictures, so that nothing of them is seen to fade.
        """
        patch = self._leaving
        if patch is None:
            return changed
        self.target.blit(self.canvas, patch.rect, patch.rect)
        if passage.done >= 1:
            self._leaving = None
        else:
            patch.fade(passage.done)
            self.target.blit(patch.surface, patch.rect)
        return ALL if changed is ALL else [*changed, patch.rect]

    def _differences(self, before: Frame, frame: Frame) -> list[pygame.Rect]:
        same = frame.tree is before.tree
        old, new = (() if same else [node for node in f.tree.walk() if node.marks] for f in (before, frame))
        rects = [self.painter.pixels(_extent(node)) for node in {*old} ^ {*new}]
        if frame.typed != before.typed or frame.shown < before.shown:
            rects += [self.painter.pixels(words.extent) for words in (*before.typed, *frame.typed)]
        elif frame.shown > before.shown:
            rects += [self.painter.pixels(words.extent) for words in frame.typed]
        return [rect for rect in (r.clip(self.canvas.get_rect()) for r in rects) if rect.w and rect.h]

    def _redraw(self, frame: Frame, dirty: list[pygame.Rect]) -> None:
        """Draw the canvas anew inside some rectangles."""
        nodes = [(node, self.painter.pixels(_extent(node))) for node in frame.tree.walk() if node.marks]
        for rect in dirty:
            self.canvas.set_clip(rect)
            self.canvas.blit(self._ground, rect, rect)
            for node, extent in nodes:
                if extent.colliderect(rect):
                    for mark in node.marks:
                        if rect.colliderect(self.painter.pixels(mark.extent)):
                            self.painter.draw(self.canvas, mark)
            self._type(frame)
        self.canvas.set_clip(None)

    def _only_types(self, frame: Frame) -> bool:
        """Whether all that is new are letters, as nearly always while a line is read."""
        before = self._drawn
        return (
            before is not None
            and frame.tree is before.tree
            and frame.typed is before.typed
            and frame.shown > before.shown
            and frame.backdrop is before.backdrop
            and frame.passage is before.passage
            and not frame.weather
            and not self._weather
            and not _moves(frame)
            and not _moves(before)
        )

    def _type_on(self, frame: Frame) -> list[pygame.Rect]:
        before, self._drawn = self._drawn, frame
        changed = self._letters.draw(self.canvas, before.shown if before else 0, frame.shown)
        for rect in changed:
            self.target.blit(self.canvas, rect, rect)
        return changed

    def _type(self, frame: Frame) -> None:
        """Draw the letters that are shown."""
        if frame.typed is not self._letters.typed:
            self._letters = Letters(frame.typed, self.painter.glyphs)
        self._letters.draw(self.canvas, 0, frame.shown)

    def _show_moving(self, frame: Frame, *, fresh: bool) -> None:
        """A dissolve, a fade, a shake or a flash: the whole target, from the canvas, which is `fresh` if it changed."""
        offset = round(frame.shake[0] * self.painter.scale), round(frame.shake[1] * self.painter.scale)
        done = frame.passage.done
        if done >= 1:
            self._old, self._dissolve = None, None
        if self._dissolve is not None:
            self._dissolve.draw(self.target, self.canvas, done, fresh=fresh)
        else:
            if offset != (0, 0):
                self.target.fill(INK)
            self.target.blit(self.canvas, offset)
        if self._old is not None:
            self._show_old(self._old, frame.passage)
        if frame.flash > 0:
            self._wash(BONE, frame.flash)
        self._weather = []

    def _show_old(self, old: pygame.Surface, passage: Passage) -> None:
        """What a wipe or a fade leaves of the picture before."""
        done, veil = passage.done, passage.change.veil
        if veil is None:
            wipe(self.target, old, done)
            return
        if done < 0.5:
            self.target.blit(old, (0, 0))
        self._wash(veil, 1 - abs(2 * done - 1))

    def _wash(self, colour: tuple[int, int, int], strength: float) -> None:
        keep = round(255 * (1 - strength))
        self.target.fill((keep, keep, keep), special_flags=pygame.BLEND_RGB_MULT)
        added = tuple(round(part * strength) for part in colour)
        self.target.fill(added, special_flags=pygame.BLEND_RGB_ADD)

    def _show_weather(self, frame: Frame, changed: Changed) -> Changed:
        """Particles over the stage, behind every widget."""
        if changed is ALL:
            self.target.blit(self.canvas, (0, 0))
        else:
            for rect in (*self._weather, *changed):
                self.target.blit(self.canvas, rect, rect)
        gone, self._weather = self._weather, []
        if frame.weather:
            covered = [self.painter.pixels(node.bounds) for node in frame.tree.walk() if node.marks]
            self._weather = self._particles.draw(
                self.target, frame.weather, frame.weather_time, covered, self.quality.particles
            )
        return ALL if changed is ALL else [*changed, *gone, *self._weather]


def _moves(frame: Frame) -> bool:
    """Whether the whole picture is in motion."""
    whole = frame.passage.done < 1 and frame.passage.change is not Change.FIGURES
    return whole or frame.flash > 0 or frame.shake != (0.0, 0.0)


def _extent(node: Node) -> Box:
    """The area a node's marks may change."""
    box = node.marks[0].extent
    for mark in node.marks[1:]:
        box = box.joined(mark.extent)
    return box


def _merged(rects: list[pygame.Rect]) -> list[pygame.Rect]:
    """Rectangles joined until none overlap and there are at most sixteen."""
    merged: list[pygame.Rect] = []
    for rect in rects:
        grown = rect.copy()
        while (hit := grown.collidelist(merged)) >= 0:
            grown.union_ip(merged.pop(hit))
        merged.append(grown)
    return merged if len(merged) <= 16 else [merged[0].unionall(merged[1:])]


def _area(rects: list[pygame.Rect]) -> int:
    return sum(rect.w * rect.h for rect in rects)
