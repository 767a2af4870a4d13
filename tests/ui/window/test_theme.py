import pytest

from game.ui.window.theme import AMBER, BLOOD, BONE, FOG, INK, IRON, PALETTE, Colour, contrast, mixed
from tests.support.window import SHEET


@pytest.mark.parametrize(("text", "ground"), [(BONE, INK), (FOG, INK), (INK, BONE), (AMBER, INK), (BONE, IRON)])
def test_text_can_be_read_on_every_ground_it_stands_on(text: Colour, ground: Colour) -> None:
    """Text has a contrast of at least 7:1."""
    assert contrast(text, ground) >= 7


def test_text_can_be_read_on_the_panel_over_a_white_picture() -> None:
    """Even where the picture behind the box is as bright as pictures get, body text keeps 7:1."""
    assert contrast(BONE, mixed(BONE, INK, SHEET.panel / 255)) >= 7


def test_names_on_a_red_plate_are_large_and_clear() -> None:
    """Large capitals on blood have a contrast of at least 4.5:1, as large text needs."""
    assert contrast(BONE, BLOOD) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21:1, a colour on itself 1:1."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert all(contrast(colour, colour) == 1 for colour in PALETTE)
