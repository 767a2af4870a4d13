"""What an editor tells of the name under a cursor, as Markdown. Knows nothing of where a name stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from game.loading.forms import Key
from game.loading.occurrences import Name, NameKind
from game.loading.schema import KINDS
from game.model.invariant import Invariant
from game.model.story import Choice, Scene, Story
from game.model.values import describe_domain
from game.tools.wording import counted, spelled

from .catalogue import act_of
from .standing import Standing
from .uses import readers, setters, ways_to, words_of

BEATS = ("scene", "beats")
"""Where events of the ledger are named."""
MOST = 8
"""Places that are named; of more, their number."""


def hover(story: Story, name: Name, invariants: Iterable[Invariant] = ()) -> str | None:
    """What is known of a thing; None where there is no such thing."""
    if name.kind is NameKind.VARIABLE:
        return _variable(story, name.id, invariants)
    tell = _TELLERS.get(name.kind)
    told = tell(story, name) if tell is not None else ""
    return told or None


def hover_value(story: Story, at: Standing) -> str | None:
    """What is known of a picture, a sound or an event of the ledger; `at` stands at the end of its name."""
    asset = (story.assets or {}).get(at.typed)
    if asset is not None:
        return _joined(f"**{asset.id}**: `{asset.file}`", asset.alt or "", asset.caption or "")
    act = (story.beats or {}).get(at.typed) if (at.kind, at.key) == BEATS else None
    if act is None:
        return None
    told = [f"`{scene.id}`" for scene in story.scenes.values() if at.typed in scene.beats]
    return _joined(f"**{at.typed}**: {act_of(act)}", _listed("Told by", told) or "Told by no scene.")


def hover_key(at: Standing) -> str | None:
    """What a key of the format means; `at` stands in its value."""
    known = KINDS[at.kind].by_name.get(at.key) if at.kind in KINDS else None
    return _key(known) if known is not None and at.path[-1:] == (known.name,) else None


def _key(key: Key) -> str:
    return f"**{key.name}**: {key.form.words}\n\n{key.about}\n\nSuch as `{key.example}`"


def _variable(story: Story, id_: str, invariants: Iterable[Invariant]) -> str | None:
    variable = next((each for each in story.variables if each.name == id_), None)
    if variable is None:
        return None
    sets = [f"`{holder}` ({', '.join(f'`{one}`' for one in done)})" for holder, done in setters(story, id_).items()]
    reads = [f"`{holder}`" if " " not in holder else holder for holder in readers(story, id_, invariants)]
    return _joined(
        f"**{id_}**: {describe_domain(variable)}, at first {spelled(variable.default)}",
        variable.about,
        _listed("Set by", sets) or "Set by nothing.",
        _listed("Read by", reads) or "Read by nothing.",
    )


def _scene(story: Story, name: Name) -> str:
    scene = story.scenes.get(name.id)
    return "" if scene is None else scene_summary(story, scene, ways_to(story))


def scene_summary(story: Story, scene: Scene, ways: Mapping[str, Sequence[str]]) -> str:
    """A scene in short: title, holder, place, words, ways out, and what leads here."""
    leads = [f"`{way}`" for way in ways.get(scene.id, ())]
    first = ["the story"] if story.start == scene.id else []
    title = f": {scene.title.source}" if scene.title is not None else ""
    about = [f"you are {_named(story, scene.you)}" if scene.you else "", _place_of(story, scene),
             counted(words_of(scene), "word")]  # fmt: skip
    return _joined(
        f"**{scene.id}**{title}",
        ", ".join(filter(None, about)),
        "\n".join(_ways(story, scene)),
        _listed("Come to from", [*first, *leads]) or "Nothing leads here.",
        _listed("Was", [f"`{old}`" for old in scene.was]),
        scene.notes,
    )


def _place_of(story: Story, scene: Scene) -> str:
    place = story.places.get(scene.place or "")
    return f"in {place.name}" if place is not None else ""


def _named(story: Story, who: str) -> str:
    known = story.cast.get(who)
    return known.name if known is not None else who


def _ways(story: Story, scene: Scene) -> Iterator[str]:
    for choice in scene.choices:
        yield f"- `{choice.id}`: {choice.text.source}"
    if scene.goto:
        yield "Goes on to " + " or ".join(f"`{branch.to}`" for branch in scene.goto) + "."
    if scene.ending is not None:
        ending = story.endings.get(scene.ending)
        yield f"Ends: *{ending.title if ending is not None else scene.ending}*."


def _choice(story: Story, name: Name) -> str:
    scene = story.scenes.get(name.owner)
    choice = scene.choice(name.id) if scene is not None else None
    return "" if choice is None else choice_summary(name.owner, choice)


def choice_summary(scene: str, choice: Choice) -> str:
    """A choice in short."""
    done = [each.source if hasattr(each, "source") else f"if {each.when.source}" for each in choice.do]
    return _joined(
        f"**{scene}.{choice.id}**: {choice.text.source}",
        f"Offered when `{choice.when.source}`" if choice.when is not None else "",
        "Does " + ", ".join(f"`{each.strip()}`" for each in done) if done else "",
        "Leads to " + " or ".join(f"`{branch.to}`" for branch in choice.goto),
    )


def _cast(story: Story, name: Name) -> str:
    who = story.cast.get(name.id)
    if who is None:
        return ""
    spoken = f"Voice: {who.voice}" if who.voice else ""
    return _joined(f"**{who.id}**: {who.name}", who.about, spoken,
                   _listed("Expressions", [f"`{each}`" for each in who.portraits], most=40))  # fmt: skip


def _expression(story: Story, name: Name) -> str:
    who = story.cast.get(name.owner)
    if who is None:
        return ""
    picture = who.portraits.get(name.id)
    return _joined(f"**{who.name}**, {name.id}", f"Picture: `{picture}`" if picture else "There is no picture of it.")


def _place(story: Story, name: Name) -> str:
    place = story.places.get(name.id)
    if place is None:
        return ""
    parts = {"Picture": place.background, "Music": place.music, "Ambience": place.ambience, "Mood": place.mood}
    here = [f"`{scene.id}`" for scene in story.scenes.values() if scene.place == place.id]
    return _joined(f"**{place.id}**: {place.name}", place.alt or "",
                   ", ".join(f"{what}: `{value}`" for what, value in parts.items() if value),
                   _listed("Scenes here", here))  # fmt: skip


def _ending(story: Story, name: Name) -> str:
    ending = story.endings.get(name.id)
    if ending is None:
        return ""
    here = [f"`{scene.id}`" for scene in story.scenes.values() if scene.ending == ending.id]
    return _joined(
        f"**{ending.id}**: {ending.title} ({ending.kind})",
        f"*{ending.epigraph}*" if ending.epigraph else "",
        f"Hint: {ending.hint}" if ending.hint else "",
        _listed("Ended in", here),
        _listed("Was", [f"`{old}`" for old in ending.was]),
    )


def _value(story: Story, name: Name) -> str:
    owners = [each for each in story.variables if name.id in each.domain and not each.is_number and not each.is_truth]
    return _joined(*(f"**{name.id}**: a value of `{each.name}` ({describe_domain(each)})" for each in owners))


def _snippet(story: Story, name: Name) -> str:
    ref = story.snippets.get(name.id)
    return f"**{name.id}**: a snippet, in {ref.file}:{ref.line}" if ref is not None else ""


def _listed(what: str, places: Sequence[str], most: int = MOST) -> str:
    """`Set by a, b and 12 more.`; nothing of nothing."""
    if not places:
        return ""
    more = f" and {len(places) - most:,} more" if len(places) > most else ""
    return f"{what} {', '.join(places[:most])}{more}."


def _joined(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))


_TELLERS: Mapping[NameKind, Callable[[Story, Name], str]] = {
    NameKind.SCENE: _scene,
    NameKind.CHOICE: _choice,
    NameKind.CAST: _cast,
    NameKind.EXPRESSION: _expression,
    NameKind.PLACE: _place,
    NameKind.ENDING: _ending,
    NameKind.VALUE: _value,
    NameKind.SNIPPET: _snippet,
}
