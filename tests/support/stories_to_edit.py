"""A story small enough to see through, as an editor would have it open."""

from __future__ import annotations

FILES = {
    "story/story.yaml": "title: The Lamp\nstart: gallery\nformat: 1\n",
    "story/variables.yaml": (
        "oil:\n  range: 0..3\n  default: 2\n  about: How many cans are left.\n"
        "slept:\n  default: false\n"
        "side: {one_of: [sea, shore], default: sea}\n"
    ),
    "story/cast.yaml": (
        "keeper:\n  name: The keeper\n  about: Old, and late.\n  portraits: {glad: keeper_glad, stern: keeper_stern}\n"
        "rower: {name: Somebody in a boat}\n"
    ),
    "story/places.yaml": "tower: {name: The tower, alt: A stair., background: tower_dark}\n",
    "story/endings.yaml": (
        "landed: {title: The Boat Comes In, kind: hopeful, hint: A light., epigraph: Nobody asked.}\n"
        "dark: {title: A Dark Night, kind: bad, hint: Wait.}\n"
    ),
    "story/snippets.yaml": "bells:\n  - The bell rings.\n",
    "story/scenes.yaml": """gallery:
  title: The gallery
  you: keeper
  place: tower
  script:
    - The lamp has gone out. {oil} cans are left.
    - keeper glad: You found it, then.
    - include: bells
  choices:
    climb:
      text: Climb the ladder.
      when: oil > 0
      do: oil -= 1
      goto: lamp_room
    wait:
      text: Wait for the keeper.
      do: slept = true
      goto: night

lamp_room:
  script:
    - when: chose(gallery.climb) and oil > 0
      then:
        - rower: There is a light!
  ending: landed

night:
  was: evening
  script:
    - "{slept: You dreamt.|You call.}"
  ending: dark
""",
    "story/lamp.invariants.yaml": "- always: oil <= 2\n  about: No can comes from nowhere.\n",
    "tests/replays/climb.replay.yaml": (
        "replay: Who climbs lands\n"
        "path:\n  - only: [climb, wait]\n  - gallery.climb\n  - check: oil == 1\nending: landed\n"
    ),
}
"""By their paths in a project."""

SCENES = FILES["story/scenes.yaml"]


def inner() -> dict[str, str]:
    """The files of the story alone, by their paths in its folder."""
    return {name.removeprefix("story/"): text for name, text in FILES.items() if name.startswith("story/")}
