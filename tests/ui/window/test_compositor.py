from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from game.app.view import Option, Run
from game.ui.window.assets import Library
from game.ui.window.compositor import Compositor
from game.ui.window.frame import Backdrop, Change, Figure, Frame, Passage
from game.ui.window.glyphs import Glyphs
from game.ui.window.layout.lists import menu, notice
from game.ui.window.layout.play import Moment, pages, play, typed
from game.ui.window.layout.sheet import Sheet
from game.ui.window.painter import Painter
from game.ui.window.stage import StagePainter

SIZE = (960, 540)
WORDS = ("They keep losing the drum.", "Down the hill the band goes back to the second verse, and then stops. " * 3)
OPTIONS = (Option("a", (Run("Stay."),)), Option("b", (Run("Go."),), open=False, reason=(Run("Not yet."),)))


@pytest.fixture
def art(tmp_path: Path) -> Path:
    """A place and a person."""
    place = Image.linear_gradient("L").resize((320, 180)).convert("RGB")
    place.save(tmp_path / "place.jpg")
    person = Image.new("RGBA", (70, 100), (0, 0, 0, 0))
    ImageDraw.Draw(person).ellipse((10, 10, 60, 90), fill=(200, 120, 60, 255))
    person.save(tmp_path / "person.webp")
    return tmp_path


class Bench:
    """A compositor on a surface of its own."""

    def __init__(self, art: Path) -> None:
        self.library = Library(art, None)
        self.glyphs = Glyphs(0.5)
        self.sheet = Sheet(self.glyphs)
        self.target = pygame.Surface(SIZE)
        painter = Painter(self.glyphs)
        self.stage = StagePainter(painter, self.library, SIZE)
        self.compositor = Compositor(self.target, painter, self.stage)

    def paint(self, frame: Frame) -> list[pygame.Rect] | None:
        """Paint, with every picture at hand."""
        if frame.backdrop:
            self.library.wait(self.stage.wanted(frame.backdrop))
        return self.compositor.paint(frame)

    def pixels(self) -> bytes:
        """What is on the target."""
        return pygame.image.tobytes(self.target, "RGB")


def _frame(bench: Bench, choice: tuple[int, int, int, str, int, int]) -> Frame:
    """A frame out of a few numbers: words, letters, options, focus, place, weather."""
    words, letters, options, focus, place, weather = choice
    lines = pages((Run(WORDS[words]),), bench.sheet)[0]
    total = sum(line.length for line in lines)
    done = letters == 3
    moment = Moment(
        lines, WORDS[words], (None, "Luna")[words], options=OPTIONS if options and done else (), complete=done
    )
    tree = play(moment, bench.sheet, focus)
    if options == 2:
        tree = replace(
            tree, children=(*tree.children, notice("Saved.", bench.sheet), menu("Paused", (), bench.sheet, ""))
        )
    places = (
        None,
        Backdrop("place.jpg", "The ward", "", (Figure("Luna", "person.webp", "right"),)),
        Backdrop(None, "The stair", "An iron stair", (Figure("Luna", None, "left"),)),
    )
    shown = total * letters // 3
    kinds = (None, "snow", "embers")
    return Frame(tree, places[place], typed(moment, bench.sheet), shown, Passage(place), kinds[weather], weather * 1.7)


CHOICES = st.tuples(
    st.integers(0, 1),
    st.integers(0, 3),
    st.integers(0, 2),
    st.sampled_from(["", "choice.a", "choice.b", "quick.menu"]),
    st.integers(0, 2),
    st.integers(0, 2),
)


