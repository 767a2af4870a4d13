"""Translations follow the story: nothing translated is lost, nothing edited is taken for finished."""

from __future__ import annotations

from dataclasses import replace

from game.model.story import Story
from game.tools.po import Message
from game.tools.translation import merged, messages, progress
from tests.support.stories import story_of

SCENES = """door:
  script:
    - A knock at the old door.
    - luna: Who is it?
    - luna: Who is it?
  choices:
    open: {text: Open the door., when: trust > 0, locked: You dare not., goto: hall}
    wait: {text: Wait., goto: door}
hall:
  script:
    - when: trust > 1
      then:
        - It is cold.
  ending: over
"""


def story(scenes: str = SCENES) -> Story:
    """The story."""
    return story_of(scenes, variables="trust: {range: 0..3, default: 1}\n", cast=["luna"])


def translated(one: Story) -> list[Message]:
    """All its messages, each translated."""
    return [replace(message, translation=message.source.upper()) for message in messages(one) if message.source]


def test_every_text_is_a_message_once() -> None:
    """Words of scenes, choices, cast and endings stand there with who says them and when; what is said twice, once."""
    found = {(one.context, one.source): one for one in messages(story()) if one.source}
    assert len(found) == 9
    assert found["door", "Who is it?"].notes == ("luna",)
    assert len(found["door", "Who is it?"].places) == 2
    assert found["door.open", "You dare not."].notes == ("locked", "only when not (trust > 0)")
    assert found["hall", "It is cold."].notes == ("narration", "only when trust > 1")
    assert found["cast luna name", "Luna"].places == ("cast.yaml:1",)


def test_bringing_up_to_date_changes_nothing_that_is() -> None:
    """The same story keeps every translation, again and again."""
    known = translated(story())
    assert merged(story(), known) == known
    assert progress(known).translated == 9


def test_an_edited_text_is_to_be_looked_at_again() -> None:
    """The translation stays, marked, with what the text was; one that is quite another is to be translated."""
    made = merged(
        story(SCENES.replace("old door", "very old door").replace("It is cold.", "Rain!")), translated(story())
    )
    found = {one.source: one for one in made}
    edited = found["A knock at the very old door."]
    assert (edited.translation, edited.stale, edited.before) == (
        "A KNOCK AT THE OLD DOOR.",
        True,
        "A knock at the old door.",
    )
    assert found["Rain!"].translation == ""
    assert (found["It is cold."].unused, found["It is cold."].translation) == (True, "IT IS COLD.")
    assert made[-1].unused
    assert (progress(made).stale, progress(made).missing, progress(made).unused) == (1, 1, 1)


def test_a_renamed_scene_keeps_its_translation() -> None:
    """`was` leads the way for scenes and choices."""
    new = (
        SCENES.replace("goto: door", "goto: gate")
        .replace("door:\n", "gate:\n  was: door\n")
        .replace("wait: {", "stay: {was: wait, ")
    )
    made = merged(story(new), translated(story()))
    assert progress(made) == progress(translated(story()))
    assert {one.context for one in made} >= {"gate", "gate.stay"}


def test_a_renamed_ending_keeps_its_translation() -> None:
    """`was` leads the way for endings too."""
    old = story()
    (ending,) = old.endings.values()
    renamed = replace(old, endings={"done": replace(ending, id="done", was=(ending.id,))})
    made = merged(renamed, translated(old))
    assert progress(made) == progress(translated(old))
    assert "ending done title" in {one.context for one in made}


def test_what_comes_back() -> None:
    """A text that was taken out and put in again has its translation again."""
    without = merged(story(SCENES.replace("    - A knock at the old door.\n", "")), translated(story()))
    again = merged(story(), without)
    assert {one.source: one.translation for one in again} == {
        one.source: one.translation for one in translated(story())
    }
    assert not any(one.unused for one in again)
