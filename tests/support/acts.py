"""A story in two acts, with a content note, two holders, and a printed card for each."""

from __future__ import annotations

from game.model.story import Story
from tests.support.stories import load

FILES = {
    "story.yaml": "title: Two acts\nstart: note\nformat: 1\n",
    "cast.yaml": "luna: {name: Luna}\nazuma: {name: Azuma}\n",
    "places.yaml": "hall: {name: The hall}\n",
    "endings.yaml": "out: {title: Out, kind: hopeful}\n",
    "act_0/one.yaml": """\
note:
  script:
    - Before you begin.
  goto: hall
hall:
  title: the photograph
  you: luna
  place: hall
  script:
    - The hall is cold.
    - Nobody is there.
  goto: between
""",
    "act_3/one.yaml": """\
between:
  script:
    - sound: step
  goto: stair
stair:
  title: The stair
  you: azuma
  script:
    - Twelve steps.
  choices:
    back: {text: Remember., goto: again}
    out: {text: Go., goto: end}
end:
  script:
    - A door.
  ending: out
""",
    "act_0/two.yaml": """\
again:
  you: luna
  script:
    - The hall was cold.
  goto: stair
""",
    "../assets/assets.yaml": """\
act_0: {file: cards/act_0.webp, alt: A photograph., caption: The Photograph}
act_3: {file: cards/act_3.webp, alt: A white road., caption: The Suit and the Road}
holder_luna: {file: cards/holder_luna.webp, alt: A clock.}
step: {file: step.ogg, caption: a step}
""",
}


def acts_story() -> Story:
    """The story above."""
    return load(FILES)
