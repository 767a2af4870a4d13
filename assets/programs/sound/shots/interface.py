"""The sounds of the interface: felt more than heard."""

from __future__ import annotations

from assets.programs.sound.machines import click, thud
from assets.programs.sound.waves import (
    Wave,
    arch,
    blank,
    decay,
    drift,
    filtered,
    noise,
    put,
    softened,
)


def ui_move() -> Wave:
    """From one line to the next: a fingertip on card."""
    mix = blank(0.12)
    put(mix, filtered(noise(0.06, "move", 2, 1), 180, 1300) * decay(0.06, 0.05, 0.004), 0.004, 1.0)
    return softened(mix, 0.003, 0.03)


def ui_choose() -> Wave:
    """A choice is made: a soft stop, low, as a key is that has been oiled."""
    mix = blank(0.4)
    put(mix, thud(0.3, 108, "choose", 0.25), 0.004, 0.9)
    put(mix, filtered(click(0.14, 620, "choose", 0.3), None, 2200), 0.012, 0.28)
    return softened(mix, 0.003, 0.12)


def ui_back() -> Wave:
    """Back: the same, drawn away."""
    mix = blank(0.36)
    put(mix, filtered(noise(0.16, "back", 2, 1), 160, 1100) * arch(0.16, 0.11, 0.04), 0.0, 0.6)
    put(mix, thud(0.2, 92, "back", 0.2), 0.13, 0.5)
    return softened(mix, 0.003, 0.08)


def ui_page() -> Wave:
    """The next line: paper, hardly."""
    mix = blank(0.3)
    sheet = filtered(noise(0.22, "page", 1, 1), 700, 4200) * arch(0.22, 0.08, 0.12) * drift(0.22, "page", 0.03, 0.4, 1)
    put(mix, sheet, 0.0, 0.6)
    return softened(mix, 0.004, 0.06)


SHOTS = {
    "ui_move": (ui_move, -40.0),
    "ui_choose": (ui_choose, -33.0),
    "ui_back": (ui_back, -36.0),
    "ui_page": (ui_page, -41.0),
}
