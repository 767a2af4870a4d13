from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from game.app.settings import DOMAINS
from game.app.view import Option, Rendered, Run
from game.engine.rules import Rules
from game.engine.text import render
from game.loading.loader import load_story
from game.model.script import Hard, Narration, Speech
from game.model.walk import lines as all_lines
from game.ui.window.glyphs import Glyphs
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.play import Moment, covers_text, pages, play, typed
from game.ui.window.layout.sheet import Sheet
from game.ui.window.layout.title import PICTURE
from game.ui.window.marks import Words
from game.ui.window.player import Player
from game.ui.window.theme import BONE, Colour, contrast
from game.ui.window.widgets import Role, controls
from tests.support.legible import collisions, worst_contrast
from tests.support.screens import SCREENS as ALL_SCREENS
from tests.support.screens import open_screen
from tests.support.window import player_in, press, reading, to_choices

SCALE = 1280 / 1920
FACES = DOMAINS["font"]
SCREENS = (
    "menu",
    "history",
    "save",
    "load",
    "settings",
    "endings",
    "credits",
    "roads",
    "help",
    "question",
    "title",
    "card",
    "choices",
    "ending",
)
ROOT = Path(__file__).resolve().parents[3]
LONGEST = 12
"""Lines and scenes of the story that are tried, the longest first."""


def _story_texts() -> tuple[list[Rendered], list[tuple[Option, ...]]]:
    """The longest lines of our own story, and the choices of its fullest scenes."""
    story = load_story(ROOT / "story").story
    assert story is not None
    rules = Rules(story)
    lines: list[Rendered] = []
    offers: list[tuple[Option, ...]] = []
    for scene in story.scenes.values():
        state = rules.enter(rules.initial(), scene.id)
        said = [line for line in all_lines(scene.script) if isinstance(line, Narration | Speech | Hard)]
        lines += [render(line.text, state, rules, 0) for line in said]
        choices = [(c, render(c.text, state, rules, 0)) for c in scene.choices]
        reasons = {c.id: render(c.locked, state, rules, 0) for c in scene.choices if c.locked is not None}
        offers.append(tuple(Option(c.id, w, open=c.id not in reasons, reason=reasons.get(c.id)) for c, w in choices))
    lines.sort(key=_length, reverse=True)
    offers.sort(key=lambda offer: sum(_length(option.words) for option in offer), reverse=True)
    return lines[:LONGEST], offers[:LONGEST]


def _length(words: Rendered) -> int:
    return sum(len(run.text) for run in words)


@pytest.fixture(scope="module")
def texts() -> tuple[list[Rendered], list[tuple[Option, ...]]]:
    """Read once."""
    return _story_texts()


@pytest.fixture(scope="module")
def measures() -> dict[str, Glyphs]:
    """Real type at 1280×720, by typeface."""
    return {str(face): Glyphs(SCALE, chosen=str(face)) for face in FACES}


@pytest.mark.parametrize(
    ("face", "spacing", "tracking"),
    [*((face, lines, 0.0) for face in FACES for lines in (0.8, 1.0, 2.0)), ("story", 1, 0.2)],
)
def test_the_longest_lines_of_the_story_fit_at_twice_the_size(
    face: str,
    spacing: float,
    tracking: float,
    texts: tuple[list[Rendered], list[tuple[Option, ...]]],
    measures: dict[str, Glyphs],
) -> None:
    """On 1280×720 and in every typeface no letter leaves the screen or runs into another, page by page."""
    sheet = Sheet(measures[face], text_size=2.0, spacing=spacing, tracking=tracking)
    for line in texts[0]:
        for page in pages(line, sheet):
            moment = Moment(page, "x", "Tetsuya", complete=True, can_go_back=True)
            assert collisions(play(moment, sheet), typed(moment, sheet)) == []


@pytest.mark.parametrize("face", FACES)
def test_the_fullest_choices_of_the_story_fit_at_twice_the_size(
    face: str, texts: tuple[list[Rendered], list[tuple[Option, ...]]], measures: dict[str, Glyphs]
) -> None:
    """Wherever the focus is; the text gives way where both don't fit."""
    sheet = Sheet(measures[face], text_size=2.0, spacing=1.5)
    line = pages((Run("The line before the choice."),), sheet)[0]
    for offer in texts[1]:
        moment = Moment(line, "x", "Luna", options=offer, complete=True, time_left=0.5, seconds_left=4)
        for option in offer:
            tree = play(moment, sheet, f"choice.{option.id}")
            over = () if covers_text(moment, sheet) else typed(moment, sheet)
            assert collisions(tree, over) == []


def _at(player: Player, screen: str) -> Player:
    """The player with that screen open."""
    if screen == "title":
        player.open_title()
    elif screen == "card":
        player.new_game()
    elif screen == "question":
        player.ask_quit()
    elif screen in ("choices", "ending"):
        to_choices(player)
        if screen == "ending":
            player.handle(Intent(Do.CHOICE, number=3))
            for _ in range(6):
                press(player, Do.ADVANCE)
    else:
        player.save("1")
        player.app.take_notices()
        getattr(player, f"open_{screen}")()
    return player


