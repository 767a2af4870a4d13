"""Writes a story of any size, made up like real ones: variables, conditions, effects, text that depends on them.

The same number of scenes and the same seed give the same story. Knows nothing of how it is measured.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

WORDS = (
    "the lamp door river stone wind hand coat paper train glass salt iron window morning table road voice ash bread "
    "winter letter bell wire boat chair snow stairs shadow rope field clock water lantern collar harbour leaf gate "
    "turns waits holds opens falls burns rises leaves counts answers closes carries breaks listens returns remembers "
    "slow grey cold late quiet narrow bright heavy old small empty warm under behind before beside without against"
).split()

NUMBERS, FLAGS, MOODS = 8, 8, ("calm", "wary", "angry", "tired")
PLACES, PEOPLE, SCENES_A_FILE, LINES, WORDS_A_LINE = 12, 6, 50, 4, 15


def generate(folder: Path, scenes: int, seed: int = 0) -> Path:
    """Write the story into `folder` (made if need be): every scene can be reached, about one in a hundred ends it."""
    draw = random.Random(f"{scenes} {seed}")
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in _declarations().items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for first in range(0, scenes, SCENES_A_FILE):
        act = folder / f"act_{first // (SCENES_A_FILE * 20)}"
        act.mkdir(exist_ok=True)
        together = (_scene(number, scenes, draw) for number in range(first, min(first + SCENES_A_FILE, scenes)))
        text = "\n".join(line for scene in together for line in scene)
        (act / f"scenes_{first:05}.yaml").write_text(text + "\n", encoding="utf-8")
    return folder


def _declarations() -> dict[str, list[str]]:
    variables = [
        line for n in range(NUMBERS) for line in (f"n{n}:", "  range: 0..9", f"  default: {n}", "  about: One.")
    ]
    variables += [line for n in range(FLAGS) for line in (f"f{n}:", "  default: false", "  about: One.")]
    variables += ["mood:", f"  one_of: [{', '.join(MOODS)}]", "  default: calm", "  about: One."]
    return {
        "story.yaml": ["title: Generated", "start: s0", "format: 1"],
        "variables.yaml": variables,
        "cast.yaml": [line for n in range(PEOPLE) for line in (f"person_{n}:", f"  name: Person {n}")],
        "places.yaml": [line for n in range(PLACES) for line in (f"place_{n}:", f"  name: Place {n}")],
        "endings.yaml": ["done:", "  title: Done", "  kind: hopeful", "other:", "  title: Other", "  kind: bad"],
    }


def _scene(number: int, scenes: int, draw: random.Random) -> Iterator[str]:
    """A scene: every 97th and the last one end the story; the others offer the next scene and one to three more."""
    yield f"s{number}:"
    if draw.random() < 0.3:
        yield f"  place: place_{draw.randrange(PLACES)}"
    yield "  script:"
    yield from (f"    - {line}" for line in _lines(draw))
    if number == scenes - 1 or number % 97 == 96:
        yield f"  ending: {'done' if number % 2 else 'other'}"
        return
    yield "  choices:"
    for place in range(draw.randint(2, 4)):
        # The next scene that does not end the story comes after one that does, so the first choice never stops there.
        following = number + 1 + (place == 0 and (number + 1) % 97 == 96)
        target = following if place < 2 else draw.randrange(max(0, number - 40), min(scenes, number + 40))
        yield from _choice(place, min(target, scenes - 1), draw)


def _choice(place: int, target: int, draw: random.Random) -> Iterator[str]:
    yield f"    c{place}:"
    yield f"      text: {_sentence(6, draw)}"
    if place and draw.random() < 0.4:
        yield f"      when: {_condition(draw)}"
    if draw.random() < 0.5:
        yield f"      do: {_effect(draw)}"
    yield f"      goto: s{target}"


def _lines(draw: random.Random) -> Iterator[str]:
    for _ in range(LINES - 1):
        speaker = f"person_{draw.randrange(PEOPLE)}: " if draw.random() < 0.4 else ""
        yield speaker + _sentence(WORDS_A_LINE, draw)
    last = _sentence(WORDS_A_LINE, draw)
    if draw.random() < 0.25:
        last = f'"{{{_condition(draw)}: {last}|{_sentence(5, draw)}}} {{n{draw.randrange(NUMBERS)}}}."'
    yield last


def _sentence(words: int, draw: random.Random) -> str:
    return " ".join(draw.choices(WORDS, k=words)).capitalize() + "."


def _condition(draw: random.Random) -> str:
    return draw.choice(
        [
            f"n{draw.randrange(NUMBERS)} >= {draw.randint(1, 6)}",
            f"f{draw.randrange(FLAGS)}",
            f"not f{draw.randrange(FLAGS)} or n{draw.randrange(NUMBERS)} < 5",
            f"mood == {draw.choice(MOODS)}",
        ]
    )


def _effect(draw: random.Random) -> str:
    return draw.choice(
        [
            f"n{draw.randrange(NUMBERS)} {draw.choice(['+=', '-='])} 1",
            f"f{draw.randrange(FLAGS)} = {draw.choice(['true', 'false'])}",
            f"mood = {draw.choice(MOODS)}",
            f"[n{draw.randrange(NUMBERS)} += 2, f{draw.randrange(FLAGS)} = true]",
        ]
    )


def main(arguments: Sequence[str]) -> int:
    """`generate_story SCENES FOLDER`."""
    if len(arguments) != 2 or not arguments[0].isdigit():
        print("usage: python -m tests.benchmarks.generate_story SCENES FOLDER", file=sys.stderr)
        return 2
    print(generate(Path(arguments[1]), int(arguments[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
