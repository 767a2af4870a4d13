"""The ear of the game: follows moment after moment and hands what changed to a speaker. Knows no window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.app.settings import Settings

from .frame import Backdrop
from .speaker import Speaker, Tone
from .voicing import Sight, Speech, heard, in_full

OFF, SPEECH, CLIPBOARD = "off", "speech", "clipboard"
"""Values of the setting `self_voicing`."""


class Listening:
    """Says each thing once. What interrupts nothing waits for its turn.

    `problem` tells why there is no speech, once there should be some; `speaking` is True while somebody listens, so
    that nothing goes on by itself meanwhile and the music steps back.
    """

    def __init__(self, voice: Callable[[], Speaker], clipboard: Callable[[], Speaker]) -> None:
        """`voice` and `clipboard` make the speakers, when they are first needed."""
        self._make = {SPEECH: voice, CLIPBOARD: clipboard}
        self._made: dict[str, Speaker] = {}
        self._mode = OFF
        self._before: Sight | None = None
        self._waiting: list[str] = []
        self._tone = Tone()

    @property
    def on(self) -> bool:
        """Whether anybody listens."""
        return self._mode != OFF

    @property
    def speaking(self) -> bool:
        """Whether something is being said."""
        speaker = self._made.get(self._mode)
        return speaker is not None and (speaker.busy or bool(self._waiting))

    @property
    def problem(self) -> str:
        """Why nothing can be heard; empty where all is well."""
        return str(getattr(self._made.get(self._mode), "problem", ""))

    def follow(self, sight: Sight, settings: Settings, language: str = "") -> None:
        """Say what is new at this moment, by a voice of that language where there is one."""
        self._tone = Tone(settings.voice_volume, settings.voice_speed, language)
        if settings.self_voicing != self._mode:
            self._turn(settings.self_voicing)
        if self._mode == OFF:
            return
        if self._before != sight:
            self._hand_on(heard(self._before, sight))
            self._before = sight
        if self._waiting and not self._made[self._mode].busy:
            self._say(self._waiting)
            self._waiting.clear()

    def look(self, sight: Sight, backdrop: Backdrop | None) -> Speech:
        """Say what is there to be seen; the words too, for who has no voice switched on."""
        speech = in_full(sight, backdrop)
        if self._mode != OFF:
            self._hand_on(speech)
        return speech

    def close(self) -> None:
        """Fall silent."""
        self._turn(OFF)

    def _turn(self, mode: str) -> None:
        """Another way to listen: begin with all that is on screen."""
        if self._mode in self._made:
            self._made[self._mode].stop()
        self._mode, self._before = mode, None
        self._waiting.clear()
        if mode != OFF and mode not in self._made:
            self._made[mode] = self._make[mode]()

    def _hand_on(self, speech: Speech) -> None:
        if not speech.sentences:
            return
        if speech.interrupts:
            self._say(speech.sentences)
        else:
            self._waiting += speech.sentences

    def _say(self, sentences: Iterable[str]) -> None:
        self._made[self._mode].say(" ".join(sentences), self._tone)
