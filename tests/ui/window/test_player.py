from pathlib import Path

import pytest

from game.app.app import App
from game.app.view import Awaiting
from game.ui.window.frame import Change
from game.ui.window.intents import Do, Intent
from game.ui.window.player import Player
from game.ui.window.screens.cards import CARD_SECONDS
from game.ui.window.screens.ending import Ending
from game.ui.window.screens.lists import History
from game.ui.window.screens.menus import Help, Menu, Question, Title
from game.ui.window.screens.play import Play
from game.ui.window.screens.preferences import Preferences
from game.ui.window.screens.saves import Saves
from game.ui.window.screens.shock import SHAKE_SECONDS
from game.ui.window.widgets import Role, find
from tests.support.window import (
    letters,
    player_in,
    press,
    reading,
    settle,
    to_choices,
    window_story,
    words,
)


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A player at the first line."""
    return player_in(tmp_path)


def test_the_first_screen_is_the_title_with_the_likeliest_way_in_focus(tmp_path: Path) -> None:
    """Without a save that is a new game, with one it is going on."""
    player = player_in(tmp_path, playing=False)
    assert (type(player.screens[0]), player.screens[0].focus) == (Title, "new")
    press(player, Do.ENTER, Do.ADVANCE, Do.QUICK_SAVE)
    again = Player(App(window_story(), tmp_path), letters)
    assert again.screens[0].focus == "continue"


def test_a_story_begun_by_the_command_line_opens_at_once(tmp_path: Path) -> None:
    """Where the app is in a story already, there is no title screen."""
    app = App(window_story(), tmp_path)
    app.new_game(scene="stair")
    assert isinstance(Player(app, letters).screens[0], Play)


def test_a_card_names_the_scene_and_whose_eyes_these_are(tmp_path: Path) -> None:
    """It stands before the first line, and goes by itself or with a press."""
    player = player_in(tmp_path, playing=False)
    press(player, Do.ENTER)
    names = [node.name for node in player.frame.tree.walk() if node.role is Role.HEADING]
    assert names == ["You are Tetsuya"]
    assert player.frame.backdrop is not reading(player).stage
    settle(player, CARD_SECONDS + 1)
    assert player.frame.backdrop is reading(player).stage
    assert words(player) == "Bells, from every tower at once."


def test_the_first_press_completes_the_line_and_the_second_goes_on(tmp_path: Path) -> None:
    """Nobody loses a line by an early press."""
    player = player_in(tmp_path, text_speed=20)
    first = words(player)
    press(player, Do.ADVANCE)
    second = words(player)
    assert second != first
    assert player.frame.shown < len(second)
    player.handle(Intent(Do.ADVANCE))
    assert player.frame.shown == len(second)
    assert words(player) == second
    player.handle(Intent(Do.ADVANCE))
    assert words(player) != second


def test_letters_appear_with_time_only(tmp_path: Path) -> None:
    """Time is handed in: half a second shows half a second's letters."""
    player = player_in(tmp_path, text_speed=20)
    press(player, Do.ADVANCE)
    before = player.frame.shown
    settle(player, 0.5)
    assert player.frame.shown - before == 10


def test_choices_come_when_the_text_is_read(player: Player) -> None:
    """They are not there before, and a figure takes one."""
    assert not reading(player).choosing
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=3))
    assert reading(player).view.scene == "still"


def test_a_closed_choice_takes_the_focus_and_is_not_taken(player: Player) -> None:
    """Its figure and Enter show the reason; the story stays."""
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=2))
    assert reading(player).focus == "choice.truth"
    press(player, Do.ENTER)
    assert reading(player).view.awaiting is Awaiting.CHOICE
    assert reading(player).view.scene == "ward"


def test_keys_alone_reach_and_take_every_choice(player: Player) -> None:
    """Enter first shows the focus, arrows move it, Enter takes it."""
    to_choices(player)
    press(player, Do.ENTER)
    assert reading(player).focus == "choice.speak"
    press(player, Do.DOWN, Do.DOWN, Do.ENTER)
    assert reading(player).view.scene == "still"


