"""Front ends: window and terminal. They see values of `game.app` only."""
