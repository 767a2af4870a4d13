"""Our exceptions, and the exit code that each stands for.

    GameError                  raised only through a leaf
    ├── UsageError             2: asked for in a way that cannot be done (a scene that is not there, an unreadable file)
    ├── PlayError              1: the story cannot go on as asked
    │   ├── UnknownChoice      the scene has no such choice
    │   ├── ClosedChoice       the choice is there and not on offer
    │   └── EndlessLoop        scenes that go on by themselves came round without a choice
    ├── SaveError              1: a save that cannot be read or written; nothing was lost
    └── EnvironmentFault       2: this machine lacks what was asked for (a display, a folder to write to)

Writers' mistakes are not exceptions: they are `model.diagnostic.Diagnostic` values.
"""

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells count it: 128 and the number of the signal."""


class GameError(Exception):
    """A fault with one clear line for a person. Never raised itself."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        """`message` says where and what is wrong, `hint` what to do."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(GameError):
    """What was asked for cannot be done: wrong arguments, unreadable files."""

    exit_code = 2


class PlayError(GameError):
    """The story cannot go on as asked."""


class UnknownChoice(PlayError):
    """The scene has no choice of that id."""


class ClosedChoice(PlayError):
    """The choice exists and is not on offer in this state."""


class EndlessLoop(PlayError):
    """The same scene and state came twice without a choice between."""


class SaveError(GameError):
    """A save that could not be read or written. Nothing was lost by it."""


class EnvironmentFault(GameError):
    """This machine lacks what was asked for."""

    exit_code = 2
