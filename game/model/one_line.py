"""Words for places that have one line and no more: names, messages, what is read aloud. Knows nothing of stories."""


def on_one_line(text: str) -> str:
    """The text without what cannot be seen; every stretch of that, and of spaces, is one space."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
