from pathlib import Path

import pygame
import pytest

from game.app.app import App
from game.app.settings import Settings
from game.loading.loader import load_story
from game.ui.window.geometry import Viewport
from game.ui.window.input import Input
from game.ui.window.intents import Do, Intent
from game.ui.window.listening import Listening
from game.ui.window.player import Player
from game.ui.window.screens.ending import Ending
from game.ui.window.screens.play import Play
from game.ui.window.speaker import Tone
from game.ui.window.voicing import Passage
from game.ui.window.widgets import find
from tests.support.window import letters, player_in, press, to_choices

STORY = Path(__file__).resolve().parents[3] / "story"
SPEECH = Settings(self_voicing="speech")


class Fake:
    """A speaker that writes down what it is given."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.busy = False
        self.stopped = 0
        self.problem = ""

    def say(self, text: str, tone: Tone) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stopped += 1


class Keys:
    """Somebody who reads with keys and ears; there is no window and no picture."""

    def __init__(self, player: Player, ear: Fake) -> None:
        self.player, self.ear = player, ear
        self.listening = Listening(lambda: ear, lambda: ear)
        self.input = Input()
        self.unnamed: list[str] = []
        self.hear()

    def hear(self) -> None:
        """Let a moment pass and listen."""
        before = self.focus
        for _ in range(10):
            self.player.tick(0.05)
            self.listening.follow(self.player.sight, self.player.app.settings)
        if self.focus != before:
            self.unnamed.append(self.focus)

    def press(self, key: int) -> None:
        """Press a key; a control that takes the focus by it has to be named in what is said then."""
        before, count = self.focus, len(self.ear.said)
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            for intent in self.input.intents(pygame.Event(kind, key=key, mod=pygame.KMOD_NUM), Viewport(1280, 720)):
                self.player.handle(intent)
        same = self.focus == before
        self.hear()
        node = find(self.player.sight.tree, self.focus)
        heard = " ".join(self.ear.said[count:])
        if node is not None and (not same) and node.name.rstrip(".") not in heard:
            self.unnamed.append(self.focus)

    @property
    def focus(self) -> str:
        return self.player.sight.focus


@pytest.mark.slow
def test_act_0_is_read_to_its_end_by_speech_and_keyboard_alone(tmp_path: Path) -> None:
    """With no picture at all: every line is said once, every control in focus is named, choices come with the words."""
    story = load_story(STORY).story
    assert story is not None
    app = App(story, tmp_path)
    app.change_all({"text_speed": 0, "reduced_motion": True, "time_limits": "off", "self_voicing": "speech"})
    ear = Fake()
    keys = Keys(Player(app, letters), ear)
    assert app.story.title in ear.said[0]
    assert "New game, button" in ear.said[0]
    keys.press(pygame.K_RETURN)
    lines: dict[tuple[int, int], str] = {}  # in the order read
    offered = 0
    for _ in range(3000):
        screen = keys.player.screens[-1]
        if isinstance(screen, Ending) or (isinstance(screen, Play) and not _in_act(screen.view.scene, story)):
            break
        assert isinstance(screen, Play)
        passage = screen.passage()
        if passage is not None and passage.words and keys.player.reader.position not in lines:
            lines[keys.player.reader.position] = _whole(passage)
            assert passage.words in ear.said[-1]
        if not screen.choosing:
            keys.press(pygame.K_SPACE)
            continue
        offered += 1
        assert passage is not None
        assert all(option in " ".join(ear.said[-2:]) for option in passage.options)
        _take_last_open(keys, screen)
    else:
        raise AssertionError("the act did not end")
    assert keys.unnamed == []
    assert offered >= 5
    assert len(lines) > 150
    expected = [*lines.values()]
    said = [text.partition(" Choose. ")[0] for text in ear.said]
    assert [text for text in said if text in set(expected)] == expected


def _whole(passage: Passage) -> str:
    return f"{passage.speaker}: {passage.words}" if passage.speaker else passage.words


def _in_act(scene: str, story: object) -> bool:
    refs = getattr(story, "scenes")[scene].ref  # noqa: B009 - the story's type is the engine's
    return "act_0" in str(getattr(refs, "file", refs))


def _take_last_open(keys: Keys, screen: Play) -> None:
    """Go down through all choices and take the last that is open, by its name alone."""
    wanted = [f"choice.{option.id}" for option in screen.view.options if option.open][-1]
    for _ in range(12):
        if keys.focus == wanted:
            break
        keys.press(pygame.K_DOWN if keys.focus else pygame.K_RETURN)
    assert keys.focus == wanted
    keys.press(pygame.K_RETURN)
    assert keys.player.screens[-1] is not screen or not screen.choosing


def test_a_notice_waits_for_the_voice_to_end(tmp_path: Path) -> None:
    """Nothing that is being said is cut off by it, and nothing of it is lost."""
    player, ear = player_in(tmp_path, self_voicing="speech"), Fake()
    listening = Listening(lambda: ear, lambda: ear)
    listening.follow(player.sight, SPEECH)
    ear.busy = True
    player.app.tell("Saved.")
    player.tick(0.01)
    listening.follow(player.sight, SPEECH)
    assert "Saved." not in ear.said
    assert listening.speaking
    ear.busy = False
    listening.follow(player.sight, SPEECH)
    assert ear.said[-1] == "Saved."


def test_switching_it_on_begins_with_all_that_is_there_and_off_is_silent(tmp_path: Path) -> None:
    """Nobody has to guess where they are."""
    player, ear = player_in(tmp_path), Fake()
    listening = Listening(lambda: ear, lambda: ear)
    listening.follow(player.sight, Settings())
    assert ear.said == []
    listening.follow(player.sight, SPEECH)
    assert ear.said == ["Bells, from every tower at once."]
    listening.follow(player.sight, Settings())
    assert ear.stopped == 1
    assert not listening.speaking


def test_v_and_shift_c_turn_voice_and_clipboard_on_and_off(tmp_path: Path) -> None:
    """The keys that players of visual novels know."""
    player = player_in(tmp_path)
    for do, mode in ((Do.VOICE, "speech"), (Do.CLIPBOARD, "clipboard"), (Do.CLIPBOARD, "off")):
        player.handle(Intent(do))
        assert player.app.settings.self_voicing == mode


def test_nothing_goes_on_by_itself_while_a_voice_speaks(tmp_path: Path) -> None:
    """Neither auto mode nor a timed choice outruns somebody who listens."""
    player = player_in(tmp_path, auto=True)
    player.listened_to = True
    before = player.reader.position
    for _ in range(600):
        player.tick(0.05)
    assert player.reader.position == before
    player.app.change("auto", value=False)
    to_choices(player)
    player.handle(Intent(Do.CHOICE, number=1))
    to_choices(player)
    for _ in range(600):
        player.tick(0.05)
    assert player.reader.view.scene == "stair"
    player.listened_to = False
    for _ in range(100):
        player.tick(0.05)
    assert player.reader.view.scene == "end_stayed"


def test_a_look_is_asked_for_once(tmp_path: Path) -> None:
    """The picture's words are there for everybody, with a voice or without."""
    player, ear = player_in(tmp_path), Fake()
    press(player, Do.LOOK)
    assert player.looking
    listening = Listening(lambda: ear, lambda: ear)
    assert listening.look(player.sight, player.backdrop).sentences[0] == "Iron beds in two rows."
    assert ear.said == []
    listening.follow(player.sight, SPEECH)
    listening.look(player.sight, player.backdrop)
    assert ear.said[-1].startswith("Iron beds in two rows.")
