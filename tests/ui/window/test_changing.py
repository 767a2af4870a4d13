"""Pictures that give way: figures that cross-fade, a wipe, slow moves; how it comes to each, and how it looks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageDraw

from game.app.app import App
from game.app.view import Run
from game.ui.window.assets import Library
from game.ui.window.compositor import Compositor
from game.ui.window.frame import Backdrop, Change, Drift, Figure, Frame, Passage
from game.ui.window.glyphs import Glyphs
from game.ui.window.governor import Quality
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.play import Moment, pages, play, typed
from game.ui.window.layout.sheet import Sheet
from game.ui.window.painter import Painter
from game.ui.window.player import Player
from game.ui.window.screens.drift import SECONDS, Moving
from game.ui.window.stage import StagePainter
from tests.support.stories import load
from tests.support.window import FILES, letters, press, settle

SIZE = (960, 540)
STAGED = {
    **FILES,
    "story.yaml": "title: Stone Lightning\nstart: ward\nformat: 1\n",
    "scenes.yaml": """\
ward:
  place: ward
  script:
    - First.
    - show: luna neutral right
    - She comes.
    - luna warm: She smiles.
    - effect: push
    - Closer.
    - effect: wipe
    - place: stair
    - The stair.
    - effect: pan_left
    - Along it.
    - effect: cut
    - place: ward
    - Back.
    - effect: pan_right
    - Along.
    - effect: clear
    - Still.
  ending: left
