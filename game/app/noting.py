"""From a playthrough to what a player remembers of its roads, and back from there into the story. Knows no files."""

from __future__ import annotations

from game.engine.playing import Engine, Playthrough

from .profile import Profile
from .recovery import Recovery, Verdict, recover
from .save import Save
from .ways import Way


def note_moves(profile: Profile, playthrough: Playthrough, since: int, engine: Engine, *, from_start: bool) -> None:
    """Remember the moves from number `since` on; with `from_start`, also how their decisions were come to."""
    moves = playthrough.moves
    for index in range(since, len(moves)):
        scene = moves[index].state.scene
        profile.entered(moves[index - 1].state.scene if index else "", scene)
        if from_start and not engine.story.scenes[scene].goto:
            log = playthrough.rewind(index + 1).choices
            profile.came_to(scene, Way(playthrough.seed, tuple(sorted(playthrough.reached)), log))


def way_before(profile: Profile, ending: str, engine: Engine) -> tuple[str, Way] | None:
    """The scene of the last choice before an ending, and the way to it; None where the player has not been there."""
    ways = [
        way for scene in engine.story.scenes.values() if scene.ending == ending and (way := profile.ways.to(scene.id))
    ]
    if not ways or not ways[-1].log:
        return None
    way = min(ways, key=lambda way: len(way.log))
    return way.log[-1].partition(".")[0], Way(way.seed, way.reached, way.log[:-1])


def start_again(engine: Engine, profile: Profile, scene: str, way: Way) -> Recovery | None:
    """The playthrough that stands at a scene that was come to that way before; None where the way is no more.

    It is gone as a player who has found all that this one has; where that leads elsewhere, as it was gone then.
    """
    if scene not in engine.story.scenes:
        return None
    for reached in dict.fromkeys((profile.reached, way.reached)):
        found = recover(engine, Save(seed=way.seed, scene=scene, reached=reached, log=way.log))
        if found.verdict in (Verdict.EXACT, Verdict.MOVED):
            return found
    return None
