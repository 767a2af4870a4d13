"""The bytes of a save: they give back what was put in, and damage is never taken for a save."""

from __future__ import annotations

import json
import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app import save as save_module
from game.app.disk import LIMIT, Damaged
from game.app.save import FORMAT, Origin, Save, decode, encode
from game.app.strict_json import DEPTH, load, seal
from game.errors import SaveError

GOLDEN = Path(__file__).parent / "golden"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)

SMALL = Save(
    seed=7,
    scene="attic",
    reached=("away",),
    origin=Origin("hall", {"trust": 1}, midway=True, seen={"yard": 2}, taken=("yard.in",)),
    log=("hall.up",),
    values={"trust": 2, "found": True, "side": "moon"},
    seen={"hall": 1, "attic": 1},
    taken=("hall.up",),
    move=1,
    words="Dust — “und” 石.",
    title="The attic",
    played=61,
    thumbnail=PNG,
    kept={"old": "x"},
    engine="0.1.0",
    story_id="rooms",
    story_version="1.0.0",
    story_hash="ab12",
    seq=3,
    saved_at="2026-11-21T09:45+00:00",
)

names = st.text(max_size=8)
values = st.dictionaries(names, st.booleans() | st.integers(-(10**9), 10**9) | names, max_size=4)
counts = st.dictionaries(names, st.integers(0, 99), max_size=4)
lists = st.lists(names, max_size=4).map(tuple)
saves = st.builds(
    Save,
    seed=st.integers(-(10**17), 10**17),
    scene=names,
    reached=lists,
    origin=st.builds(Origin, st.none() | names, values, st.booleans(), counts, lists),
    log=lists,
    values=values,
    seen=counts,
    taken=lists,
    move=st.integers(0, 9),
    line=st.integers(-1, 9),
    words=names,
    title=names,
    played=st.integers(0, 10**9),
    thumbnail=st.sampled_from([b"", PNG, b"\xff\xd8\xff\xe0"]),
    kept=values,
    engine=names,
    story_id=names,
    story_version=names,
    story_hash=names,
    seq=st.integers(0, 10**9),
    saved_at=names,
)


@settings(max_examples=100, deadline=None)
@given(saves)
def test_a_save_reads_back_as_it_was(save: Save) -> None:
    """Whatever a save holds, its bytes give it back."""
    assert decode(encode(save)) == save


def test_every_truncation_and_every_flipped_bit_is_refused() -> None:
    """T6: no damage of one save is taken for another save."""
    data = encode(SMALL)
    damaged = [data[:length] for length in range(len(data))]
    damaged += [flipped(data, place, 1 << bit) for place in range(len(data)) for bit in range(8)]
    accepted = [bad for bad in damaged if understood(bad) not in (None, SMALL)]
    assert not accepted
    assert sum(understood(bad) == SMALL for bad in damaged) <= 1 + 4  # the line end, or white space in its place


def test_random_damage_is_refused() -> None:
    """T6: 2,000 mutations of several bytes never raise anything but SaveError and are never taken for another save."""
    dice = random.Random(1)
    data = encode(SMALL)
    for _ in range(10_000):
        bad = bytearray(data)
        for _ in range(dice.randint(1, 6)):
            place = dice.randrange(len(bad))
            match dice.randrange(4):
                case 0:
                    bad[place] = dice.randrange(256)
                case 1:
                    del bad[place : place + dice.randint(1, 9)]
                case 2:
                    bad[place:place] = bytes(bad[: dice.randint(1, 9)])
                case _:
                    bad[place:place] = dice.choice([b'"', b"{", b"[", b"\\", b"\0", b"9" * 30])
        assert understood(bytes(bad)) in (None, SMALL)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (bytes(4000), "zeros"),
        (b"\xff\xfe{}", "UTF-8"),
        (b"[]", "no JSON object"),
        (b"[" * 100_000, f"{DEPTH} levels"),
        (b'{"a":' * 100_000, f"{DEPTH} levels"),
        (b'{"' + b'\\"' * 1_000_000, "cut off"),
        (b'{"a":NaN}', "not whole"),
        (b'{"a":1.5}', "not whole"),
        (b'{"a":1e999}', "not whole"),
        (b'{"a":' + b"9" * 5_000 + b"}", "digits"),
        (b'{"a":1,"a":2}', "twice"),
        (b" " * (LIMIT + 1), "MiB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_bytes_get_one_clear_line(data: bytes, reason: str) -> None:
    """T6: what `json` alone would take, or die of, is refused with its reason within a second."""
    began = time.monotonic()
    with pytest.raises(Damaged, match=reason):
        load(data)
    assert time.monotonic() - began < 1


def test_half_a_character_is_refused() -> None:
    """A lone surrogate, which no file could hold, is damage."""
    with pytest.raises(Damaged):
        decode(b'{"format":1,"body":"\\ud800","sha256":""}')


def test_each_field_refuses_values_of_another_kind() -> None:
    """T6: with a right checksum but wrong contents, a save is damaged, whichever field it is."""
    good = json.loads(encode(SMALL))
    del good["sha256"]
    wrong: dict[str, object] = {
        "none": None,
        "list": [1],
        "table": {"x": []},
        "text": "x" * 20_000,
        "number": -(10**15),
    }
    tables = [good, good["body"], good["body"]["start"], good["body"]["reading"]]
    for table in tables:
        for key, right in list(table.items()):
            for kind, value in wrong.items():
                fine = (kind == "none" and key == "scene") or (kind == "number" and key == "seed")
                table[key] = value
                if fine:
                    continue
                with pytest.raises(Damaged):
                    decode(seal(good))
            table[key] = right
    assert decode(seal(good)) == SMALL


def test_a_newer_format_is_refused_and_not_called_damaged() -> None:
    """R6: what a newer version wrote is left alone."""
    held = json.loads(encode(SMALL))
    del held["sha256"]
    held["format"] = FORMAT + 1
    with pytest.raises(SaveError, match="newer version") as refused:
        decode(seal(held))
    assert not isinstance(refused.value, Damaged)


def test_every_released_format_still_loads() -> None:
    """R6, T9: the golden save of each format reads as the same save for ever."""
    golden = sorted(GOLDEN.glob("save-format-*.json"))
    assert [path.stem for path in golden] == [f"save-format-{number}" for number in range(1, FORMAT + 1)]
    for path in golden:
        assert decode(path.read_bytes()) == SMALL


def test_an_old_body_goes_through_every_migration_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """R6: a save of format 1 is read by a program of format 3 through both steps, in order."""
    steps = {
        1: lambda body: {**body, "title": f"{body['title']} two"},
        2: lambda body: {**body, "title": f"{body['title']} three"},
    }
    data = encode(SMALL)
    monkeypatch.setattr(save_module, "FORMAT", 3)
    monkeypatch.setattr(save_module, "MIGRATIONS", steps)
    assert decode(data).title == "The attic two three"


def test_a_picture_is_known_by_its_first_bytes() -> None:
    """A thumbnail that is neither PNG nor JPEG, or too large, is damage."""
    for picture in (b"GIF89a", PNG + bytes(200_000)):
        with pytest.raises(Damaged, match="thumbnail"):
            decode(encode(replace(SMALL, thumbnail=picture)))


def flipped(data: bytes, place: int, bits: int) -> bytes:
    """The data with some bits of one byte turned."""
    return data[:place] + bytes([data[place] ^ bits]) + data[place + 1 :]


def understood(data: bytes) -> Save | None:
    """The save, or None where it is refused; anything but SaveError is a failure."""
    try:
        return decode(data)
    except SaveError:
        return None
