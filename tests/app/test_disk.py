"""The one function that writes user data: what survives crashes, power cuts, failing calls and a second copy."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest

from game.app.disk import LIMIT, Damaged, Disk
from game.app.system import RealOs
from game.errors import SaveError
from tests.support.disks import (
    ERRORS,
    FOLDER,
    NAME,
    FaultyOs,
    Inode,
    MemoryOs,
    after_power_cuts,
    check,
    error_of,
    loaded,
    packed,
)


def with_saves(*numbers: int) -> MemoryOs:
    """A disk on which these were saved one after the other, each in a session of its own."""
    system = MemoryOs()
    for number in numbers:
        Disk(FOLDER, system).write(NAME, packed(number), check)
    return system.settled()


def test_a_file_reads_back_as_it_was_written(tmp_path: Path) -> None:
    """What was written is what is read, in any folder that the system can have."""
    for name in ("plain", "with spaces", "Ünïcödé 石の雷", "x" * 250):
        disk = Disk(tmp_path / name)
        for number in (1, 2, 3):
            disk.write(NAME, packed(number), check)
        assert (disk.problem, loaded(disk), disk.names()) == ("", 3, [NAME])


@pytest.mark.parametrize("saves", [(), (1,), (1, 2), (1, 2, 3)])
def test_a_power_cut_leaves_the_old_or_the_new(saves: tuple[int, ...]) -> None:
    """R1, T2: in every state that a power cut can leave, it reads as the old or the new; after success as the new."""
    before = with_saves(*saves)
    system = MemoryOs(dict(before.names_now), set(before.folders))
    Disk(FOLDER, system).write(NAME, packed(9), check)
    old = saves[-1] if saves else None
    states = list(after_power_cuts(before, system.steps))
    assert len(states) > 10
    for finished, left in states:
        survivor = MemoryOs({path: Inode(data, synced=True) for path, data in left.items()}, {FOLDER})
        assert loaded(Disk(FOLDER, survivor)) in ({9} if finished else {old, 9})


def test_writing_in_place_would_be_caught_by_the_model() -> None:
    """The crash model tells a bad protocol from a good one: without syncs it finds states that hold neither."""
    before = with_saves(1)
    system = MemoryOs(dict(before.names_now), set(before.folders))
    temporary = FOLDER / "slot.json.new"
    file = system.create(temporary)
    system.write(file, packed(9)[:7])
    system.replace(temporary, FOLDER / NAME)
    found = {left.get(FOLDER / NAME) for _, left in after_power_cuts(before, system.steps)}
    assert b"" in found


def test_a_power_cut_while_deleting_leaves_the_file_or_nothing() -> None:
    """T2: a delete that was cut off leaves something that loads or nothing; after success nothing is left."""
    before = with_saves(1, 2, 3)
    system = MemoryOs(dict(before.names_now), set(before.folders))
    Disk(FOLDER, system).delete(NAME)
    for finished, left in after_power_cuts(before, system.steps):
        survivor = MemoryOs({path: Inode(data, synced=True) for path, data in left.items()}, {FOLDER})
        found = loaded(Disk(FOLDER, survivor))
        assert found is None if finished else found in (None, 1, 2, 3)


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("saves", [(), (1,), (1, 2)])
def test_any_call_may_fail(saves: tuple[int, ...], error: str, for_good: bool) -> None:
    """R2, T3: whichever call fails, the old or the new can be loaded, success means the new, and nothing piles up."""
    old = saves[-1] if saves else None
    for k in range(1, 100):
        system = with_saves(*saves)
        faulty = FaultyOs(system, k, ERRORS[error], for_good=for_good)
        disk = Disk(FOLDER, faulty)
        succeeded = False
        with contextlib.suppress(SaveError):
            disk.write(NAME, packed(9), check)
            succeeded = True
        assert sum(name.endswith(".tmp") for name in system.contents()) <= (2 if for_good else 0)
        after = Disk(FOLDER, system)
        assert loaded(after) in ({9} if succeeded else {old, 9})
        after.write(NAME, packed(10), check)
        assert not any(name.endswith(".tmp") for name in system.contents())
        if faulty.calls < k:
            assert succeeded
            return
    pytest.fail("the loop never came to a run without a fault")


@pytest.mark.parametrize("error", ["EIO", "EACCES", "ENOSPC"])
def test_any_call_may_fail_while_mending(error: str) -> None:
    """R3, T3: whichever call fails while a damaged file is read, an older one is found or a SaveError says why not."""
    for k in range(1, 100):
        system = with_saves(1, 2)
        system.names_now[FOLDER / NAME] = Inode(b"<torn", synced=True)
        faulty = FaultyOs(system, k, ERRORS[error])
        with contextlib.suppress(SaveError):
            assert loaded(Disk(FOLDER, faulty)) == 1
        assert b"<torn" in system.contents().values()
        if faulty.calls < k:
            return
    pytest.fail("the loop never came to a run without a fault")


def test_damage_is_moved_aside_with_its_reason_and_the_copy_before_is_used(tmp_path: Path) -> None:
    """R3: what can't be understood is kept in quarantine, told, and the generation before it is read."""
    disk = Disk(tmp_path)
    disk.write(NAME, packed(1), check)
    disk.write(NAME, packed(2), check)
    (tmp_path / NAME).write_bytes(bytes(42))
    found = disk.read(NAME, check)
    assert found is not None
    assert found.value == 1
    assert "no brackets" in found.note
    assert (tmp_path / "quarantine" / "slot.json.1").read_bytes() == bytes(42)
    assert (tmp_path / "quarantine" / "slot.json.1.why").read_text() == "no brackets\n"


