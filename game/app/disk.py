"""The only code that writes user data: whole files, each either the old one or the new one, whatever happens meanwhile.

Knows nothing of what the files hold; whoever writes hands a function that reads the bytes back or says what is wrong.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from game.errors import SaveError

from .locking import FolderLock
from .system import Os, RealOs, write_all
from .wording import say

LIMIT = 4 << 20
"""Bytes that a file of ours may have."""

WINDOWS_BUSY = (5, 32, 33)
"""What Windows says while an indexer or a virus scanner holds a file."""

WINDOWS_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
TEMPORARY = ".tmp"
PREVIOUS = ".bak"
OLDER = ".old"
QUARANTINE = "quarantine"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*\.json")

T = TypeVar("T")


class Damaged(SaveError):
    """The bytes are there and make no sense. Other SaveErrors leave a file alone; this one lets it be moved aside."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a file held, and a sentence for the player where it was not simply the newest copy."""

    value: T
    note: str = ""


class Disk:
    """One folder of user data.

    `name` keeps three generations: the file itself, `.bak` (the one before) and `.old` (as an earlier session left it).
    """

    def __init__(self, folder: Path, system: Os | None = None) -> None:
        """Make the folder ready and clear away what a crash left; `problem` says why it can't be written to."""
        self.folder = folder
        self.problem = ""
        self._os: Os = system or RealOs()
        self._lock = FolderLock(folder, self._os)
        self._written: set[str] = set()
        with contextlib.suppress(SaveError):
            self._prepare()

    def names(self) -> list[str]:
        """The files that are there in at least one generation, sorted."""
        try:
            there = self._os.names(self.folder)
        except OSError:
            return []
        return sorted({base for name in there if _NAME.fullmatch(base := _base(name))})

    def stamp(self, name: str) -> tuple[int, int, int] | None:
        """What stays the same for as long as the file does; None where it can't be told."""
        try:
            return self._os.stamp(self._path(name))
        except OSError:
            return None

    def read(self, name: str, decode: Callable[[bytes], T]) -> Found[T] | None:
        """The newest generation that `decode` understands; None where there is none at all.

        Damaged generations are moved to quarantine. Raises Damaged where all were, SaveError where a file can't be
        read or `decode` refuses it.
        """
        notes = []
        for suffix in ("", PREVIOUS, OLDER):
            path = self._path(name, suffix)
            try:
                value = decode(self._bytes(path))
            except FileNotFoundError:
                continue
            except Damaged as fault:
                notes.append(f"{path.name}: {fault.message}; {self._set_aside(path, decode, fault.message)}")
            except OSError as fault:
                raise SaveError(say("{file} can't be read: {reason}", file=path.name, reason=_reason(fault))) from fault
            else:
                return Found(
                    value, say("{notes}; the copy before it was used", notes="; ".join(notes)) if notes else ""
                )
        if notes:
            raise Damaged("; ".join(notes))
        return None

    def write(self, name: str, data: bytes, check: Callable[[bytes], object]) -> None:
        """Put `data` in place of the file. When this returns, it outlives a crash of game and system and a power cut.

        `check` must understand the bytes. Raises SaveError, and then an earlier content is still there.
        """
        if len(data) > LIMIT:
            raise SaveError(say("{file} would be over {size} MiB", file=name, size=LIMIT >> 20))
        check(data)
        path = self._path(name)
        temporary = self._path(name, f".{os.getpid()}{TEMPORARY}")
        try:
            with self.locked():
                try:
                    self._put(temporary, data)
                    self._keep(path, check)
                    self._replace(temporary, path)
                    self._os.sync_folder(self.folder)
                    self._verify(path, data)
                except BaseException:
                    self._discard(temporary)
                    raise
        except OSError as fault:
            kept = say("what was there before is kept")
            raise SaveError(
                say("{file} could not be written: {reason}", file=name, reason=_reason(fault)), kept
            ) from fault

    def delete(self, name: str) -> None:
        """Remove a file with its older generations. Raises SaveError."""
        try:
            with self.locked():
                for suffix in (OLDER, PREVIOUS, ""):
                    with contextlib.suppress(FileNotFoundError):
                        self._os.remove(self._path(name, suffix))
                self._os.sync_folder(self.folder)
        except OSError as fault:
            raise SaveError(say("{file} could not be deleted: {reason}", file=name, reason=_reason(fault))) from fault

    def give_out(self, folder: str, name: str, data: bytes) -> Path:
        """Put a file for the player to take away into a folder beside ours, under a name that is free; its path.

        Nothing is ever written over. Raises SaveError.
        """
        place = self.folder / folder
        try:
            self._os.make_folder(place)
            path = self._free(place, name)
            try:
                self._put(path, data)
            except BaseException:
                self._discard(path)
                raise
            self._os.sync_folder(place)
        except OSError as fault:
            raise SaveError(say("{file} could not be written: {reason}", file=name, reason=_reason(fault))) from fault
        return path

    def given_out(self, folder: str) -> tuple[Path, ...]:
        """The files in such a folder; none where it can't be read."""
        try:
            return tuple(self.folder / folder / name for name in self._os.names(self.folder / folder))
        except OSError:
            return ()

    def foreign(self, path: Path) -> bytes:
        """What a file holds that the player points to. Raises SaveError."""
        try:
            return self._bytes(path)
        except OSError as fault:
            raise SaveError(say("{file} can't be read: {reason}", file=path.name, reason=_reason(fault))) from fault

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other copies of the game from writing here meanwhile. Raises SaveError when they take too long."""
        if self.problem:
            self._prepare()
        with contextlib.ExitStack() as held:
            try:
                held.enter_context(self._lock.held())
            except OSError as fault:
                raise SaveError(self._unusable(fault)) from fault
            yield

    def _prepare(self) -> None:
        """Make the folder and sweep it. Raises SaveError, and keeps the reason in `problem`."""
        try:
            if not self.folder.is_absolute():
                raise FileNotFoundError(errno.ENOENT, say("there is no home folder"))
            self._os.make_folder(self.folder)
            with self._lock.held() as alone:
                if alone:
                    self._sweep()
            self.problem = ""
        except OSError as fault:
            self.problem = self._unusable(fault)
            raise SaveError(self.problem) from fault

    def _unusable(self, fault: OSError) -> str:
        return say("nothing can be saved in {folder}: {reason}", folder=self.folder, reason=_reason(fault))

    def _sweep(self) -> None:
        """Remove temporary files: whoever writes holds the lock, so those seen under it are nobody's any more."""
        for name in self._os.names(self.folder):
            if name.endswith(TEMPORARY):
                self._discard(self.folder / name)

    def _put(self, path: Path, data: bytes) -> None:
        """A new file that is on the disk in full when this returns."""
        try:
            file = self._os.create(path)
        except FileExistsError:  # ours, from a save that failed and could not clear up
            self._os.remove(path)
            file = self._os.create(path)
        try:
            write_all(self._os, file, data, say("the disk takes no more"))
            self._os.sync(file)
        finally:
            self._os.close(file)

    def _verify(self, path: Path, data: bytes) -> None:
        if self._os.read(path, LIMIT + 1) != data:
            raise SaveError(
                say("{file} reads back otherwise than it was written", file=path.name), say("the disk may be failing")
            )

    def _keep(self, path: Path, check: Callable[[bytes], object]) -> None:
        """Give what is about to be replaced a second name; what can't be understood goes to quarantine instead."""
        earlier = path.name not in self._written
        self._written.add(path.name)
        try:
            check(self._bytes(path))
        except FileNotFoundError:
            return
        except Damaged as fault:
            self._quarantine(path, fault.message)
            return
        self._second_name(path, PREVIOUS)
        if earlier:
            # It was left by an earlier session and read back just now: safe to replace the older generation by.
            self._second_name(path, OLDER)

    def _second_name(self, path: Path, suffix: str) -> None:
        temporary = path.with_name(f"{path.name}{suffix}.{os.getpid()}{TEMPORARY}")
        try:
            self._discard(temporary)
            try:
                self._os.link(path, temporary)
            except OSError:  # a file system without hard links
                self._discard(temporary)
                self._put(temporary, self._bytes(path))
            self._replace(temporary, path.with_name(path.name + suffix))
        except BaseException:
            self._discard(temporary)
            raise

    def _free(self, folder: Path, name: str) -> Path:
        """The name, or the same with a number, whichever is not taken."""
        taken = {there.lower() for there in self._os.names(folder)}
        stem, dot, ending = name.partition(".")
        names = (name, *(f"{stem}-{i}{dot}{ending}" for i in range(2, len(taken) + 3)))
        return folder / next(n for n in names if n.lower() not in taken)

    def _replace(self, source: Path, target: Path) -> None:
        for pause in WINDOWS_WAITS:
            try:
                return self._os.replace(source, target)
            except OSError as fault:
                if getattr(fault, "winerror", None) not in WINDOWS_BUSY:
                    raise
                self._os.wait(pause)
        return self._os.replace(source, target)

    def _discard(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            self._os.remove(path)

    def _set_aside(self, path: Path, decode: Callable[[bytes], object], reason: str) -> str:
        """Quarantine a file unless somebody mended it meanwhile; what became of it, in words."""
        try:
            with self.locked():
                try:
                    decode(self._bytes(path))
                except Damaged:
                    return say("kept as {file}", file=f"{QUARANTINE}/{self._quarantine(path, reason)}")
                return say("read again, it was whole")
        except (OSError, SaveError):
            return say("left where it is")

    def _quarantine(self, path: Path, reason: str) -> str:
        """Move a file aside with its reason beside it; its new name. Raises OSError."""
        folder = self.folder / QUARANTINE
        self._os.make_folder(folder)
        taken = set(self._os.names(folder))
        name = next(n for i in range(1, len(taken) + 2) if (n := f"{path.name}.{i}") not in taken)
        self._os.replace(path, folder / name)
        with contextlib.suppress(OSError):
            self._put(folder / f"{name}.why", (reason + "\n").encode())
        return name

    def _bytes(self, path: Path) -> bytes:
        data = self._os.read(path, LIMIT + 1)
        if len(data) > LIMIT:
            raise Damaged(say("over {size} MiB", size=LIMIT >> 20))
        return data

    def _path(self, name: str, suffix: str = "") -> Path:
        if not _NAME.fullmatch(name):
            raise SaveError(f"'{name[:60]}' is no name for a file of ours")
        return self.folder / (name + suffix)


def _base(name: str) -> str:
    return name.removesuffix(PREVIOUS).removesuffix(OLDER)


def _reason(fault: OSError) -> str:
    return (fault.strerror or str(fault) or type(fault).__name__).lower()
