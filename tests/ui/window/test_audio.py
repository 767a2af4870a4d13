import math
import struct
import time
import wave
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.app.settings import Settings
from game.ui.window.assets import Library
from game.ui.window.audio import CROSSFADE, DUCKED, DUCKING, Audio
from game.ui.window.headers import Kind


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three short sounds and one that is none."""
    for index, name in enumerate(("theme", "march", "bell")):
        with wave.open(str(tmp_path / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, 8000, 0, "NONE", ""))
            tone = (math.sin(i * (index + 1) / 5) * 9000 for i in range(4000))
            file.writeframes(b"".join(struct.pack("<h", int(value)) for value in tone))
    (tmp_path / "broken.wav").write_bytes(b"RIFF\0\0\0\0WAVEnothing")
    return tmp_path


@pytest.fixture
def audio(folder: Path) -> Iterator[Audio]:
    """Sound on a device that is silent."""
    sound = Audio(Library(folder, None))
    sound.start()
    yield sound
    sound.close()


def _until(audio: Audio, settings: Settings, channel: int, *, seconds: float = 5.0, focused: bool = True) -> None:
    """Let turns pass until a channel plays."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        audio.tick(0.05, settings, focused=focused)
        if pygame.mixer.get_init() and pygame.mixer.Channel(channel).get_busy():
            return
        time.sleep(0.005)
    raise AssertionError(f"channel {channel} never played")


def _settle(audio: Audio, settings: Settings, *, focused: bool = True) -> None:
    for _ in range(int(CROSSFADE / 0.05) + 5):
        audio.tick(0.05, settings, focused=focused)


def test_music_fades_in_and_another_piece_takes_over(audio: Audio) -> None:
    """Two decks: the new piece rises while the old one falls, then the old one is stopped."""
    settings = Settings(volume=100, music_volume=100)
    audio.follow("theme.wav", None)
    _until(audio, settings, 1)
    assert pygame.mixer.Channel(1).get_volume() < 0.2
    _settle(audio, settings)
    assert pygame.mixer.Channel(1).get_volume() == pytest.approx(1.0, abs=0.02)
    audio.follow("march.wav", None)
    _until(audio, settings, 0)
    assert pygame.mixer.Channel(1).get_busy()
    for _ in range(10):
        audio.tick(CROSSFADE / 12, settings)
        loud = [pygame.mixer.Channel(deck).get_volume() for deck in (0, 1)]
        assert sum(part**2 for part in loud) == pytest.approx(1.0, abs=0.05), "at equal power all the way"
    _settle(audio, settings)
    assert not pygame.mixer.Channel(1).get_busy()
    assert pygame.mixer.Channel(0).get_volume() == pytest.approx(1.0, abs=0.02)


def test_each_bus_has_its_volume_and_all_have_one(audio: Audio) -> None:
    """What is heard is the product of both; muting and another window in front make it nothing."""
    settings = Settings(volume=50, ambience_volume=40)
    audio.follow(None, "theme.wav")
    _until(audio, settings, 3)
    _settle(audio, settings)
    assert pygame.mixer.Channel(3).get_volume() == pytest.approx(0.2, abs=0.02)
    audio.tick(0.05, settings, focused=False)
    assert pygame.mixer.Channel(3).get_volume() == 0
    audio.tick(0.05, Settings(mute=True))
    assert pygame.mixer.Channel(3).get_volume() == 0


def test_a_sound_plays_once_on_a_channel_of_its_own(audio: Audio) -> None:
    """It doesn't take a deck's channel."""
    audio.play("bell.wav")
    _until(audio, Settings(), 4)
    audio.tick(0.05, Settings())
    assert not pygame.mixer.Channel(0).get_busy()


def test_what_is_no_sound_is_silence(audio: Audio) -> None:
    """A missing or broken file stops nothing and is named."""
    audio.follow("gone.ogg", "broken.wav")
    audio.play("theme.wav")
    _until(audio, Settings(), 4)
    _settle(audio, Settings())
    assert any("gone.ogg" in fault for fault in audio._library.faults)


