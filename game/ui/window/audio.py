"""Music on two decks, a bed of ambience, and sounds; silent where there is no device. Knows names, not scenes."""

from __future__ import annotations

import io
import queue
import threading
from array import array
from collections import OrderedDict
from collections.abc import Iterable
from math import cos, exp, pi, sin

import pygame

from game.app.settings import Settings

from .assets import Library
from .headers import Kind

CHANNELS = 24
RESERVED = 4
"""Channels of the decks; the others are for sounds."""
CROSSFADE = 2.0
"""Seconds in which one piece gives way to the next."""
DUCKED = 0.3
"""How loud everything stays behind a voice, and the seconds (`DUCKING`) in which it steps back."""
DUCKING = 0.6
SPARE = 60.0
"""Seconds of decoded sound that are kept though nothing plays them; each takes 192 kB."""


RATE = 48_000


class Deck:
    """A pair of channels that cross-fade."""

    def __init__(self, first: int) -> None:
        """Channels `first` and the one after it."""
        self.name: str | None = None
        self._channels = first, first + 1
        self._live = 0
        self._done = 1.0
        self._volume = -1.0

    @property
    def fades(self) -> bool:
        """Whether one piece is giving way to another."""
        return self._done < 1

    @property
    def settled(self) -> bool:
        """Whether another may take over: cutting off a fade that is under way would be heard as a click."""
        return self._done >= 1 or not any(pygame.mixer.Channel(number).get_busy() for number in self._channels)

    def start(self, name: str | None, sound: pygame.mixer.Sound | None) -> None:
        """Let `sound` take over for good, or fade to silence."""
        self.name = name
        self._live = 1 - self._live
        self._done, self._volume = 0.0, -1.0
        channel = pygame.mixer.Channel(self._channels[self._live])
        channel.stop()
        if sound is not None:
            sound.set_volume(0.0)  # a channel begins at full volume, and the device may listen before the next line
            channel.play(sound, loops=-1)
            channel.set_volume(0.0)
            sound.set_volume(1.0)

    def tick(self, seconds: float, volume: float) -> None:
        """Go on cross-fading, at equal power; `volume` 0 to 1."""
        if self._done >= 1 and volume == self._volume:
            return
        self._volume = volume
        self._done = min(1.0, self._done + seconds / CROSSFADE)
        live, old = (pygame.mixer.Channel(self._channels[i]) for i in (self._live, 1 - self._live))
        live.set_volume(volume * sin(self._done * pi / 2))
        if self._done < 1:
            old.set_volume(volume * cos(self._done * pi / 2))
        elif old.get_busy():
            old.stop()


