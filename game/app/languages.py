"""The languages that a story can be read in, and what they are called by those who speak them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from game.engine.playing import Engine
from game.errors import UsageError
from game.model.story import Story

from .settings import Settings

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

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the story can be read in, its own first."""
        own = self.engine.story.language
        return (own, *sorted(self.tongues.keys() - {own}))

    @property
    def language(self) -> str:
        """The one that it is read in."""
        return self.settings.language if self.settings.language in self.tongues else self.engine.story.language

    def speak(self, language: str) -> None:
        """Go on in another language, at the same line. Raises UsageError for one that the story does not have."""
        if language not in self.languages:
            message = f"the story has not been translated into '{language[:20]}'"
            raise UsageError(message, f"it can be read in {', '.join(self.languages)}")
        self._settle(replace(self.settings, language=language))

    def _settle(self, changed: Settings) -> None:
        """Take up settings."""
        raise NotImplementedError

    def _told_in(self, story: Story) -> Story:
        """A story in the language that is read."""
        tongue = self.tongues.get(self.settings.language) if self.settings.language != story.language else None
        return story if tongue is None else tongue(story)
