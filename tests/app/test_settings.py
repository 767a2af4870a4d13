"""Settings: each within its range, kept across versions."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from game.app.disk import Damaged
from game.app.settings import ABOUT, DOMAINS, Settings, decode, describe, encode, with_setting
from game.errors import UsageError


@pytest.mark.parametrize("name", DOMAINS)
def test_every_value_of_every_setting_reads_back(name: str) -> None:
    """Whatever a setting can be is what it is after being written and read."""
    domain = DOMAINS[name]
    for value in domain if len(domain) < 300 else (*domain[:50], *domain[::97], domain[-1]):
        settings = with_setting(Settings(), name, value)
        assert getattr(settings, name) == value
        assert decode(encode(settings)) == settings


def test_every_default_lies_in_its_range_and_is_explained() -> None:
    """A new player's settings are all among those that can be chosen."""
    assert {f.name for f in fields(Settings)} == {*DOMAINS, "bindings", "language", "others"}
    for name, domain in DOMAINS.items():
        assert getattr(Settings(), name) in domain
        assert ABOUT[name]
        assert describe(name)


@pytest.mark.parametrize(
    ("name", "value"),
    [("volume", 101), ("volume", -1), ("volume", True), ("volume", "5"), ("auto", 1), ("font", "comic"), ("nope", 1)],
)
def test_a_value_out_of_range_is_refused(name: str, value: object) -> None:
    """An unknown setting or a wrong value gets one line."""
    with pytest.raises(UsageError):
        with_setting(Settings(), name, value)


def test_what_another_version_wrote_is_kept() -> None:
    """Unknown settings survive being read and written; values that no longer fit take their default."""
    data = json.dumps({"format": 9, "volume": 30, "text_size": 900, "auto": 1, "holograms": {"on": True}}).encode()
    settings = decode(data)
    assert (settings.volume, settings.text_size, settings.auto) == (30, Settings().text_size, False)
    written = json.loads(encode(with_setting(settings, "volume", 31)))
    assert (written["holograms"], written["volume"]) == ({"on": True}, 31)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", bytes(99), b'{"volume":1.5}'])
def test_damaged_settings_are_called_so(data: bytes) -> None:
    """Bytes that are no settings are damage, not an accident."""
    with pytest.raises(Damaged):
        decode(data)