class Audio:
    """Everything that is heard. Decoding happens in a thread; without a device nothing happens at all."""

    def __init__(self, library: Library) -> None:
        """Silent until `start`."""
        self._library = library
        self._music, self._bed = Deck(0), Deck(2)
        self._wanted: tuple[str | None, str | None] = (None, None)
        self._jobs: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._arrived: queue.SimpleQueue[tuple[str, pygame.mixer.Sound | None]] = queue.SimpleQueue()
        self._sounds: OrderedDict[str, pygame.mixer.Sound | None] = OrderedDict()
        self._asked: set[str] = set()
        self._once: list[str] = []
        self._kept: tuple[str, ...] = ()
        self._touch: str | None = None
        self._trials: list[int] = []
        self._mono = False
        self._room = 1.0
        self._heard: object = None
        self.restless = False
        """Whether something that is heard is changing, or about to."""
        self._ready = threading.Event()
        self._worker: threading.Thread | None = None

    def start(self, *, mono: bool = False) -> None:
        """Open the device in a thread: with some drivers that takes long, or fails."""
        self._mono = mono
        self._heard = None
        self._worker = threading.Thread(target=self._work, name="sounds", daemon=True)
        self._worker.start()

    def restart(self, *, mono: bool) -> None:
        """Open the device anew, where it was open: the same on both ears, or not."""
        if self._worker is None:
            return
        self.close()
        self._music, self._bed = Deck(0), Deck(2)
        self._jobs, self._arrived = queue.SimpleQueue(), queue.SimpleQueue()
        self._sounds.clear()
        self._asked.clear()
        self.start(mono=mono)

    def try_out(self, volume: int) -> None:
        """Let a bell be heard at a loudness of 0 to 100."""
        self._trials.append(volume)

    def follow(self, music: str | None, ambience: str | None) -> None:
        """What should sound for now."""
        self._wanted = music, ambience

    def play(self, name: str) -> None:
        """Play a sound once, as soon as it is decoded."""
        if self._worker is not None:
            self._once.append(name)
            del self._once[:-8]

    def keep(self, names: Iterable[str]) -> None:
        """Have the interface's sounds decoded from the start: one that comes late answers nothing."""
        self._kept = tuple(names)

    def touch(self, name: str | None) -> None:
        """Answer a hand with one of the sounds that are kept; any other name, and None, is silence."""
        self._touch = name

    def tick(self, seconds: float, settings: Settings, *, focused: bool = True, ducked: bool = False) -> None:
        """Go on with fades and start what has arrived; `ducked`, everything steps back behind a voice."""
        if not self._ready.is_set():
            return
        now = settings, self._wanted, focused, ducked
        if not (self.restless or self._once or self._touch or self._trials) and now == self._heard:
            return
        self._heard = now
        try:
            self._go_on(seconds, settings, focused=focused, ducked=ducked)
            self.restless = self._changes(ducked=ducked)
        except pygame.error:
            self._ready.clear()  # the device is gone: silent from here on
            self.restless = False

    def _changes(self, *, ducked: bool) -> bool:
        """Whether there is more to come of what was done now."""
        room = self._room != (DUCKED if ducked else 1.0)
        late = (self._music.name, self._bed.name) != self._wanted
        return room or late or bool(self._once or self._asked) or self._music.fades or self._bed.fades

    def _go_on(self, seconds: float, settings: Settings, *, focused: bool, ducked: bool) -> None:
        self._take_in()
        step = seconds / DUCKING
        self._room = max(DUCKED, self._room - step) if ducked else min(1.0, self._room + step)
        loud = 0.0 if settings.mute or (settings.mute_unfocused and not focused) else settings.volume / 100
        loud *= self._room
        for deck, name, own in (
            (self._music, self._wanted[0], settings.music_volume),
            (self._bed, self._wanted[1], settings.ambience_volume),
        ):
            if name != deck.name and self._there(name) and deck.settled:
                deck.start(name, self._sounds.get(name) if name else None)
            deck.tick(seconds, loud * own / 100)
        self._start_sounds(loud * settings.sound_volume / 100)
        self._answer(loud * settings.interface_volume / 100)
        self._ring(loud)

    def close(self) -> None:
        """Fall silent and end the thread."""
        if self._worker is not None:
            self._jobs.put(None)
            self._worker.join(timeout=1)
            self._worker = None
        if self._ready.is_set():
            self._ready.clear()
            pygame.mixer.quit()

    def _start_sounds(self, volume: float) -> None:
        waiting = []
        for name in self._once:
            if not self._there(name):
                waiting.append(name)
            else:
                _start(self._sounds[name], volume)
        self._once = waiting

    def _answer(self, volume: float) -> None:
        ready = [name for name in self._kept if self._there(name)]
        if volume > 0 and self._touch in ready:
            _start(self._sounds[self._touch], volume)
        self._touch = None

    def _ring(self, loud: float) -> None:
        for volume in self._trials:
            _start(pygame.mixer.Sound(buffer=bell(1 if self._mono else 2)), loud * volume / 100)
        self._trials.clear()

    def _there(self, name: str | None) -> bool:
        """Whether a sound is decoded (or of no use); asks for it where it is neither."""
        if name is None or name in self._sounds:
            return True
        if name not in self._asked:
            self._asked.add(name)
            self._jobs.put(name)
        return False

    def _take_in(self) -> None:
        while True:
            try:
                name, sound = self._arrived.get_nowait()
            except queue.Empty:
                return
            self._asked.discard(name)
            self._sounds[name] = sound
            playing = {self._music.name, self._bed.name, *self._wanted, *self._once, *self._kept, name}
            self._forget(old for old in reversed(self._sounds) if old not in playing)

    def _forget(self, spare: Iterable[str]) -> None:
        """Let go of what nobody plays, the newest last."""
        kept = 0.0
        for name in list(spare):
            sound = self._sounds[name]
            kept += sound.get_length() if sound is not None else 0.0
            if kept > SPARE:
                del self._sounds[name]

    def _work(self) -> None:
        try:
            pygame.mixer.init(RATE, -16, 1 if self._mono else 2, 1024)
            pygame.mixer.set_num_channels(CHANNELS)
            pygame.mixer.set_reserved(RESERVED)
        except pygame.error:
            return
        self._ready.set()
        while (name := self._jobs.get()) is not None:
            self._arrived.put((name, self._decode(name)))

    def _decode(self, name: str) -> pygame.mixer.Sound | None:
        data = self._library.checked(name, Kind.SOUND)
        try:
            return pygame.mixer.Sound(io.BytesIO(data)) if data else None
        except pygame.error:
            return None


def bell(ears: int) -> bytes:
    """A bell that lasts most of a second, as the mixer wants it, for one ear or two."""
    tones = ((523.25, 1.0), (1046.5, 0.4), (1568.0, 0.2))
    samples = array("h")
    for at in range(int(RATE * 0.8)):
        time = at / RATE
        fade = min(1.0, time * 200) * exp(-5 * time)
        height = sum(part * sin(2 * pi * tone * time) for tone, part in tones)
        samples.extend([int(9000 * fade * height)] * ears)
    return samples.tobytes()


def _start(sound: pygame.mixer.Sound | None, volume: float) -> None:
    """Play a sound once, as loud as it is from its first sample, where a channel is free."""
    if sound is not None and (channel := _free()) is not None:
        sound.set_volume(volume)
        channel.play(sound)


def _free() -> pygame.mixer.Channel | None:
    """A channel that is neither a deck's nor busy; pygame's own search would hand out the decks' too."""
    channels = (pygame.mixer.Channel(number) for number in range(RESERVED, CHANNELS))
    return next((channel for channel in channels if not channel.get_busy()), None)
