"""The files of a new story: small, whole, without a warning. Writes nothing and knows nothing of folders."""

from __future__ import annotations

import json

_MODELINE = "# yaml-language-server: $schema={up}schema/{kind}.schema.json\n"

_STORY = """\
title: {title}
start: doorstep
language: en
version: 0.1.0
format: 1
"""
_VARIABLES = """\
courage:
  range: 0..3
  default: 1
  about: How far you trust yourself. Everything that a story remembers is declared here.
"""
_CAST = """\
keeper:
  name: The keeper
  about: Whoever speaks has a name here, and a voice that you can describe.
"""
_PLACES = """\
house:
  name: The house
  alt: A narrow house at the end of a road, one window lit.
"""
_ENDINGS = """\
inside:
  title: Inside
  kind: hopeful
  epigraph: It was warm, and it had been for some time.
  hint: Somebody has been waiting.
away:
  title: Away
  kind: bittersweet
  epigraph: A lamp is seen best from the road.
  hint: Not every door is yours.
"""
_SCENES = """\
# A scene is a state, a choice is a transition. Change anything, save, and run `run.py check`.

doorstep:
  title: The doorstep
  place: house
  script:
    - The lamp over the door has been lit for you.
    - "{courage > 1: You have your hand on the bell already.|You look back once, down the road.}"
  choices:
    look:
      text: Look up at the lit window.
      once: true
      do: courage += 1
      goto: doorstep
    ring:
      text: Ring the bell.
      goto: hall
    leave:
      text: Go back down the road.
      goto: road

hall:
  script:
    - keeper: You found it, then.
    - when: courage > 1
      then:
        - You say that it was never hard to find.
  ending: inside

road:
  script:
    - Behind you the lamp goes out.
  ending: away
"""
_REPLAY = """\
replay: Who looks up first, rings
path:
  - doorstep.look
  - text: hand on the bell
  - doorstep.ring
  - text: never hard to find
  - check: courage == 2
ending: inside
"""

_FILES = {
    "story.yaml": ("story", _STORY),
    "variables.yaml": ("variables", _VARIABLES),
    "cast.yaml": ("cast", _CAST),
    "places.yaml": ("places", _PLACES),
    "endings.yaml": ("endings", _ENDINGS),
    "scenes/opening.yaml": ("scenes", _SCENES),
    "replays/first.replay.yaml": ("replay", _REPLAY),
}

_PATTERNS = {
    "story": ["story.yaml"],
    "variables": ["variables.yaml"],
    "cast": ["cast.yaml"],
    "places": ["places.yaml"],
    "endings": ["endings.yaml"],
    "snippets": ["snippets.yaml"],
    "scenes": ["scenes/**/*.yaml"],
    "invariants": ["**/*.invariants.yaml"],
    "replay": ["**/*.replay.yaml"],
}
"""Which files an editor holds to which schema."""


def files(title: str) -> dict[str, str]:
    """The files of a new story, by their names; `title` as it is to stand in YAML. The schemas are not among them."""
    made = {
        name: _MODELINE.format(up="../" * name.count("/"), kind=kind) + "\n" + text.replace("{title}", title)
        for name, (kind, text) in _FILES.items()
    }
    return made | {".vscode/settings.json": _settings(), ".vscode/extensions.json": _extensions()}


def _settings() -> str:
    schemas = {f"./schema/{kind}.schema.json": patterns for kind, patterns in _PATTERNS.items()}
    editor = {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"}
    return json.dumps({"yaml.schemas": schemas, "[yaml]": editor}, indent=2) + "\n"


def _extensions() -> str:
    return json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n"
