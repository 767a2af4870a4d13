"""The way back from a save: exactly where the story is the same, in plain words where it was edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.app.app import App
from game.app.recovery import Verdict, recover
from game.app.save import Save
from game.app.view import Awaiting, plain
from game.engine.playing import Engine
from game.model.story import Story
from tests.support.builders import choice, number, one_of, scene, story, truth
from tests.support.disks import MemoryOs
from tests.support.edits import Draft, drafts, edited


def app_for(made: Story, system: MemoryOs | None = None) -> App:
    """An app whose disk is in memory."""
    return App(made, Path("/saves"), system=system or MemoryOs(), clock=lambda: 0.0)


def play(app: App, path: Iterable[str]) -> None:
    """Begin with seed 7, read every line, and take these choices."""
    app.new_game(7)
    read_on(app)
    for taken in path:
        app.choose(taken)
        read_on(app)


def read_on(app: App) -> None:
    """Up to the next choice or the ending."""
    while app.advance():
        pass


def saved(made: Story, path: Iterable[str], lines_back: int = 0) -> Save:
    """The save of a playthrough, read to the end of its last scene and then so many lines back."""
    app = app_for(made)
    play(app, path)
    assert app.reader is not None
    for _ in range(lines_back):
        app.reader.back()
    assert app.save("1")
    return app.saves.load("1")


ROOMS = story(
    scene(
        "hall", choice("up", "attic", do=["trust += 2"]), choice("down", "cellar"), script=["One.", "Two.", "Three."]
    ),
    scene("attic", choice("back", "hall", do=["found = true"]), choice("out", "garden"), script=["Dust.", "A trunk."]),
    scene("cellar", choice("back", "hall"), script=["Water."]),
    scene("garden", goto="gate", script=["Grass."]),
    scene("gate", ending="away", script=["Gone."]),
    variables=[number("trust", 0, 6), truth("found"), one_of("side", "moon", "sun")],
)


def without(made: Story, *scenes: str) -> Story:
    """The story with these scenes gone and every way to them leading to the hall."""
    left = {}
    for old in made.scenes.values():
        if old.id not in scenes:
            ways = tuple(
                replace(c, goto=tuple(replace(b, to="hall") if b.to in scenes else b for b in c.goto))
                for c in old.choices
            )
            left[old.id] = replace(old, choices=ways)
    return replace(made, scenes=left, fingerprint="edited")


def renamed(made: Story, old: str, new: str, *, said: bool) -> Story:
    """The story with a scene under another id, declared by `was` or not."""
    scenes = {}
    for room in made.scenes.values():
        ways = tuple(
            replace(c, goto=tuple(replace(b, to=new) if b.to == old else b for b in c.goto)) for c in room.choices
        )
        goto = tuple(replace(b, to=new) if b.to == old else b for b in room.goto)
        name, was = (new, (old,) if said else ()) if room.id == old else (room.id, room.was)
        scenes[name] = replace(room, id=name, was=was, choices=ways, goto=goto)
    return replace(made, scenes=scenes, fingerprint="edited")


def test_in_the_same_story_a_save_leads_to_the_same_line() -> None:
    """Every line of every scene on a path comes back exactly, with the state that was, and in silence."""
    path = ["up", "back", "up", "out"]
    for taken in range(len(path) + 1):
        for back in range(3):
            save = saved(ROOMS, path[:taken], back)
            found = recover(Engine(ROOMS), save)
            assert (found.verdict, found.message) == (Verdict.EXACT, "")
            assert found.playthrough.state.scene == save.scene
            assert found.playthrough.choices == save.log
            assert (len(found.playthrough.moves) - 1, found.line) == (save.move, save.line)
            assert Engine(ROOMS).rules.values(found.playthrough.state) == save.values


def test_a_scene_that_is_passed_twice_is_found_at_the_right_passing() -> None:
    """Scenes that go on by themselves may come by twice after one choice; the save is at the second time."""
    rounds = story(
        scene("a", choice("go", "b")),
        scene("b", goto=[("n < 1", "c"), "end"]),
        scene("c", goto="b", enter=["n += 1"]),
        scene("end", ending="fin"),
        variables=[number("n", 0, 3)],
    )
    app = app_for(rounds)
    app.new_game(7)
    app.choose("go")
    app.advance()
    app.advance()
    app.save("1")
    save = app.saves.load("1")
    assert (save.scene, save.move, save.values) == ("b", 3, {"n": 1})
    found = recover(Engine(rounds), save)
    assert found.verdict is Verdict.EXACT
    assert len(found.playthrough.moves) == 4


def test_a_renamed_scene_is_found_by_what_it_was() -> None:
    """R5: with `was` the save lands in the same scene at the same line, in silence."""
    found = recover(Engine(renamed(ROOMS, "attic", "loft", said=True)), saved(ROOMS, ["up", "back", "up"], 1))
    assert found.playthrough.state.scene == "loft"
    assert (found.verdict, found.line, found.message) == (Verdict.EXACT, 0, "")


def test_a_renamed_choice_is_found_by_what_it_was() -> None:
    """R5: a choice's `was` keeps the log readable."""
    hall = ROOMS.scenes["hall"]
    ways = (replace(hall.choices[0], id="climb", was=("up",)), *hall.choices[1:])
    now = replace(ROOMS, scenes={**ROOMS.scenes, "hall": replace(hall, choices=ways)}, fingerprint="edited")
    found = recover(Engine(now), saved(ROOMS, ["up"]))
    assert (found.playthrough.choices, found.verdict) == (("hall.climb",), Verdict.EXACT)


