"""How long playthroughs are, by playing at random. Knows nothing of how fast anybody reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean, median

from game.engine.playing import Engine, Playthrough
from game.engine.view import Said, plain
from game.model.story import Story

from .random_play import play_once


@dataclass(frozen=True, slots=True)
class Lengths:
    """Words of the shortest, the middle and the longest of some random playthroughs, and means over them.

    `longest_stretch` are the most words between two decisions, or before the first or after the last, in any of them;
    it begins in scene `stretch_begins`.
    """

    runs: int
    shortest: int
    median: int
    longest: int
    mean_words: float
    mean_choices: float
    longest_stretch: int
    stretch_begins: str


def lengths_of(story: Story, runs: int) -> Lengths:
    """Play so many times, with seeds from 0, and measure."""
    engine = Engine(story)
    plays = [play_once(engine, seed)[0] for seed in range(runs)]
    stretches = [list(_stretches(engine, play)) for play in plays]
    words = [sum(count for _, count in listed) for listed in stretches]
    begins, longest = max((stretch for listed in stretches for stretch in listed), key=lambda stretch: stretch[1])
    return Lengths(
        runs=runs,
        shortest=min(words),
        median=round(median(words)),
        longest=max(words),
        mean_words=fmean(words),
        mean_choices=fmean(len(play.choices) for play in plays),
        longest_stretch=longest,
        stretch_begins=begins,
    )


def _stretches(engine: Engine, play: Playthrough) -> Iterator[tuple[str, int]]:
    """What is read from one decision to the next: the scene with which it begins, and its words."""
    begins, words = play.moves[0].state.scene, 0
    for number, move in enumerate(play.moves):
        if move.choice is not None and number:
            yield begins, words
            begins, words = move.state.scene, 0
        view = engine.view(play.rewind(number + 1))
        words += sum(len(plain(line.words).split()) for line in view.lines if isinstance(line, Said))
    yield begins, words
