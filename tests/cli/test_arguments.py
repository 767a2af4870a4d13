"""What can be typed after `run.py`."""

from pathlib import Path

import pytest

from game.cli import arguments
from game.errors import UsageError
from tests.support.commands import NEEDED


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ([], "play"),
        (["--terminal"], "play"),
        (["--story", "x", "check"], "check"),
        (["--story", "check"], "play"),
        (["--debug", "stats"], "stats"),
        (["explore", "--json"], "explore"),
    ],
)
def test_without_a_command_it_plays(typed: list[str], command: str) -> None:
    """No command means play; options may stand before the command, and a folder's name is none."""
    assert arguments.parse(typed).command == command


def test_every_command_takes_a_story() -> None:
    """`--story DIR` holds for every command, and the default is the story beside the program."""
    for command in arguments.SUMMARY:
        needed = NEEDED.get(command, [])
        assert arguments.parse([command, *needed, "--story", "here"]).story == Path("here")
        assert arguments.parse([command, *needed]).story.name == "story"


@pytest.mark.parametrize(
    "typed",
    [
        ["chekc"],
        ["check", "--jsn"],
        ["random", "--runs", "-1"],
        ["random", "--runs", "many"],
        ["random", "--runs", "9" * 5000],
        ["replay"],
        ["explore", "--max-states", "-5"],
        ["map", "--html", "a", "--mermaid"],
    ],
)
def test_wrong_arguments_are_one_line(typed: list[str]) -> None:
    """What cannot be understood is refused in one line that says where help is."""
    with pytest.raises(UsageError) as refused:
        arguments.parse(typed)

    assert "\n" not in str(refused.value)
    assert "--help" in str(refused.value)
