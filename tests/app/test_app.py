"""The program around a story: playing, saving by itself, continuing, and going on when the disk does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.app.app import App
from game.app.folders import home, story_id
from game.app.reading import Reader
from game.app.view import Awaiting, plain
from game.errors import ClosedChoice, UsageError
from tests.support.builders import choice, number, scene, story
from tests.support.disks import FaultyOs, Inode, MemoryOs, error_of

STORY = story(
    scene(
        "hall", choice("up", "attic", do=["trust += 2"]), choice("out", "garden", when="trust > 1", locked="Not yet.")
    ),
    scene("attic", choice("back", "hall"), script=["Dust.", "A trunk."]),
    scene("garden", goto="gate", script=["Grass."]),
    scene("gate", ending="away", script=["Gone."]),
    variables=[number("trust", 0, 6)],
    endings=["home"],
)
CIRCLE = story(scene("a", choice("go", "b")), scene("b", goto="c", script=["B."]), scene("c", goto="b", script=["C."]))


def app_on(system: MemoryOs | FaultyOs) -> App:
    """An app for the story on a disk in memory."""
    return App(STORY, Path("/home"), system=system, clock=lambda: 0.0)


def reading(app: App) -> Reader:
    """The reader of an app that is being played."""
    assert app.reader is not None
    return app.reader


def play(app: App, *path: str) -> None:
    """A new game with these choices, read to its end."""
    app.new_game(3)
    for taken in path:
        app.choose(taken)
    while app.advance():
        pass


def test_every_choice_is_saved_and_continue_goes_on_from_the_last() -> None:
    """Killed after any choice, the game goes on from it."""
    system = MemoryOs()
    for taken in ("up", "back", "out"):
        app = app_on(system)
        if not app.continue_game():
            app.new_game(3)
        while app.advance():
            pass
        app.choose(taken)
    app = app_on(system)
    assert app.can_continue
    assert app.continue_game()
    assert reading(app).playthrough.choices == ("hall.up", "attic.back", "hall.out")
    assert reading(app).playthrough.seed == 3
    assert app.take_notices() == ()


def test_quitting_keeps_the_line() -> None:
    """`close` saves in the middle of a scene, and only once for one place."""
    system = MemoryOs()
    app = app_on(system)
    app.new_game(3)
    app.choose("up")
    app.advance()
    app.close()
    before = len(app.saves.filled())
    app.close()
    assert len(app.saves.filled()) == before
    again = app_on(system)
    again.continue_game()
    line = reading(again).view.line
    assert line is not None
    assert plain(line.words) == "A trunk."


def test_an_ending_is_remembered_over_sessions_and_playthroughs() -> None:
    """The gallery shows it, and the next playthrough knows it."""
    system = MemoryOs()
    play(app_on(system), "up", "back", "out")
    app = app_on(system)
    assert {seen.ending.id: seen.reached for seen in app.endings()} == {"away": True, "home": False}
    app.new_game()
    assert reading(app).playthrough.reached == {"away"}


def test_two_sessions_do_not_forget_what_the_other_found() -> None:
    """T11: the profile written last holds what both found."""
    system = MemoryOs()
    one, two = app_on(system), app_on(system)
    play(one, "up", "back", "out")
    two.profile.ended("home")
    two.close()
    assert app_on(system).profile.reached == ("home", "away")


def test_new_games_draw_their_own_seeds() -> None:
    """Without a seed two playthroughs differ; with one it is that."""
    app = app_on(MemoryOs())
    seeds = set()
    for _ in range(5):
        app.new_game()
        seeds.add(reading(app).playthrough.seed)
    assert len(seeds) > 1
    app.new_game(41)
    assert reading(app).playthrough.seed == 41


def test_a_game_can_begin_elsewhere_and_a_save_of_it_knows() -> None:
    """`scene` and `values` are part of the playthrough, of its save and of its recording."""
    system = MemoryOs()
    app = app_on(system)
    app.new_game(0, scene="attic", values={"trust": 5})
    assert app.save("1")
    again = app_on(system)
    again.load("1")
    assert again.engine.rules.value(reading(again).playthrough.state, "trust") == 5
    assert again.record() == (
        "replay: Recorded while playing\nstart:\n  scene: attic\n  set: {trust: 5}\npath:\n  - at: attic\n"
    )
    with pytest.raises(UsageError):
        app.new_game(scene="nowhere")


def test_a_recording_is_the_path_that_was_taken() -> None:
    """`record` gives seed, choices and ending as a replay file holds them."""
    app = app_on(MemoryOs())
    assert app.record() == ""
    play(app, "up", "back", "out")
    assert app.record() == (
        "replay: Recorded while playing\nseed: 3\npath:\n"
        "  - hall.up\n  - attic.back\n  - hall.out\n  - at: gate\nending: away\n"
    )


def test_a_closed_choice_is_refused_and_changes_nothing() -> None:
    """What is not on offer can't be taken, and nothing is saved for it."""
    app = app_on(MemoryOs())
    app.new_game(3)
    with pytest.raises(ClosedChoice):
        app.choose("out")
    assert reading(app).playthrough.choices == ()
    assert app.saves.filled() == ()


