"""What a player prefers: one frozen value with the range of each setting. Knows nothing of screens or files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from game.errors import UsageError

from .strict_json import Json, dump, load
from .wording import later

FORMAT = 1
MOST_BINDINGS = 500
LANGUAGE = r"[A-Za-z]{2,3}([-_@][A-Za-z0-9]{1,8})*"
"""How languages are named, as gettext does: `de`, `pt_BR`, `sr@latin`."""


def _number(default: int, least: int, most: int, about: str) -> int:
    number: int = field(default=default, metadata={"domain": range(least, most + 1), "about": about})
    return number


def _switch(about: str, *, on: bool = False) -> bool:
    switch: bool = field(default=on, metadata={"domain": (False, True), "about": about})
    return switch


def _one_of(names: tuple[str, ...], about: str) -> str:
    name: str = field(default=names[0], metadata={"domain": names, "about": about})
    return name


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default. `others` are those of another version of the game, kept as they are."""

    text_speed: int = _number(60, 0, 200, later("characters a second; 0 shows a line at once"))
    auto: bool = _switch(later("goes on by itself"))
    auto_time: int = _number(15, 1, 60, later("seconds that going on by itself waits for 250 characters"))
    skip_unseen: bool = _switch(later("skipping also goes over lines that were never read"))
    skip_after_choices: bool = _switch(later("skipping goes on after a choice"))
    text_size: int = _number(100, 80, 200, later("size of the text in percent"))
    line_spacing: int = _number(100, 80, 200, later("distance of lines in percent"))
    letter_spacing: int = _number(0, 0, 20, later("room between letters, in percent of their size"))
    font: str = _one_of(("story", "readable", "dyslexia"), later("the typeface of the text"))
    high_contrast: bool = _switch(later("plain dark behind the text and nothing tinted"))
    box_opacity: int = _number(80, 0, 100, later("how dark the box behind the text is, in percent"))
    fullscreen: bool = _switch(later("fills the screen"))
    window_width: int = _number(0, 0, 8192, later("width of the window in pixels; 0 for most of the screen"))
    window_height: int = _number(0, 0, 8192, later("height of the window in pixels; 0 for most of the screen"))
    reduced_motion: bool = _switch(later("no shaking, no drifting, plain cuts"))
    flashes: bool = _switch(later("flashes of light"), on=True)
    system_pointer: bool = _switch(later("the pointer of the system in place of the game's own"))
    soften: bool = _switch(later("softened words for the hardest lines"))
    time_limits: str = _one_of(("kept", "doubled", "fivefold", "off"), later("how long a timed choice waits"))
    captions: bool = _switch(later("sounds are described in words"))
    self_voicing: str = _one_of(("off", "speech", "clipboard"), later("reads every screen aloud, or to the clipboard"))
    scanning: str = _one_of(
        ("off", "slowest", "slow", "fast"), later("the focus moves by itself; any press takes what it is on")
    )
    scan_groups: bool = _switch(later("one button goes to a group first, then to what is in it"))
    voice_speed: int = _number(100, 50, 300, later("how fast the reading voice speaks, in percent"))
    mute: bool = _switch(later("no sound at all"))
    mono: bool = _switch(later("the same on both ears"))
    mute_unfocused: bool = _switch(later("silent while another window is in front"), on=True)
    volume: int = _number(100, 0, 100, later("loudness of everything"))
    music_volume: int = _number(80, 0, 100, later("loudness of the music"))
    ambience_volume: int = _number(80, 0, 100, later("loudness of the surroundings"))
    sound_volume: int = _number(100, 0, 100, later("loudness of sounds"))
    interface_volume: int = _number(60, 0, 100, later("loudness of what the focus, keys and clicks sound like"))
    voice_volume: int = _number(100, 0, 100, later("loudness of the reading voice"))
    pace: bool = _switch(later("in the terminal, waits for Enter after each paragraph"))
    bindings: Mapping[str, str] = field(default_factory=dict)
    """What a player changed of the keys and buttons: by its name, what it means, or nothing."""
    language: str = ""
    """The language that stories are read in, where they have it; empty: as they were written."""
    others: Mapping[str, Json] = field(default_factory=dict)


DOMAINS: Mapping[str, range | tuple[bool, ...] | tuple[str, ...]] = {
    setting.name: setting.metadata["domain"] for setting in fields(Settings) if setting.metadata
}
"""The values that each setting can have."""

ABOUT: Mapping[str, str] = {s.name: s.metadata["about"] for s in fields(Settings) if s.metadata}
"""What each setting does, in a few words."""


def with_setting(settings: Settings, name: str, value: object) -> Settings:
    """The settings with one of them changed. Raises UsageError for an unknown name or a value outside its range."""
    if name not in DOMAINS:
        raise UsageError(f"there is no setting '{name[:40]}'", f"settings are {', '.join(DOMAINS)}")
    if not _fits(name, value):
        raise UsageError(f"'{name}' cannot be {str(value)[:40]}", f"it is {describe(name)}")
    changed: dict[str, Any] = {name: value}
    return replace(settings, **changed)


def reset(settings: Settings) -> Settings:
    """Every setting as it was at first; the window keeps its size, and what is not ours stays."""
    kept = {name: getattr(settings, name) for name in ("window_width", "window_height", "others")}
    return Settings(**kept)


def describe(name: str) -> str:
    """The values of a setting in words: `0 to 100`, `on or off`, `story or readable`."""
    domain = DOMAINS[name]
    if isinstance(domain, range):
        return f"{domain[0]} to {domain[-1]}"
    return "on or off" if domain == (False, True) else " or ".join(str(value) for value in domain)


def encode(settings: Settings) -> bytes:
    """The bytes of a settings file."""
    own = {name: getattr(settings, name) for name in DOMAINS}
    return dump(
        {**settings.others, **own, "bindings": dict(settings.bindings), "language": settings.language, "format": FORMAT}
    )


def decode(data: bytes) -> Settings:
    """The settings that the bytes hold; what does not fit takes its default. Raises Damaged."""
    held = _of_today(load(data))
    fitting: dict[str, Any] = {name: held[name] for name in DOMAINS if name in held and _fits(name, held[name])}
    ours = {*DOMAINS, "bindings", "language", "format"}
    others: dict[str, Any] = {name: value for name, value in held.items() if name not in ours}
    language = held.get("language")
    known = language if isinstance(language, str) and re.fullmatch(LANGUAGE, language) else ""
    return Settings(**fitting, bindings=_bindings(held.get("bindings")), language=known, others=others)


def _of_today(held: dict[str, object]) -> dict[str, object]:
    """What an earlier version called otherwise."""
    if held.pop("timers", True) is False:
        held.setdefault("time_limits", "off")
    return held


def _bindings(held: object) -> dict[str, str]:
    """Names to names, as far as they are any."""
    if not isinstance(held, dict):
        return {}
    pairs = list(held.items())[:MOST_BINDINGS]
    return {name: wish for name, wish in pairs if isinstance(wish, str) and len(name) + len(wish) < 80}


def _fits(name: str, value: object) -> bool:
    """Whether the setting can have the value; True is no 1 here."""
    domain = DOMAINS[name]
    return isinstance(value, bool) == (domain == (False, True)) and value in domain
