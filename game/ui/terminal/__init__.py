"""The terminal player: for a plain terminal, for SSH, for a screen reader. Knows nothing of the window."""

from game.app.app import App

from .console import RealConsole, hanging_up_ends_input
from .player import Player


def run(app: App) -> int:
    """Play until the player leaves; the place is kept whichever way they do. 0, or 130 after Ctrl-C."""
    try:
        with hanging_up_ends_input():
            return Player(app, RealConsole()).play()
    finally:
        app.close()