""",
}


@pytest.fixture
def bench(screen: pygame.Surface, tmp_path: Path) -> Iterator[Compositor]:
    """A compositor over a place and two portraits."""
    Image.linear_gradient("L").resize((480, 270)).rotate(90).convert("RGB").save(tmp_path / "place.webp")
    for name, colour in (("calm.webp", (200, 120, 60, 255)), ("glad.webp", (60, 120, 200, 255))):
        person = Image.new("RGBA", (70, 100), (0, 0, 0, 0))
        ImageDraw.Draw(person).ellipse((10, 10, 60, 90), fill=colour)
        person.save(tmp_path / name)
    library, painter = Library(tmp_path, None), Painter(Glyphs(0.5))
    stage = StagePainter(painter, library, SIZE)
    for name in ("calm.webp", "glad.webp"):
        library.wait(stage.wanted(_backdrop(name)))
    for move in ("push", "pan_left"):
        library.wait(stage.wanted(_backdrop(), Drift(move, 0.0)))
    yield Compositor(pygame.Surface(SIZE), painter, stage)
    library.close()


def _backdrop(portrait: str | None = None) -> Backdrop:
    figures = (Figure("Luna", portrait, "right"),) if portrait else ()
    return Backdrop("place.webp", "The ward", figures=figures)


def _frame(bench: Compositor, backdrop: Backdrop, words: str = "They keep losing the drum.") -> Frame:
    sheet = Sheet(bench.painter.glyphs)
    lines = pages((Run(words),), sheet)[0]
    moment = Moment(lines, words, "Luna", complete=True)
    return Frame(play(moment, sheet), backdrop, typed(moment, sheet), shown=len(words))


def _pixels(bench: Compositor, area: tuple[int, int, int, int] = (0, 0, 960, 540)) -> bytes:
    return pygame.image.tobytes(bench.target.subsurface(area), "RGB")


def _fresh(bench: Compositor, frame: Frame) -> bytes:
    bench.refresh()
    bench.paint(frame)
    return _pixels(bench)


def test_figures_cross_fade_and_the_words_stay(bench: Compositor) -> None:
    """Only their part of the picture is drawn; what stood there before fades, and nothing of it stays."""
    calm, glad = _frame(bench, _backdrop("calm.webp")), _frame(bench, _backdrop("glad.webp"), "Now she smiles.")
    bench.paint(calm)
    face, before = bench.target.get_at((726, 250))[:3], _pixels(bench, (0, 0, 400, 300))
    bench.paint(replace(glad, passage=Passage(5, Change.FIGURES, 0.0)))
    changed = bench.paint(replace(glad, passage=Passage(5, Change.FIGURES, 0.5)))
    between = bench.target.get_at((726, 250))[:3]
    assert changed is not None
    assert all(rect.left > 400 for rect in changed)
    assert _pixels(bench, (0, 0, 400, 300)) == before
    words = _pixels(bench, (110, 440, 400, 100))
    bench.paint(replace(glad, passage=Passage(5, Change.FIGURES, 1.0)))
    assert _pixels(bench, (110, 440, 400, 100)) == words, "the words cross-faded too"
    after = bench.target.get_at((726, 250))[:3]
    assert face[0] > between[0] > after[0]
    assert face[2] < between[2] < after[2]
    assert _pixels(bench) == _fresh(bench, glad)


def test_a_wipe_goes_from_left_to_right(bench: Compositor) -> None:
    """What the bar has passed is new, what it has not is old, and at its end nothing of either is left over."""
    old, new = _frame(bench, _backdrop()), _frame(bench, Backdrop(None, "The stair"))
    fresh = _fresh(bench, new)
    left, right = (20, 10, 60, 300), (880, 230, 60, 300)
    new_left = _pixels(bench, left)
    bench.paint(old)
    before, old_right = _pixels(bench), _pixels(bench, right)
    bench.paint(replace(new, passage=Passage(5, Change.WIPE, 0.0)))
    assert _pixels(bench) == before
    bench.paint(replace(new, passage=Passage(5, Change.WIPE, 0.5)))
    assert (_pixels(bench, left), _pixels(bench, right)) == (new_left, old_right)
    bench.paint(replace(new, passage=Passage(5, Change.WIPE, 1.0)))
    assert _pixels(bench) == fresh


def test_a_coarse_dissolve_ends_as_the_fine_one_does(bench: Compositor) -> None:
    """Between, it is nearly the same picture."""
    old, new = _frame(bench, _backdrop("calm.webp")), _frame(bench, Backdrop(None, "The stair"))
    averages = []
    for coarse in (False, True):
        bench.refresh()
        bench.quality = Quality(coarse=coarse)
        bench.paint(old)
        for done in (0.1, 0.4, 0.5):
            bench.paint(replace(new, passage=Passage(5 + coarse, Change.DISSOLVE, done)))
        averages.append(pygame.transform.average_color(bench.target)[:3])
        bench.paint(replace(new, passage=Passage(5 + coarse, Change.DISSOLVE, 1.0)))
        assert _pixels(bench) == _fresh(bench, new)
    assert all(abs(a - b) < 4 for a, b in zip(*averages, strict=True))


@pytest.mark.parametrize("move", ["push", "pan_left", "pan_right"])
def test_a_move_changes_the_place_and_not_who_stands_in_it(move: str, bench: Compositor) -> None:
    """Step by step it looks as if it had been painted so at once; without a move the place lies as it did."""
    still = _frame(bench, _backdrop("calm.webp"))
    plain = _fresh(bench, still)
    face = bench.target.get_at((726, 250))[:3]
    seen = []
    for step in (0.0, 0.5, 1.0):
        bench.paint(replace(still, drift=Drift(move, step)))
        seen.append(_pixels(bench))
        assert bench.target.get_at((726, 250))[:3] == face
    assert len({plain, *seen}) == 4
    assert seen[2] == _fresh(bench, replace(still, drift=Drift(move, 1.0)))
    bench.paint(still)
    assert _pixels(bench) == plain


def test_a_move_is_gentle_and_ends() -> None:
    """Slow at both ends, in steps that need not be drawn sixty times a second."""
    moving, shares = Moving(), []
    moving.follow("push", "ward", at_once=False)
    for _ in range(round(SECONDS * 60) + 1):
        moving.tick(1 / 60)
        assert moving.now is not None
        shares.append(moving.now.done)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(set(shares)) < SECONDS * 10
    assert shares[60] < shares[420] - shares[360]
    assert not moving.lasts


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """At the first line of the staged story, motion welcome."""
    app = App(load(STAGED), tmp_path)
    app.change("text_speed", 0)
    app.new_game()
    player = Player(app, letters)
    settle(player)
    return player


def _on(player: Player) -> Frame:
    """One line on, at the beginning of its change of pictures."""
    player.finish_passage()
    player.handle(Intent(Do.ADVANCE))
    return player.frame


def test_each_effect_is_staged(player: Player) -> None:
    """Somebody comes and smiles, the picture comes closer, wipes, moves along, cuts and stands still."""
    assert _on(player).passage.change is Change.FIGURES
    assert _on(player).passage.change is Change.FIGURES
    closer = _on(player)
    assert closer.drift is not None
    assert closer.drift.move == "push"
    settle(player, SECONDS + 1)
    assert player.frame.drift == Drift("push", 1.0)
    assert not player.moving
    wiped = _on(player)
    assert (wiped.passage.change, wiped.drift) == (Change.WIPE, None)
    along = _on(player)
    assert along.drift is not None
    assert along.drift.move == "pan_left"
    serial = player.frame.passage.serial
    cut = _on(player)
    assert (cut.passage.serial, cut.drift) == (serial, None)
    assert _on(player).drift is not None
    assert _on(player).drift is None


def test_reduced_motion_keeps_every_picture_still(player: Player) -> None:
    """Whatever the story asks for: nothing slides, grows or wipes."""
    player.change("reduced_motion", value=True)
    for _ in range(8):
        frame = _on(player)
        assert (frame.drift, frame.passage.done) == (None, 1.0)


def test_rolling_back_shows_the_end_of_a_move(player: Player) -> None:
    """What was seen already is not moved again."""
    for _ in range(4):
        _on(player)
    player.finish_passage()
    press(player, Do.BACK)
    assert player.frame.drift == Drift("push", 1.0)
