"""Settings on their pages, keys and buttons put elsewhere, and everything back to how it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.app import App
from game.app.settings import DOMAINS, Settings, decode, encode
from game.ui.window.audio import bell
from game.ui.window.bindings import ACTIONS, DEFAULTS, FIXED, Bindings, spoken
from game.ui.window.geometry import Viewport
from game.ui.window.input import Input
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.settings import GAUGE, GAUGE_WIDE
from game.ui.window.loop import Loop
from game.ui.window.player import Player
from game.ui.window.presenter import Presenter, start_display
from game.ui.window.screens.keys import Capture, Keys
from game.ui.window.screens.menus import Question
from game.ui.window.screens.preferences import PAGES, TRIALS, Preferences
from game.ui.window.screens.screen import Screen
from game.ui.window.widgets import controls
from tests.support.window import player_in, press, reading, settle, to_choices, window_story

VIEW = Viewport(1280, 720)
ELSEWHERE = {"window_width", "window_height", "pace"}
"""Settings that are no player's business in a window."""
NAMES = st.sampled_from([*DEFAULTS, "key:x", "key:ctrl+k", "pad:9", "mouse:8"])


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A player at the first line."""
    return player_in(tmp_path)


def test_every_setting_is_on_a_page() -> None:
    """Nothing that can be set is out of a player's reach."""
    assert {entry.name for entries in PAGES.values() for entry in entries} == DOMAINS.keys() - ELSEWHERE


@pytest.mark.parametrize("page", PAGES)
def test_every_value_of_a_page_goes_up_down_and_round(page: str, player: Player) -> None:
    """With the arrows and with Enter alone, and it holds at once."""
    player.open_settings()
    screen = player.screens[-1]
    assert isinstance(screen, Preferences)
    screen.activate(f"page.{page}")
    for entry in PAGES[page]:
        screen.focus = entry.name
        domain = DOMAINS[entry.name]
        press(player, *[Do.LEFT] * (len(domain) // entry.step + 1))
        assert getattr(player.app.settings, entry.name) == domain[0]
        press(player, Do.RIGHT)
        assert getattr(player.app.settings, entry.name) == domain[min(entry.step, len(domain) - 1)]
        if len(domain) < 5:
            press(player, *[Do.ENTER] * (len(domain) - 1))
            assert getattr(player.app.settings, entry.name) == domain[0]


def test_a_volume_can_be_heard(player: Player) -> None:
    """Each bus has a bell of its own, at its loudness."""
    player.open_settings()
    screen = player.screens[-1]
    assert isinstance(screen, Preferences)
    screen.activate("page.Sound")
    for name in TRIALS:
        screen.focus = f"hear.{name}"
        press(player, Do.ENTER)
    assert player.trials == list(TRIALS)
    assert len(bell(2)) == 2 * len(bell(1)) > 50_000


def test_resetting_is_asked_and_covers_keys_too(player: Player) -> None:
    """The window's size and what another version wrote stay."""
    player.app.change_all({"volume": 3, "window_width": 900})
    player.app.bind({"key:x": "HIDE"})
    player.open_settings()
    player.screens[-1].focus = "reset"
    press(player, Do.ENTER)
    assert isinstance(player.screens[-1], Question)
    press(player, Do.LEFT, Do.ENTER)
    assert player.app.settings == Settings(window_width=900)


def test_what_an_older_version_called_timers_still_counts() -> None:
    """Whoever had switched time limits off has them off."""
    assert decode(b'{"timers":false}').time_limits == "off"
    assert decode(b'{"timers":true}').time_limits == "kept"
    assert decode(b'{"timers":false,"time_limits":"doubled"}').time_limits == "doubled"


def test_a_timed_choice_can_be_given_more_time_while_it_runs(player: Player) -> None:
    """Four seconds are twenty, and none at all once there is no limit."""
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=1))
    settle(player, 1)
    to_choices(player)
    player.change("time_limits", "fivefold")
    settle(player, 12)
    assert reading(player).view.scene == "stair"
    player.change("time_limits", "off")
    settle(player, 60)
    assert reading(player).view.scene == "stair"
    player.change("time_limits", "kept")
    settle(player, 5)
    assert reading(player).view.scene == "end_stayed"


@given(st.lists(st.tuples(NAMES, st.sampled_from([*ACTIONS])), max_size=20), st.sampled_from([*ACTIONS]))
def test_whatever_is_put_where_nobody_is_locked_out(moves: list[tuple[str, Do]], wish: Do) -> None:
    """Fixed keys mean what they meant, a key means one thing, and resetting gives a wish its own keys back."""
    held = Bindings({})
    for name, do in moves:
        held = held.put(name, do)
        assert held.table()[name] is (DEFAULTS[name] if name in FIXED else do)
    assert all(held.table()[name] is DEFAULTS[name] for name in FIXED)
    assert set(held.cleared(wish).names(wish)) <= FIXED
    assert set(held.reset(wish).names(wish)) == {name for name, meant in DEFAULTS.items() if meant is wish}


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=20), max_size=9))
def test_bindings_of_any_kind_are_kept_and_do_no_harm(changed: dict[str, str]) -> None:
    """What a file holds reads back, and what is no name of ours means nothing."""
    settings = decode(encode(Settings(bindings=changed)))
    assert settings.bindings == changed
    assert set(Bindings(changed).table().values()) <= set(Do)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("key:alt+return", "Alt+Enter"),
        ("key:page up", "Page Up"),
        ("key:+", "+"),
        ("key:ctrl++", "Ctrl++"),
        ("key:AC Back", "Back key"),
        ("pad:3", "Pad Y"),
        ("pad:12", "Pad 12"),
        ("mouse:2", "Middle mouse button"),
        ("mouse:8", "Mouse button 8"),
    ],
)
def test_keys_are_called_as_people_call_them(name: str, said: str) -> None:
    """On the screen and aloud."""
    assert spoken(name) == said


