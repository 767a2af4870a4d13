from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from game.app.disk import Disk
from game.app.naming import LONGEST, NAMES_FILE, Names, shortened


def _names(folder: Path, told: list[str] | None = None) -> Names:
    return Names(Disk(folder), (told if told is not None else []).append)


def test_names_outlive_the_game(tmp_path: Path) -> None:
    """Of slots and of pages; an empty one takes the name away."""
    names = _names(tmp_path)
    names.call("slot.3", "  Before   the gate ")
    names.call("page.2", "Midori")
    names.call("page.2", "")
    assert [_names(tmp_path).of(place) for place in ("slot.3", "page.2", "slot.4")] == ["Before the gate", "", ""]


def test_two_games_at_once_keep_each_other_s_names(tmp_path: Path) -> None:
    """What the other wrote meanwhile is still there."""
    one, other = _names(tmp_path), _names(tmp_path)
    assert (one.of("slot.1"), other.of("slot.1")) == ("", "")
    one.call("slot.1", "One")
    other.call("slot.2", "Two")
    assert [_names(tmp_path).of(place) for place in ("slot.1", "slot.2")] == ["One", "Two"]


def test_damage_costs_the_names_and_nothing_else(tmp_path: Path) -> None:
    """It is told, and new names can be given."""
    (tmp_path / NAMES_FILE).write_bytes(b"{")
    told: list[str] = []
    names = _names(tmp_path, told)
    assert names.of("slot.1") == ""
    assert len(told) == 1
    names.call("slot.1", "Again")
    assert _names(tmp_path).of("slot.1") == "Again"


def test_a_folder_that_can_t_be_written_to_keeps_no_name_and_says_so(tmp_path: Path) -> None:
    """The name holds for this sitting."""
    (tmp_path / "file").write_text("")
    told: list[str] = []
    names = _names(tmp_path / "file", told)
    names.call("slot.1", "Here")
    assert names.of("slot.1") == "Here"
    assert any("until you quit" in line for line in told)


@given(st.text(max_size=60))
def test_every_name_fits_on_one_line(text: str) -> None:
    """And is short, and shortening it again changes nothing."""
    name = shortened(text)
    assert len(name) <= LONGEST
    assert name == name.strip() == shortened(name)
    assert name.isprintable()
