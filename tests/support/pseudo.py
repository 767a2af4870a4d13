"""A language in which every text of the game and of a story stands in brackets, so that one that bypassed it shows."""

from __future__ import annotations

import re
from functools import cache

from game.app.wording import Wording
from game.cli.interface import messages
from game.loading.translations import told
from game.model.story import Story
from game.tools import translation

LANGUAGE = "qps"
"""The code that languages of this kind have by custom."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_BRACKETED = re.compile(r"⟦[^⟦⟧]*(⟧|…|$)")


def _bracketed(text: str) -> str:
    return f"⟦{text}⟧"


@cache
def pseudo() -> Wording:
    """The game's words in brackets: those that translators get, and no others."""
    return Wording(
        {one.source: tuple(_bracketed(text) for text in (one.source, one.plural) if text) for one in messages()}
    )


def in_pseudo(story: Story) -> Story:
    """A story in brackets."""
    return told(story, {(one.context, one.source): _bracketed(one.source) for one in translation.messages(story)})


def bare(text: str) -> list[str]:
    """The words of a text that stand in no brackets, however these are nested; single letters are keys."""
    before = ""
    while before != text:
        before, text = text, _BRACKETED.sub(" ", text)
    return _WORDS.findall(text)
