from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.app import App
from game.ui.window.intents import Do
from game.ui.window.player import Player
from game.ui.window.screens.shock import FLASH_SECONDS, LIGHTNING_SECONDS, Shock
from tests.support.stories import story_of
from tests.support.window import letters, press, reading, settle, words

STEP = 1 / 120
MOST_FLASHES = 3
"""General flashes that are safe in any second (WCAG 2.2, 2.3.1)."""


def _course(shock: Shock, seconds: float) -> list[float]:
    """The light, step by step."""
    seen = []
    for _ in range(round(seconds / STEP)):
        seen.append(shock.flash)
        shock.tick(STEP)
    return seen


def _rises(course: list[float]) -> int:
    """How often it grows brighter by a tenth of all there is."""
    return sum(now - before > 0.1 for before, now in zip([0.0, *course], course, strict=False))


def test_lightning_comes_in_two_strokes_and_goes() -> None:
    """Bright, gone, less bright, gone; never as bright as white, and safe for who is sensitive to light."""
    shock = Shock()
    shock.start(shake=False, flash=False, lightning=True)
    course = _course(shock, LIGHTNING_SECONDS + 0.2)
    assert _rises(course) == 2
    assert _rises(course[: round(1 / STEP)]) <= MOST_FLASHES
    assert max(course) <= 0.6
    assert min(course[20:50]) < 0.05
    assert course[-1] == 0
    assert not shock.lasts


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.floats(0.0, 0.5)), max_size=6))
def test_light_never_leaves_its_bounds(starts: list[tuple[bool, bool, float]]) -> None:
    """Whatever follows upon what, and however soon."""
    shock = Shock()
    for flash, lightning, pause in starts:
        shock.start(shake=False, flash=flash, lightning=lightning)
        assert 0 <= shock.flash <= 1
        shock.tick(pause)
        assert 0 <= shock.flash <= 1
    shock.tick(LIGHTNING_SECONDS + FLASH_SECONDS)
    assert shock.flash == 0


@pytest.mark.parametrize(
    ("settings", "lit"), [({}, True), ({"flashes": False}, False), ({"reduced_motion": True}, False)]
)
def test_lightning_keeps_away_from_who_asked_for_none(settings: dict[str, bool], lit: bool, tmp_path: Path) -> None:
    """It comes with its line, and not where flashes are off or motion is reduced; the line is read all the same."""
    story = story_of("roof:\n  script:\n    - Wind.\n    - effect: lightning\n    - It stands there.\n  ending: out\n")
    app = App(story, tmp_path)
    app.change_all({"text_speed": 0, "reduced_motion": False, **settings})
    player = Player(app, letters)
    player.new_game()
    settle(player, 1.5)
    press(player, Do.ADVANCE)
    assert words(player) == "It stands there."
    assert reading(player).shock.lasts is lit
