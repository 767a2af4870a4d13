"""Slots: where saves stand, which is the newest, and what rotation may drop."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.disk import Disk
from game.app.save import Save, decode, encode
from game.app.slots import AUTO_SLOTS, AUTOMATIC, Slots
from game.app.strict_json import load, seal
from game.errors import SaveError
from tests.support.disks import FOLDER, FaultyOs, Inode, MemoryOs, error_of

CLOCKS = {
    "the epoch": [0.0, 0.0],
    "after 2038": [2.0**31 + 5, 2.0**31 + 9],
    "ten years back": [1.8e9, 1.5e9],
    "fifty years on": [1.8e9, 3.4e9],
    "backwards": [1.8e9 + 60, 1.8e9],
    "equal": [1.8e9, 1.8e9],
    "before the epoch": [-1e9, -1e9],
    "out of any calendar": [1e20, -1e20],
    "no number": [float("nan"), float("inf")],
    "zero after a real time": [1.8e9, 0.0],
    "the hour that comes twice": [1_792_893_600.0 + 3599, 1_792_893_600.0],
    "a leap second": [1_483_228_799.9, 1_483_228_799.9],
}


def slots_on(system: MemoryOs | FaultyOs, *, clock: float = 0.0, told: list[str] | None = None) -> Slots:
    """The slots of the story `rooms` on a disk in memory."""
    heard: list[str] = [] if told is None else told
    return Slots(Disk(FOLDER, system), "rooms", lambda: clock, heard.append)


def save_at(scene: str) -> Save:
    """A save that is told by its scene."""
    return Save(seed=1, scene=scene, title=scene.title())


def file_of(slot: str) -> Path:
    """Where a slot's file is."""
    return FOLDER / f"save-{slot}.json"


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_newest_is_the_one_saved_last_whatever_the_clock_says(clock: str) -> None:
    """R7, T10: order comes from a counter; the clock is only a label, and never raises."""
    system = MemoryOs()
    for slot, now in zip(("3", "quick"), CLOCKS[clock], strict=True):
        slots_on(system, clock=now).save(slot, save_at(f"in_{slot}"))
    assert [slot.id for slot in slots_on(system).filled()] == ["quick", "3"]


def test_autosaves_go_round_and_drop_the_oldest() -> None:
    """The last few autosaves are kept, over sessions too."""
    system = MemoryOs()
    for number in range(AUTOMATIC + 3):
        slots_on(system).save_automatically(save_at(f"s{number}"))
    slots = slots_on(system).filled()
    assert [slot.title for slot in slots] == [f"S{number}" for number in range(AUTOMATIC + 2, 2, -1)]
    assert all(slot.is_automatic for slot in slots)


def test_rotation_drops_nothing_before_the_new_one_is_safe() -> None:
    """R4: whichever call fails during an autosave, the older autosaves are all still there."""
    for k in range(1, 200):
        system = MemoryOs()
        for number in range(AUTOMATIC):
            slots_on(system).save_automatically(save_at(f"s{number}"))
        faulty = FaultyOs(system, k, lambda: error_of("ENOSPC"), for_good=True)
        try:
            slots_on(faulty).save_automatically(save_at("new"))
        except SaveError:
            kept = {slot.title for slot in slots_on(system).filled()}
            assert kept in ({f"S{n}" for n in range(AUTOMATIC)}, {"New", *(f"S{n}" for n in range(1, AUTOMATIC))})
        else:
            assert slots_on(system).filled()[0].title == "New"
            if faulty.calls < k:
                return
    pytest.fail("the loop never came to a run without a fault")


def test_an_emptied_slot_loses_its_older_generations_too() -> None:
    """Deleting is final: no earlier save shows up in the slot."""
    system = MemoryOs()
    for number in range(3):
        slots_on(system).save("1", save_at(f"s{number}"))
    slots_on(system).delete("1")
    assert slots_on(system).filled() == ()
    with pytest.raises(SaveError, match="no save there"):
        slots_on(system).load("1")


def test_a_damaged_save_is_told_and_the_one_before_it_is_listed() -> None:
    """R3: a list of saves shows what can be loaded, and what was moved aside is told once."""
    system, told = MemoryOs(), list[str]()
    for number in range(2):
        slots_on(system).save("1", save_at(f"s{number}"))
    system.names_now[file_of("1")] = Inode(bytes(500))
    slots = slots_on(system, told=told)
    assert [slot.title for slot in slots.filled()] == ["S0"]
    assert slots.load("1").scene == "s0"
    assert len(told) == 1
    assert "zeros" in told[0]


def test_a_save_of_a_newer_format_stays_as_it_is() -> None:
    """R6: it is listed with the reason, neither loaded nor written over, nor taken by an autosave."""
    system = MemoryOs()
    for slot in ("1", *AUTO_SLOTS):
        slots_on(system).save(slot, save_at("old"))
    newer = load(encode(save_at("newer")))
    del newer["sha256"]
    data = seal({**newer, "format": 99, "story_id": "rooms"})  # type: ignore[dict-item]
    for slot in ("1", *AUTO_SLOTS[:2]):
        system.names_now[file_of(slot)] = Inode(data)
    slots = slots_on(system)
    assert [slot.id for slot in slots.filled() if slot.problem] == [*AUTO_SLOTS[:2], "1"]
    with pytest.raises(SaveError, match="newer version"):
        slots.load("1")
    with pytest.raises(SaveError, match="newer version"):
        slots.save("1", save_at("mine"))
    for _ in range(AUTOMATIC + 2):
        slots.save_automatically(save_at("auto"))
    for slot in ("1", *AUTO_SLOTS[:2]):
        assert system.names_now[file_of(slot)].data == data


def test_another_storys_save_is_refused() -> None:
    """A file that was copied from another story's folder is named for what it is."""
    system = MemoryOs()
    slots_on(system).save("1", save_at("a"))
    other = Slots(Disk(FOLDER, system), "other", lambda: 0.0, lambda _: None)
    with pytest.raises(SaveError, match="another story"):
        other.load("1")


def test_a_save_goes_out_and_comes_in_again() -> None:
    """Exported bytes can be brought into another slot, as its newest; garbage can't."""
    slots = slots_on(MemoryOs())
    slots.save("1", save_at("a"))
    slots.save("2", save_at("b"))
    data = slots.export("1")
    assert decode(data).scene == "a"
    assert slots.bring_in("60", data).scene == "a"
    assert slots.filled()[0].id == "60"
    with pytest.raises(SaveError):
        slots.bring_in("3", data[:-9])
    assert [slot.id for slot in slots.filled()] == ["60", "2", "1"]


@pytest.mark.parametrize("slot", ["0", "61", "", "../1", "auto-99", "settings"])
def test_only_slots_that_exist_are_taken(slot: str) -> None:
    """Any other name gets one line that says which there are."""
    with pytest.raises(SaveError, match="no slot"):
        slots_on(MemoryOs()).save(slot, save_at("a"))


def test_swapped_files_are_loaded_as_what_they_hold() -> None:
    """T6: a save copied over another slot is that save; nothing depends on the name."""
    system = MemoryOs()
    slots = slots_on(system)
    slots.save("1", save_at("a"))
    slots.save("2", save_at("b"))
    one, two = system.names_now[file_of("1")], system.names_now[file_of("2")]
    system.names_now[file_of("1")], system.names_now[file_of("2")] = two, one
    assert [(slot.id, slot.title) for slot in slots.filled()] == [("1", "B"), ("2", "A")]
