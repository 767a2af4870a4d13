"""The stage as a fold over cues."""

import pytest

from game.app import staging
from game.app.view import Ambience, ChangePlace, Hide, Music, Portrait, Run, Said, Show, Sound, Stage, StageEffect
from game.engine.view import SceneView
from game.model.story import Place, Story

STORY = Story(
    title="t",
    start="a",
    scenes={},
    places={
        "ward": Place("ward", "The ward", ambience="amb_ward", music="music_slow"),
        "roof": Place("roof", "The roof"),
    },
)


def after(*lines: object, stage: Stage = Stage()) -> Stage:  # noqa: B008 - a frozen value
    """The stage after these lines."""
    return staging.after(stage, lines, STORY)  # type: ignore[arg-type]


def test_a_portrait_without_a_position_takes_the_first_free_one() -> None:
    """The first stands in the centre, the second to the right, the third to the left."""
    stage = after(Show("luna"), Show("midori"), Show("azuma"))

    assert [p.position for p in stage.portraits] == ["centre", "right", "left"]


def test_showing_somebody_again_keeps_what_is_not_named() -> None:
    """A second `show` changes the expression and leaves the position, and the other way round."""
    stage = after(Show("luna", "warm", "left"), Show("luna", "hurt"), Show("luna", None, "right"))

    assert stage.portraits == (Portrait("luna", "hurt", "right"),)


def test_a_speaker_on_stage_takes_the_expression_of_the_line() -> None:
    """Speech with an expression changes the portrait of somebody who stands there."""
    stage = after(Show("luna", "warm"), Said((Run("No."),), "luna", "hurt"))

    assert stage.portraits[0].expression == "hurt"


def test_a_speaker_off_stage_stays_off_stage() -> None:
    """Speaking puts nobody on stage."""
    assert after(Said((Run("No."),), "luna", "hurt")).portraits == ()


def test_a_new_place_empties_the_stage_and_brings_its_sound() -> None:
    """Portraits and weather leave where the place changes; its ambience and music begin (fine print A49)."""
    stage = after(Show("luna"), StageEffect("snow"), ChangePlace("ward"))

    assert stage == Stage(place="ward", ambience="amb_ward", music="music_slow")


def test_a_place_without_music_keeps_what_plays_and_has_its_own_silence() -> None:
    """Music goes on from place to place; the bed of sound belongs to the place."""
    stage = after(ChangePlace("ward"), ChangePlace("roof"))

    assert (stage.music, stage.ambience) == ("music_slow", None)


def test_the_same_place_again_changes_nothing() -> None:
    """Naming the place where we are leaves the portraits on stage."""
    stage = after(ChangePlace("ward"), Show("luna"), ChangePlace("ward"))

    assert [p.who for p in stage.portraits] == ["luna"]


@pytest.mark.parametrize(("who", "left"), [("luna", ["midori"]), (None, [])])
def test_hide_takes_one_or_all_off_stage(who: str | None, left: list[str]) -> None:
    """`hide: luna` takes her off, `hide: all` everybody."""
    assert [p.who for p in after(Show("luna"), Show("midori"), Hide(who)).portraits] == left


def test_weather_stays_until_it_is_cleared() -> None:
    """A weather lasts, other effects do not, and `clear` ends it."""
    assert after(StageEffect("ash"), StageEffect("shake")).weather == "ash"
    assert after(StageEffect("ash"), StageEffect("clear")).weather is None


def test_none_stops_music_and_ambience() -> None:
    """`music: none` and `ambience: none` leave silence; a sound leaves no trace on stage."""
    stage = after(Music("a"), Ambience("b"), Sound("c"), Music(None), Ambience(None))

    assert stage == Stage()


def test_a_scene_without_place_or_eyes_keeps_those_before() -> None:
    """`place` and `you` stay as they were where a scene names none (fine print A48)."""
    before = Stage(place="ward", you="luna", portraits=(Portrait("luna", None, "left"),))

    assert staging.enter_scene(before, SceneView("s"), STORY) == before
    assert staging.enter_scene(before, SceneView("s", you="azuma", place="roof"), STORY) == Stage(
        place="roof", you="azuma"
    )


def test_a_move_over_the_picture_lasts_until_the_next_place_or_clear() -> None:
    """As weather does, and beside it."""
    moving = after(StageEffect("push"), StageEffect("snow"), StageEffect("wipe"))

    assert (moving.move, moving.weather) == ("push", "snow")
    assert after(StageEffect("clear"), stage=moving).move is None
    assert after(ChangePlace("roof"), stage=moving).move is None