def test_changed_bindings_are_obeyed() -> None:
    """X hides, H does nothing any more, and a pad's button goes on."""
    hand = Input({"key:x": "HIDE", "key:h": "", "pad:11": "ADVANCE"})

    def meant(event: pygame.Event) -> list[Do]:
        return [intent.do for intent in hand.intents(event, VIEW)]

    assert meant(pygame.Event(pygame.KEYDOWN, key=pygame.K_x, mod=pygame.KMOD_NUM)) == [Do.HIDE]
    assert meant(pygame.Event(pygame.KEYDOWN, key=pygame.K_h, mod=pygame.KMOD_NUM)) == []
    assert meant(pygame.Event(pygame.JOYBUTTONDOWN, button=11)) == [Do.ADVANCE]
    hand.follow({})
    assert meant(pygame.Event(pygame.JOYBUTTONDOWN, button=11)) == []


@pytest.fixture
def loop(tmp_path: Path) -> Iterator[Loop]:
    """A window that shows nothing, with the keys' screen open."""
    app = App(window_story(), tmp_path)
    start_display()
    loop = Loop(app, Presenter("A test", fullscreen=False, size=(960, 540)), tmp_path)
    loop.turn([], 0.0)
    loop.player.push(Keys(loop.player))
    yield loop
    loop.close()


def _press(loop: Loop, key: int, mod: int = pygame.KMOD_NUM) -> None:
    loop.turn([pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="")], 0.05)
    loop.turn([pygame.Event(pygame.KEYUP, key=key, mod=mod)], 0.05)


def _top(loop: Loop) -> Screen:
    return loop.player.screens[-1]


def test_a_free_key_is_taken_at_once(loop: Loop) -> None:
    """Asked for by Enter, pressed, and it works in the next moment and the next session."""
    _top(loop).focus = "wish.HIDE"
    _press(loop, pygame.K_RETURN)
    _press(loop, pygame.K_LSHIFT, pygame.KMOD_LSHIFT)
    assert isinstance(_top(loop), Capture)
    _press(loop, pygame.K_x, pygame.KMOD_LSHIFT)
    assert isinstance(_top(loop), Keys)
    assert App(window_story(), loop.app.papers.save_folder.parent.parent).settings.bindings == {"key:shift+x": "HIDE"}


def test_a_taken_key_is_given_over_only_when_asked(loop: Loop) -> None:
    """The conflict is shown with the name of the other wish."""
    _top(loop).focus = "wish.HIDE"
    _press(loop, pygame.K_RETURN)
    _press(loop, pygame.K_l)
    names = [node.name for node in loop.player.frame.tree.walk()]
    assert any("L means: History" in name for name in names)
    _press(loop, pygame.K_RETURN)
    assert loop.app.settings.bindings == {}
    _press(loop, pygame.K_RETURN)
    _press(loop, pygame.K_l)
    _press(loop, pygame.K_LEFT)
    _press(loop, pygame.K_RETURN)
    assert loop.app.settings.bindings == {"key:l": "HIDE"}


def test_escape_leaves_a_wish_as_it_is_and_delete_clears_it(loop: Loop) -> None:
    """What always means the same is never taken away."""
    _top(loop).focus = "wish.MENU"
    _press(loop, pygame.K_RETURN)
    _press(loop, pygame.K_ESCAPE)
    assert isinstance(_top(loop), Keys)
    _press(loop, pygame.K_DELETE)
    assert Bindings(loop.app.settings.bindings).names(Do.MENU) == ("key:escape", "pad:b")


def test_a_pad_s_buttons_and_the_mouse_can_be_taken_too(loop: Loop) -> None:
    """Whatever a hand can press, pull or turn."""
    _top(loop).focus = "wish.QUICK_SAVE"
    for event in (
        pygame.Event(pygame.JOYBUTTONDOWN, button=11, instance_id=0),
        pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=15, instance_id=0),
        pygame.Event(pygame.MOUSEBUTTONUP, button=8, pos=(5, 5)),
    ):
        _press(loop, pygame.K_RETURN)
        loop.turn([event], 0.05)
    pull = [pygame.Event(pygame.CONTROLLERAXISMOTION, axis=4, value=value) for value in (30000, 0)]
    for event in (*pull[:1], pygame.Event(pygame.MOUSEWHEEL, y=1)):
        _press(loop, pygame.K_RETURN)
        loop.turn([event], 0.05)
        _press(loop, pygame.K_LEFT)
        _press(loop, pygame.K_RETURN)
    names = ("pad:11", "pad:15", "mouse:8", "pad:left trigger", "mouse:wheel up")
    assert loop.app.settings.bindings == dict.fromkeys(names, "QUICK_SAVE")


