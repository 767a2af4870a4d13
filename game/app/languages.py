"""The languages that a story and the game around it speak, and what they are called by those who speak them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from game.engine.playing import Engine
from game.errors import UsageError
from game.model.story import Story

from .settings import Settings
from .wording import OWN, Wording, speak

Tongue: TypeAlias = Callable[[Story], Story]
"""Tells a story in another language: the same story in other words."""

_NAMES = {
    "ar": "العربية", "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "en": "English",
    "es": "Español", "fi": "Suomi", "fr": "Français", "hu": "Magyar", "it": "Italiano", "ja": "日本語", "ko": "한국어",
    "nb": "Norsk", "nl": "Nederlands", "pl": "Polski", "pt": "Português", "pt_BR": "Português (Brasil)",
    "ro": "Română", "ru": "Русский", "sv": "Svenska", "tr": "Türkçe", "uk": "Українська", "zh": "中文",
}  # fmt: skip


def name_of(language: str) -> str:
    """The name of a language such as `de` or `pt_BR`; the code itself where none is known."""
    return _NAMES.get(language) or _NAMES.get(language[:2], language)


class ManyTongues:
    """What an app does with languages; needs its engine and its settings."""

    engine: Engine
    settings: Settings
    tongues: Mapping[str, Tongue]
    wordings: Mapping[str, Callable[[], Wording]]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that can be set, the story's own first: those of the story, and those of the game around it."""
        own = self.engine.story.language
        return (own, *sorted({OWN, *self.tongues, *self.wordings} - {own}))

    @property
    def language(self) -> str:
        """The one that is set."""
        wanted = self.settings.language
        return wanted if wanted in self.languages else self.engine.story.language

    @property
    def told_in(self) -> str:
        """The one that the story is told in: its own, where it was not translated into the one that is set."""
        return self.language if self.language in self.tongues else self.engine.story.language

    @property
    def spoken_in(self) -> str:
        """The one that the game around it speaks: English, where it does not speak the one that is set."""
        return self.language if self.language in self.wordings else OWN

    def speak(self, language: str) -> None:
        """Go on in another language, at the same line. Raises UsageError for one that neither story nor game has."""
        if language not in self.languages:
            message = f"there is no translation into '{language[:20]}'"
            raise UsageError(message, f"there are {', '.join(self.languages)}")
        self._settle(replace(self.settings, language=language))

    def _speak_up(self) -> None:
        """Say everything in the language that is set."""
        speak(self.wordings[self.language]() if self.language in self.wordings else Wording())

    def _settle(self, changed: Settings) -> None:
        """Take up settings."""
        raise NotImplementedError

    def _told_in(self, story: Story) -> Story:
        """A story in the language that is read."""
        tongue = self.tongues.get(self.settings.language) if self.settings.language != story.language else None
        return story if tongue is None else tongue(story)
