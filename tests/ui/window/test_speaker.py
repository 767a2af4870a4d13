import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game.ui.window.speaker import PROGRAMS, Clipboard, Tone, Voice, spoken

posix = pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for the speech program")


def _program(folder: Path, name: str, seconds: float = 0.0) -> Callable[[str], str | None]:
    """A stand-in for a speech program: it writes down its arguments and what it is to say; the search that finds it."""
    script = folder / name
    script.write_text(
        f"#!{sys.executable}\nimport sys, time, pathlib\n"
        f"words = '' if '--cancel' in sys.argv else sys.stdin.read()\n"
        f"with open({str(folder / 'said')!r}, 'a') as said: said.write(f'{{sys.argv[1:]}}|{{words}}')\n"
        f"time.sleep({seconds})\n",
    )
    script.chmod(0o755)
    return lambda wanted: str(script) if wanted == name else None


def _said(folder: Path, wanted: str) -> str:
    for _ in range(200):
        text = (folder / "said").read_text() if (folder / "said").exists() else ""
        if wanted in text:
            return text
        time.sleep(0.02)
    raise AssertionError(f"{wanted!r} was never said")


@posix
def test_words_go_to_standard_input_and_never_to_the_command_line(tmp_path: Path) -> None:
    """Nobody else on the machine reads the story in the list of processes, and no word becomes an option."""
    voice = Voice(system="linux", which=_program(tmp_path, "espeak-ng"))
    voice.say("--version of the day", Tone(80, 200))
    text = _said(tmp_path, "version")
    arguments, _, words = text.partition("|")
    assert words == "version of the day\n"
    assert "version" not in arguments
    assert "350" in arguments
    voice.stop()


@posix
def test_a_new_sentence_interrupts_the_one_before(tmp_path: Path) -> None:
    """The child that still speaks is ended at once."""
    voice = Voice(system="linux", which=_program(tmp_path, "espeak-ng", seconds=60))
    voice.say("first", Tone())
    _said(tmp_path, "first")
    assert voice.busy
    began = time.monotonic()
    voice.say("second", Tone())
    _said(tmp_path, "second")
    voice.stop()
    assert not voice.busy
    assert time.monotonic() - began < 30


@posix
def test_a_program_that_hands_words_on_is_told_to_be_silent(tmp_path: Path) -> None:
    """It ends before its words do, so it counts as speaking for as long as they take."""
    voice = Voice(system="linux", which=_program(tmp_path, "spd-say"))
    voice.say("some words that take a while to be said", Tone())
    _said(tmp_path, "some words")
    assert voice.busy
    voice.stop()
    assert not voice.busy
    assert "--cancel" in _said(tmp_path, "--cancel")


def test_without_a_program_it_is_silent_and_says_why() -> None:
    """The game goes on without a voice."""
    voice = Voice(system="linux", which=lambda _: None)
    voice.say("words", Tone())
    assert not voice.busy
    assert "espeak-ng" in voice.problem


def test_a_program_that_cannot_be_started_is_no_fault_of_the_game(tmp_path: Path) -> None:
    """A broken program is like none."""
    voice = Voice(system="linux", which=lambda _: str(tmp_path / "nothing"))
    voice.say("words", Tone())
    voice.stop()
    assert voice.problem


@pytest.mark.parametrize("system", [*PROGRAMS])
def test_every_system_has_a_program(system: str) -> None:
    """Loudness and speed are plain arguments for each of them."""
    for program in PROGRAMS[system]:
        assert all(isinstance(part, str) for part in program.call(Tone(50, 150)))
        assert set(program.call(Tone(50, 150))) <= set(program.call(Tone(50, 150, "pt_BR")))


def test_a_voice_speaks_the_language_of_the_story() -> None:
    """Where the program can be told which; in the system's own where none is given."""
    tone = Tone(language="pt_BR")
    assert [program.call(tone)[-2:] for program in PROGRAMS["linux"]] == [("--language", "pt-BR"), ("-v", "pt-br")]
    assert not any("pt" in part for program in PROGRAMS["linux"] for part in program.call(Tone()))


def test_no_word_is_taken_for_a_command() -> None:
    """Speech programs have marks of their own for commands; in a story they are only marks."""
    assert spoken("!-!SET self\nVOLUME 0") == "SET self VOLUME 0"
    assert spoken("[[volm 0]] a\x00b\x1b") == "[ [volm 0]] a b"


def test_the_clipboard_takes_the_words_as_they_are() -> None:
    """One line, for a screen reader that watches it."""
    copied: list[str] = []
    clipboard = Clipboard(copied.append)
    clipboard.say("Luna:\n Well.", Tone())
    clipboard.stop()
    assert copied == ["Luna: Well."]
    assert not clipboard.busy