def test_a_scene_that_choices_no_longer_lead_to_is_taken_up_with_its_values() -> None:
    """R5: a choice of the log is gone; the saved scene is entered from what the save remembers, and that is said."""
    hall = ROOMS.scenes["hall"]
    now = replace(ROOMS, scenes={**ROOMS.scenes, "hall": replace(hall, choices=hall.choices[1:])}, fingerprint="edited")
    engine = Engine(now)
    found = recover(engine, saved(ROOMS, ["up"]))
    assert found.playthrough.state.scene == "attic"
    assert engine.rules.values(found.playthrough.state)["trust"] == 2
    assert found.verdict is Verdict.RECOVERED
    assert "no longer lead" in found.message


def test_a_scene_that_is_gone_leads_to_the_last_one_on_the_way() -> None:
    """R5: with its scene deleted a save opens at the last scene of its log that is left, in the state it had then."""
    now = without(ROOMS, "cellar")
    found = recover(Engine(now), saved(ROOMS, ["up", "back", "down"]))
    assert found.playthrough.state.scene == "hall"
    assert found.playthrough.choices == ("hall.up", "attic.back")
    assert found.verdict is Verdict.RECOVERED
    assert "Your last choice is undone" in found.message


def test_a_save_of_which_nothing_is_left_begins_anew_and_says_so() -> None:
    """R5: never silently at the start."""
    other = story(scene("elsewhere", ending="fin"), variables=[])
    found = recover(Engine(other), saved(ROOMS, ["up"]))
    assert found.playthrough.state.scene == "elsewhere"
    assert found.verdict is Verdict.LOST
    assert found.message


def test_values_are_made_to_fit_and_those_without_a_variable_are_kept() -> None:
    """Out of range goes to the bound, of another kind to the default, unknown aside, new to its default."""
    now = replace(
        without(renamed(ROOMS, "hall", "lobby", said=False), "lobby"),
        start="attic",
        variables=(number("trust", 3, 4, 3), number("found", 0, 9, 5), truth("fresh", default=True)),
    )
    attic = replace(now.scenes["attic"], choices=(choice("out", "garden"),))
    now = replace(now, scenes={**now.scenes, "attic": attic})
    engine = Engine(now)
    found = recover(engine, saved(ROOMS, ["up"]))
    assert engine.rules.values(found.playthrough.state) == {"trust": 3, "found": 5, "fresh": True}
    assert found.kept == {"side": "moon"}


def test_a_value_that_was_kept_comes_back_with_its_variable() -> None:
    """A variable that is dropped and declared again finds its value in a save that was written in between."""
    save = replace(saved(ROOMS, ["up"]), log=("gone.gone",), values={"found": True}, kept={"trust": 5})
    engine = Engine(ROOMS)
    found = recover(engine, save)
    assert engine.rules.values(found.playthrough.state)["trust"] == 5
    assert found.kept == {}


def test_an_edited_line_is_found_by_the_nearest_words() -> None:
    """A line moved and edited is found again, and said to be changed; a deleted one gives the start of the scene."""
    hall = ROOMS.scenes["hall"]
    save = replace(saved(ROOMS, []), words="The photographer counts down from three.", line=1)
    script = scene("x", script=["New.", "Newer.", "The old photographer counts down from three.", "Four."]).script
    now = replace(ROOMS, scenes={**ROOMS.scenes, "hall": replace(hall, script=script)}, fingerprint="edited")
    found = recover(Engine(now), save)
    assert (found.line, found.verdict) == (2, Verdict.MOVED)
    assert found.message
    lost = recover(Engine(now), replace(save, words="Something else altogether was said here."))
    assert (lost.line, lost.verdict) == (0, Verdict.MOVED)


