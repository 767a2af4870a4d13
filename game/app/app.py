"""The program around a story: new game, saves, settings, what a player remembers. Knows no screen and no keys."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from game.engine.playing import Engine, Playthrough
from game.engine.recording import replay_of
from game.errors import EndlessLoop, GameError, SaveError
from game.model.expression import Value

from . import folders, settings
from .carrying import Carrying
from .disk import Damaged, Disk
from .languages import ManyTongues, Tongue
from .naming import Names
from .noting import note_moves, start_again, way_before
from .papers import Papers
from .profile import Profile
from .reading import Reader
from .recovery import Verdict, recover
from .save import Origin, Save, is_picture
from .settings import Settings
from .slots import QUICK, Slots, name_of
from .system import Os
from .view import Awaiting, Ending, Story
from .ways import Way
from .wording import Wording, say
from .writing_down import written_down

PROFILE_FILE = "profile.json"

LONGEST_PAUSE = 600.0
"""Seconds between two choices or saves that count as played; whoever stays away longer was away."""

REMEMBER_EVERY = 60.0
"""Seconds between two times that the profile is written while playing."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EndingSeen:
    """An ending in the gallery: whether this player has reached it."""

    ending: Ending
    reached: bool


class App(ManyTongues, Carrying):
    """A story with its player.

    Front ends read `reader` and call `advance`, `choose`, `save`, `load`, …; what the player should be told stands in
    `notices`, one line each, until `take_notices` hands it out. Nothing here raises for user data that can't be read
    or written: the game goes on and a notice says so.
    """

    def __init__(
        self,
        story: Story,
        home: Path | None = None,
        *,
        system: Os | None = None,
        clock: Callable[[], float] = time.time,
        tongues: Mapping[str, Tongue] | None = None,
        wordings: Mapping[str, Callable[[], Wording]] | None = None,
    ) -> None:
        """Open the user's folder (`home`, else where the system wants it) and read settings and profile.

        `tongues` are the languages that the story can be told in beside its own, `wordings` those that the game
        speaks beside English.
        """
        self.tongues = dict(tongues or {})
        self.wordings = dict(wordings or {})
        self.engine = Engine(story)
        self.reader: Reader | None = None
        self.notices: list[str] = []
        self._told: set[str] = set()
        root = folders.home() if home is None else home
        story_id = folders.story_id(story)
        self._root = Disk(root, system)
        self._disk = Disk(root / story_id, system)
        self.saves = Slots(self._disk, story_id, clock, self.tell)
        self.names = Names(self._disk, self.tell)
        self.papers = Papers(self._disk, self.tell, clock)
        self.settings = self._held(self._root, folders.SETTINGS, settings.decode) or Settings()
        self._speak_up()
        if self._disk.problem:
            self.notices.insert(0, say("Saving is off: {reason}.", reason=self._disk.problem))
        self.profile = self._held(self._disk, PROFILE_FILE, Profile.decode) or Profile()
        self.profile.call(self.engine.renames)
        self.story = self._told_in(story)
        """The story in the language that is read; `engine.story` is as it was written."""
        self._origin = Origin()
        self._kept: Mapping[str, Value] = {}
        self._played = 0.0
        self._ticked = self._remembered = time.monotonic()
        self._saved_at: tuple[tuple[str, ...], tuple[int, int]] | None = None
        self._noted = 0

    # --- playing ---

    def new_game(
        self, seed: int | None = None, *, scene: str | None = None, values: Mapping[str, Value] | None = None
    ) -> None:
        """Begin anew; without `seed` chance decides. Raises UsageError for what is not the story's, EndlessLoop."""
        drawn = secrets.randbelow(10**9) if seed is None else seed
        playthrough = self.engine.begin(seed=drawn, reached=self.profile.reached, scene=scene, values=values)
        self._read(playthrough, Origin(scene, dict(values or {})))
        self._kept, self._played = {}, 0.0

    def advance(self) -> bool:
        """Show the next line; False where a choice is awaited, the story has ended, or it goes round for ever."""
        try:
            moved = self.reader is not None and self.reader.advance()
        except EndlessLoop as fault:
            self.tell(str(fault))
            return False
        self._note()
        return moved

    def choose(self, option_id: str, thumbnail: bytes | None = None) -> None:
        """Take a choice and save by itself, with that picture. Raises UnknownChoice, ClosedChoice."""
        if self.reader is None:
            return
        try:
            self.reader.choose(option_id)
        except EndlessLoop as fault:
            self.tell(str(fault))
            return
        self._note()
        self.autosave(thumbnail)
        if time.monotonic() - self._remembered > REMEMBER_EVERY:
            self.remember()

    def endings(self) -> tuple[EndingSeen, ...]:
        """Every ending of the story, in its order."""
        reached = set(self.profile.reached)
        return tuple(EndingSeen(ending, ending.id in reached) for ending in self.story.endings.values())

    def record(self) -> str:
        """The current playthrough as a replay file's text; empty where nothing is being played."""
        return "" if self.reader is None else replay_of(self.reader.playthrough, self.story, "Recorded while playing")

    def start_again(self, scene: str) -> bool:
        """Begin at a scene that was come to before, as it was come to; whether that way is still there."""
        way = self.profile.ways.to(scene)
        return way is not None and self._go_again(scene, way)

    def can_read_again(self, ending: str) -> bool:
        """Whether a way to the last choice before an ending is known."""
        return way_before(self.profile, ending, self.engine) is not None

    def read_again(self, ending: str) -> bool:
        """Begin at the last choice before an ending that was found; whether that way is still there."""
        before = way_before(self.profile, ending, self.engine)
        return before is not None and self._go_again(*before)

    def _go_again(self, scene: str, way: Way) -> bool:
        found = start_again(self.engine, self.profile, scene, way)
        if found is None:
            self.tell(say("The story was changed since: that way is no longer there."), again=True)
            return False
        self._read(found.playthrough, found.origin, found.line)
        self._kept, self._played = {}, 0.0
        return True

    def go_back_to(self, moves: int) -> None:
        """Go on from where the playthrough had only its first `moves` moves; what came after lies ahead no more."""
        if self.reader is None:
            return
        played = self._tick()
        self._read(self.reader.playthrough.rewind(moves), self._origin)
        self._played = played

    def take_up(self, story: Story) -> bool:
        """Go on in another version of the story, at the same line where it is still there; whether it could be."""
        engine = Engine(story)
        self.profile.call(engine.renames)
        if self.reader is None:
            self.story, self.engine = self._told_in(story), engine
            return True
        save = replace(self._current(self.reader, None), story_id=self._disk.folder.name)
        try:
            found = recover(engine, save)
            self.story, self.engine = self._told_in(story), engine
            played = self._played
            self._read(found.playthrough, found.origin, found.line)
        except GameError as fault:
            self.tell(say("The story can't be taken up: {reason}.", reason=fault), again=True)
            return False
        self._kept, self._played = found.kept, played
        if found.verdict not in (Verdict.EXACT, Verdict.MOVED):
            self.tell(found.message, again=True)
        return True

    def go_to(self, scene: str) -> None:
        """Begin in a scene with the values as they are now. Raises UsageError for no scene of the story's."""
        values = self.engine.rules.values(self.reader.playthrough.state) if self.reader else None
        seed = self.reader.playthrough.seed if self.reader else None
        self.new_game(seed, scene=scene, values=values)

    def keep_recording(self) -> bool:
        """Write down what is being played as a replay file and tell where; False where nothing is, or it can't be."""
        return self.reader is not None and self.papers.recording(self.record()) is not None

    # --- saves ---

    @property
    def can_continue(self) -> bool:
        """Whether there is a save to go on from."""
        return self.saves.any_filled()

    def continue_game(self) -> bool:
        """Go on from the newest save that can be read; whether there was one."""
        return any(self.load(slot.id) for slot in self.saves.filled() if not slot.problem)

    def save(self, slot: str, thumbnail: bytes | None = None) -> bool:
        """Save into a slot; whether it is safe on the disk. A notice says so, or what went wrong."""
        if self.reader is None:
            return False
        try:
            save = self.saves.save(slot, self._current(self.reader, thumbnail))
        except SaveError as fault:
            self.tell(say("Not saved: {reason}.", reason=fault), again=True)
            return False
        self.tell(say("Saved in {slot}: {title}.", slot=name_of(slot), title=save.title), again=True)
        return True

    def load(self, slot: str) -> bool:
        """Go on from a save; whether it could be. A notice says what was lost by it, or what went wrong."""
        try:
            save = self.saves.load(slot)
            found = recover(self.engine, save)
            self._read(found.playthrough, found.origin, found.line)
        except GameError as fault:
            self.tell(say("Nothing was loaded from {slot}: {reason}.", slot=name_of(slot), reason=fault), again=True)
            return False
        self._kept, self._played = found.kept, save.played
        if found.message:
            self.tell(found.message, again=True)
        return True

    def quick_save(self, thumbnail: bytes | None = None) -> bool:
        """Save into the quick slot."""
        return self.save(QUICK, thumbnail)

    def quick_load(self) -> bool:
        """Go on from the quick slot."""
        return self.load(QUICK)

    def autosave(self, thumbnail: bytes | None = None) -> bool:
        """Save into the next automatic slot, unless nothing changed since the last time; a notice only if it failed."""
        if self.reader is None:
            return False
        here = (self.reader.playthrough.choices, self.reader.position)
        if here == self._saved_at:
            return True
        try:
            self.saves.save_automatically(self._current(self.reader, thumbnail))
        except SaveError as fault:
            self.tell(say("Not saved: {reason}.", reason=fault))
            return False
        self._saved_at = here
        return True

    def close(self, thumbnail: bytes | None = None) -> None:
        """Leave: save where the player is, and what they remember."""
        self.autosave(thumbnail)
        self.remember()

    # --- settings and memory ---

    def change(self, name: str, value: object, *, lasting: bool = True) -> None:
        """Change a setting, and write it down if it is to be `lasting`. Raises UsageError for no name, or no value."""
        self._settle(settings.with_setting(self.settings, name, value), lasting=lasting)

    def change_all(self, values: Mapping[str, object]) -> None:
        """Change some settings together and write them down. Raises UsageError, and then none is changed."""
        changed = self.settings
        for name, value in values.items():
            changed = settings.with_setting(changed, name, value)
        self._settle(changed)

    def bind(self, bindings: Mapping[str, str]) -> None:
        """Keep what a player changed of the keys and buttons."""
        self._settle(replace(self.settings, bindings=dict(bindings)))

    def reset_settings(self) -> None:
        """Every setting as it was at first, keys and buttons included."""
        self._settle(settings.reset(self.settings))

    def _settle(self, changed: Settings, *, lasting: bool = True) -> None:
        """Take up settings, and write them down."""
        language, self.settings = self.settings.language, changed
        if changed.language != language:
            self._speak_up()
            self.story = self._told_in(self.engine.story)
            if self.reader is not None:
                self.reader.tell_in(self.story)
        if self.reader is not None:
            self.reader.soft = self.settings.soften
        if not lasting:
            return
        try:
            self._root.write(folders.SETTINGS, settings.encode(self.settings), settings.decode)
        except SaveError as fault:
            self.tell(say("The setting holds until you quit: {reason}.", reason=fault))

    def remember(self) -> None:
        """Write down what was read and found, together with what another copy of the game wrote meanwhile."""
        self._remembered = time.monotonic()
        if not self.profile.changed:
            return
        try:
            with self._disk.locked():
                other = self._held(self._disk, PROFILE_FILE, Profile.decode)
                if other is not None:
                    self.profile.learn(other)
                self._disk.write(PROFILE_FILE, self.profile.encode(), Profile.decode)
            self.profile.changed = False
        except SaveError as fault:
            self.tell(say("What you have read and found is not kept: {reason}.", reason=fault))

    # --- telling the player ---

    def tell(self, message: str, *, again: bool = False) -> None:
        """Put a line before the player; the same one only once, unless it is about something they just did."""
        line = " ".join(message.split())
        if again or line not in self._told:
            self.notices.append(line)
        self._told.add(line)

    def take_notices(self) -> tuple[str, ...]:
        """What is to be told since the last time."""
        taken = tuple(self.notices)
        self.notices.clear()
        return taken

    def _read(self, playthrough: Playthrough, origin: Origin, line: int = 0) -> None:
        reader = Reader(self.engine, playthrough, self.profile, soft=self.settings.soften, story=self.story)
        if line > 0:
            reader.jump(len(playthrough.moves) - 1, line)
        self.reader, self._origin = reader, origin
        self._ticked = time.monotonic()
        self._saved_at = None
        self._noted = 0
        self._note()

    def _current(self, reader: Reader, thumbnail: bytes | None) -> Save:
        """The playthrough as it stands, written down by names."""
        save = written_down(self.engine, reader, self._origin)
        picture = thumbnail if thumbnail is not None and is_picture(thumbnail) else b""
        return replace(save, played=self._tick(), thumbnail=picture, kept=self._kept)

    def _tick(self) -> int:
        """Count the time since the last save as played; the whole of it in seconds."""
        now = time.monotonic()
        self._played += min(now - self._ticked, LONGEST_PAUSE)
        self._ticked = now
        return int(self._played)

    def _note(self) -> None:
        """Remember the scenes that were entered since the last time, the ways there, and an ending."""
        if self.reader is None:
            return
        move = self.reader.position[0]
        if move + 1 != self._noted:
            from_start = self._origin == Origin()
            note_moves(
                self.profile, self.reader.playthrough, min(self._noted, move), self.engine, from_start=from_start
            )
            self._noted = move + 1
        self._note_ending()

    def _note_ending(self) -> None:
        if self.reader is None or self.reader.awaiting is not Awaiting.NOTHING:
            return
        ending = self.reader.view.ending
        if ending is not None and self.profile.ended(ending.id):
            self.remember()

    def _held(self, disk: Disk, name: str, decode: Callable[[bytes], T]) -> T | None:
        """What a file holds, or None where it is not there or damaged, which is told."""
        try:
            found = disk.read(name, decode)
        except Damaged as fault:
            self.tell(say("{reason}. Beginning with an empty one.", reason=fault))
            return None
        except SaveError as fault:
            self.tell(f"{fault}.")
            return None
        if found is not None and found.note:
            self.tell(f"{found.note}.")
        return None if found is None else found.value
