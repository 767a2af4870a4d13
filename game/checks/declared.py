"""Checks of places, cast, snippets and endings: declared and not used, or not finished. Judges no words."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.script import ChangePlace, Hide, Include, Show, Speech

from .finding import Finding
from .survey import Survey


def places(survey: Survey) -> Iterator[Finding]:
    """N570: a place where nothing happens."""
    used = {scene.place for scene in survey.scenes}
    used |= {line.place for line in survey.every(ChangePlace)}
    for place in survey.story.places.values():
        if place.id not in used:
            yield Finding(place.ref, "N570", f'the place "{place.id}" is not used')


def characters(survey: Survey) -> Iterator[Finding]:
    """N571: somebody who neither speaks nor appears, and whose eyes nobody sees through."""
    used = {scene.you for scene in survey.scenes}
    used |= {line.speaker for line in survey.every(Speech)}
    used |= {line.who for line in survey.every(Show)} | {line.who for line in survey.every(Hide)}
    for character in survey.story.cast.values():
        if character.id not in used:
            yield Finding(character.ref, "N571", f'"{character.id}" neither speaks nor appears')


def snippets(survey: Survey) -> Iterator[Finding]:
    """N572: a snippet that no scene includes, itself or through another."""
    used = {line.snippet for line in survey.every(Include)}
    for snippet, ref in survey.story.snippets.items():
        if snippet not in used:
            yield Finding(ref, "N572", f'the snippet "{snippet}" is not included anywhere')


def endings(survey: Survey) -> Iterator[Finding]:
    """N580, N581: an ending whose card or whose entry in the list of endings says nothing."""
    for ending in survey.story.endings.values():
        if not ending.epigraph:
            yield Finding(ending.ref, "N580", f'the ending "{ending.id}" has no epigraph')
        if not ending.hint:
            yield Finding(ending.ref, "N581", f'the ending "{ending.id}" has no hint')
