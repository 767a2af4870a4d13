"""Words, scenes, choices, endings and reading time of a story. Knows nothing of files or arguments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.model import walk
from game.model.script import Hard, Narration, Speech
from game.model.story import Scene, Story

from . import canon
from .lengths import Lengths, lengths_of
from .lines import Written, words_in, written_once
from .prose import Readability, readability, repeated
from .usage import Use, uses_of

WORDS_A_MINUTE = 200

LEAST_WORDS = 100
"""Words of a sample from which readability is told, as its formulas ask for."""

RUNS = 30
"""Random playthroughs from which lengths are told."""


@dataclass(frozen=True, slots=True)
class Report:
    """Words are counted once for each place they stand in, all alternatives of a text together.

    `minutes` is the time to read all of them. `narration` and `speech` are words of scripts, `options` those of choices
    and locked reasons. A typical playthrough is the mean of some random ones; `branching` the mean number of choices of
    a scene that has some, `spread` how many scenes have how many. `beats` are how many events of the ledger are told,
    of how many; None where there is no ledger. `plan` is the same by act, `missing_endings` those that it plans and no
    scene comes to, of `planned_endings`.
    """

    words: int
    scenes: int
    choices: int
    endings: int
    minutes: float
    narration: int
    speech: int
    options: int
    conditional_choices: int
    variables: int
    branching: float
    typical_words: int
    typical_minutes: float
    typical_choices: float
    longest_scenes: tuple[tuple[str, int], ...]
    by_file: dict[str, int]
    by_act: dict[str, int]
    by_speaker: dict[str, int]
    by_holder: dict[str, int]
    spread: dict[int, int]
    lengths: Lengths
    uses: tuple[Use, ...]
    readability: Readability
    readability_by_act: dict[str, Readability]
    readability_by_speaker: dict[str, Readability]
    repeated: tuple[tuple[str, int], ...]
    beats: tuple[int, int] | None
    plan: dict[str, tuple[int, int]]
    planned_endings: int
    missing_endings: tuple[str, ...]


def run(story: Story, planned_endings: Sequence[str] | None = None) -> Report:
    """Count everything; `planned_endings` are those that the ledger plans."""
    scenes = tuple(story.scenes.values())
    choices = [choice for scene in scenes for choice in scene.choices]
    narration, speakers = _spoken(scenes)
    options = sum(words_in(text) for choice in choices for text in (choice.text, choice.locked) if text is not None)
    by_scene = {scene.id: sum(map(words_in, walk.texts(scene))) for scene in scenes}
    words = sum(by_scene.values())
    lengths = lengths_of(story, RUNS)
    told = canon.run(story) if story.beats is not None else None
    lines = tuple(written_once(story))
    acts = {scene.id: act_of(scene) for scene in scenes}
    ended = {scene.ending for scene in scenes}
    deciding = sum(bool(scene.choices) for scene in scenes)
    return Report(
        words=words,
        scenes=len(scenes),
        choices=len(choices),
        endings=len(story.endings),
        minutes=words / WORDS_A_MINUTE,
        narration=narration,
        speech=sum(speakers.values()),
        options=options,
        conditional_choices=sum(choice.when is not None or choice.once for choice in choices),
        variables=len(story.variables),
        branching=len(choices) / max(1, deciding),
        typical_words=round(lengths.mean_words),
        typical_minutes=lengths.mean_words / WORDS_A_MINUTE,
        typical_choices=lengths.mean_choices,
        longest_scenes=tuple(Counter(by_scene).most_common(5)),
        by_file=_summed((scene.ref.file, by_scene[scene.id]) for scene in scenes),
        by_act=_summed((acts[scene.id], by_scene[scene.id]) for scene in scenes),
        by_speaker=dict(speakers.most_common()),
        by_holder=_summed((scene.you or "", by_scene[scene.id]) for scene in scenes),
        spread=dict(sorted(Counter(len(scene.choices) for scene in scenes if scene.choices).items())),
        lengths=lengths,
        uses=uses_of(story),
        readability=readability(lines),
        readability_by_act=_readable((acts[line.scene], line) for line in lines),
        readability_by_speaker=_readable((line.speaker, line) for line in lines if line.speaker is not None),
        repeated=repeated(lines),
        beats=None if told is None else (len(told.told) - len(told.missing), len(told.told)),
        plan={} if told is None else canon.by_act(told),
        planned_endings=len(planned_endings or ()),
        missing_endings=tuple(ending for ending in planned_endings or () if ending not in ended),
    )


def act_of(scene: Scene) -> str:
    """The folder that a scene stands in, which is its act."""
    return scene.ref.file.rpartition("/")[0]


def _readable(pairs: Iterable[tuple[str, Written]]) -> dict[str, Readability]:
    """How each group of lines reads; one of few words says nothing, and is left out."""
    groups: dict[str, list[Written]] = {}
    for name, line in pairs:
        groups.setdefault(name, []).append(line)
    measured = {name: readability(lines) for name, lines in groups.items()}
    return {name: one for name, one in measured.items() if one.words >= LEAST_WORDS}


def _spoken(scenes: Iterable[Scene]) -> tuple[int, Counter[str]]:
    """Words of narration, and words by speaker."""
    narration = 0
    speakers: Counter[str] = Counter()
    for scene in scenes:
        for line in walk.lines(scene.script):
            match line:
                case Narration():
                    narration += words_in(line.text)
                case Hard():
                    narration += words_in(line.text) + words_in(line.soft)
                case Speech():
                    speakers[line.speaker] += words_in(line.text)
                case _:
                    pass
    return narration, speakers


def _summed(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, words in pairs:
        found[name] = found.get(name, 0) + words
    return found
