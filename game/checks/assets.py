"""Checks of pictures and sounds by their names: listed, described, there. Opens no file."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import PurePosixPath

from game.model.own_assets import OWN, printed_cards
from game.model.script import Ambience, Music, Sound
from game.model.source import SourceRef
from game.model.story import Asset, Story

from .finding import Finding
from .survey import Survey

PICTURES = frozenset({".png", ".webp", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".avif"})
SOUNDS = frozenset({".ogg", ".opus", ".mp3", ".wav", ".flac", ".m4a"})


@dataclass(frozen=True, slots=True)
class _Use:
    """A place where the story names an asset."""

    ref: SourceRef
    name: str
    what: str


def listed(survey: Survey) -> Iterator[Finding]:
    """W560, W561: a name that stands in no list (A10)."""
    assets = survey.story.assets
    uses = list(_uses(survey))
    if assets is None:
        if uses:
            count = len({use.name for use in uses})
            message = f"the story names {count} asset{'s' if count > 1 else ''}, and there is no list of them"
            yield Finding(SourceRef("story.yaml", 1, 1), "W560", message)
        return
    known = {*assets, *(asset.file for asset in assets.values())}
    for use in uses:
        if use.name not in known:
            yield Finding(use.ref, "W561", f'{use.what} "{use.name}" stands in no list of assets')


def described(survey: Survey) -> Iterator[Finding]:
    """W562, W563: pictures without alt text and sounds without caption."""
    story = survey.story
    for place in story.places.values():
        if place.background is not None and not place.alt and not _has_alt(story, place.background):
            yield Finding(place.ref, "W562", f'the place "{place.id}" has a picture and no alt text')
    for ending in story.endings.values():
        if ending.picture is not None and not ending.alt and not _has_alt(story, ending.picture):
            yield Finding(ending.ref, "W562", f'the ending "{ending.id}" has a picture and no alt text')
    used = {use.name for use in _uses(survey)} - set(_shown_by_declarations(story)) | printed_cards(story)
    for asset in (story.assets or {}).values():
        if _is_used(asset, used) and _suffix(asset) in PICTURES and not asset.alt:
            yield Finding(asset.ref, "W562", f'the picture "{asset.id}" has no alt text')
        if _suffix(asset) in SOUNDS and not asset.caption:
            yield Finding(asset.ref, "W563", f'the sound "{asset.id}" has no caption')


def files(survey: Survey) -> Iterator[Finding]:
    """W564: a listed file that is not there; nothing is said where nobody looked."""
    if survey.asset_files is None:
        return
    for asset in (survey.story.assets or {}).values():
        layers = (asset.layers.far, asset.layers.near) if asset.layers is not None else ()
        for file in (asset.file, *layers):
            if file not in survey.asset_files:
                yield Finding(asset.ref, "W564", f'"{file}" is not in assets/')


def unused(survey: Survey) -> Iterator[Finding]:
    """N565: a listed picture or sound that the story never names, nor the program by itself."""
    used = OWN | printed_cards(survey.story) | {use.name for use in _uses(survey)}
    for asset in (survey.story.assets or {}).values():
        if not _is_used(asset, used) and _suffix(asset) in PICTURES | SOUNDS:
            yield Finding(asset.ref, "N565", f'the asset "{asset.id}" is not used')


def _uses(survey: Survey) -> Iterator[_Use]:
    """Every place where the story names an asset."""
    story = survey.story
    for character in story.cast.values():
        for name in character.portraits.values():
            yield _Use(character.ref, name, "the portrait")
    for place in story.places.values():
        for found, what in (
            (place.background, "the picture"),
            (place.ambience, "the ambience"),
            (place.music, "the music"),
        ):
            if found is not None and found != "none":
                yield _Use(place.ref, found, what)
    for ending in story.endings.values():
        if ending.picture is not None:
            yield _Use(ending.ref, ending.picture, "the picture")
    heard: list[Music | Sound | Ambience] = [*survey.every(Music), *survey.every(Sound), *survey.every(Ambience)]
    for line in heard:
        if line.name is not None:
            yield _Use(line.ref, line.name, f"the {type(line).__name__.lower()}")


def _shown_by_declarations(story: Story) -> Iterator[str]:
    """Pictures of places and endings, whose alt text may stand there and is asked for there."""
    yield from (place.background for place in story.places.values() if place.background is not None)
    yield from (ending.picture for ending in story.endings.values() if ending.picture is not None)


def _has_alt(story: Story, name: str) -> bool:
    return any(asset.alt for asset in (story.assets or {}).values() if name in (asset.id, asset.file))


def _is_used(asset: Asset, names: AbstractSet[str]) -> bool:
    return asset.id in names or asset.file in names


def _suffix(asset: Asset) -> str:
    return PurePosixPath(asset.file).suffix.lower()