def test_every_wish_has_a_row(loop: Loop) -> None:
    """And every row has a name."""
    rows = {node.id for node in controls(loop.player.tree_of(_top(loop)))}
    assert {f"wish.{do.name}" for do in ACTIONS} <= rows


def _clicked(player: Player, name: str, x: float) -> object:
    """The value of a setting after a click at `x` units from where its row begins."""
    node = next(node for node in player.tree_of(player.screens[-1]).walk() if node.id == name)
    player.handle(Intent(Do.PRESS, at=(node.bounds.x + 40 + x, node.bounds.y + node.bounds.h / 2)))
    return getattr(player.app.settings, name)


def test_a_click_on_a_bar_sets_its_value(player: Player) -> None:
    """Anywhere along it, to the steps that arrows go; the arrows beside it go one of them."""
    player.open_settings()
    screen = player.screens[-1]
    assert isinstance(screen, Preferences)
    screen.activate("page.Sound")
    middle, left, right = GAUGE + GAUGE_WIDE / 2, GAUGE - 20, GAUGE + GAUGE_WIDE + 20
    assert [_clicked(player, "volume", x) for x in (middle, left, left, right, GAUGE, GAUGE + GAUGE_WIDE, right)] == [
        50,
        45,
        40,
        45,
        0,
        100,
        100,
    ]
    assert screen.focus == "volume"


def test_a_click_beside_a_word_takes_the_one_before_or_after(player: Player) -> None:
    """Round both ends; a switch changes wherever it is clicked on."""
    player.open_settings()
    left, right = GAUGE - 20, GAUGE + GAUGE_WIDE + 20
    assert [_clicked(player, "time_limits", x) for x in (right, left, left, right)] == [
        "doubled",
        "kept",
        "off",
        "kept",
    ]
    assert [_clicked(player, "auto", x) for x in (left, right, 60)] == [True, False, True]


def _sound_page(player: Player) -> Preferences:
    player.open_settings()
    screen = player.screens[-1]
    assert isinstance(screen, Preferences)
    screen.activate("page.Sound")
    return screen


def test_a_bar_goes_with_the_pointer_that_holds_it(player: Player) -> None:
    """Up and down beside it too, to its ends and no further; what was let go of is written down once."""
    screen = _sound_page(player)
    row = next(node.bounds for node in player.tree_of(screen).walk() if node.id == "music_volume")
    left = row.x + 40 + GAUGE
    path = player.app.papers.save_folder.parent.parent / "settings.json"
    before, seen = path.stat().st_mtime_ns if path.exists() else 0, []
    for do, x, y in ((Do.GRAB, 0.5, 0), (Do.DRAG, 0.7, 0), (Do.DRAG, 0.25, 300), (Do.DRAG, 9, 0), (Do.DRAG, -9, 0)):
        player.handle(Intent(do, at=(left + GAUGE_WIDE * x, row.y + 20 + y)))
        seen.append(player.app.settings.music_volume)
    assert seen == [50, 70, 25, 100, 0]
    assert (path.stat().st_mtime_ns if path.exists() else 0) == before
    player.handle(Intent(Do.PRESS, at=(left + 900, row.y + 400)))
    assert path.stat().st_mtime_ns > before
    assert (player.app.settings.music_volume, player.app.settings.volume) == (0, 100)
    player.handle(Intent(Do.POINT, at=(left + GAUGE_WIDE, row.y + 20)))
    assert player.app.settings.music_volume == 0


def test_who_grabs_something_else_drags_nothing(player: Player) -> None:
    """A label, an arrow, a word: they wait for the click."""
    screen = _sound_page(player)
    row = next(node.bounds for node in player.tree_of(screen).walk() if node.id == "volume")
    for x in (60, 40 + GAUGE - 20, 40 + GAUGE + GAUGE_WIDE + 20):
        player.handle(Intent(Do.GRAB, at=(row.x + x, row.y + 20)))
        player.handle(Intent(Do.DRAG, at=(row.x + 40 + GAUGE, row.y + 20)))
        assert player.app.settings.volume == 100


def test_the_wheel_turns_the_bar_under_it_and_else_the_page(player: Player) -> None:
    """A step for each notch; keys turn the page wherever the pointer is."""
    screen = _sound_page(player)
    row = next(node.bounds for node in player.tree_of(screen).walk() if node.id == "volume")
    over = (row.x + 40 + GAUGE + 9, row.y + 20)
    player.handle(Intent(Do.FORWARD, at=over))
    player.handle(Intent(Do.FORWARD, at=over))
    player.handle(Intent(Do.BACK, at=over))
    assert (player.app.settings.volume, screen.page) == (95, "Sound")
    player.handle(Intent(Do.BACK))
    assert (player.app.settings.volume, screen.page) == (95, "Picture")
