"""The pygame player. `window.run` is the way in."""
