import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.cache import KEPT, Cache
from tests.support.disks import MemoryOs

FOLDER = Path("/cache")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """By another cache in the same folder too, which is made where it is not there; the last one written counts."""
    Cache(tmp_path / "a" / "b").write("one", b"first")
    Cache(tmp_path / "a" / "b").write("one", b"second")
    assert Cache(tmp_path / "a" / "b").read("one") == b"second"
    assert Cache(tmp_path / "a" / "b").read("two") is None
    assert os.listdir(tmp_path / "a" / "b") == ["one"]  # noqa: PTH208 - names, as they are


@given(st.integers(0, 40), st.integers(1, 255))
def test_any_damage_counts_as_missing(place: int, changed: int) -> None:
    """Each single byte, and every shorter file."""
    disk = MemoryOs()
    Cache(FOLDER, disk).write("one", b"something that can be made anew")
    inode = disk.names_now[FOLDER / "one"]
    whole = inode.data
    place %= len(whole)
    inode.data = whole[:place] + bytes([whole[place] ^ changed]) + whole[place + 1 :]
    assert Cache(FOLDER, disk).read("one") is None
    inode.data = whole[:place]
    assert Cache(FOLDER, disk).read("one") is None


@pytest.mark.parametrize("call", ["make_folder", "create", "write", "replace", "names", "stamp", "remove", "read"])
def test_what_the_system_refuses_is_nobodys_trouble(call: str) -> None:
    """A read-only home, a full disk: nothing is raised, nothing half written is read, nothing is left behind."""

    class Refusing(MemoryOs):
        pass

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    setattr(Refusing, call, refuse)
    disk = Refusing()
    cache = Cache(FOLDER, disk)
    cache.write("one", b"something long enough to be written in pieces")
    assert cache.read("one") in (None, b"something long enough to be written in pieces")
    if call not in ("remove", "names", "stamp"):
        assert disk.names_now == {} or call == "read"


def test_a_home_that_the_system_does_not_know_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative folder would lie wherever the game was started from."""
    monkeypatch.chdir(tmp_path)
    Cache(Path("cache")).write("one", b"1")
    assert list(tmp_path.iterdir()) == []


def test_old_files_are_cleared_away(tmp_path: Path) -> None:
    """Those of stories that nobody plays any more, and what a crash left."""
    (tmp_path / "one.4711.tmp").write_bytes(b"half")
    os.utime(tmp_path / "one.4711.tmp", ns=(0, 0))
    for number in range(KEPT + 4):
        Cache(tmp_path).write(f"story-{number}", b"1")
        os.utime(tmp_path / f"story-{number}", ns=(0, 10**9 * (number + 1)))
    Cache(tmp_path).write("last", b"1")
    assert len(list(tmp_path.iterdir())) == KEPT
    assert Cache(tmp_path).read("last") == b"1"
