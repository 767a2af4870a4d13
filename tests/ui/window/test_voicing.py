from pathlib import Path

from game.app.view import Option, Run
from game.ui.window.frame import Backdrop, Figure
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.lists import menu
from game.ui.window.voicing import NO_PICTURE, Passage, Sight, Speech, heard, in_full, named, offered
from game.ui.window.widgets import Mode, Node, Role, controls, find
from tests.support.window import SHEET, player_in, press, reading, settle, to_choices

BUTTONS = (("one", "One", True), ("two", "Two", True))
STORY = Node(Role.SCREEN, "Story", WHOLE)


def _menu(focus: str, notices: tuple[str, ...] = ()) -> Sight:
    return Sight("menu", menu("Paused", BUTTONS, SHEET, focus), focus, None, notices)


def test_a_new_screen_is_said_whole_and_its_focus_last() -> None:
    """Heading and text come once each, then what Enter would do."""
    assert heard(None, _menu("one")) == Speech(("Paused.", "One, button."))


def test_moving_the_focus_says_where_it_is_and_nothing_else() -> None:
    """The screen is not said again."""
    assert heard(_menu("one"), _menu("two")) == Speech(("Two, button.",))
    assert heard(_menu("one"), _menu("one")).sentences == ()


def test_a_notice_is_said_once_and_interrupts_nothing() -> None:
    """It waits until the words before it are over."""
    shown = _menu("one", ("Saved.",))
    assert heard(_menu("one"), shown) == Speech(("Saved.",), interrupts=False)
    assert heard(shown, shown).sentences == ()


def test_a_line_is_said_once_with_its_speaker_and_its_choices_when_they_come() -> None:
    """However much of it is shown; and the same words again are said again where it is another line."""
    line, more = Passage(1, "So.", "Luna"), Passage(1, "So.", "Luna", ("1: Go.",))
    first = Sight("play", STORY, passage=line)
    assert heard(None, first).sentences == ("Luna: So.",)
    assert heard(first, first).sentences == ()
    assert heard(first, Sight("play", STORY, passage=more)).sentences == ("Choose.", "1: Go.")
    assert heard(first, Sight("play", STORY, passage=Passage(2, "So.", "Luna"))).sentences == ("Luna: So.",)


def test_a_line_after_a_pause_is_said_when_the_pause_is_over() -> None:
    """Nothing is said before there is anything to read."""
    waiting, there = (Sight("play", STORY, passage=Passage(1, words)) for words in ("", "So."))
    assert heard(None, waiting).sentences == ()
    assert heard(waiting, there).sentences == ("So.",)


def test_choices_are_said_with_their_number_and_how_they_stand() -> None:
    """A closed one with its reason, one taken before as such."""
    closed = Option("b", (Run("Tell her"),), open=False, reason=(Run("You would have to know."),))
    said = offered((Option("a", (Run("Go."),)), closed), frozenset({"a"}))
    assert said == ("1: Go. Taken before.", "2: Tell her. Not available. You would have to know.")


def test_a_control_is_said_with_role_and_state() -> None:
    """Name, what it is, whether it works, and its reason."""
    node = Node(Role.CHOICE, "Go.", WHOLE, id="choice.go", detail="Not yet.", modes=frozenset({Mode.DISABLED}))
    tree = Node(Role.SCREEN, "Story", WHOLE, children=(node,))
    assert named(node, tree) == "Go, choice 1 of 1, not available. Not yet."


def test_a_switch_says_that_it_went_off() -> None:
    """A mode that is gone is as much a change as one that came."""

    def sight(modes: frozenset[Mode]) -> Sight:
        node = Node(Role.BUTTON, "Auto", WHOLE, id="quick.auto", modes=modes)
        return Sight("play", Node(Role.SCREEN, "Story", WHOLE, children=(node,)), "quick.auto", Passage(1, "So."))

    on, off = sight(frozenset({Mode.ON})), sight(frozenset())
    assert heard(off, on).sentences == ("Auto, on.",)
    assert heard(on, off).sentences == ("Auto, off.",)


def test_a_look_describes_the_picture_and_says_the_words_again() -> None:
    """The alternative text, who stands in it, then the line."""
    backdrop = Backdrop("ward.webp", "The ward", "Iron beds in two rows.", (Figure("Luna", None, "right"),))
    sight = Sight("play", STORY, passage=Passage(1, "So."))
    assert in_full(sight, backdrop).sentences == ("Iron beds in two rows.", "Luna, right.", "So.")
    assert in_full(sight, None).sentences == (NO_PICTURE, "So.")


def test_every_screen_of_the_player_names_itself_and_what_it_focuses(tmp_path: Path) -> None:
    """No screen opens silently, and every control that takes the focus there has something to say."""
    player = player_in(tmp_path)
    to_choices(player)
    player.save("1")
    player.app.take_notices()
    for way in ("menu", "history", "save", "load", "settings", "help"):
        getattr(player, f"open_{way}")()
        opening = heard(None, player.sight).sentences
        assert len(opening) >= 2
        tree = player.tree_of(player.screens[-1])
        assert all(named(node, tree).strip(" .,") for node in controls(tree))
        node = find(tree, player.screens[-1].focus)
        assert node is not None
        assert opening[-1].startswith(node.name.rstrip("."))
        press(player, Do.MENU)


def test_what_is_skipped_is_not_said(tmp_path: Path) -> None:
    """Only where skipping ends the words come again."""
    player = player_in(tmp_path)
    player.handle(Intent(Do.SKIP_HELD))
    passage = player.sight.passage
    assert passage is not None
    assert not passage.words
    player.handle(Intent(Do.SKIP_RELEASED))
    assert reading(player).passage() == Passage((0, 0), "Bells, from every tower at once.")


def test_who_comes_back_from_the_menu_hears_the_line_and_then_the_choices(tmp_path: Path) -> None:
    """In one breath, before the picture has changed: two would cut each other off."""
    player = player_in(tmp_path, reduced_motion=False)
    to_choices(player)
    assert player.sight.passage is not None  # which was heard
    player.open_menu()
    settle(player, 1)
    paused = player.sight
    player.pop()
    assert player.passing
    said = heard(paused, player.sight).sentences
    assert said.index("Choose.") == 1
    before = player.sight
    settle(player, 1)
    assert heard(before, player.sight).sentences == ()


def test_a_setting_and_a_letter_are_not_called_buttons() -> None:
    """What can be turned says its value and what it does, a letter itself; a dot between words is a pause."""
    row = Node(Role.BUTTON, "Volume: 80 %", Box(0, 0, 9, 9), id="volume", detail="loudness of everything")
    letter = Node(Role.BUTTON, "K", Box(0, 0, 9, 9), id="letter.K")
    plain_one = Node(Role.BUTTON, "Load · Save", Box(0, 0, 9, 9), id="load")
    tree = Node(Role.SCREEN, "A", Box(0, 0, 9, 9), children=(row, letter, plain_one))
    assert [named(node, tree) for node in tree.children] == [
        "Volume: 80 %. loudness of everything",
        "K.",
        "Load. Save, button.",
    ]
