"""Act 0 of our own story from the title to an ending, each time with one kind of device: real events, every turn drawn.

Where the road leads is looked up beforehand; the hands only press what their device has.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pygame
import pytest

from game.app.app import App
from game.app.view import Story
from game.engine.playing import Engine
from game.loading.loader import load_story
from game.ui.window.listening import Listening
from game.ui.window.loop import Loop
from game.ui.window.presenter import Presenter, start_display
from game.ui.window.screens.ending import Ending
from game.ui.window.screens.menus import Title
from game.ui.window.screens.play import Play
from game.ui.window.speaker import Tone
from game.ui.window.widgets import find

ROOT = Path(__file__).resolve().parents[3]
ENDING = "hands_that_stayed"
CORNER = (630, 6)
"""Where nothing is."""
pytestmark = pytest.mark.slow


class Ear:
    """A speaker that writes down what it is given."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.busy = False

    def say(self, text: str, tone: Tone) -> None:
        self.said.append(text)

    def stop(self) -> None:
        """Nothing to silence."""


class Hands:
    """A window that shows nothing, and somebody before it."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.rest(20)

    def rest(self, turns: int = 6) -> None:
        """Let some time pass."""
        for _ in range(turns):
            self.loop.turn([], 0.05)

    def send(self, kind: int, **what: object) -> None:
        """An event, and a moment after it."""
        self.loop.turn([pygame.Event(kind, what)], 0.05)

    @property
    def focus(self) -> str:
        return self.loop.player.screens[-1].focus

    def press(self) -> None:
        """On with the text."""
        raise NotImplementedError

    def take(self, control: str) -> None:
        """Take what is on screen under that id."""
        raise NotImplementedError


class Pad(Hands):
    """A gamepad and nothing else."""

    def press(self) -> None:
        self.send(pygame.JOYBUTTONDOWN, button=0, instance_id=0)

    def take(self, control: str) -> None:
        for _ in range(24):
            if self.focus == control:
                break
            self.send(pygame.JOYHATMOTION, value=(0, -1), hat=0, instance_id=0)
            self.send(pygame.JOYHATMOTION, value=(0, 0), hat=0, instance_id=0)
        assert self.focus == control
        self.press()


class OneButton(Hands):
    """The space bar and nothing else."""

    def press(self) -> None:
        self.send(pygame.KEYDOWN, key=pygame.K_SPACE, mod=pygame.KMOD_NONE, unicode=" ")
        self.send(pygame.KEYUP, key=pygame.K_SPACE, mod=pygame.KMOD_NONE)

    def take(self, control: str) -> None:
        for _ in range(1200):
            group = self.loop.player._group
            if control in group:
                self.press()
            elif self.focus == control and not group:
                break
            self.rest(1)
        assert self.focus == control
        self.press()


class Mouse(Hands):
    """A mouse and nothing else."""

    def press(self) -> None:
        self._click(CORNER)

    def take(self, control: str) -> None:
        top = self.loop.player.screens[-1]
        node = find(self.loop.player.tree_of(top), control)
        assert node is not None
        view = self.loop.presenter.viewport
        x, y = node.bounds.x + node.bounds.w / 2, node.bounds.y + node.bounds.h / 2
        self._click((round(x * view.scale + view.offset[0]), round(y * view.scale + view.offset[1])))

    def _click(self, at: tuple[int, int]) -> None:
        self.send(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self.send(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
        self.send(pygame.MOUSEBUTTONUP, pos=at, button=1)


class Blind(Hands):
    """A keyboard and ears: what is taken is found by the words that were said, and nothing else is looked at."""

    def __init__(self, loop: Loop) -> None:
        self.ear = Ear()
        loop.listening = Listening(lambda: self.ear, lambda: self.ear)
        super().__init__(loop)

    def press(self) -> None:
        self._key(pygame.K_SPACE)

    def take(self, control: str) -> None:
        wanted = find(self.loop.player.tree_of(self.loop.player.screens[-1]), control)
        assert wanted is not None
        offered = next(text for text in reversed(self.ear.said) if wanted.name.rstrip(".") in text)
        if "Choose." in offered:
            options = offered.partition("Choose.")[2]
            number = options[: options.index(wanted.name.rstrip("."))].rstrip().removesuffix(":").split()[-1]
            self._key(pygame.K_0 + int(number))
        else:
            assert f"{wanted.name.rstrip('.')}, " in offered, "it is in focus, and was said to be"
            self._key(pygame.K_RETURN)

    def _key(self, key: int) -> None:
        self.send(pygame.KEYDOWN, key=key, mod=pygame.KMOD_NUM, unicode="")
        self.send(pygame.KEYUP, key=key, mod=pygame.KMOD_NUM)


@pytest.fixture(scope="module")
def story() -> Story:
    """Our own."""
    story = load_story(ROOT / "story").story
    assert story is not None
    return story


@pytest.fixture(scope="module")
def road(story: Story) -> tuple[str, ...]:
    """The choices that lead to the ending of act 0."""
    engine = Engine(story)
    for seed in range(500):
        draw, play = Random(seed), engine.rest(engine.begin())
        for _ in range(80):
            offered = [option.id for option in engine.view(play).options if option.open]
            if not offered:
                break
            play = engine.rest(engine.take(play, draw.choice(offered)))
        if engine.view(play).ending == ENDING:
            return tuple(move.choice for move in play.moves if move.choice)
    raise AssertionError("no road led to the ending")


@pytest.fixture
def loop(story: Story, tmp_path: Path) -> Iterator[Loop]:
    """The game at its title, over its own pictures."""
    app = App(story, tmp_path)
    app.change_all({"text_speed": 0, "reduced_motion": True, "time_limits": "off"})
    start_display()
    loop = Loop(app, Presenter("A test", fullscreen=False, size=(640, 360)), ROOT / "assets")
    yield loop
    loop.close()


def _play(hands: Hands, road: tuple[str, ...]) -> int:
    """From the title to an ending; how many lines were read."""
    player = hands.loop.player
    assert isinstance(player.screens[-1], Title)
    hands.take("new")
    hands.rest()
    lines: set[tuple[int, int]] = set()
    for _ in range(2000):
        screen = player.screens[-1]
        if isinstance(screen, Ending):
            return len(lines)
        assert isinstance(screen, Play)
        lines.add(player.reader.position)
        if screen.choosing:
            hands.rest()
            taken = sum(move.choice is not None for move in player.reader.playthrough.moves)
            scene, _, choice = road[taken].partition(
                "."
            )  # a press that came before the choices had settled comes again
            assert screen.view.scene == scene
            hands.take(f"choice.{choice}")
        else:
            hands.press()
            hands.rest(2)
    raise AssertionError("the act did not end")


@pytest.mark.parametrize(
    ("hands", "settings"),
    [
        (Pad, {}),
        (OneButton, {"scanning": "fast"}),
        (OneButton, {"scanning": "fast", "scan_groups": True}),
        (Mouse, {}),
        (Blind, {"self_voicing": "speech"}),
    ],
    ids=["gamepad", "one button", "one button by groups", "mouse", "keyboard and voice"],
)
def test_act_0_is_played_to_its_ending(
    hands: type[Hands], settings: dict[str, object], loop: Loop, road: tuple[str, ...]
) -> None:
    """With that device alone, and nothing asked of the player that it has not."""
    loop.app.change_all(settings)
    playing = hands(loop)
    assert _play(playing, road) > 60
    assert loop.app.profile.reached == (ENDING,)
    if isinstance(playing, Blind):
        playing.rest(40)
        title = loop.app.story.endings[ENDING].title
        assert any(title in said for said in playing.ear.said)