def test_a_save_over_damage_moves_it_aside_and_keeps_the_good_copy(tmp_path: Path) -> None:
    """R3: a damaged file is not written over, and does not take the place of the good copy before it."""
    disk = Disk(tmp_path)
    disk.write(NAME, packed(1), check)
    disk.write(NAME, packed(2), check)
    (tmp_path / NAME).write_bytes(b"garbage")
    disk.write(NAME, packed(3), check)
    assert (tmp_path / "quarantine" / "slot.json.1").read_bytes() == b"garbage"
    assert check((tmp_path / "slot.json.bak").read_bytes()) == 1


def test_nothing_is_loaded_in_silence_when_every_copy_is_damaged(tmp_path: Path) -> None:
    """With no generation left the reader is told, and all of them are kept."""
    disk = Disk(tmp_path)
    for number in (1, 2):
        Disk(tmp_path).write(NAME, packed(number), check)
    for path in list(tmp_path.glob("slot*")):
        path.unlink()
        path.write_bytes(b"zzz")
    with pytest.raises(Damaged):
        disk.read(NAME, check)
    assert disk.names() == []
    assert len(list((tmp_path / "quarantine").glob("*.1"))) == 3


def test_the_older_generation_is_that_of_an_earlier_session(tmp_path: Path) -> None:
    """However often a session saves, `.old` stays as the session before left it."""
    Disk(tmp_path).write(NAME, packed(1), check)
    session = Disk(tmp_path)
    for number in range(2, 6):
        session.write(NAME, packed(number), check)
    held = {path.suffix: check(path.read_bytes()) for path in tmp_path.glob("slot.json*")}
    assert held == {".json": 5, ".bak": 4, ".old": 1}


def test_a_refusal_leaves_the_file_alone(tmp_path: Path) -> None:
    """A file that the reader refuses without calling it damaged is neither moved nor written over."""

    def refuse(data: bytes) -> int:
        if data == b"newer":
            raise SaveError("made by a newer version")
        return check(data)

    disk = Disk(tmp_path)
    (tmp_path / NAME).write_bytes(b"newer")
    with pytest.raises(SaveError, match="newer"):
        disk.read(NAME, refuse)
    with pytest.raises(SaveError, match="newer"):
        disk.write(NAME, packed(1), refuse)
    assert (tmp_path / NAME).read_bytes() == b"newer"
    assert not (tmp_path / "quarantine").exists()


def test_what_cannot_be_read_back_is_never_written(tmp_path: Path) -> None:
    """Bytes that the reader does not understand, or that are too many, do not touch the disk."""
    disk = Disk(tmp_path)
    disk.write(NAME, packed(1), check)
    for data in (b"nonsense", packed(2, LIMIT)):
        with pytest.raises(SaveError):
            disk.write(NAME, data, check)
    assert loaded(disk) == 1


@pytest.mark.parametrize("name", ["../x.json", "/etc/x.json", "x", "X.json", ".json", "a/b.json", "a\0.json", ""])
def test_only_plain_names_are_files_of_ours(tmp_path: Path, name: str) -> None:
    """No name leads out of the folder."""
    with pytest.raises(SaveError):
        Disk(tmp_path).write(name, packed(1), check)


