"""The calls to the operating system that user data needs, behind one small interface so that tests can make each fail.

Knows nothing of slots, formats or in which order the calls have to come; `disk` does.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from pathlib import Path
from typing import Protocol

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

READ_PIECE = 1 << 20
NO_SUCH_CALL = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)


class Os(Protocol):
    """What `disk` asks of the operating system. Everything raises OSError as the system gives it."""

    def make_folder(self, path: Path) -> None:
        """Make the folder and those above it; fine where it is there."""
        ...

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, in any order."""
        ...

    def stamp(self, path: Path) -> tuple[int, int, int]:
        """What changes whenever another file takes the name."""
        ...

    def read(self, path: Path, limit: int) -> bytes:
        """The first `limit` bytes of a plain file."""
        ...

    def create(self, path: Path) -> int:
        """A new file to write to; fails where the name is taken."""
        ...

    def write(self, file: int, data: bytes) -> int:
        """Write some of the data and tell how many bytes."""
        ...

    def sync(self, file: int) -> None:
        """Have the file's bytes on the disk before returning."""
        ...

    def close(self, file: int) -> None:
        """Close the file."""
        ...

    def link(self, source: Path, target: Path) -> None:
        """A second name for the file."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Rename in one step, over what may be there."""
        ...

    def remove(self, path: Path) -> None:
        """Remove a name."""
        ...

    def sync_folder(self, path: Path) -> None:
        """Have the folder's names on the disk before returning."""
        ...

    def lock(self, path: Path) -> int:
        """Take a lock that dies with this process; BlockingIOError where another process holds it."""
        ...

    def unlock(self, lock: int) -> None:
        """Give the lock back."""
        ...

    def wait(self, seconds: float) -> None:
        """Do nothing for a while."""
        ...


def write_all(system: Os, file: int, data: bytes, full: str = "") -> None:
    """Write the data whole, in as many pieces as the system takes. Raises OSError, with `full` where it takes none."""
    rest = data
    while rest:
        written = system.write(file, rest)
        if written == 0:
            raise OSError(errno.ENOSPC, full)
        rest = rest[written:]


class RealOs:
    """The operating system itself."""

    def make_folder(self, path: Path) -> None:
        """Make the folder and those above it, for this user only, each on the disk before the next."""
        if path.is_dir():
            return
        self.make_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
        self.sync_folder(path.parent)

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, in any order."""
        return [entry.name for entry in folder.iterdir()]

    def stamp(self, path: Path) -> tuple[int, int, int]:
        """Number of the file, size and time of the last change."""
        found = path.stat()
        return found.st_ino, found.st_size, found.st_mtime_ns

    def read(self, path: Path, limit: int) -> bytes:
        """The first `limit` bytes; refuses pipes and devices, which could wait or last for ever."""
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            if not stat.S_ISREG(os.fstat(file).st_mode):
                raise OSError(f"{path.name} is not a plain file")
            data = b""
            while len(data) < limit and (piece := os.read(file, min(READ_PIECE, limit - len(data)))):
                data += piece
            return data
        finally:
            os.close(file)

    def create(self, path: Path) -> int:
        """A new file for this user only."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)

    def write(self, file: int, data: bytes) -> int:
        """Write some of the data."""
        return os.write(file, data)

    def sync(self, file: int) -> None:
        """Flush through the disk's own cache too, where the system has a call for that (macOS)."""
        full = getattr(fcntl, "F_FULLFSYNC", None) if sys.platform != "win32" else None
        if full is not None:
            with contextlib.suppress(OSError):
                fcntl.fcntl(file, full)
                return
        os.fsync(file)

    def close(self, file: int) -> None:
        """Close the file."""
        os.close(file)

    def link(self, source: Path, target: Path) -> None:
        """A hard link."""
        target.hardlink_to(source)

    def replace(self, source: Path, target: Path) -> None:
        """Rename in one step."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a name."""
        path.unlink()

    def sync_folder(self, path: Path) -> None:
        """Flush the folder; Windows and some network drives have no such call."""
        if sys.platform == "win32":
            return
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        except OSError as fault:
            if fault.errno not in NO_SUCH_CALL:
                raise
        finally:
            os.close(folder)

    def lock(self, path: Path) -> int:
        """Lock a file of its own, so that no lock hangs on a name that is about to be replaced."""
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except PermissionError as busy:  # how Windows says it
            os.close(file)
            raise BlockingIOError(str(busy)) from busy
        except BaseException:
            os.close(file)
            raise
        return file

    def unlock(self, lock: int) -> None:
        """Give the lock back."""
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                msvcrt.locking(lock, msvcrt.LK_UNLCK, 1)
        os.close(lock)

    def wait(self, seconds: float) -> None:
        """Sleep."""
        time.sleep(seconds)
