"""The real console in a real process: piped, at a pseudo-terminal, interrupted, hung up on."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")
ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-m", "game", "play", "--terminal", "--story"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small story."""
    story = tmp_path / "story"
    story.mkdir()
    (story / "story.yaml").write_text("title: The cave\nstart: mouth\nformat: 1\n")
    (story / "endings.yaml").write_text("out: {title: Out, kind: bad}\n")
    (story / "scenes.yaml").write_text(
        "mouth:\n  script: [A cave — dark.]\n  choices:\n    enter: {text: Go in., goto: mouth}\n"
        "    leave: {text: Leave., goto: end}\nend:\n  script: [Daylight.]\n  ending: out\n"
    )
    return story


def saves(home: Path) -> list[str]:
    """The names of the saves."""
    return sorted(path.name for path in home.rglob("save-*.json"))


def piped(folder: Path, typed: bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A session with its input and output piped."""
    return subprocess.run(
        [*COMMAND, str(folder)],
        input=typed,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def test_a_pipe_gets_plain_text_and_exit_nought(folder: Path, own_home: Path) -> None:
    """No prompt, no escape, nothing on standard error; the end of the input is a quiet end with the place kept."""
    done = piped(folder, b"1\n\xff\xfe\n", NO_COLOR="", TERM="xterm-256color")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\n> Go in.\n" in done.stdout
    assert b"\x1b" not in done.stdout
    assert done.stdout.endswith(b"Your place is kept.\n")
    assert saves(own_home)


def test_an_output_that_knows_only_ascii_gets_replacements(folder: Path) -> None:
    """A terminal without Unicode shows question marks, never a traceback."""
    done = piped(folder, b"2\n", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert b"A cave ? dark." in done.stdout


def test_an_output_that_closes_early_is_no_accident(folder: Path, own_home: Path) -> None:
    """`| head -1` ends the program without a word, and the place is kept."""
    script = f"yes 1 | head -50 | {' '.join(COMMAND)} '{folder}' | head -20"
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 20
    assert saves(own_home)


@pytest.mark.parametrize(("end", "code"), [("ctrl-c", 130), ("ctrl-d", 0), ("quit", 0), ("SIGHUP", 0), ("SIGTERM", 0)])
def test_however_a_session_ends_the_place_is_kept(folder: Path, own_home: Path, end: str, code: int) -> None:
    """At a terminal: Ctrl-C, Ctrl-D, quit, a lost connection and a request to end all save first."""
    terminal, other = pty.openpty()
    with subprocess.Popen([*COMMAND, str(folder)], stdin=other, stdout=other, stderr=other, cwd=ROOT) as child:
        os.close(other)
        try:
            shown = until(terminal, b"2. Leave.", b"> ")
            time.sleep(1.0)  # the prompt is there a moment before the program waits for input
            leave(child, terminal, end)
            shown += until(terminal, b"Your place is kept.")
            assert child.wait(timeout=30) == code
        finally:
            child.kill()
            os.close(terminal)
    assert b"Traceback" not in shown
    assert saves(own_home)


def leave(child: subprocess.Popen[bytes], terminal: int, end: str) -> None:
    """End the session in that way."""
    match end:
        case "ctrl-c":
            child.send_signal(signal.SIGINT)  # what the terminal would do, were it the one that controls the child
        case "ctrl-d":
            os.write(terminal, b"\x04")
        case "quit":
            os.write(terminal, b"quit\n")
        case _:
            child.send_signal(getattr(signal, end))


def until(terminal: int, *wanted: bytes) -> bytes:
    """What the terminal shows until all of these were there, one after the other."""
    shown, patience = b"", time.monotonic() + 30
    while time.monotonic() < patience:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                shown += os.read(terminal, 4096)
            except OSError:
                break
        place = 0
        for words in wanted:
            place = shown.find(words, place) + len(words) if shown.find(words, place) >= 0 else -1
            if place < 0:
                break
        else:
            return shown
    raise AssertionError(f"{wanted} did not come: {shown!r}")
