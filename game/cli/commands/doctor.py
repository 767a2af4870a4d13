"""`doctor`: what this machine offers. Looks at display and sound in a process of its own, which may crash."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from game import __version__
from game.app.folders import HOME, home
from game.app.shipped import shipped
from game.cli.output import colour, say, say_json

LONGEST_PROBE = 20.0
"""Seconds that looking at display and sound may take."""

_PROBE = """
import json, os
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
import pygame
found = {"sdl": ".".join(map(str, pygame.get_sdl_version()))}
try:
    pygame.display.init()
    found["display"] = pygame.display.get_driver()
    found["sizes"] = [list(size) for size in pygame.display.get_desktop_sizes()]
except pygame.error as fault:
    found["display_fault"] = str(fault)
try:
    pygame.mixer.init(48000, -16, 2, 1024)
    found["sound"] = pygame.mixer.get_sdl_mixer_version()
except pygame.error as fault:
    found["sound_fault"] = str(fault)
print(json.dumps(found))
"""

HIDDEN_DRIVERS = ("offscreen", "dummy")
"""Video drivers that show nothing to anybody."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it serves, what was found, and what to do where it doesn't."""

    name: str
    ok: bool
    found: str
    advice: str = ""


def run(options: argparse.Namespace) -> int:
    """Report; 1 where something that playing needs is missing."""
    findings = [*_versions(), *_screen_and_sound(), _screen_reader(), _fonts(), _saves(), _story(options.story)]
    if options.json:
        say_json({"ok": all(finding.ok for finding in findings), "findings": [asdict(finding) for finding in findings]})
    else:
        for finding in findings:
            mark = colour("ok", "32", sys.stdout) if finding.ok else colour("missing", "31", sys.stdout)
            say(f"{finding.name}: {mark}: {finding.found}" + (f" ({finding.advice})" if finding.advice else ""))
    return int(not all(finding.ok for finding in findings))


def _versions() -> list[Finding]:
    system = Finding("system", ok=True, found=f"{platform.system()} {platform.release()}, {platform.machine()}")
    python = Finding("Python", sys.version_info >= (3, 11), platform.python_version(), "")
    game = Finding("Stone Lightning", ok=True, found=__version__)
    return [game, system, python, *map(_package, ("pygame-ce", "PyYAML", "transitions", "platformdirs"))]


def _package(name: str) -> Finding:
    try:
        return Finding(name, ok=True, found=metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, ok=False, found="not installed", advice="run.py installs it")


def _screen_and_sound() -> list[Finding]:
    found = _probe()
    driver = found.get("display")
    seen = driver is not None and driver not in HIDDEN_DRIVERS
    sizes = ", ".join("x".join(map(str, size)) for size in found.get("sizes", []))
    display = Finding(
        "display",
        seen,
        f"{driver} {sizes} (SDL {found.get('sdl')})" if driver else str(found.get("display_fault", "no answer")),
        "" if seen else "the game plays in the terminal",
    )
    heard = "sound" in found
    answer = "a device answers" if heard else str(found.get("sound_fault", "no answer"))
    return [display, Finding("sound", heard, answer, "" if heard else "the game plays silently")]


def _screen_reader() -> Finding:
    """Nothing that playing needs, so that it is never missing: the terminal and self-voicing do without."""
    try:
        return Finding("screen reader", ok=True, found=f"AccessKit {metadata.version('accesskit')}")
    except metadata.PackageNotFoundError:
        advice = f"for NVDA, VoiceOver or Orca in the window: install accesskit for {sys.executable}"
        return Finding("screen reader", ok=True, found="none; the terminal and self-voicing work", advice=advice)


def _probe() -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-c", _PROBE], capture_output=True, text=True, timeout=LONGEST_PROBE, check=False
        )
        found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    except (OSError, subprocess.TimeoutExpired, ValueError, IndexError):
        return {}
    return found


def _fonts() -> Finding:
    folder = shipped("assets") / "fonts"
    fonts = sorted(path.name for path in folder.glob("*.ttf"))
    return Finding(
        "fonts", bool(fonts), f"{len(fonts)} in {folder}", "" if fonts else "text is drawn with a plain face"
    )


def _saves() -> Finding:
    folder = home()
    there = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    writable = there.is_dir() and os.access(there, os.W_OK)
    return Finding(
        "saves",
        writable,
        str(folder),
        "" if writable else f"saving is off; set {HOME} to another folder",
    )


def _story(folder: Path) -> Finding:
    there = (folder / "story.yaml").is_file()
    return Finding("story", there, str(folder), "" if there else "name another with --story DIR")
