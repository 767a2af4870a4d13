"""Reading line by line: forward, back, forward again, over choices and scenes that go on by themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.reading import NO_WORDS, Reader
from game.app.view import Awaiting, Option, Run, Said, Sound, StageEffect, plain
from game.engine.playing import Engine
from tests.support.stories import story_of


@dataclass
class FakeMemory:
    """A memory in two sets."""

    lines: set[tuple[str, str]] = field(default_factory=set)
    choices: set[str] = field(default_factory=set)

    def saw(self, scene: str, words: str) -> bool:
        """Whether it was read before; it is now."""
        before = (scene, words) in self.lines
        self.lines.add((scene, words))
        return before

    def took(self, choice: str) -> None:
        """Remember the choice."""
        self.choices.add(choice)

    def taken(self, scene: str) -> frozenset[str]:
        """The choices of the scene that were taken."""
        return frozenset(c.partition(".")[2] for c in self.choices if c.partition(".")[0] == scene)


STORY = """
door:
  you: luna
  script:
    - sound: knock
    - A knock.
    - Another.
  choices:
    open: {text: Open., do: trust += 1, goto: hall}
    wait: {text: Wait., goto: door}
hall:
  title: The hall
  you: azuma
  script:
    - The hall is cold.
    - effect: shake
  goto: between
between:
  script:
    - sound: step
  goto: room
room:
  script:
    - "Trust stands at {trust}."
    - hard: He falls.
      soft: It is over.
  choices:
    leave: {text: Leave., goto: done}
    stay: {text: Stay., goto: silent}
silent:
  choices:
    leave: {text: Leave., goto: done}
done:
  script:
    - The last line.
    - sound: latch
  ending: over