def test_a_recovered_playthrough_is_saved_and_loaded_like_any_other() -> None:
    """After a recovery the marks and counts of before are still there, through another save and load."""
    once = story(
        scene("a", choice("x", "b", once=True), choice("y", "b")),
        scene("b", choice("back", "a"), choice("end", "c")),
        scene("c", ending="fin"),
    )
    save = replace(saved(once, ["x"]), log=("gone.gone",), taken=("a.x",))
    system = MemoryOs()
    first = app_for(once, system)
    first.new_game(7)
    first.saves.save("2", save)
    assert first.load("2")
    first.choose("back")
    first.save("3")
    second = app_for(once, system)
    assert second.load("3")
    assert second.reader is not None
    assert [option.id for option in second.reader.view.options] == ["y"]
    assert second.saves.load("3").seen == {"a": 2, "b": 1}
    assert not [notice for notice in second.take_notices() if "changed" in notice]


def test_where_no_choice_is_left_open_an_earlier_scene_is_taken() -> None:
    """A recovery never leaves the player in a scene without a way out."""
    before = story(
        scene("a", choice("x", "b")),
        scene("b", choice("only", "c", when="key")),
        scene("c", ending="fin"),
        variables=[truth("key", default=True)],
    )
    after = replace(
        before,
        scenes={**before.scenes, "a": scene("a", choice("z", "c"))},
        variables=(truth("key", default=False),),
        fingerprint="edited",
    )
    save = replace(saved(before, ["x"]), values={})
    found = recover(Engine(after), save)
    assert found.playthrough.state.scene == "a"
    assert found.verdict is Verdict.RECOVERED


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_save_outlives_any_edit(data: st.DataObject) -> None:
    """R5, T8: after any edits a save opens at its scene, else at one of its log, else it says that it begins anew."""
    draft = data.draw(drafts())
    before = draft.story()
    app = app_for(before)
    play(app, ())
    for _ in range(data.draw(st.integers(0, 6))):
        assert app.reader is not None
        if app.reader.awaiting is not Awaiting.CHOICE or not (options := app.reader.view.options):
            break
        app.choose(data.draw(st.sampled_from(options)).id)
        read_on(app)
    assert app.save("1")
    save = app.saves.load("1")

    after = data.draw(edited(draft)).story()
    engine = Engine(after)
    found = recover(engine, save)
    here = found.playthrough.state.scene
    names = {old: scene.id for scene in after.scenes.values() for old in (*scene.was, scene.id)}
    left = [names[name] for name in (save.scene, *(t.partition(".")[0] for t in save.log)) if name in names]
    if found.verdict is Verdict.LOST:
        assert not any(_leads_on(after, name) for name in left)
    else:
        assert here in left
        if save.scene in names and _leads_on(after, names[save.scene]):
            assert here == names[save.scene]
    assert (found.verdict is Verdict.EXACT) == (found.message == "")
    again = App(after, Path("/saves"), system=MemoryOs(), clock=lambda: 0.0)
    again.saves.save("1", save)
    assert again.load("1")
    assert again.reader is not None
    assert again.save("2")
    again.reader.history()


@settings(max_examples=60, deadline=None)
@given(drafts(), st.lists(st.integers(0, 2), max_size=6), st.integers(0, 3))
def test_saving_and_loading_change_nothing(draft: Draft, picks: list[int], back: int) -> None:
    """After any play, save and load give the same moment, history and options."""
    made = draft.story()
    system = MemoryOs()
    app = app_for(made, system)
    play(app, ())
    assert app.reader is not None
    for pick in picks:
        options = app.reader.view.options
        if options:
            app.choose(options[pick % len(options)].id)
            read_on(app)
    for _ in range(back):
        app.reader.back()
    assert app.quick_save()
    app.remember()
    again = app_for(made, system)
    assert again.quick_load()
    assert again.reader is not None
    now, then = again.reader.view, app.reader.view
    assert replace(now, seen_before=False, can_go_forward=False) == replace(
        then, seen_before=False, can_go_forward=False
    )
    assert again.reader.history() == app.reader.history()
    assert [plain(past.words) for past in again.reader.history()][-1:] != [""]


def _leads_on(made: Story, name: str) -> bool:
    """Whether some playthrough that stands in this scene could leave it or has ended: it has a choice for ever open."""
    room = made.scenes[name]
    return not room.choices or any(not way.once for way in room.choices)
