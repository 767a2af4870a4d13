"""A language server for stories: what `game.editing` answers, over the Language Server Protocol."""
