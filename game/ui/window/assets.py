"""Pictures and sounds from files: checked, decoded and scaled in a worker thread. Knows files, not what they mean."""

from __future__ import annotations

import io
import queue
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import pygame

from game.app.view import Asset, Layers
from game.app.wording import say

from .headers import NOT_OF_A_KIND, Kind, kind_of, too_large

BUDGET = 48 * 1024 * 1024
"""Bytes of scaled pictures that are kept: five whole ones at 1920×1080. Another is decoded again in 0.1 seconds."""
FEWEST = 8
"""Pictures that are kept however large they are: a place in two depths, and all who can stand in it."""


class Fit(Enum):
    """How a picture takes its place."""

    COVER = "cover"
    """It fills the box; what stands over is cut off evenly."""
    HEIGHT = "height"
    """It is as high as the box, and as wide as that makes it."""
    CUT_OUT = "cut out"
    """It fills the box like the picture that it is laid on; what is clear stays clear (premultiplied)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture at a size in pixels."""

    asset: str
    size: tuple[int, int]
    fit: Fit


class Library:
    """Finds, checks, decodes and scales. `faults` lists, once each and in plain words, what could not be used."""

    def __init__(self, root: Path, assets: Mapping[str, Asset] | None) -> None:
        """`root` is the folder that files are relative to."""
        self.root = root.resolve()
        self.faults: list[str] = []
        self._assets = assets or {}
        self._jobs: queue.SimpleQueue[Wanted | None] = queue.SimpleQueue()
        self._arrived: queue.SimpleQueue[tuple[Wanted, pygame.Surface | None]] = queue.SimpleQueue()
        self._kept: OrderedDict[Wanted, pygame.Surface | None] = OrderedDict()
        self._asked: set[Wanted] = set()
        self._worker: threading.Thread | None = None

    def know(self, assets: Mapping[str, Asset] | None) -> None:
        """Go by another list; what was decoded of files that it names otherwise is found again."""
        if (assets or {}) is not self._assets and (assets or {}) != self._assets:
            self._assets = assets or {}
            self._kept.clear()

    def has(self, wanted: Wanted) -> bool:
        """Whether the picture is there or known to be missing; asks for it where it is neither."""
        self._take_in()
        if wanted in self._kept:
            return True
        self._ask(wanted)
        return False

    def get(self, wanted: Wanted) -> pygame.Surface | None:
        """The picture, or None where it is missing or not there yet."""
        self._take_in()
        found = self._kept.get(wanted)
        if found is not None:
            self._kept.move_to_end(wanted)
        elif wanted not in self._kept:
            self._ask(wanted)
        return found

    def wait(self, wanted: Iterable[Wanted], seconds: float = 5.0) -> None:
        """Wait until pictures are there: for tests, screenshots and benchmarks, never while playing."""
        clock = threading.Event()
        for picture in wanted:
            left = seconds
            while not self.has(picture) and left > 0:
                clock.wait(0.002)
                left -= 0.002

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._jobs.put(None)
            self._worker.join(timeout=2)
            self._worker = None

    def exists(self, asset: str) -> bool:
        """Whether there is a file for the asset."""
        return self.path(asset) is not None

    def path(self, asset: str) -> Path | None:
        """The file of an asset (id, or file relative to the root); None where there is none inside the root."""
        entry = self._assets.get(asset)
        file = (self.root / (entry.file if entry else asset)).resolve()
        if not file.is_relative_to(self.root) or not file.is_file():
            return None
        return file

    def layers(self, asset: str) -> Layers | None:
        """The two files in which a picture comes in two depths; None where it doesn't, or where either is missing."""
        entry = self._assets.get(asset)
        layers = entry.layers if entry else None
        return layers if layers is not None and self.exists(layers.far) and self.exists(layers.near) else None

    def checked(self, asset: str, kind: Kind) -> bytes | None:
        """The bytes of an asset that really is a picture, a sound, …, and not too large; None (and a fault) if not."""
        path = self.path(asset)
        try:
            reason = say("it is not there") if path is None else too_large(path.stat().st_size)
            data = path.read_bytes() if path is not None and not reason else b""
        except OSError:
            reason, data = say("it can't be read"), b""
        if not reason:
            found, why = kind_of(data)
            if found is kind:
                return data
            reason = why or say(NOT_OF_A_KIND[kind])
        self._fault(asset, reason)
        return None

    def _fault(self, asset: str, reason: str) -> None:
        line = say("{asset} is left out: {reason}", asset=asset, reason=reason)
        if line not in self.faults:
            self.faults.append(line)

    def _ask(self, wanted: Wanted) -> None:
        if wanted in self._asked:
            return
        self._asked.add(wanted)
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="pictures", daemon=True)
            self._worker.start()
        self._jobs.put(wanted)

    def _work(self) -> None:
        while (wanted := self._jobs.get()) is not None:
            self._arrived.put((wanted, self._load(wanted)))

    def _load(self, wanted: Wanted) -> pygame.Surface | None:
        """Decode and scale; both let other threads run. None where the file is of no use."""
        data = self.checked(wanted.asset, Kind.PICTURE)
        if data is None:
            return None
        try:
            return _fitted(decode(data), wanted)
        except (pygame.error, MemoryError, ValueError):
            self._fault(wanted.asset, "is damaged")
            return None

    def _take_in(self) -> None:
        """Take in what the worker has finished. Converting to the window's format is the main thread's part."""
        while True:
            try:
                wanted, surface = self._arrived.get_nowait()
            except queue.Empty:
                return
            self._asked.discard(wanted)
            if surface is not None:
                surface = surface.convert() if wanted.fit is Fit.COVER else surface.convert_alpha()
            self._kept[wanted] = surface
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        sizes = {wanted: _bytes(surface) for wanted, surface in self._kept.items()}
        total = sum(sizes.values())
        for wanted, size in sizes.items():
            if total <= BUDGET or len(self._kept) <= FEWEST:
                return
            del self._kept[wanted]
            total -= size


def decode(data: bytes) -> pygame.Surface:
    """A picture from bytes whose header was checked. Raises pygame.error."""
    return pygame.image.load(io.BytesIO(data))


def _fitted(surface: pygame.Surface, wanted: Wanted) -> pygame.Surface:
    width, height = surface.get_size()
    if surface.get_bitsize() not in (24, 32):
        surface = surface.convert_alpha() if pygame.display.get_surface() else surface
    if wanted.fit is Fit.HEIGHT:
        size = max(1, round(width * wanted.size[1] / height)), wanted.size[1]
        return surface if size == (width, height) else pygame.transform.smoothscale(surface, size)
    if wanted.fit is Fit.CUT_OUT:
        surface = surface.premul_alpha()  # before it is scaled, or the colour of what is clear would bleed in
    scale = max(wanted.size[0] / width, wanted.size[1] / height)
    cut_w, cut_h = min(width, round(wanted.size[0] / scale)), min(height, round(wanted.size[1] / scale))
    part = surface.subsurface(((width - cut_w) // 2, (height - cut_h) // 2, cut_w, cut_h))
    return part.copy() if part.get_size() == wanted.size else pygame.transform.smoothscale(part, wanted.size)


def _bytes(surface: pygame.Surface | None) -> int:
    return surface.get_width() * surface.get_height() * 4 if surface else 0