@given(st.lists(CHOICES, min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_drawing_only_what_changed_looks_like_drawing_everything(
    screen: pygame.Surface, art: Path, choices: list[tuple[int, int, int, str, int, int]]
) -> None:
    """Whatever frames come one after another, the last looks as if it had been the first."""
    step_by_step, at_once = Bench(art), Bench(art)
    for choice in choices:
        step_by_step.paint(_frame(step_by_step, choice))
    at_once.paint(_frame(at_once, choices[-1]))
    assert step_by_step.pixels() == at_once.pixels()
    step_by_step.library.close()
    at_once.library.close()


def test_what_is_said_to_have_changed_is_all_that_did(screen: pygame.Surface, art: Path) -> None:
    """Copying only the rectangles that were handed out keeps a window up to date."""
    bench, window = Bench(art), pygame.Surface(SIZE)
    for choice in (
        (1, 1, 0, "", 1, 0),
        (1, 2, 0, "", 1, 0),
        (1, 3, 1, "", 1, 0),
        (1, 3, 1, "choice.b", 1, 1),
        (0, 1, 0, "", 1, 2),
    ):
        changed = bench.paint(_frame(bench, choice))
        for rect in [bench.target.get_rect()] if changed is None else changed:
            window.blit(bench.target, rect, rect)
        assert pygame.image.tobytes(window, "RGB") == bench.pixels()
    bench.library.close()


def test_the_same_frame_again_costs_nothing(screen: pygame.Surface, art: Path) -> None:
    """Waiting draws nothing at all."""
    bench = Bench(art)
    frame = _frame(bench, (1, 3, 1, "choice.a", 1, 0))
    bench.paint(frame)
    assert bench.paint(replace(frame)) == []
    bench.library.close()


def test_a_letter_changes_a_few_pixels(screen: pygame.Surface, art: Path) -> None:
    """Typing hands out one small rectangle."""
    bench = Bench(art)
    frame = _frame(bench, (1, 1, 0, "", 1, 0))
    bench.paint(frame)
    changed = bench.paint(replace(frame, shown=frame.shown + 1))
    assert changed is not None
    assert len(changed) == 1
    assert changed[0].w <= 20
    bench.library.close()


def test_a_dissolve_goes_from_the_old_picture_to_the_new(screen: pygame.Surface, art: Path) -> None:
    """At its beginning it looks like the old one, at its end like the new one, in between like neither."""
    bench = Bench(art)
    old, new = _frame(bench, (0, 3, 0, "", 1, 0)), _frame(bench, (0, 0, 0, "", 2, 0))
    bench.paint(old)
    before = bench.pixels()
    bench.paint(replace(new, passage=Passage(9, Change.DISSOLVE, 0.0)))
    assert bench.pixels() == before
    bench.paint(replace(new, passage=Passage(9, Change.DISSOLVE, 0.5)))
    halfway = bench.pixels()
    bench.paint(replace(new, passage=Passage(9, Change.DISSOLVE, 1.0)))
    fresh = Bench(art)
    fresh.paint(new)
    assert bench.pixels() == fresh.pixels()
    assert halfway not in (before, fresh.pixels())
    middle = pygame.Vector3(*bench.target.get_at((480, 20))[:3])
    assert middle.length() > 0
    bench.library.close()
    fresh.library.close()


def test_a_fade_goes_through_its_colour(screen: pygame.Surface, art: Path) -> None:
    """Halfway to black there is nothing but ink."""
    bench = Bench(art)
    bench.paint(_frame(bench, (0, 3, 0, "", 1, 0)))
    new = _frame(bench, (0, 0, 0, "", 2, 0))
    bench.paint(replace(new, passage=Passage(9, Change.BLACK, 0.5)))
    colours = {bench.target.get_at((x, y))[:3] for x in range(0, 960, 60) for y in range(0, 540, 60)}
    assert len(colours) == 1
    bench.library.close()


def test_a_shake_and_a_flash_leave_no_trace(screen: pygame.Surface, art: Path) -> None:
    """Afterwards every pixel is where it was."""
    bench = Bench(art)
    frame = _frame(bench, (0, 3, 1, "", 1, 0))
    bench.paint(frame)
    before = bench.pixels()
    bench.paint(replace(frame, shake=(12.0, -8.0)))
    assert bench.pixels() != before
    bench.paint(replace(frame, flash=0.5))
    assert bench.pixels() != before
    bench.paint(frame)
    assert bench.pixels() == before
    bench.library.close()