def test_a_story_that_goes_round_for_ever_is_told() -> None:
    """A37: the player stops with a message, whether on the way or at once."""
    app = App(CIRCLE, Path("/home"), system=MemoryOs())
    app.new_game(3)
    app.choose("go")
    for _ in range(9):
        app.advance()
    assert not app.advance()
    assert any("circle" in notice for notice in app.take_notices())


@pytest.mark.parametrize("error", ["EROFS", "ENOSPC", "EACCES"])
def test_with_a_disk_that_refuses_everything_the_game_goes_on(error: str) -> None:
    """T5: the player is told in words that saving is off, and plays to the end."""
    app = app_on(FaultyOs(MemoryOs(), 1, lambda: error_of(error), for_good=True))
    assert app.saves.problem
    assert not app.can_continue
    play(app, "up", "back", "out")
    assert reading(app).awaiting is Awaiting.NOTHING
    assert not app.save("1")
    assert not app.load("1")
    app.change("volume", 10)
    assert app.settings.volume == 10
    app.close()
    notices = app.take_notices()
    assert notices[0].startswith("Saving is off")
    assert any(notice.startswith("Not saved") for notice in notices)
    assert all("\n" not in notice and "Traceback" not in notice for notice in notices)


def test_any_call_of_a_whole_session_may_fail() -> None:
    """R2, T3: with the k-th call failing the session still ends, and another one can go on."""
    for k in range(1, 400):
        system = MemoryOs()
        faulty = FaultyOs(system, k, lambda: error_of("EIO"))
        app = app_on(faulty)
        play(app, "up", "back")
        app.save("1")
        app.close()
        again = app_on(system)
        assert again.continue_game()
        assert reading(again).playthrough.choices == ("hall.up", "attic.back")
        if faulty.calls < k:
            return
    pytest.fail("the loop never came to a run without a fault")


def test_damaged_files_are_told_and_the_game_begins_with_fresh_ones() -> None:
    """R3: settings, profile and every save of zeros: one line each, all kept in quarantine, and the game plays."""
    system = MemoryOs()
    app = app_on(system)
    app.change("volume", 10)
    play(app, "up", "back", "out")
    app.save("1")
    for path in list(system.names_now):
        system.names_now[path] = Inode(bytes(100))
    again = app_on(system)
    assert again.settings.volume == 100
    assert not again.continue_game()
    again.new_game(1)
    assert sum("zeros" in notice for notice in again.take_notices()) >= 3
    assert sum(path.parent.name == "quarantine" and path.suffix != ".why" for path in system.names_now) >= 6


def test_a_damaged_newest_save_gives_the_one_before() -> None:
    """Continue goes on from the newest save that can be read."""
    system = MemoryOs()
    play(app_on(system), "up", "back")
    newest = app_on(system).saves.filled()[0].id
    system.names_now[Path("/home/a-test") / f"save-{newest}.json"] = Inode(b"{")
    app = app_on(system)
    assert app.continue_game()
    assert reading(app).playthrough.choices == ("hall.up",)


def test_a_changed_setting_is_there_next_time_and_softens_at_once() -> None:
    """Settings are written when they change, and belong to the player, not to the story."""
    system = MemoryOs()
    app = app_on(system)
    app.new_game(3)
    app.change("soften", value=True)
    assert reading(app).soft
    other = App(replace(STORY, title="Another"), Path("/home"), system=system)
    assert other.settings.soften
    with pytest.raises(UsageError):
        app.change("soften", 3)


def test_a_thumbnail_is_kept_with_the_save_if_it_is_one() -> None:
    """PNG bytes come back in the list of saves; other bytes are left out."""
    app = app_on(MemoryOs())
    app.new_game(3)
    picture = b"\x89PNG\r\n\x1a\n" + bytes(9)
    app.save("1", picture)
    app.quick_save(b"GIF89a")
    assert {slot.id: slot.thumbnail for slot in app.saves.filled()} == {"1": picture, "quick": b""}


def test_the_folder_is_the_systems_or_the_one_that_was_asked_for(tmp_path: Path) -> None:
    """The environment variable wins; each story has its own folder below."""
    assert home({"STONE_LIGHTNING_HOME": str(tmp_path)}) == tmp_path
    assert home({}).name == "stone-lightning"
    assert story_id(STORY) == "a-test"
    assert story_id(replace(STORY, title="Ünder  the / Stone!")) == "under-the-stone"
    assert story_id(replace(STORY, title="石の雷")).startswith("story-")
