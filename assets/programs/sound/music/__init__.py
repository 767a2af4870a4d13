"""The scores: one function for each piece of music, with its notes as data."""