@pytest.mark.parametrize(("screen", "face"), [*product(SCREENS, FACES)])
def test_no_screen_overflows_at_twice_the_size(
    screen: str, face: str, tmp_path: Path, measures: dict[str, Glyphs]
) -> None:
    """Headings, buttons, rows and notes keep clear of each other on 1280×720."""
    player = player_in(tmp_path, text_size=200, font=face)
    player.measure_with(measures[face])
    _at(player, screen)
    top = player.screens[-1]
    assert collisions(player.tree_of(top), top.typed(player.sheet)) == []


@pytest.mark.parametrize(("screen", "size"), [*product(SCREENS, (80, 100, 200))])
def test_high_contrast_is_high_on_every_screen(screen: str, size: int, tmp_path: Path) -> None:
    """Every word has at least 7:1 with what lies under it, were the picture behind all of it white."""
    player = _at(player_in(tmp_path, high_contrast=True, text_size=size, box_opacity=0), screen)
    top = player.screens[-1]
    for control in ("", *(node.id for node in controls(player.tree_of(top)))):
        top.focus = control
        ratio, words = worst_contrast(top.tree(player.sheet), top.typed(player.sheet))
        assert ratio >= 7, (control, words)


@pytest.mark.parametrize(("name", "size"), [*product(ALL_SCREENS, (80, 100, 200))])
def test_words_stand_out_without_high_contrast_too(name: str, size: int, tmp_path: Path) -> None:
    """7:1 for everything that can be used, red plates and all, with a picture behind that is nothing but white."""
    player = open_screen(player_in(tmp_path, text_size=size), name)
    top = player.screens[-1]
    backdrop = top.backdrop()
    behind = backdrop.poster if backdrop else ()
    for control in ("", *(node.id for node in controls(player.tree_of(top)))):
        top.focus = control
        ratio, words = worst_contrast(top.tree(player.sheet), top.typed(player.sheet), behind, usable=True)
        assert ratio >= 7, (control, words, ratio)


def test_the_menu_of_the_title_stands_out_from_its_picture(tmp_path: Path) -> None:
    """The painting keeps its left column dark, all but its brightest grains."""
    player = player_in(tmp_path, playing=False)
    with Image.open(ROOT / "assets" / PICTURE) as painted:
        picture = painted.convert("RGB").resize((1920, 1080))
    for node in player.tree_of(player.screens[-1]).walk():
        for mark in node.marks:
            if isinstance(mark, Words) and node.role is Role.BUTTON and mark.colour == BONE:
                (x, y), tall = mark.at, mark.type.size * 0.7
                ground = picture.crop((round(x), round(y - tall), round(x + mark.line.width), round(y)))
                ratios = sorted(contrast(BONE, pixel) for pixel in _pixels(ground))
                assert ratios[len(ratios) // 50] >= 7, node.name


def _pixels(picture: Image.Image) -> list[Colour]:
    data = picture.tobytes()
    return [(data[at], data[at + 1], data[at + 2]) for at in range(0, len(data), 3)]


def test_line_spacing_holds_at_once(tmp_path: Path) -> None:
    """Twice the distance on the next frame, and the size of the letters stays."""
    player = player_in(tmp_path)
    press(player, Do.ADVANCE)
    before = player.frame.typed[0].type
    player.change("line_spacing", 200)
    after = player.frame.typed[0].type
    assert after.leading == pytest.approx(before.leading * 2)
    assert after.size == before.size


def test_letter_spacing_holds_at_once(tmp_path: Path) -> None:
    """More room between letters on the next frame, at every size; letters and lines stay."""
    player = player_in(tmp_path, text_size=150)
    press(player, Do.ADVANCE)
    before = player.frame.typed[0]
    player.change("letter_spacing", 10)
    after = player.frame.typed[0]
    assert (after.type.size, after.type.leading) == (before.type.size, before.type.leading)
    assert after.type.tracking == pytest.approx(before.type.size / 10)


def test_every_typeface_has_every_letter_of_the_story(texts: tuple[list[Rendered], object]) -> None:
    """No box stands in place of a letter."""
    letters = {letter for line in texts[0] for run in line for letter in run.text if not letter.isspace()}
    for face in FACES:
        glyphs = Glyphs(SCALE, chosen=str(face))
        assert glyphs.lacks(letters) == set()


def test_the_story_can_be_read_by_who_changes_everything(tmp_path: Path) -> None:
    """All reading aids together: the words are still those of the story."""
    player = player_in(tmp_path, text_size=200, line_spacing=200, font="dyslexia", high_contrast=True)
    assert "".join(words.line.text for words in player.frame.typed).startswith("Bells")
    assert reading(player).view.scene == "ward"
