"""A playthrough being read, as a save: everything by its name. Knows nothing of slots, files or the clock."""

from __future__ import annotations

from game import __version__
from game.engine.playing import Engine

from .reading import Reader
from .recovery import entered
from .save import TEXT, Origin, Save
from .view import plain


def written_down(engine: Engine, reader: Reader, origin: Origin) -> Save:
    """The save of this moment; `origin` says where the playthrough began."""
    playthrough, story, written = reader.playthrough, engine.story, reader.written
    move, line = reader.position
    return Save(
        seed=playthrough.seed,
        scene=playthrough.state.scene,
        reached=tuple(sorted(playthrough.reached)),
        origin=origin,
        log=playthrough.choices,
        values=engine.rules.values(playthrough.state),
        seen=entered(playthrough, origin),
        taken=tuple(dict.fromkeys((*origin.taken, *playthrough.choices))),
        move=move,
        line=line,
        words=plain(written.words)[:TEXT] if written else "",
        title=_title(engine, reader)[:TEXT],
        engine=__version__,
        story_version=story.version[:TEXT],
        story_hash=story.fingerprint,
    )


def _title(engine: Engine, reader: Reader) -> str:
    """What to call it: the scene's title, else the ending's or the place's name, else the story's title."""
    view = reader.view
    title = engine.view(reader.playthrough).title
    if title is not None:
        return plain(title)
    if view.ending is not None:
        return engine.story.endings[view.ending.id].title
    place = engine.story.places.get(view.stage.place or "")
    return place.name if place is not None else engine.story.title
