"""Whole sessions at a terminal that is a list of typed lines and a list of shown ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.app import App
from game.model.story import Story
from game.ui.terminal.paper import Paper
from game.ui.terminal.player import Player
from tests.support.disks import MemoryOs
from tests.support.stories import load

FILES = {
    "story.yaml": "title: The house\nstart: hall\nformat: 1\n",
    "variables.yaml": "trust: {range: 0..6, default: 0}\n",
    "cast.yaml": "luna: {name: Luna, colour: '#ff8800'}\nazuma: {name: Azuma}\n",
    "places.yaml": "house: {name: The old house, alt: A hall with a stair., music: rain}\n",
    "endings.yaml": (
        "away: {title: Away, kind: bad, epigraph: The gate swung.}\n"
        "home: {title: Home, kind: hopeful, hint: Be kind.}\n"
    ),
    "scenes.yaml": """
hall:
  title: The hall
  you: azuma
  place: house
  script:
    - Rain on the *old* roof.
    - show: luna left
    - sound: knock
    - luna: Who is there?
  choices:
    open_door: {text: Open the door., do: trust += 1, goto: hall_again}
    wait: {text: Wait in silence., goto: hall_again}
    forgive: {text: Forgive her., when: trust > 3, locked: You do not trust her enough., goto: gate}
hall_again:
  script: [Nobody.]
  timer: {seconds: 3, choice: leave}
  choices:
    leave: {text: Leave the house., goto: path}
    leave_slowly: {text: "Leave the house, slowly.", goto: path}
    look: {text: Return to the hall., goto: hall}
path:
  script: [Grass.]
  goto: gate
gate:
  script: [The gate.]
  ending: away
""",
    "../assets/assets.yaml": (
        "rain: {file: rain.ogg, caption: Rain outside, licence: CC0, source: own}\n"
        "knock: {file: knock.ogg, caption: Three knocks, licence: CC0, source: own}\n"
    ),
}


ANYTHING = (
    *("1", "2", "3", "", "b", "f", "h", "history all", "look", "save", "save 1", "load", "load 1", "saves", "new", "c"),
    *("endings", "help", "settings", "settings pace on", "settings captions on", "settings soften off", "leave", "q"),
)


@cache
def load_once() -> Story:
    """The story of these tests."""
    return load(FILES)


@pytest.fixture
def made() -> Story:
    """The story of these tests."""
    return load_once()


class FakeConsole:
    """What is typed, in order, and what was shown."""

    def __init__(self, *typed: str, interactive: bool = False, width: int = 80, ansi: bool = False) -> None:
        """Type these lines, then end the input."""
        self._typed: Iterator[str] = iter(typed)
        self.shown: list[str] = []
        self.interactive = interactive
        self._paper = Paper(width, ansi=ansi)

    def read(self, prompt: str) -> str:
        """The next line."""
        try:
            return next(self._typed)
        except StopIteration:
            raise EOFError from None

    def write(self, text: str = "") -> None:
        """Keep what is shown."""
        self.shown.extend(text.split("\n"))

    def paper(self) -> Paper:
        """As wide as was asked for."""
        return self._paper


def session(made: Story, *typed: str, system: MemoryOs | None = None, interactive: bool = False) -> str:
    """What a whole session shows."""
    app = App(made, Path("/home"), system=system or MemoryOs(), clock=lambda: 0.0)
    console = FakeConsole(*typed, interactive=interactive)
    Player(app, console).play()
    app.close()
    return "\n".join(console.shown)


def test_a_piped_session_reads_like_a_page(made: Story) -> None:
    """Title, card, holder, place, lines with names, choices with numbers, what was chosen, the ending: all of it."""
    assert (
        session(made, "1", "leave the house.")
        == """
The house

You are Azuma.

The hall
(The old house)

Rain on the old roof.

Luna: Who is there?

  1. Open the door.
  2. Wait in silence.
  -  Forgive her. (closed: You do not trust her enough.)

> Open the door.

Nobody.

  1. Leave the house.
  2. Leave the house, slowly.
  3. Return to the hall.

(In the window this choice has a time limit. Here you have all the time you want.)

> Leave the house.

Grass.

The gate.

Away
The gate swung.

You have found 1 of 2 endings.
Type "back", "new" or "quit".