def test_temporary_files_of_a_crash_are_swept_at_start(tmp_path: Path) -> None:
    """T3: what a killed save left behind is gone after the next start."""
    (tmp_path / "slot.json.1.tmp").write_bytes(b"half")
    Disk(tmp_path)
    assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.parametrize("trouble", ["file in place", "read-only", "no home"])
def test_a_folder_that_cannot_be_used_is_told_and_nothing_raises_at_start(tmp_path: Path, trouble: str) -> None:
    """T5: the disk opens, says what is wrong in one line, and a save raises SaveError."""
    if trouble == "file in place":
        (tmp_path / "home").write_text("x")
        disk = Disk(tmp_path / "home")
    elif trouble == "read-only":
        disk = Disk(FOLDER, FaultyOs(MemoryOs(), 1, ERRORS["EROFS"], for_good=True))
    else:
        disk = Disk(Path("~/nowhere"))
    assert disk.problem
    assert "\n" not in disk.problem
    assert disk.names() == []
    with pytest.raises(SaveError):
        disk.write(NAME, packed(1), check)


@pytest.mark.parametrize("name", ["with spaces", "Sturm und Drang äöü ねこ", "x" * 250, "q'uo\"te", "%20&;$"])
def test_a_folder_of_any_name_holds_saves(tmp_path: Path, name: str) -> None:
    """T5: whatever the user is called and wherever their home lies."""
    Disk(tmp_path / name).write(NAME, packed(7), check)
    assert loaded(Disk(tmp_path / name)) == 7


def test_saving_works_again_once_the_folder_does(tmp_path: Path) -> None:
    """A folder that comes back (a stick plugged in again) is used again."""
    (tmp_path / "home").write_text("x")
    disk = Disk(tmp_path / "home")
    (tmp_path / "home").unlink()
    disk.write(NAME, packed(1), check)
    assert (disk.problem, loaded(disk)) == ("", 1)


def test_a_pipe_in_place_of_a_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """Reading what is no plain file raises at once."""
    os.mkfifo(tmp_path / NAME)
    with pytest.raises(SaveError, match="not a plain file"):
        Disk(tmp_path).read(NAME, check)


def test_a_busy_file_on_windows_is_waited_for() -> None:
    """WinError 32 a few times over does not fail the save."""
    system = with_saves(1)

    class Busy(MemoryOs):
        refusals = 3

        def replace(self, source: Path, target: Path) -> None:
            """Busy for a while."""
            if self.refusals:
                self.refusals -= 1
                raise error_of("WinError 32")
            super().replace(source, target)

    busy = Busy(system.names_now, system.folders)
    Disk(FOLDER, busy).write(NAME, packed(2), check)
    assert loaded(Disk(FOLDER, busy)) == 2


def test_without_hard_links_the_copy_before_is_a_copy() -> None:
    """On a file system that has no links `.bak` is written in full."""

    class NoLinks(MemoryOs):
        def link(self, source: Path, target: Path) -> None:
            """As FAT says it."""
            raise error_of("EACCES")

    system = NoLinks()
    for number in (1, 2):
        Disk(FOLDER, system).write(NAME, packed(number), check)
    assert check(system.contents()["slot.json.bak"]) == 1


def test_a_second_copy_that_never_stops_saving_is_told() -> None:
    """A lock that is never given back ends in a SaveError, not in waiting for ever."""
    system = with_saves(1)
    disk = Disk(FOLDER, system)
    system.locked = True
    with pytest.raises(SaveError, match="another copy"):
        disk.write(NAME, packed(2), check)
    system.locked = False
    assert loaded(disk) == 1


def test_the_real_system_may_fail_at_any_call_too(tmp_path: Path) -> None:
    """T3 on a real folder: after each failing call the old or the new is there."""
    for k in range(1, 60):
        folder = tmp_path / str(k)
        Disk(folder).write(NAME, packed(1), check)
        faulty = FaultyOs(RealOs(), k, ERRORS["EIO"])
        with contextlib.suppress(SaveError):
            Disk(folder, faulty).write(NAME, packed(2), check)
        assert loaded(Disk(folder)) in (1, 2)
        if faulty.calls < k:
            return
    pytest.fail("the loop never came to a run without a fault")
