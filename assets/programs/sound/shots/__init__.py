"""The sounds: what happens once."""