Your place is kept."""
    )


def test_a_choice_is_known_by_number_id_words_or_their_beginning(made: Story) -> None:
    """Each way of naming the same choice takes it."""
    for typed in ("2", "wait", "Wait in silence.", "wait in silence", "WAIT IN", "silence"):
        assert "\n> Wait in silence.\n" in session(made, typed)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (
            "4",
            'I don\'t know what "4" means here. Type a number from 1 to 2, some of the words of a choice, or "help".',
        ),
        ("0", 'I don\'t know what "0" means'),
        ("xyzzy", 'I don\'t know what "xyzzy" means'),
        ("forgive", "That is closed: You do not trust her enough."),
        ("save 99", 'I don\'t know what "save 99" means'),
        ("load 3", "(Nothing was loaded from slot 3: there is no save there.)"),
        ("load", "(Nothing was loaded from quick save: there is no save there.)"),
        ("saves", "There are no saves yet."),
        ("b", "This is the beginning."),
        ("f", "Nothing lies ahead that you have read."),
        ("9" * 5000, "I don't know"),
        ("\x1b[31mred", 'I don\'t know what "[31mred" means'),
    ],
)
def test_what_makes_no_sense_gets_one_helpful_line(made: Story, typed: str, answer: str) -> None:
    """Nothing that can be typed breaks anything, and the answer says what could be."""
    assert answer in session(made, typed).replace("\n", " ").replace("  ", " ")


def test_words_that_fit_several_choices_are_asked_about(made: Story) -> None:
    """The player is told which they could be."""
    assert 'That could be "Leave the house." or "Leave the house, slowly.".' in session(made, "1", "leave the")


def test_back_and_forward_go_from_choice_to_choice(made: Story) -> None:
    """`back` undoes a choice with what it changed, `forward` takes it again, and another choice ends what lay ahead."""
    shown = session(made, "1", "1", "b", "b", "f", "3", "f")
    moments = [line for line in shown.splitlines() if line in ("Nobody.", "Luna: Who is there?", "Away")]
    assert moments == [
        "Luna: Who is there?",
        "Nobody.",
        "Away",
        "Nobody.",
        "Luna: Who is there?",
        "Nobody.",
        "Luna: Who is there?",
    ]
    assert shown.count("Nothing lies ahead that you have read.") == 1


def test_history_tells_lines_and_choices(made: Story) -> None:
    """What was read and chosen, oldest first."""
    shown = session(made, "2", "history all")
    assert "Rain on the old roof.\nLuna: Who is there?\n> Wait in silence.\nNobody.\n" in shown


def test_look_tells_in_words_what_the_window_shows(made: Story) -> None:
    """Place with its alt text, who stands where, and what can be heard."""
    shown = session(made, "look")
    assert (
        "The old house. A hall with a stair.\nLuna is here (left).\nYou hear: Rain outside\nYou hear: Three knocks"
        in shown
    )


def test_captions_are_shown_where_they_are_wanted(made: Story) -> None:
    """With captions on, sounds stand between the lines."""
    assert "[Three knocks]" not in session(made, "1", "3")
    assert "[Three knocks]" in session(made, "settings captions on", "1", "3")


def test_saves_and_loads_by_number_and_quickly(made: Story) -> None:
    """A save is confirmed with its name, listed, and brings back the same choices."""
    system = MemoryOs()
    shown = session(made, "1", "save 3", "1", "s", "saves", system=system)
    assert "(Saved in slot 3: The old house.)" in shown
    assert "(Saved in quick save: Away.)" in shown
    assert "  slot 3: The old house, 1970-01-01 00:00: Nobody." in shown
    assert "1. Leave the house." in session(made, "load 3", system=system)


def test_a_filled_slot_is_written_over_only_after_a_yes(made: Story) -> None:
    """At a real terminal the player is asked first."""
    system = MemoryOs()
    session(made, "new", "save 1", "1", "save 1", "no", system=system, interactive=True)
    app = App(made, Path("/home"), system=system)
    assert app.saves.load("1").log == ()
    session(made, "new", "1", "save 1", "y", system=system, interactive=True)
    assert app.saves.load("1").log == ("hall.open_door",)


def test_the_end_of_the_input_keeps_the_place_and_continue_finds_it(made: Story) -> None:
    """A pipe that ends is no accident; a person is offered to go on."""
    system = MemoryOs()
    assert session(made, "1", system=system).endswith("Your place is kept.")
    shown = session(made, "c", system=system, interactive=True)
    assert 'Type "continue" (c) to go on where you left, "new" (n) to begin' in shown
    assert "1. Leave the house." in shown
    assert "Rain on" not in shown


def test_pace_waits_after_each_paragraph(made: Story) -> None:
    """With pace on, each Enter shows one more paragraph, and commands work in between."""
    typed = ("settings pace on", "1", "", "1", "", "history")
    shown = session(made, *typed)
    assert "pace: on" in shown
    assert shown.count("Grass.") == 2
    assert "Away" in session(made, *typed, "", "")


def test_a_recording_is_written_once(made: Story, tmp_path: Path) -> None:
    """`record` writes a replay that plays, and never over a file."""
    file = tmp_path / "mine.replay.yaml"
    shown = session(made, "1", f"record {tmp_path / 'mine'}", f"record {file}", "record /dev/null/x")
    assert "- hall.open_door" in file.read_text()
    assert shown.count("Recorded in") == 1
    assert shown.count("Not recorded") == 2


def test_endings_are_hidden_until_they_are_found(made: Story) -> None:
    """The gallery names what was found and hints at the rest."""
    shown = session(made, "1", "1", "endings")
    assert "  -  Away\n  -  not found yet (hint: Be kind.)" in shown


def test_new_begins_again_and_keeps_the_old_place(made: Story) -> None:
    """Nothing is lost by beginning anew."""
    system = MemoryOs()
    session(made, "1", "new", system=system)
    app = App(made, Path("/home"), system=system)
    assert {app.saves.load(slot.id).log for slot in app.saves.filled()} == {(), ("hall.open_door",)}


def test_story_text_never_commands_the_terminal(made: Story) -> None:
    """Escapes, bells, backspaces and turned-round text are taken out of every word that is shown."""
    evil = "\x1b]0;owned\x07\x9b31m\u202eevil\u2066\x08\x00\ud800"
    luna = replace(made.cast["luna"], name=f"Luna{evil}")
    place = replace(made.places["house"], name=evil, alt=evil)
    hostile = replace(made, title=evil, cast={**made.cast, "luna": luna}, places={"house": place})
    shown = session(hostile, "look", "1", "save 1", "saves", "history")
    assert not {c for c in shown if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)}
    assert not set("\u202e\u2066\ud800") & set(shown)
    assert "Luna]0;owned31mevil: Who is there?" in shown


def test_styles_are_for_terminals_only(made: Story) -> None:
    """With styles a name has its colour and emphasis is slanted; without, not one escape is sent."""
    app = App(made, Path("/home"), system=MemoryOs())
    console = FakeConsole("quit", ansi=True)
    Player(app, console).play()
    shown = "\n".join(console.shown)
    assert "\x1b[1;38;5;214mLuna\x1b[0m: Who is there?" in shown
    assert "the \x1b[3mold\x1b[23m roof" in shown
    assert "\x1b" not in session(made, "1", "look", "history", "help")


def test_every_word_of_the_help_is_a_command(made: Story) -> None:
    """Nothing that the help names is unknown."""
    for word in ("back", "b", "history", "h", "look", "saves", "save", "s", "endings", "settings", "help", "?", "new"):
        assert "I don't know" not in session(made, word)


def test_saving_off_is_said_and_the_story_goes_on(made: Story, tmp_path: Path) -> None:
    """With a file where the folder should be, the session says so once and plays to the end."""
    (tmp_path / "home").write_text("x")
    console = FakeConsole("1", "1")
    Player(App(made, tmp_path / "home"), console).play()
    shown = "\n".join(console.shown)
    assert shown.count("Saving is off") == 1
    assert "Away" in shown
    assert "Your place is kept" not in shown


def test_ctrl_c_keeps_the_place_and_says_so(made: Story) -> None:
    """An interrupt in the middle of reading ends with 130, after saving."""

    class Interrupted(FakeConsole):
        def read(self, prompt: str) -> str:
            """Ctrl-C instead of a second line."""
            try:
                return super().read(prompt)
            except EOFError:
                raise KeyboardInterrupt from None

    app = App(made, Path("/home"), system=MemoryOs())
    console = Interrupted("1")
    assert Player(app, console).play() == 130
    assert console.shown[-1] == "Your place is kept."
    assert app.saves.load(app.saves.filled()[0].id).log == ("hall.open_door",)


def test_help_and_settings_are_wrapped_too(made: Story) -> None:
    """In a narrow window nothing is wider than the window."""
    app = App(made, Path("/home"), system=MemoryOs())
    console = FakeConsole("help", "settings", "saves", "history", width=40)
    Player(app, console).play()
    assert max(map(len, console.shown)) <= 40


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ANYTHING) | st.text(max_size=12), max_size=25), st.booleans())
def test_nothing_that_is_typed_breaks_a_session(typed: list[str], interactive: bool) -> None:
    """Any lines in any order: the session ends with the input, and what it says holds no control code."""
    shown = session(load_once(), *typed, interactive=interactive)
    assert "Traceback" not in shown
    assert not [c for c in shown if c != "\n" and ord(c) < 32]