def test_without_a_device_the_game_is_silent_and_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A driver that fails costs the sound, never the game."""
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    audio = Audio(Library(folder, None))
    audio.start()
    audio.follow("theme.wav", None)
    audio.play("bell.wav")
    for _ in range(5):
        audio.tick(0.05, Settings())
        time.sleep(0.01)
    assert pygame.mixer.get_init() is None
    audio.close()


def test_the_interface_has_a_volume_of_its_own_and_nought_is_silence(audio: Audio) -> None:
    """A touch sounds at once and only once, as loud as its setting and not as the sounds'."""
    audio.keep(("bell.wav",))
    _kept(audio)
    audio.touch("bell.wav")
    audio.tick(0.05, Settings(interface_volume=0))
    assert not pygame.mixer.Channel(4).get_busy()
    audio.touch("bell.wav")
    audio.tick(0.05, Settings(sound_volume=0, interface_volume=50))
    assert pygame.mixer.Channel(4).get_busy()
    played = pygame.mixer.Channel(4).get_sound()
    assert played is not None
    assert played.get_volume() == pytest.approx(0.5, abs=0.02)
    audio.tick(0.05, Settings())
    assert not pygame.mixer.Channel(5).get_busy()


def test_a_touch_that_is_not_decoded_yet_stays_silent(audio: Audio) -> None:
    """An answer that comes late would answer something else."""
    audio.touch("bell.wav")
    for _ in range(20):
        audio.tick(0.05, Settings())
        time.sleep(0.005)
    assert not pygame.mixer.Channel(4).get_busy()


def test_everything_steps_back_behind_a_voice_and_comes_forward_again(audio: Audio) -> None:
    """Music and beds fall to a third within the time of ducking, without a step, and rise when the voice is over."""
    settings = Settings(volume=100, music_volume=100, ambience_volume=100)
    audio.follow("theme.wav", "march.wav")
    _until(audio, settings, 1)
    _until(audio, settings, 3)
    _settle(audio, settings)
    heard = [pygame.mixer.Channel(1).get_volume()]
    for _ in range(int(DUCKING / 0.05) + 1):
        audio.tick(0.05, settings, ducked=True)
        heard.append(pygame.mixer.Channel(1).get_volume())
    assert heard[-1] == pytest.approx(DUCKED, abs=0.02)
    assert pygame.mixer.Channel(3).get_volume() == pytest.approx(DUCKED, abs=0.02)
    assert max(before - after for before, after in pairwise(heard)) < 0.1
    for _ in range(int(DUCKING / 0.05) + 1):
        audio.tick(0.05, settings)
    assert pygame.mixer.Channel(1).get_volume() == pytest.approx(1.0, abs=0.02)


def test_a_fade_under_way_is_not_cut_off(audio: Audio) -> None:
    """A third piece waits until the second has taken over: what is heard never jumps."""
    settings = Settings(volume=100, music_volume=100)
    audio.follow("theme.wav", None)
    _until(audio, settings, 1)
    _settle(audio, settings)
    audio.follow("march.wav", None)
    _until(audio, settings, 0)
    audio.tick(CROSSFADE / 2, settings)
    half = pygame.mixer.Channel(1).get_volume()
    audio.follow("bell.wav", None)
    _kept(audio)
    assert pygame.mixer.Channel(1).get_busy()
    assert 0 < pygame.mixer.Channel(1).get_volume() <= half
    _settle(audio, settings)
    _until(audio, settings, 1)
    assert audio._music.name == "bell.wav"


def _kept(audio: Audio) -> None:
    """Let the worker decode what was asked for."""
    for _ in range(20):
        audio.tick(0.0, Settings(volume=100, music_volume=100))
        time.sleep(0.01)


@pytest.mark.parametrize(("spare", "times"), [(0.0, 2), (60.0, 1)])
def test_what_nobody_plays_is_kept_only_for_a_while(
    folder: Path, monkeypatch: pytest.MonkeyPatch, spare: float, times: int
) -> None:
    """A piece that comes again is decoded again where there was no room for it; a sitting holds no more for it."""
    monkeypatch.setattr("game.ui.window.audio.SPARE", spare)
    library, asked = Library(folder, None), list[str]()
    checked = library.checked

    def noted(name: str, kind: Kind) -> bytes | None:
        asked.append(name)
        return checked(name, kind)

    monkeypatch.setattr(library, "checked", noted)
    audio, settings = Audio(library), Settings(volume=100)
    audio.start()
    for turn, piece in enumerate(("theme.wav", "march.wav", "bell.wav", "theme.wav")):
        audio.follow(piece, None)
        _until(audio, settings, (turn + 1) % 2)
        _settle(audio, settings)
    audio.close()
    assert asked.count("theme.wav") == times
