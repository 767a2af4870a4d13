"""The one function that writes user data, in real processes: killed, two at once, without room."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from game.app.disk import Disk
from game.errors import SaveError
from tests.support.disks import NAME, check, loaded, packed


def in_child(work: Callable[[int], None]) -> tuple[int, int]:
    """Run `work` in a child with the writing end of a pipe; its process id and the reading end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            work(writing)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    return child, reading


def save_for_ever(folder: Path, start: int, report: int) -> None:
    """Save one number after another, telling each once it is safe."""
    disk = Disk(folder)
    for number in range(start, start + 100_000):
        disk.write(NAME, packed(number, 20_000), check)
        os.write(report, number.to_bytes(4, "big"))


def last_told(report: int) -> int | None:
    """The last number that a child told before it ended."""
    told = b""
    with os.fdopen(report, "rb") as pipe:
        told = pipe.read()
    whole = len(told) - len(told) % 4
    return int.from_bytes(told[whole - 4 : whole], "big") if whole else None


@pytest.mark.slow
def test_kill_while_saving_loses_nothing_that_was_told(tmp_path: Path) -> None:
    """R1, T1: killed at any moment of a loop of saves, the file is whole and no older than the last one told."""
    dice = random.Random(4)
    newest = 0
    for _ in range(500):
        start = newest + 1
        child, report = in_child(partial(save_for_ever, tmp_path, start))
        time.sleep(dice.random() * 0.03)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told = last_told(report)
        newest = max(newest, told or 0)
        found = loaded(Disk(tmp_path)) or 0
        assert found >= newest
        newest = found
    assert newest > 50
    assert not (tmp_path / "quarantine").exists()


def test_two_processes_saving_at_once_tear_nothing(tmp_path: Path) -> None:
    """T11: two copies of the game save into one file by turns; it is whole at every moment."""

    def save_many(base: int, report: int) -> None:
        disk = Disk(tmp_path)
        for number in range(base, base + 200):
            disk.write(NAME, packed(number, 5_000), check)
        os.write(report, b"done")

    children = [in_child(partial(save_many, base)) for base in (1000, 2000)]
    statuses = []
    for child, report in children:
        while True:
            pid, status = os.waitpid(child, os.WNOHANG)
            found = Disk(tmp_path).read(NAME, check)
            assert found is None or not found.note
            if pid:
                statuses.append(status)
                os.close(report)
                break
    assert statuses == [0, 0]
    assert loaded(Disk(tmp_path)) in (1199, 2199)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", NAME, "slot.json.bak", "slot.json.old"]


@pytest.mark.parametrize("room", [0, 1, 100, *range(1_000, 18_000, 1_000), 19_999])
def test_a_disk_without_room_keeps_the_old(tmp_path: Path, room: int) -> None:
    """T4: where the system really refuses to write on, the save fails with one line and the old file stays."""
    Disk(tmp_path).write(NAME, packed(1), check)

    def save(report: int) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        try:
            Disk(tmp_path).write(NAME, packed(2, 20_000), check)
        except SaveError as fault:
            os.write(report, str(fault).encode())

    child, report = in_child(save)
    os.waitpid(child, 0)
    with os.fdopen(report) as pipe:
        assert "could not be written" in pipe.read()
    assert loaded(Disk(tmp_path)) == 1
    assert not list(tmp_path.glob("*.tmp"))
