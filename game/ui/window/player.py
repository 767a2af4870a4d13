"""The player without its window: a stack of screens, a clock that is handed in, and the frame that it all makes.

Knows no pygame: the loop feeds it intents and seconds and draws its frames, and so can a test.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from game.app.app import App
from game.app.papers import LAST_INPUTS
from game.app.view import Awaiting, Story
from game.app.wording import say
from game.app.workshop import Watch, insight

from .answering import answer
from .doors import Doors
from .frame import Backdrop, Change, Frame
from .geometry import WHOLE
from .intents import HOVERING, Do, Intent
from .layout.lists import notice
from .layout.workshop import panel
from .marks import Words
from .passing import Notices
from .scanning import outline, pressed
from .screens.broken import Broken
from .screens.ending import Ending
from .screens.keys import Capture
from .screens.menus import Title
from .screens.naming import Naming
from .screens.play import Play
from .screens.screen import Screen
from .screens.workshop import Jump
from .typesetting import Measure
from .voicing import Sight
from .widgets import Node, Role

OPEN_SECONDS = 0.14
"""How long a menu takes to come and go."""


class Player(Doors):
    """What is on screen and what happens next.

    `camera` gives the picture of now as the bytes of a thumbnail and `photographer` in full as PNG, `exists` says
    whether an asset has a file; `sounds` and `trials` (settings of loudness) are to be heard once by whoever takes them
    out; `upcoming` is worth decoding early; `running` is False once the window should close; `wishes` are the names of
    the latest intents, for a report. With `watch` it is a writer's: the story is taken up anew when its files change.
    """

    def __init__(
        self,
        app: App,
        measure: Measure,
        *,
        camera: Callable[[], bytes | None] = lambda: None,
        photographer: Callable[[], bytes | None] = lambda: None,
        exists: Callable[[str], bool] = lambda _: False,
        watch: Watch | None = None,
    ) -> None:
        """Begin at the title, or in the story where the app is in one already."""
        super().__init__(app, measure)
        self.camera = camera
        self.photographer = photographer
        self.exists = exists
        self.sounds: list[str] = []
        self.trials: list[str] = []
        self._watch = watch
        self._inside = watch is not None
        self.upcoming: tuple[Backdrop, ...] = ()
        self.wishes: deque[str] = deque(maxlen=LAST_INPUTS)
        self.running = True
        self._thumbnail: bytes | None = None
        self._notices = Notices()
        self._weather_time = 0.0
        self.screens.append(Title(self) if app.reader is None else self._story())

    # --- for the loop ---

    @property
    def frame(self) -> Frame:
        """What the window shows now."""
        base = self._ground
        tree = self._tree()
        weather = self._weather
        alone = base is self.screens[-1]
        playing = base if isinstance(base, Play) else None
        shock = playing.shock if playing and playing.shock.lasts else None
        return Frame(
            tree=tree,
            backdrop=base.backdrop(),
            typed=self._typed(base) if alone else (),
            shown=playing.shown if playing and not self.passing else 0,
            passage=self._passages.now,
            weather=weather,
            weather_time=self._weather_time if weather else 0.0,
            shake=shock.shake if shock else (0.0, 0.0),
            flash=shock.flash if shock else 0.0,
            drift=playing.drift if playing else None,
        )

    @property
    def sight(self) -> Sight:
        """What somebody hears of now."""
        top = self.screens[-1]
        told = (*self._notices.texts, *self._group_in_words())
        return Sight(top, self.tree_of(top), top.focus, top.passage(), told)

    def tick(self, seconds: float) -> None:
        """Let time pass."""
        if self._watch is not None:
            self._look_after(self._watch())
        if self._notices.tick(seconds, self.app.take_notices()):
            self._stale()
        if self._passages.tick(seconds):
            return
        self._weather_time += seconds
        if self.guarded(lambda: self.screens[-1].tick(seconds)):
            self._stale()
        if self._one_button:
            self._go_round(seconds)

    def handle(self, intent: Intent) -> None:
        """Do what is wanted; what the game itself cannot do is told, never raised."""
        top = self.screens[-1]
        focus = top.focus
        if self._one_button:
            meant = pressed(intent)
            if meant is None or (meant.do is Do.ENTER and self._goes_in(top)):
                return
            intent = meant
        if intent.do not in HOVERING:
            self.wishes.append(intent.do.name.lower())
        self.guarded(lambda: answer(self, top, intent))
        if intent.do not in (Do.POINT, Do.GRAB) or top.focus != focus:
            self._stale()

    @property
    def asking(self) -> bool:
        """Whether the next key or button is wanted by its name."""
        top = self.screens[-1]
        return isinstance(top, Capture | Jump) and top.asking

    @property
    def typing(self) -> bool:
        """Whether keys are letters now; with one button they are that button."""
        return isinstance(self.screens[-1], Naming) and not self._one_button

    @property
    def moving(self) -> bool:
        """Whether anything on screen is in motion."""
        top = self.screens[-1]
        return self.passing or (isinstance(top, Play) and (top.moving or self._weather is not None))

    @property
    def idle(self) -> bool:
        """Whether nothing will change by itself."""
        watched = self._watch is not None
        return not (self.moving or watched or self._notices.texts or self._one_button or self.app.settings.auto)

    @property
    def backdrop(self) -> Backdrop | None:
        """What stands behind everything."""
        return self._ground.backdrop()

    @property
    def cues(self) -> tuple[str | None, str | None]:
        """The music and the ambience for now, whatever lies over the lowest screen."""
        return self.screens[0].cues()

    def broke(self, fault: Exception) -> None:
        """Something in the game itself went wrong: keep the place, write a report, and say so on a screen."""
        for keep in (self.app.autosave, self.app.remember):
            with suppress(Exception):  # what broke may be what is written down; the save before it stands
                keep()
        replay = ""
        with suppress(Exception):
            replay = self.app.record()
        report = self.app.papers.report(fault, replay, self.wishes)
        self.app.reader = None
        self._begin(Title(self), Change.CUT)
        self.screens.append(Broken(self, report))
        self._stale()

    # --- for screens ---

    def pop(self) -> None:
        """Close the uppermost screen."""
        if len(self.screens) > 1:
            self.screens.pop()
            self.pass_over(Change.DISSOLVE, OPEN_SECONDS)

    def push(self, screen: Screen) -> None:
        """Open a screen over the others."""
        if isinstance(self.screens[-1], Play):
            self.screens[-1].skipping = self.screens[-1].holding = False
            self.finish_passage()
            self._thumbnail = self.camera()
        self.screens.append(screen)
        self.pass_over(Change.DISSOLVE, OPEN_SECONDS)

    def show(self, screen: Callable[[Player], Screen]) -> None:
        """Make a screen and put it over the others."""
        self.push(screen(self))

    def open_title(self) -> None:
        """Leave the story for the title, saved."""
        self.app.autosave(self._shot())
        self.app.remember()
        self._begin(Title(self), Change.BLACK)

    def quit(self) -> None:
        """Close the window, saved."""
        self.app.close(self._shot())
        self.running = False

    def new_game(self) -> None:
        """Begin the story."""
        self.app.new_game()
        self._begin(self._story(), Change.BLACK)

    def continue_game(self) -> None:
        """Go on from the newest save."""
        if self.app.continue_game():
            self._begin(self._story(), Change.BLACK)

    def load(self, slot: str) -> None:
        """Go on from a save. Where the player is now is kept first."""
        self.app.autosave(self._shot())
        if self.app.load(slot):
            self._begin(self._story(), Change.BLACK)

    def start_again(self, scene: str) -> None:
        """Read on from a scene that was come to before; where the player is now is kept first."""
        self.app.autosave(self._shot())
        if self.app.start_again(scene):
            self._begin(self._story(), Change.BLACK)

    def read_again(self, ending: str) -> None:
        """Read on from the last choice before an ending; where the player is now is kept first."""
        self.app.autosave(self._shot())
        if self.app.read_again(ending):
            self._begin(self._story(), Change.BLACK)

    def go_back_to(self, moves: int) -> None:
        """Read on from an earlier scene of this playthrough; where the player is now is kept first."""
        self.app.autosave(self._shot())
        self.app.go_back_to(moves)
        self._begin(self._story(), Change.BLACK)

    def go_to(self, scene: str) -> None:
        """A writer's jump: to a scene, with the values as they are."""
        self.app.go_to(scene)
        self._begin(self._story(fresh=False), Change.CUT)

    def save(self, slot: str) -> None:
        """Save, with the picture from before the menu."""
        self.app.save(slot, self._shot())

    def bring_in(self, path: Path) -> None:
        """Take up a save from a file that the player points to."""
        self.app.bring_in(path)

    def erase(self, slot: str) -> None:
        """Empty a slot. Raises SaveError."""
        self.app.saves.delete(slot)
        self.app.names.call(f"slot.{slot}", "")

    def jump(self, move: int, line: int) -> None:
        """Go back to a line of the history."""
        self.reader.jump(move, line)
        self.resume(moved=True)

    def resume(self, *, moved: bool) -> None:
        """Back into the story, where the reader is now."""
        if moved:
            self._begin(self._story(fresh=False), Change.DISSOLVE)

    def show_ending(self) -> None:
        """The card that closes the story."""
        end = self.reader.view.ending
        if end is not None:
            self._begin(Ending(self, end), Change.BLACK)

    # --- inside ---

    @property
    def _ground(self) -> Screen:
        """The lowest screen that can be seen: the base, or one above it that has a picture of its own."""
        if len(self.screens) == 1:
            return self.screens[0]
        return next((screen for screen in reversed(self.screens) if not screen.over_story), self.screens[0])

    @property
    def _weather(self) -> str | None:
        """The weather, where nothing lies over the stage and motion is welcome."""
        base = self.screens[-1]
        if not isinstance(base, Play) or base.backdrop() is not base.stage or self.app.settings.reduced_motion:
            return None
        return base.view.stage.weather

    def _story(self, *, fresh: bool = True) -> Screen:
        """The screen for where the reader is."""
        view = self.reader.view
        if view.awaiting is Awaiting.NOTHING and view.line is None and view.ending is not None:
            return Ending(self, view.ending)
        return Play(self, fresh=fresh)

    def _begin(self, screen: Screen, change: Change) -> None:
        """A new base screen, with nothing over it. One that ended in building itself stays away."""
        self.screens[:] = [screen]
        self._trees.clear()
        self.pass_over(change, 0.9 if change is Change.BLACK else 0.25)

    def see_inside(self, do: Do) -> None:
        """A writer's wishes; to anybody else they mean nothing."""
        if self._watch is not None and do is Do.INSIDE:
            self._inside = not self._inside
        elif self._watch is not None and not isinstance(self.screens[-1], Jump):
            self.push(Jump(self))

    def _look_after(self, news: Story | str | None) -> None:
        """A writer saved a file: go on in the story as it is now, or say what is wrong with it."""
        if isinstance(news, str):
            self.app.tell(say("Not reloaded: {reason}", reason=news), again=True)
        elif news is not None and self.app.take_up(news):
            self.app.tell(say("Reloaded."), again=True)
            self._begin(Title(self) if self.app.reader is None else self._story(fresh=False), Change.CUT)
            self._stale()

    def _shot(self) -> bytes | None:
        """The picture of the story: as it is, or as it was before the menu."""
        return self.camera() if isinstance(self.screens[-1], Play) else self._thumbnail

    def _typed(self, base: Screen) -> tuple[Words, ...]:
        if self._letters is None:
            self._letters = base.typed(self.sheet)
        return self._letters

    def _tree(self) -> Node:
        if self._whole is None:
            base, top = self._ground, self.screens[-1]
            parts = [self.tree_of(base)]
            if top is not base:
                letters = base.typed(self.sheet)
                parts.append(Node(Role.TEXT, "", WHOLE, letters) if letters else parts[0])
                parts = [*dict.fromkeys(parts), self.tree_of(top)]
            if self._inside and self.app.reader is not None and isinstance(top, Play):
                parts.append(panel(insight(self.app.engine, self.reader.playthrough), self.sheet))
            parts += outline(self.tree_of(top), self._group)
            told = [notice(text, self.sheet, row) for row, text in enumerate(self._notices.texts)]
            self._whole = Node(Role.SCREEN, parts[-1].name, WHOLE, children=(*parts, *told))
        return self._whole
