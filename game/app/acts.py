"""Where an act begins, as its poster and title are shown. Knows visits and names, no screens."""

from __future__ import annotations

from collections.abc import Iterable

from game.model.own_assets import act_of, number_of

from .view import Act, Story
from .visit import Visit


def begun(now: Visit, before: Iterable[Visit], story: Story) -> Act | None:
    """The act that begins with a visit: the first of its act that happens somewhere and has something to rest on.

    `before` are the visits on the way, the latest first. None where the act was come to already, and where the list of
    assets has no poster for it.
    """
    act = _act(now, story)
    poster = (story.assets or {}).get(act or "")
    if act is None or poster is None or any(_act(visit, story) == act for visit in before):
        return None
    return Act(act, number_of(act), poster.caption or "", poster.alt or "")


def _act(visit: Visit, story: Story) -> str | None:
    """The act that a visit counts for; words that are said nowhere, such as a content note, belong to none."""
    scene = story.scenes.get(visit.view.scene)
    return None if scene is None or visit.stage.place is None or visit.passes else act_of(scene)