"""


def reader(memory: FakeMemory | None = None, *, soft: bool = False) -> Reader:
    """A reader at the first line of the story above."""
    engine = Engine(story_of(STORY, variables="trust: {range: 0..3, default: 0}", cast=("luna", "azuma")))
    return Reader(engine, engine.begin(), memory or FakeMemory(), soft=soft)


def sounds(reading: Reader) -> list[str | None]:
    """The names of the sounds that come with the line being read."""
    return [cue.name for cue in reading.view.cues if isinstance(cue, Sound)]


def words(reading: Reader) -> str:
    """The words of the line being read."""
    line = reading.view.line
    return "" if line is None else plain(line.words)


def test_lines_follow_one_another_until_a_choice_is_awaited() -> None:
    """`advance` goes line by line and stops, saying so, where a choice is wanted."""
    reading = reader()

    assert words(reading) == "A knock."
    assert reading.advance()
    assert words(reading) == "Another."
    assert reading.awaiting is Awaiting.CHOICE
    assert [option.id for option in reading.view.options] == ["open", "wait"]
    assert not reading.advance()


def test_cues_come_with_the_line_they_stand_before() -> None:
    """A sound before a line is among that line's cues, and only that line's."""
    reading = reader()

    assert sounds(reading) == ["knock"]
    reading.advance()
    assert reading.view.cues == ()


def test_cues_of_scenes_passed_through_come_with_the_next_line() -> None:
    """Closing cues and those of a scene without words are kept for the first line after them."""
    reading = reader()
    reading.advance()
    reading.choose("open")
    reading.advance()

    assert words(reading) == "Trust stands at 1."
    assert reading.view.cues == (StageEffect("shake"), Sound("step"))


def test_the_holder_card_comes_where_the_eyes_change() -> None:
    """Whose eyes we see through is told at the first line, and again only when it changes."""
    reading = reader()

    assert reading.view.holder == "luna"
    reading.advance()
    assert reading.view.holder is None
    reading.choose("open")
    assert (reading.view.holder, plain(reading.view.card or ())) == ("azuma", "The hall")
    reading.advance()
    assert reading.view.holder is None


def test_rollback_undoes_choices_and_their_effects() -> None:
    """Going back over a choice gives the state before it, and another choice can be taken."""
    reading = reader()
    reading.advance()
    reading.choose("open")
    reading.back()

    assert words(reading) == "Another."
    assert reading.playthrough.state.values == (0,)
    reading.choose("wait")
    assert reading.playthrough.choices == ("door.wait",)


def test_roll_forward_repeats_what_was_read() -> None:
    """`forward` goes the same way again, choices included, and not beyond."""
    reading = reader()
    reading.advance()
    reading.choose("open")
    reading.advance()
    far = reading.position
    while reading.back():
        pass

    assert reading.view.can_go_back is False
    while reading.forward():
        pass
    assert reading.position == far
    assert reading.view.can_go_forward is False


def test_taking_the_same_choice_again_keeps_what_lies_ahead() -> None:
    """After a rollback the same choice leads on along the old road; another one ends it."""
    reading = reader()
    reading.advance()
    reading.choose("open")
    reading.advance()
    reading.back()
    reading.back()
    reading.choose("open")
    assert reading.view.can_go_forward

    reading.back()
    reading.choose("wait")
    assert not reading.view.can_go_forward


def test_an_ending_has_its_card_after_the_last_line() -> None:
    """The last words of an ending are read first; then the card stands and nothing is awaited."""
    reading = _to_the_end(reader())

    assert words(reading) == "The last line."
    assert reading.view.cues == ()
    assert reading.advance()
    assert reading.awaiting is Awaiting.NOTHING
    assert reading.view.ending is not None
    assert sounds(reading) == ["latch"]
    assert not reading.advance()
    assert reading.back()
    assert words(reading) == "The last line."


def _to_the_end(reading: Reader) -> Reader:
    reading.advance()
    reading.choose("open")
    reading.advance()
    reading.advance()
    reading.choose("leave")
    return reading


def test_a_scene_without_words_still_offers_its_choices() -> None:
    """A scene with no script rests at once, with no line."""
    reading = reader()
    reading.advance()
    reading.choose("open")
    reading.advance()
    reading.advance()
    reading.choose("stay")

    assert reading.position[1] == NO_WORDS
    assert reading.view.line is None
    assert [option.id for option in reading.view.options] == ["leave"]


def test_softened_text_replaces_hard_lines() -> None:
    """A player who asked for softened text reads the softened line, in the history too."""
    reading = reader(soft=True)
    reading.advance()
    reading.choose("open")
    reading.advance()
    reading.advance()

    assert words(reading) == "It is over."
    assert plain(reading.history()[-1].words) == "It is over."


def test_history_holds_lines_and_choices_and_leads_back() -> None:
    """Every line read and choice taken is there, in order, and each can be gone back to."""
    reading = _to_the_end(reader())
    past = reading.history()

    assert [plain(entry.words) for entry in past] == [
        "A knock.",
        "Another.",
        "Open.",
        "The hall is cold.",
        "Trust stands at 1.",
        "He falls.",
        "Leave.",
        "The last line.",
    ]
    assert [entry.is_choice for entry in past].count(True) == 2
    reading.jump(past[3].move, past[3].line)
    assert words(reading) == "The hall is cold."


def test_jumping_nowhere_is_refused() -> None:
    """A place that the playthrough has not got is an error and moves nothing."""
    reading = reader()
    with pytest.raises(IndexError):
        reading.jump(7, 0)

    assert reading.position == (0, 0)


def test_what_was_read_and_taken_is_remembered() -> None:
    """A second playthrough knows the lines and choices of the first."""
    memory = FakeMemory()
    first = reader(memory)
    assert not first.view.seen_before
    first.advance()
    first.choose("open")
    second = reader(memory)

    assert second.view.seen_before
    second.advance()
    assert second.view.taken == {"open"}


@given(st.lists(st.sampled_from(["advance", "back", "forward", "first", "last"]), max_size=60))
def test_no_sequence_of_moves_loses_the_way(moves: list[str]) -> None:
    """Whatever is pressed, the position is a line that can be shown, and back undoes a single advance."""
    reading = reader()
    for move in moves:
        options: tuple[Option, ...] = reading.view.options
        before = reading.position
        match move:
            case "advance":
                if reading.advance():
                    assert reading.back()
                    assert reading.position == before
                    assert reading.forward()
            case "back":
                reading.back()
            case "forward":
                reading.forward()
            case _ if options:
                reading.choose(options[0 if move == "first" else -1].id)
        assert isinstance(reading.view.line, Said | None)
        assert reading.view.awaiting is reading.awaiting


def test_runs_are_shown_as_they_are() -> None:
    """The line keeps its emphasis."""
    engine = Engine(story_of("a:\n  script:\n    - You *know*.\n  ending: over\n"))
    reading = Reader(engine, engine.begin(), FakeMemory())

    assert reading.view.line == Said((Run("You "), Run("know", emphasis=True), Run(".")))
