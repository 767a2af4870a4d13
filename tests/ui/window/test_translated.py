"""The window in another language: every word of it, drawn, told or read aloud, went through its one owner."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from game.app.app import App
from game.cli.interface import TALKING
from game.cli.tongues import PROGRAM, wordings
from game.ui.window.elements import room
from game.ui.window.intents import Do, Intent
from game.ui.window.marks import Words
from game.ui.window.player import Player
from game.ui.window.screens.broken import Broken
from game.ui.window.screens.keys import Keys
from game.ui.window.screens.preferences import PAGES, Preferences
from game.ui.window.voicing import heard, in_full
from game.ui.window.widgets import Node
from tests.support.pseudo import LANGUAGE, bare, in_pseudo, pseudo
from tests.support.screens import SCREENS, open_screen
from tests.support.window import FILES, letters, press, settle, window_story

OF_THE_STORY = set(bare(" ".join(FILES.values())))
"""A save holds the words that were written, whatever language they were read in."""
TELLING = {"tell", "ask", "hint", "heading", "button", "hint_beside", "notice", "paragraph", "_say"}
"""Functions that show what they are given."""
FOR_WRITERS = ("screens/workshop.py", "layout/workshop.py")
"""What a writer alone sees is English, as the files that it shows are."""


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A player of a story in brackets, in a game that speaks in brackets, at its first line."""
    story = window_story()
    app = App(story, tmp_path, clock=lambda: 1e9, tongues={LANGUAGE: in_pseudo}, wordings={LANGUAGE: pseudo})
    app.change_all({"text_speed": 0, "reduced_motion": True, "captions": True})
    app.speak(LANGUAGE)
    player = Player(app, letters)
    player.new_game()
    press(player, Do.ADVANCE)
    settle(player)
    return player


def bare_words(player: Player, tree: Node) -> set[str]:
    """All that is drawn, and all that is said, without what stands in brackets."""
    said = [*heard(None, player.sight).sentences, *in_full(player.sight, player.backdrop).sentences]
    said += [f"{one.name} {one.about}" for one in room(player.sight, player.backdrop).elements]
    said += [node.detail for node in tree.walk()]
    drawn = (mark.line.text for node in tree.walk() for mark in node.marks if isinstance(mark, Words))
    said += [" ".join(node.name for node in tree.walk()), " ".join(drawn)]  # a long text may stand on several rows
    return {word for text in said for word in bare(text)} - {LANGUAGE, LANGUAGE.upper()}


@pytest.mark.parametrize("name", SCREENS)
def test_every_word_of_every_screen_can_be_translated(name: str, player: Player) -> None:
    """On no screen, in focus or aloud, a word bypasses translation."""
    open_screen(player, name)
    top = player.screens[-1]
    found = bare_words(player, player.frame.tree)
    for _ in range(12):
        player.handle(Intent(Do.NEXT))
        found |= bare_words(player, player.frame.tree)
        if player.screens[-1] is not top:
            break
    if name in ("save", "load"):
        found -= OF_THE_STORY
    assert not found or name == "imports"  # which shows names of files and folders


@pytest.mark.parametrize("page", PAGES)
def test_every_value_of_every_setting_can_be_translated(page: str, player: Player) -> None:
    """Also those that are not set now."""
    player.open_settings()
    screen = player.screens[-1]
    assert isinstance(screen, Preferences)
    screen.activate(f"page.{page}")
    found = set()
    for entry in PAGES[page]:
        for _ in range(5):
            screen.focus = entry.name
            player.handle(Intent(Do.RIGHT))
            found |= bare_words(player, player.tree_of(screen))
    assert not found


def test_what_is_told_can_be_translated(player: Player, tmp_path: Path) -> None:
    """Notices of saves, recordings, voices, of what there is none of; and the screen after a breakdown."""
    told: list[str] = []

    def tell(do: Do) -> None:
        player.handle(Intent(do))
        told.extend(player.app.take_notices())

    for do in (Do.QUICK_LOAD, Do.QUICK_SAVE, Do.RECORD, Do.VOICE, Do.VOICE, Do.CLIPBOARD, Do.CLIPBOARD):
        tell(do)
    player.save("1")
    player.app.export("1")
    player.app.bring_in(tmp_path / "none.json")
    told += player.app.take_notices()
    assert len(told) >= 8
    own = {"home", "tmp", "recordings", "saves", "replay", "yaml", "json", "save", "slot", "none", tmp_path.name}
    folders = set(tmp_path.parts) | own
    words = {word for text in told for word in bare(text)}
    assert not {word for word in words if not any(word in part for part in folders)} - {"stone", "lightning", "no"}
    player.push(Broken(player, None))
    assert not bare_words(player, player.tree_of(player.screens[-1]))


def test_nothing_is_shown_that_was_not_put_into_words() -> None:
    """In the program's text, no function that shows something is handed a text as it is, not even in a branch."""
    found = []
    for path in (path for part in TALKING for path in (PROGRAM / part).rglob("*.py")):
        if path.as_posix().endswith(FOR_WRITERS):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name in TELLING and isinstance(node, ast.Call):
                found += [f"{path.name}:{node.lineno}" for one in node.args if _is_bare(one)]
    assert found == []


def _is_bare(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_bare(node.body) or _is_bare(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return any(_is_bare(one) for one in node.values)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and len(bare(node.value)) > 1


def test_one_setting_changes_game_and_story_at_once(player: Player) -> None:
    """In the middle of the settings, by the arrow keys; each language stands there under its own name."""
    app = player.app
    app.wordings = {**app.wordings, **wordings()}
    app.speak("en")
    player.open_settings()
    screen = player.screens[-1]
    screen.focus = "language"
    settle(player, 0.3)
    seen = []
    for _ in app.languages:
        tree = player.tree_of(screen)
        row = next(node for node in tree.walk() if node.id == "language")
        seen.append((tree.name, row.name, row.detail, app.story.title))
        press(player, Do.RIGHT)
    assert seen == [
        (
            "Settings",
            "Language: English",
            "what the story is told in and the game speaks",
            "Stone Lightning",
        ),
        (
            "Einstellungen",
            "Sprache: Deutsch",
            "die Sprache des Spiels; die Geschichte gibt es auf English",
            "Stone Lightning",
        ),
        (
            "⟦Settings⟧",
            "⟦Language⟧: qps",
            "⟦what the story is told in and the game speaks⟧",
            "⟦Stone Lightning⟧",
        ),
    ]


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in ("card", "imports")])
def test_german_fits_on_every_screen(name: str, tmp_path: Path) -> None:
    """The longer words of another language leave no control outside the screen and push none over another."""
    app = App(window_story(), tmp_path, clock=lambda: 1e9, wordings=wordings())
    app.change_all({"text_speed": 0, "reduced_motion": True})
    app.speak("de")
    player = Player(app, letters)
    player.new_game()
    press(player, Do.ADVANCE)
    settle(player)
    open_screen(player, name)
    boxes = [node.bounds for node in player.tree_of(player.screens[-1]).walk() if node.id]
    assert all(box.x >= 0 and box.right <= 1930 and box.bottom <= 1090 for box in boxes)


def test_a_key_is_called_in_the_language_of_the_game(tmp_path: Path) -> None:
    """On the page of keys, in German as in English."""
    app = App(window_story(), tmp_path, clock=lambda: 1e9, wordings=wordings())
    app.speak("de")
    player = Player(app, letters)
    player.push(Keys(player))
    rows = [node.name for node in player.tree_of(player.screens[-1]).walk() if node.id.startswith("wish.")]
    assert "Weiter: Leertaste" in rows
