"""Holds translated texts to the rules of a story's own: braces and names. Knows nothing of their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from game.model.story import Story

from .names import names_of
from .scalar import Scalar
from .text_parser import parse_text


def problems_of(story: Story, texts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """What is wrong in translated texts, given with the lines they stand in; nothing where a player could read them."""
    names = names_of(story)
    for line, text in texts:
        _, problems = parse_text(Scalar(text, "", line, 1), names, count())
        for problem in problems:
            yield line, f"{problem.message} ({problem.hint})" if problem.hint else problem.message
