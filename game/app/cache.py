"""Files that can be made anew at any time: whole or not there, never in anybody's way. Knows nothing of what they hold.

Unlike `disk`, which keeps what a player would miss, nothing here is told: what can't be read is made again, what can't
be written is made again the next time.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from pathlib import Path

from .system import Os, RealOs, write_all

LIMIT = 256 << 20
"""Bytes that a file may have."""
KEPT = 8
"""Files that stay when another is written, those that were written last."""
CHECKSUM = 4
"""Bytes of a CRC-32: it finds what a disk did, and hashlib alone would cost a first picture 4 ms."""
TEMPORARY = ".tmp"


class Cache:
    """One folder. A file is its bytes behind their checksum, so that a damaged one counts as missing."""

    def __init__(self, folder: Path, system: Os | None = None) -> None:
        """Nothing is touched yet."""
        self._folder = folder
        self._os: Os = system or RealOs()

    def read(self, name: str) -> bytes | None:
        """What was written under that name; None where it is not there, not readable or not whole."""
        try:
            data = self._os.read(self._folder / name, LIMIT)
        except OSError:
            return None
        held = data[CHECKSUM:]
        return held if _checksum(held) == data[:CHECKSUM] else None

    def write(self, name: str, data: bytes) -> None:
        """Keep the bytes under that name, if it can be done."""
        if len(data) + CHECKSUM > LIMIT or not self._folder.is_absolute():
            return
        temporary = self._folder / f"{name}.{os.getpid()}{TEMPORARY}"
        with contextlib.suppress(OSError):
            self._os.make_folder(self._folder)
            try:
                self._put(temporary, _checksum(data) + data)
                self._os.replace(temporary, self._folder / name)
            except BaseException:
                self._remove(temporary)
                raise
            self._sweep()

    def _put(self, path: Path, data: bytes) -> None:
        file = self._os.create(path)
        try:
            write_all(self._os, file, data)
        finally:
            self._os.close(file)

    def _sweep(self) -> None:
        """Remove all but the newest files."""
        stamps = {name: self._os.stamp(self._folder / name) for name in self._os.names(self._folder)}
        newest = sorted(stamps, key=lambda name: stamps[name][2], reverse=True)
        for name in newest[KEPT:]:
            self._remove(self._folder / name)

    def _remove(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            self._os.remove(path)


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(CHECKSUM, "big")