def test_a_click_takes_the_choice_under_it_and_a_click_beside_takes_none(player: Player) -> None:
    """The pointer's place is a place on the widget tree."""
    to_choices(player)
    player.handle(Intent(Do.PRESS, at=(1800, 60)))
    assert reading(player).view.scene == "ward"
    node = find(player.tree_of(player.screens[0]), "choice.wait")
    assert node is not None
    middle = node.bounds.x + node.bounds.w / 2, node.bounds.y + node.bounds.h / 2
    player.handle(Intent(Do.POINT, at=middle))
    assert reading(player).focus == "choice.wait"
    player.handle(Intent(Do.PRESS, at=middle))
    assert reading(player).view.scene == "still"


def test_a_press_that_completes_the_text_takes_no_choice(tmp_path: Path) -> None:
    """Choices that have only just appeared under the pointer take no press yet."""
    player = player_in(tmp_path)
    while not reading(player).choosing:
        player.handle(Intent(Do.ADVANCE))
    player.handle(Intent(Do.CHOICE, number=1))
    assert reading(player).view.scene == "ward"
    settle(player, 0.5)
    player.handle(Intent(Do.CHOICE, number=1))
    assert reading(player).view.scene == "stair"


def test_rolling_back_goes_line_by_line_and_over_choices(player: Player) -> None:
    """The wheel goes back to the line before, also before a choice, and forward again."""
    first = words(player)
    press(player, Do.ADVANCE)
    second = words(player)
    press(player, Do.BACK)
    assert words(player) == first
    press(player, Do.FORWARD)
    assert words(player) == second
    to_choices(player)
    press(player, Do.CHOICE)
    player.handle(Intent(Do.CHOICE, number=3))
    press(player, Do.BACK)
    assert reading(player).choosing


def test_effects_and_sounds_happen_going_on_and_not_rolling_back(tmp_path: Path) -> None:
    """A shake shakes once, as its line is reached."""
    player = player_in(tmp_path, reduced_motion=False)
    settle(player)
    press(player, Do.ADVANCE)
    settle(player)
    player.handle(Intent(Do.ADVANCE))
    player.tick(1.0)
    assert reading(player).shock.shake != (0, 0)
    settle(player, SHAKE_SECONDS + 1)
    assert reading(player).shock.shake == (0, 0)
    press(player, Do.BACK)
    player.handle(Intent(Do.FORWARD))
    assert reading(player).shock.shake == (0, 0)


def test_reduced_motion_cuts_instead_of_moving(player: Player) -> None:
    """No shake, no dissolve; the same words."""
    press(player, Do.ADVANCE)
    player.handle(Intent(Do.ADVANCE))
    assert reading(player).shock.shake == (0, 0)
    assert not player.passing


def test_a_timed_choice_takes_itself_unless_timers_are_off(tmp_path: Path) -> None:
    """The bar runs out and the declared choice is taken; with timers off nothing is pressing."""
    for limits, scene in (("kept", "end_stayed"), ("fivefold", "stair"), ("off", "stair")):
        player = player_in(tmp_path / limits, time_limits=limits)
        to_choices(player)
        player.handle(Intent(Do.CHOICE, number=1))
        settle(player, 1)
        to_choices(player)
        settle(player, 6)
        assert reading(player).view.scene == scene


def test_a_timer_stands_still_while_a_menu_is_open(player: Player) -> None:
    """Whoever opens the menu has all the time in the world."""
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=1))
    to_choices(player)
    press(player, Do.MENU)
    settle(player, 20)
    press(player, Do.MENU)
    assert reading(player).view.scene == "stair"
    assert reading(player).choosing


def test_skipping_stops_at_what_was_never_read_and_at_choices(player: Player) -> None:
    """The first time Tab does nothing; read once, it runs to the next choice."""
    first = words(player)
    press(player, Do.SKIP)
    settle(player, 1)
    press(player, Do.ADVANCE)
    assert words(player) != first
    to_choices(player)
    press(player, Do.BACK, Do.BACK, Do.BACK)
    press(player, Do.SKIP)
    settle(player, 2)
    assert reading(player).choosing


def test_auto_goes_on_by_itself_and_stops_at_choices(player: Player) -> None:
    """It waits for the reader's pace, never for a press."""
    press(player, Do.AUTO)
    settle(player, 30)
    assert reading(player).choosing
    assert reading(player).view.scene == "ward"


def test_hiding_shows_the_picture_and_any_press_brings_the_words_back(player: Player) -> None:
    """The press that brings them back does nothing else."""
    before = words(player)
    press(player, Do.HIDE)
    assert [node for node in player.frame.tree.walk() if node.marks] == []
    press(player, Do.ADVANCE)
    assert words(player) == before
    assert [node for node in player.frame.tree.walk() if node.marks]


