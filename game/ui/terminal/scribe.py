"""What a moment of play looks like as text: lines, cards, choices, what stands around. Knows nothing of input."""

from __future__ import annotations

from collections.abc import Iterator

from game.app.app import App
from game.app.slots import Slot, name_of
from game.app.view import Act, Ambience, Cue, Ending, Music, Past, PlayView, Portrait, Sound
from game.app.wording import POSITIONS, dated, many, say

from .paper import Paper, clean, marked


class Scribe:
    """Sets moments of play on paper, in the story's names and colours."""

    def __init__(self, app: App) -> None:
        """Write for the story of `app`."""
        self._app = app
        self._place: str | None = None

    def moment(self, view: PlayView, paper: Paper) -> Iterator[str]:
        """What is new in this moment: cards, where we are, sounds if wanted, the line."""
        if view.act is not None:
            yield from self._act(view.act, paper)
        if view.holder is not None:
            yield f"\n{paper.dim(say('You are {name}.', name=self._name(view.holder)))}"
        if view.card is not None:
            yield f"\n{paper.bold(paper.paragraph(marked(view.card)))}"
        if view.stage.place != self._place:
            self._place = view.stage.place
            if place := self._app.story.places.get(self._place or ""):
                yield paper.dim(paper.paragraph(clean(f"({place.name})")))
        if self._app.settings.captions:
            yield from (paper.dim(paper.paragraph(f"[{caption}]")) for caption in self._captions(view.cues))
        if view.line is not None:
            yield "\n" + self._said(view.line.speaker, marked(view.line.words), paper)

    def _act(self, act: Act, paper: Paper) -> Iterator[str]:
        """An act's number and title, and its poster in words."""
        number = say("Act {number}", number=act.number)
        yield f"\n{paper.bold(paper.paragraph(clean(f'{number}. {act.title}')))}"
        if act.alt:
            yield paper.dim(paper.paragraph(clean(f"({act.alt})")))

    def choices(self, view: PlayView, paper: Paper) -> Iterator[str]:
        """The choices: open ones by number, closed ones with their reason."""
        number = 0
        yield ""
        for option in view.options:
            words = marked(option.words)
            if option.open:
                number += 1
                taken = f" ({say('taken before')})" if option.id in view.taken else ""
                yield paper.paragraph(words + taken, first=f"{number:>3}. ", rest="     ")
            else:
                reason = f": {marked(option.reason)}" if option.reason else ""
                yield paper.dim(paper.paragraph(f"{words} ({say('closed')}{reason})", first="  -  ", rest="     "))

    def ending(self, ending: Ending, paper: Paper) -> Iterator[str]:
        """The card of an ending, and how many were found."""
        yield f"\n{paper.bold(paper.paragraph(clean(ending.title)))}"
        if ending.epigraph:
            yield paper.paragraph(clean(ending.epigraph))
        gallery = self._app.endings()
        found = sum(one.reached for one in gallery)
        text = many(
            "You have found {found} of {number} ending.",
            "You have found {found} of {number} endings.",
            len(gallery),
            found=found,
        )
        yield f"\n{paper.dim(text)}"

    def gallery(self, paper: Paper) -> Iterator[str]:
        """Every ending: reached by name, others by their hint."""
        for seen in self._app.endings():
            hint = f" ({say('hint: {hint}', hint=clean(seen.ending.hint))})" if seen.ending.hint else ""
            name = clean(seen.ending.title) if seen.reached else say("not found yet") + hint
            yield paper.paragraph(name, first="  -  ", rest="     ")

    def surroundings(self, view: PlayView, paper: Paper) -> Iterator[str]:
        """Where we are, who is there, what can be heard, in words."""
        place = self._app.story.places.get(view.stage.place or "")
        if place is not None:
            yield paper.paragraph(clean(f"{place.name}. {place.alt or ''}"))
        for portrait in view.stage.portraits:
            yield paper.paragraph(self._standing(portrait))
        sounds = (Music(view.stage.music), Ambience(view.stage.ambience), *view.cues)
        for caption in dict.fromkeys(self._captions(sounds)):
            yield paper.paragraph(say("You hear: {caption}", caption=caption))

    def history(self, past: tuple[Past, ...], paper: Paper) -> Iterator[str]:
        """Lines read and choices taken."""
        for entry in past:
            words = marked(entry.words)
            yield (
                paper.paragraph(words, first="> ", rest="  ")
                if entry.is_choice
                else self._said(entry.speaker, words, paper)
            )

    def saves(self, slots: tuple[Slot, ...], paper: Paper) -> Iterator[str]:
        """Saves, newest first."""
        for slot in slots:
            label = slot.problem or f"{slot.title}, {dated(slot.saved_at)}: {slot.words[:60]}"
            yield paper.paragraph(clean(label), first=f"  {name_of(slot.id)}: ", rest="    ")

    def _said(self, speaker: str | None, words: str, paper: Paper) -> str:
        if speaker is None:
            return paper.paragraph(words)
        character = self._app.story.cast.get(speaker)
        name = paper.coloured(self._name(speaker), character.colour if character else None)
        return paper.paragraph(words, first=f"{name}: ", rest="  ")

    def _name(self, who: str) -> str:
        character = self._app.story.cast.get(who)
        return clean(character.name if character else who)

    def _standing(self, portrait: Portrait) -> str:
        name, where = self._name(portrait.who), say(POSITIONS.get(portrait.position, portrait.position))
        if not portrait.expression:
            return say("{name} is here ({where}).", name=name, where=where)
        looks = clean(portrait.expression)
        return say("{name} is here, {looks} ({where}).", name=name, looks=looks, where=where)

    def _captions(self, cues: tuple[Cue, ...]) -> Iterator[str]:
        for cue in cues:
            if isinstance(cue, Music | Ambience | Sound) and cue.name is not None:
                asset = (self._app.story.assets or {}).get(cue.name)
                if asset is not None and asset.caption:
                    yield clean(asset.caption)
