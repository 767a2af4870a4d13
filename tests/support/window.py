"""A story with everything that a window shows, a measure without fonts, and a player driven by intents."""

from __future__ import annotations

from pathlib import Path

from game.app.app import App
from game.model.story import Story
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.sheet import Sheet
from game.ui.window.player import Player
from game.ui.window.screens.play import Play
from game.ui.window.theme import Type
from tests.support.stories import load

FILES = {
    "story.yaml": "title: Stone Lightning\nstart: ward\nformat: 1\n",
    "variables.yaml": "trust:\n  range: 0..3\n  default: 1\n  about: How far she trusts him.\n",
    "cast.yaml": (
        "tetsuya: {name: Tetsuya}\n"
        "luna: {name: Luna, colour: '#9FA8A4', portraits: {neutral: luna_n.webp, warm: luna_w.webp}}\n"
    ),
    "places.yaml": (
        "ward: {name: The burns ward, background: ward.webp, alt: Iron beds in two rows.}\n"
        "stair: {name: The iron stair, background: stair.webp, alt: An iron stair.}\n"
    ),
    "endings.yaml": (
        "stayed: {title: Hands That Stayed, kind: bittersweet, epigraph: Somebody has to be in.}\n"
        "left: {title: The Road, kind: alternate}\n"
    ),
    "scenes.yaml": """\
ward:
  title: The bells
  you: tetsuya
  place: ward
  script:
    - Bells, from every tower at once.
    - show: luna neutral right
    - luna: They keep losing the drum.
    - effect: shake
    - luna warm: You are *counting*.
  choices:
    speak:
      text: Say the day aloud.
      do: trust += 1
      goto: stair
    truth:
      text: Say whose hands those were.
      when: trust >= 3
      locked: You would have to know.
      goto: stair
    wait:
      text: Wait.
      goto: still
stair:
  place: stair
  script:
    - pause: 2
    - The stair rings under two pairs of shoes.
  timer: {seconds: 4, choice: stay}
  choices:
    stay: {text: Stay with her., goto: end_stayed}
    go: {text: Go down., goto: end_left}
still:
  script:
    - Nothing is said.
  goto: end_left
end_stayed:
  script:
    - A key turns.
  ending: stayed
end_left:
  script:
    - The tram comes.
  ending: left
""",
}


def window_story() -> Story:
    """The story above."""
    return load(FILES)


def letters(text: str, type_: Type) -> float:
    """A measure in which every letter is half an em wide."""
    return len(text) * (type_.size * 0.5 + type_.tracking)


SHEET = Sheet(letters)


def player_in(home: Path, *, playing: bool = True, **settings: object) -> Player:
    """A player of the story; with `playing`, at its first line with the card gone and all text at once."""
    app = App(window_story(), home)
    for name, value in {"text_speed": 0, "reduced_motion": True, **settings}.items():
        app.change(name, value)
    player = Player(app, letters)
    if playing:
        player.handle(Intent(Do.ENTER))
        player.handle(Intent(Do.ADVANCE))
        settle(player)
    return player


def settle(player: Player, seconds: float = 3.0) -> None:
    """Let time pass in small turns."""
    for _ in range(int(seconds / 0.05)):
        player.tick(0.05)


def press(player: Player, *wishes: Do) -> None:
    """Answer wishes one after the other, with a moment between them."""
    for do in wishes:
        player.handle(Intent(do))
        settle(player, 0.3)


def reading(player: Player) -> Play:
    """The reading screen."""
    screen = player.screens[0]
    assert isinstance(screen, Play)
    return screen


def words(player: Player) -> str:
    """The line on screen."""
    line = reading(player).view.line
    return "".join(run.text for run in line.words) if line else ""


def to_choices(player: Player) -> None:
    """Read on until choices are on screen."""
    for _ in range(50):
        if reading(player).choosing:
            settle(player, 0.5)
            return
        press(player, Do.ADVANCE)
    raise AssertionError("no choices came")