def test_history_jumps_back_to_a_line(player: Player) -> None:
    """Its entries are the lines read; activating one leads there."""
    first = words(player)
    to_choices(player)
    press(player, Do.HISTORY)
    assert isinstance(player.screens[-1], History)
    press(player, Do.UP, Do.UP, Do.UP, Do.ENTER)
    assert words(player) == first


def test_quick_save_and_quick_load_lead_back(player: Player) -> None:
    """Loading asks first, since it leaves the place one is at."""
    press(player, Do.ADVANCE)
    saved = words(player)
    press(player, Do.QUICK_SAVE)
    assert any(node.role is Role.STATUS for node in player.frame.tree.walk())
    press(player, Do.ADVANCE, Do.QUICK_LOAD)
    assert isinstance(player.screens[-1], Question)
    press(player, Do.LEFT, Do.ENTER)
    settle(player, 5)
    assert words(player) == saved


def test_slots_are_saved_overwritten_and_erased_only_when_asked(player: Player) -> None:
    """An empty slot fills at once; a full one asks."""
    player.open_save()
    press(player, Do.ENTER)
    assert [slot.id for slot in player.app.saves.filled()] == ["1"]
    press(player, Do.ENTER)
    assert isinstance(player.screens[-1], Question)
    press(player, Do.MENU, Do.DELETE)
    assert isinstance(player.screens[-1], Question)
    press(player, Do.LEFT, Do.ENTER)
    assert player.app.saves.filled() == ()
    assert isinstance(player.screens[-1], Saves)


def test_an_ending_is_a_card_that_can_be_rolled_back(player: Player) -> None:
    """It counts the endings found, and one step back is the last line again."""
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=3))
    for _ in range(6):
        if isinstance(player.screens[0], Ending):
            break
        press(player, Do.ADVANCE)
    names = [node.name for node in player.frame.tree.walk()]
    assert {"The Road", "1 of 2 endings found"} <= set(names)
    press(player, Do.BACK)
    assert words(player) == "The tram comes."


def test_settings_hold_at_once(player: Player) -> None:
    """A larger text is larger on the next frame."""
    size = player.frame.typed[0].type.size
    player.open_settings()
    assert isinstance(player.screens[-1], Preferences)
    press(player, Do.FORWARD)
    player.screens[-1].focus = "text_size"
    press(player, Do.RIGHT, Do.RIGHT, Do.MENU)
    assert player.app.settings.text_size == 110
    assert player.frame.typed[0].type.size == pytest.approx(size * 1.1)


def test_every_setting_can_be_changed_by_enter_alone(player: Player) -> None:
    """Values go round, so one button is enough."""
    player.open_settings()
    for _ in range(2):
        press(player, *([Do.ENTER] * 25))
        press(player, Do.DOWN)
    assert player.app.settings.text_speed in range(201)


def test_leaving_saves_and_closes(player: Player) -> None:
    """Quitting from the menu asks, then keeps the place."""
    press(player, Do.ADVANCE, Do.MENU)
    assert isinstance(player.screens[-1], Menu)
    press(player, Do.UP, Do.ENTER)
    assert isinstance(player.screens[-1], Question)
    press(player, Do.LEFT, Do.ENTER)
    assert not player.running
    assert player.app.can_continue


def test_closing_the_window_loses_nothing(player: Player) -> None:
    """Alt+F4 saves like any other way out."""
    press(player, Do.ADVANCE)
    player.handle(Intent(Do.QUIT))
    assert not player.running
    assert player.app.can_continue


def test_help_opens_anywhere_and_once(player: Player) -> None:
    """F1 on the help page opens no second one."""
    press(player, Do.HELP, Do.HELP)
    assert [type(screen) for screen in player.screens] == [Play, Help]
    press(player, Do.ENTER)
    assert [type(screen) for screen in player.screens] == [Play]


def test_a_new_place_dissolves_in_before_its_words(tmp_path: Path) -> None:
    """No letter is shown while the picture changes; a press is done with both."""
    player = player_in(tmp_path, reduced_motion=False, text_speed=0)
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=1))
    frame = player.frame
    assert frame.passage.change is Change.DISSOLVE
    assert frame.passage.done == 0
    assert frame.shown == 0
    player.handle(Intent(Do.ADVANCE))
    assert not player.passing
    assert player.frame.shown > 0
