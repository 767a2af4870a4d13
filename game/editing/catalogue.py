"""All that a story has names for, as suggestions. Knows nothing of where they fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.loading.occurrences import NameKind
from game.model.script import Ambience, Music, Sound
from game.model.story import Scene, Story, Variable
from game.model.values import describe_domain
from game.model.walk import lines
from game.tools.wording import spelled

from .suggestion import Suggestion, What


def scenes(story: Story) -> Iterator[Suggestion]:
    """The scenes, with their titles."""
    for scene in story.scenes.values():
        yield Suggestion(scene.id, What.SCENE, scene.title.source if scene.title else scene.ref.file)


def choices(scene: Scene | None) -> Iterator[Suggestion]:
    """The choices of a scene."""
    for choice in scene.choices if scene is not None else ():
        yield Suggestion(choice.id, What.CHOICE, choice.text.source)


def endings(story: Story) -> Iterator[Suggestion]:
    """The endings, with their titles."""
    for ending in story.endings.values():
        yield Suggestion(ending.id, What.ENDING, f"{ending.title} ({ending.kind})", ending.hint or "")


def variables(story: Story) -> Iterator[Suggestion]:
    """The variables, with what they can be."""
    for variable in story.variables:
        yield Suggestion(variable.name, What.VARIABLE, describe_domain(variable), variable.about)


def values(variable: Variable | None) -> Iterator[Suggestion]:
    """What a variable can be; of a wide range nothing."""
    domain = variable.domain if variable is not None and len(variable.domain) <= 30 else ()
    for value in domain:
        yield Suggestion(spelled(value), What.VALUE, variable.name if variable else "")


def names(story: Story) -> Iterator[Suggestion]:
    """The names that variables can be set to."""
    for variable in story.variables:
        if not (variable.is_number or variable.is_truth):
            yield from values(variable)


def cast(story: Story) -> Iterator[Suggestion]:
    """Everybody who speaks."""
    for who in story.cast.values():
        yield Suggestion(who.id, What.CAST, who.name, who.about)


def expressions(story: Story, who: str) -> Iterator[Suggestion]:
    """How somebody can be shown: by their pictures, or else as lines have it already."""
    known = story.cast.get(who)
    for expression in known.portraits if known is not None else ():
        yield Suggestion(expression, What.EXPRESSION, known.name if known else "")


def places(story: Story) -> Iterator[Suggestion]:
    """The places."""
    for place in story.places.values():
        yield Suggestion(place.id, What.PLACE, place.name, place.alt or "")


def snippets(story: Story) -> Iterator[Suggestion]:
    """The snippets."""
    return (Suggestion(snippet, What.SNIPPET, ref.file) for snippet, ref in story.snippets.items())


def beats(story: Story) -> Iterator[Suggestion]:
    """The events of the ledger."""
    for beat, act in (story.beats or {}).items():
        yield Suggestion(beat, What.BEAT, act_of(act))


def act_of(act: str) -> str:
    """The act of an event, as the ledger has it: a number or a name."""
    return f"act {act}" if act.isdigit() else act


def sounds(story: Story, key: str) -> Iterator[Suggestion]:
    """What can be heard: the finished sounds, or else what scenes and places name already.

    First come those whose folder begins like the `key` that asks: `music`, `sound` or `ambience`.
    """
    for asset in sorted((story.assets or {}).values(), key=lambda asset: not asset.file.startswith(key)):
        if asset.caption is not None and asset.alt is None:
            yield Suggestion(asset.id, What.ASSET, asset.file, asset.caption)
    if story.assets is None:
        used = {line.name for scene in story.scenes.values() for line in lines(scene.script)
                if isinstance(line, (Music, Sound, Ambience))}  # fmt: skip
        used |= {name for place in story.places.values() for name in (place.music, place.ambience)}
        yield from (Suggestion(name, What.ASSET) for name in sorted(filter(None, used)))


def pictures(story: Story) -> Iterator[Suggestion]:
    """The finished pictures."""
    for asset in (story.assets or {}).values():
        if asset.caption is None or asset.alt is not None:
            yield Suggestion(asset.id, What.ASSET, asset.file, asset.alt or "")


OF_KIND: Mapping[NameKind, Callable[[Story], Iterator[Suggestion]]] = {
    NameKind.SCENE: scenes,
    NameKind.ENDING: endings,
    NameKind.VARIABLE: variables,
    NameKind.VALUE: names,
    NameKind.CAST: cast,
    NameKind.PLACE: places,
    NameKind.SNIPPET: snippets,
}
"""What can be listed without knowing whose it is."""
