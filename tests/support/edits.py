"""Small stories that can be edited as a writer would, for laws about saves that outlive edits."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from game.model.story import Choice, Scene, Story, Variable
from tests.support import builders


@dataclass
class Way:
    """A choice, or with no `id` where a scene goes on to; `to` counts scenes."""

    id: str
    to: int
    counts: bool = False
    once: bool = False
    was: tuple[str, ...] = ()


@dataclass
class Room:
    """A scene: choices, or one way on, or an ending."""

    id: str
    ways: list[Way] = field(default_factory=list)
    goes_on: bool = False
    line: str = ""
    was: tuple[str, ...] = ()


@dataclass
class Draft:
    """A story that can still be edited."""

    rooms: dict[int, Room]
    variables: dict[str, Variable]

    def story(self) -> Story:
        """The story as it stands."""
        made = builders.story(*map(self._scene, self.rooms.values()), variables=self.variables.values())
        return replace(made, fingerprint=repr(self))

    def _scene(self, room: Room) -> Scene:
        script = [f"Here begins {room.id}.", room.line]
        if not room.ways:
            return builders.scene(room.id, ending="fin", script=script, was=room.was)
        if room.goes_on:
            return builders.scene(room.id, goto=self._target(room.ways[0]), script=script, was=room.was)
        return builders.scene(room.id, *map(self._choice, room.ways), script=script, was=room.was)

    def _choice(self, way: Way) -> Choice:
        do = ["steps += 1"] if way.counts and "steps" in self.variables else []
        return builders.choice(way.id, self._target(way), do=do, once=way.once, was=way.was)

    def _target(self, way: Way) -> str:
        return self.rooms[way.to if way.to in self.rooms else min(self.rooms)].id


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Stories of a few scenes; the last one ends."""
    count = draw(st.integers(3, 6))
    rooms: dict[int, Room] = {}
    for number in range(count - 1):
        goes_on = number > 0 and draw(st.integers(0, 4)) == 0
        ways = [
            Way(
                f"w{index}",
                number + 1 if goes_on else draw(st.integers(0, count - 1)),
                counts=draw(st.booleans()),
                once=index > 0 and draw(st.booleans()),
            )
            for index in range(1 if goes_on else draw(st.integers(1, 3)))
        ]
        rooms[number] = Room(f"s{number}", ways, goes_on, f"It is quiet in room {number}.")
    rooms[count - 1] = Room(f"s{count - 1}", line="It is over.")
    return Draft(rooms, {"steps": builders.number("steps", 0, 5), "side": builders.one_of("side", "moon", "sun")})


def _rename_scene(draft: Draft, number: int, said: bool) -> None:
    room = draft.rooms[number]
    room.was, room.id = ((*room.was, room.id) if said else room.was), f"{room.id}_new"


def _delete_scene(draft: Draft, number: int, _said: bool) -> None:
    if len(draft.rooms) > 2 and draft.rooms[number].ways:
        del draft.rooms[number]


def _rename_choice(draft: Draft, number: int, said: bool) -> None:
    for way in draft.rooms[number].ways[:1]:
        way.was, way.id = ((way.id,) if said else ()), f"{way.id}_new"


def _delete_choice(draft: Draft, number: int, _said: bool) -> None:
    if len(draft.rooms[number].ways) > 1:
        del draft.rooms[number].ways[-1]


def _redirect(draft: Draft, number: int, _said: bool) -> None:
    room = draft.rooms[number]
    if room.ways and not room.goes_on:
        room.ways[0].to = max(draft.rooms)


def _insert_scene(draft: Draft, number: int, _said: bool) -> None:
    room = draft.rooms[number]
    if room.ways and not room.goes_on:
        new = max(draft.rooms) + 1
        draft.rooms[new] = Room(f"s{new}", [Way("on", room.ways[0].to)], goes_on=True, line="A corridor.")
        room.ways[0].to = new


def _edit_line(draft: Draft, number: int, said: bool) -> None:
    draft.rooms[number].line = draft.rooms[number].line.replace("quiet", "very quiet") if said else "All is otherwise."


def _drop_variable(draft: Draft, _number: int, said: bool) -> None:
    draft.variables.pop("steps" if said else "side", None)


def _retype(draft: Draft, _number: int, said: bool) -> None:
    draft.variables["side"] = builders.truth("side") if said else builders.one_of("side", "star", "sun")


def _narrow(draft: Draft, _number: int, said: bool) -> None:
    if "steps" in draft.variables:
        draft.variables["steps"] = builders.number("steps", 1, 2, 1) if said else builders.number("steps", 0, 9)


def _new_variable(draft: Draft, _number: int, _said: bool) -> None:
    draft.variables["fresh"] = builders.truth("fresh", default=True)


EDITS = (
    _rename_scene,
    _delete_scene,
    _rename_choice,
    _delete_choice,
    _redirect,
    _insert_scene,
    _edit_line,
    _drop_variable,
    _retype,
    _narrow,
    _new_variable,
)


@st.composite
def edited(draw: st.DrawFn, draft: Draft) -> Draft:
    """The draft after a few edits."""
    after = copy.deepcopy(draft)
    for _ in range(draw(st.integers(1, 4))):
        edit = draw(st.sampled_from(EDITS))
        edit(after, draw(st.sampled_from(sorted(after.rooms))), draw(st.booleans()))
    return after
