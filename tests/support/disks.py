"""Disks in memory: one that logs its calls, one that fails on a call, and what a power cut may leave behind."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from game.app.disk import Damaged, Disk
from game.app.system import Os

FOLDER = Path("/saves")
NAME = "slot.json"


def check(data: bytes) -> int:
    """The number in `<n>` padded with dots; anything else is damaged."""
    if not (data.startswith(b"<") and data.endswith(b">")):
        raise Damaged("no brackets")
    return int(data.strip(b"<>."))


def packed(number: int, size: int = 40) -> bytes:
    """Bytes that `check` understands."""
    return b"<" + str(number).encode().ljust(size, b".") + b">"


def loaded(disk: Disk) -> int | None:
    """The number in the file."""
    found = disk.read(NAME, check)
    return None if found is None else found.value


@dataclass(eq=False)
class Inode:
    """A file's bytes, and whether they are on the disk for good."""

    data: bytes = b""
    synced: bool = False


Names = dict[Path, Inode]
DirectoryChange = tuple[tuple[Path, Inode | None], ...]
"""Names that change in one step; None takes a name away."""


@dataclass
class MemoryOs:
    """An operating system with one flat disk. `steps` are the changes since it was made, in order."""

    names_now: Names = field(default_factory=dict)
    folders: set[Path] = field(default_factory=set)
    steps: list[tuple[str, Any]] = field(default_factory=list)
    open_files: dict[int, Inode] = field(default_factory=dict)
    locked: bool = False

    def make_folder(self, path: Path) -> None:
        """Folders are there at once; no test is about losing one."""
        self.folders.add(path)

    def names(self, folder: Path) -> list[str]:
        """The names in a folder."""
        return [path.name for path in self.names_now if path.parent == folder]

    def stamp(self, path: Path) -> tuple[int, int, int]:
        """Another one for each file."""
        return id(self._at(path)), 0, 0

    def read(self, path: Path, limit: int) -> bytes:
        """The bytes as they are now."""
        return self._at(path).data[:limit]

    def create(self, path: Path) -> int:
        """A new file."""
        if path in self.names_now:
            raise FileExistsError(errno.EEXIST, "File exists")
        inode = Inode()
        self._change((path, inode))
        number = len(self.steps)
        self.open_files[number] = inode
        return number

    def write(self, file: int, data: bytes) -> int:
        """Half of a long piece, so that short writes are met."""
        some = data if len(data) < 8 else data[: len(data) // 2]
        inode = self.open_files[file]
        inode.data += some
        self.steps.append(("write", (inode, inode.data)))
        return len(some)

    def sync(self, file: int) -> None:
        """From here on the bytes outlive a power cut."""
        inode = self.open_files[file]
        inode.synced = True
        self.steps.append(("sync", inode))

    def close(self, file: int) -> None:
        """Close it."""
        del self.open_files[file]

    def link(self, source: Path, target: Path) -> None:
        """A second name."""
        if target in self.names_now:
            raise FileExistsError(errno.EEXIST, "File exists")
        self._change((target, self._at(source)))

    def replace(self, source: Path, target: Path) -> None:
        """Both names in one step."""
        self._change((source, None), (target, self._at(source)))

    def remove(self, path: Path) -> None:
        """Take a name away."""
        self._at(path)
        self._change((path, None))

    def sync_folder(self, path: Path) -> None:
        """From here on the names outlive a power cut."""
        self.steps.append(("sync_folder", path))

    def lock(self, path: Path) -> int:
        """One lock for all."""
        if self.locked:
            raise BlockingIOError(errno.EAGAIN, "busy")
        self.locked = True
        return 0

    def unlock(self, lock: int) -> None:
        """Give it back."""
        self.locked = False

    def wait(self, seconds: float) -> None:
        """No test waits."""

    def settled(self) -> MemoryOs:
        """The same disk with everything on it for good and nothing in its log."""
        made = MemoryOs({path: Inode(inode.data, synced=True) for path, inode in self.names_now.items()})
        made.folders = set(self.folders)
        return made

    def contents(self) -> dict[str, bytes]:
        """Every file by its name."""
        return {path.name: inode.data for path, inode in self.names_now.items()}

    def _at(self, path: Path) -> Inode:
        try:
            return self.names_now[path]
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory") from None

    def _change(self, *change: tuple[Path, Inode | None]) -> None:
        _apply(self.names_now, change)
        self.steps.append(("names", change))


def _apply(names: Names, change: DirectoryChange) -> None:
    for path, inode in change:
        if inode is None:
            names.pop(path, None)
        else:
            names[path] = inode


def after_power_cuts(before: MemoryOs, steps: list[tuple[str, Any]]) -> Iterator[tuple[bool, dict[Path, bytes]]]:
    """Every disk that a power cut during or after these steps may leave, and whether all steps had been done.

    Before its sync a file may hold everything, nothing, a part or zeros; of the names changed since the folder's last
    sync any may be missing.
    """
    seen = set()
    for done in range(len(steps) + 1):
        for disk in _left_after(before, steps[:done]):
            key = (done == len(steps), frozenset(disk.items()))
            if key not in seen:
                seen.add(key)
                yield done == len(steps), disk


def _left_after(before: MemoryOs, steps: list[tuple[str, Any]]) -> Iterator[dict[Path, bytes]]:
    names: Names = dict(before.names_now)
    pending: list[DirectoryChange] = []
    data: dict[Inode, bytes] = {inode: inode.data for inode in names.values()}
    safe = set(data)
    for kind, what in steps:
        if kind == "write":
            data[what[0]] = what[1]
            safe.discard(what[0])
        elif kind == "sync":
            safe.add(what)
            data.setdefault(what, b"")
        elif kind == "sync_folder":
            for change in pending:
                _apply(names, change)
            pending = []
        else:
            pending.append(what)
    for kept in product((True, False), repeat=len(pending)):
        left = dict(names)
        for change, there in zip(pending, kept, strict=True):
            if there:
                _apply(left, change)
        unsafe = [inode for inode in dict.fromkeys(left.values()) if inode not in safe]
        for versions in product(*(_torn(data.get(inode, b"")) for inode in unsafe)):
            torn = dict(zip(unsafe, versions, strict=True))
            yield {path: torn.get(inode, data.get(inode, b"")) for path, inode in left.items()}


def _torn(data: bytes) -> set[bytes]:
    return {data, b"", data[: len(data) // 2], bytes(len(data))}


class FaultyOs:
    """Fails on the `k`-th call (counted from 1) with an error, and on all later ones if `for_good`."""

    def __init__(self, real: Os, k: int, error: Callable[[], OSError], *, for_good: bool = False) -> None:
        """Stand between `disk` and `real`."""
        self._real = real
        self._k = k
        self._error = error
        self._for_good = for_good
        self.calls = 0

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """The real call, or the error instead of it; what gives something back does so before it fails."""
        call: Callable[..., Any] = getattr(self._real, name)

        def counted(*arguments: object) -> object:
            self.calls += 1
            fails = self.calls == self._k or (self._for_good and self.calls >= self._k)
            if fails and name != "wait":
                if name in ("close", "unlock"):
                    call(*arguments)
                raise self._error()
            return call(*arguments)

        return counted


def windows_error(code: int) -> OSError:
    """An error as Windows gives it."""
    fault = PermissionError(errno.EACCES, "Access is denied")
    fault.winerror = code  # type: ignore[attr-defined,unused-ignore]
    return fault


ERRORS: dict[str, Callable[[], OSError]] = {
    "EIO": lambda: OSError(errno.EIO, "Input/output error"),
    "ENOSPC": lambda: OSError(errno.ENOSPC, "No space left on device"),
    "EACCES": lambda: PermissionError(errno.EACCES, "Permission denied"),
    "EROFS": lambda: OSError(errno.EROFS, "Read-only file system"),
    "EINTR": lambda: InterruptedError(errno.EINTR, "Interrupted system call"),
    "EMFILE": lambda: OSError(errno.EMFILE, "Too many open files"),
    "ENOLCK": lambda: OSError(errno.ENOLCK, "No locks available"),
    "WinError 5": lambda: windows_error(5),
    "WinError 32": lambda: windows_error(32),
}


def error_of(name: str) -> OSError:
    """A fresh error of that name."""
    return ERRORS[name]()
