"""Every screen at three sizes looks as it did when somebody last looked at it and said so.

After a change that is meant: `RENEW_REFERENCES=1 python -m pytest tests/ui/window/test_reference.py`, then look at each
picture in `reference/` that differs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageChops, ImageStat

from game.app.app import App
from game.cli.tongues import wordings
from game.ui.window.intents import Do
from game.ui.window.loop import Loop
from game.ui.window.presenter import Presenter, start_display
from tests.support.acts import acts_story
from tests.support.screens import SCREENS, open_screen
from tests.support.window import press, settle, window_story

REFERENCE = Path(__file__).parent / "reference"
SIZES = ((1280, 720), (1920, 1080), (1024, 768))
KEPT = (256, 144)
BLOCKS = (16, 9)
WHOLE_MOST, BLOCK_MOST = 1.5, 6.0
"""How far the mean brightness may be off, of 255: of all of it, and of any of its 144 blocks."""
PICTURED = [name for name in SCREENS if name != "imports"]
"""All but the one that shows a folder of this machine."""
IN_GERMAN = ("menu", "settings reading", "help")
CARDS = ("act", "act_plain", "holder")
ASSETS = Path(__file__).resolve().parents[3] / "assets"
RENEW = bool(os.environ.get("RENEW_REFERENCES"))


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def loop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Loop]:
    """A window of that size at the first line, over plain pictures."""
    for name, colour in (("ward", (92, 84, 70)), ("stair", (60, 70, 74))):
        Image.new("RGB", (320, 180), colour).save(tmp_path / f"{name}.webp")
    for name, colour in (("luna_n", (150, 140, 120)), ("luna_w", (170, 150, 120))):
        Image.new("RGBA", (70, 100), (*colour, 255)).save(tmp_path / f"{name}.webp")
    app = App(window_story(), tmp_path / "home", clock=lambda: 1e9, wordings=wordings())
    app.change_all({"text_speed": 0, "reduced_motion": True})
    start_display()
    loop = Loop(app, Presenter("A test", fullscreen=False, size=request.param), tmp_path)
    loop.player.new_game()
    settle(loop.player)
    press(loop.player)
    yield loop
    loop.close()


def _shown(loop: Loop) -> Image.Image:
    """The screen, small."""
    for _ in range(20):
        loop.turn([], 0.05)
        pygame.time.wait(2)
    surface = loop.presenter.surface
    data = pygame.image.tobytes(surface, "RGB")
    whole = Image.frombytes("RGB", surface.get_size(), data)
    return whole.resize(KEPT, Image.Resampling.BOX).convert("L")


def _apart(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """How far two pictures are apart: over all, and in the worst block."""
    blocks = [picture.resize(BLOCKS, Image.Resampling.BOX) for picture in (one, other)]
    whole = ImageStat.Stat(ImageChops.difference(one, other)).mean[0]
    worst = ImageChops.difference(*blocks).getextrema()[1]
    assert isinstance(worst, int)
    return whole, float(worst)


@pytest.mark.parametrize("name", PICTURED)
def test_every_screen_looks_as_it_did(name: str, loop: Loop, request: pytest.FixtureRequest) -> None:
    """In brightness, within what another version of the libraries may round otherwise."""
    open_screen(loop.player, name)
    _compare(loop, name)


def _compare(loop: Loop, name: str) -> None:
    now = _shown(loop)
    file = REFERENCE / f"{name.replace(' ', '_')}_{loop.presenter.window_size[0]}.png"
    if RENEW:
        REFERENCE.mkdir(exist_ok=True)
        now.quantize(64).save(file, optimize=True)
    with Image.open(file) as kept:
        whole, worst = _apart(now, kept.convert("L"))
    assert whole <= WHOLE_MOST, f"{file.name} is off by {whole:.1f}"
    assert worst <= BLOCK_MOST, f"{file.name} is off by {worst:.0f} in one place"


@pytest.mark.parametrize("name", IN_GERMAN)
def test_german_looks_as_it_did(name: str, loop: Loop) -> None:
    """The screens with the most words of the game's own, in the first language that it was translated into."""
    loop.app.speak("de")
    open_screen(loop.player, name)
    _compare(loop, f"german {name}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", CARDS)
def test_printed_cards_look_as_they_did(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    """An act's poster with its title, the same in high contrast, and the card of a holder, out of our own assets."""
    app = App(acts_story(), tmp_path / "home", clock=lambda: 1e9)
    app.change_all({"text_speed": 0, "reduced_motion": True, "high_contrast": name == "act_plain"})
    start_display()
    loop = Loop(app, Presenter("A test", fullscreen=False, size=size), ASSETS)
    loop.player.new_game()
    settle(loop.player)
    press(loop.player, *[Do.ADVANCE] * (1 + (name == "holder")))
    for _ in range(2000):
        if loop.compositor.ready(loop.player.backdrop):
            break
        pygame.time.wait(5)
    _compare(loop, name)
    loop.close()


def test_every_reference_is_of_a_screen() -> None:
    """None is left of a screen that is gone."""
    names = [*PICTURED, *CARDS, *(f"german {name}" for name in IN_GERMAN)]
    wanted = {f"{name.replace(' ', '_')}_{size[0]}.png" for name, size in product(names, SIZES)}
    assert {path.name for path in REFERENCE.iterdir()} == wanted


def test_another_screen_is_never_taken_for_one() -> None:
    """The tolerance is narrow enough to tell any two screens apart."""
    names = [name.replace(" ", "_") for name in (*PICTURED, *CARDS)]
    pictures = {name: Image.open(REFERENCE / f"{name}_1280.png").convert("L") for name in names}
    for one, other in product(names, names):
        if one < other:
            whole, worst = _apart(pictures[one], pictures[other])
            assert whole > WHOLE_MOST or worst > BLOCK_MOST, (one, other)
