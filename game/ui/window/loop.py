"""The loop of the window: events in, time on, pictures out, and rest while nothing happens."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pygame

from game.app.app import App
from game.app.view import TOUCHES
from game.app.wording import say
from game.app.workshop import Watch

from . import touch
from .assets import Library
from .audio import Audio
from .compositor import Compositor
from .encoding import file_of
from .frame import Backdrop, Frame
from .glyphs import Glyphs
from .governor import Governor
from .input import Input
from .intents import Do
from .layout.naming import FIELD_BOX
from .layout.title import heading
from .listening import OFF, Listening
from .memory import give_back_large_blocks
from .opening import Opening
from .pads import Pads
from .painter import Painter
from .player import Player
from .pointer import Pointer, Shape
from .presenter import Presenter
from .screen_reader import ScreenReader
from .screens.menus import Title
from .speaker import Clipboard, Voice
from .stage import StagePainter
from .waiting import Waiting
from .widgets import under

AWAKE, RESTING, ASLEEP = 60, 10, 2
"""Turns of the loop a second: while something happens, while nothing does, and after a while of that. Between two turns
of a loop that rests it waits for events, which are answered at once."""
RESTING_AFTER, ASLEEP_AFTER = 0.5, 10.0
LONGEST_TURN = 0.05
"""Seconds that one turn counts for at most: after a stall the story goes on where it was, not later."""
MOVED = frozenset({pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL})
"""Events that show that somebody has a hand on the mouse."""
PATIENCE = 0.6
"""Seconds to wait for a picture before a stand-in is shown."""
THUMBNAIL = (320, 180)
PATIENCE_WITH_PICTURES = 30
"""Pictures in a row that the display may refuse."""
PATIENCE_WITH_FAULTS = 3
"""Breakdowns that are told and outlived in one sitting."""


class Loop:
    """The window's parts and their turns. A test may call `turn` with its own events and seconds."""

    def __init__(  # noqa: PLR0913 - one for each part that a test or an opened window brings
        self,
        app: App,
        presenter: Presenter,
        assets: Path,
        *,
        debug: bool = False,
        watch: Watch | None = None,
        reader: ScreenReader | None = None,
        opening: Opening | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Put the parts together for a window that is open. With `debug`, faults of assets are told.

        `opening` is what showed the title until now. By `clock`, in seconds, is measured what a picture costs.
        """
        give_back_large_blocks()
        self._clock = clock
        self.governor = Governor()
        self.reader = reader or ScreenReader(app.story.title)
        self._debug = debug
        self.app = app
        self.presenter = presenter
        self._opening = opening
        self.library = opening.library if opening else Library(assets, None)
        self.library.know(app.story.assets)
        self.audio = Audio(self.library)
        self.input = Input(app.settings.bindings)
        self.listening = Listening(Voice, lambda: Clipboard(pygame.scrap.put_text))
        self._settings = app.settings
        self._story = app.story
        self.compositor = self._for_size()
        self.player = Player(
            app,
            self.compositor.painter.glyphs,
            camera=self.thumbnail,
            photographer=self.photograph,
            exists=self.library.exists,
            watch=watch,
        )
        self._held = touch.held(self.player)
        self.audio.keep(name for name in TOUCHES if self.library.exists(name))
        self._breakdowns = self._unshown = 0
        self._quiet = self._still = self._waited = 0.0
        self._focused = self._visible = True
        self._noticed: object = None
        self._pointer = Pointer()
        self._waiting = Waiting()
        self._incomplete = False
        self._at_hand: Backdrop | None = None

    def run(self) -> int:
        """Turn until the player leaves, or somebody stops the program: then too their place is kept."""
        try:
            self._run()
        except KeyboardInterrupt:
            self.app.close()
        finally:
            self.remember_size()
            self.close()
            gc.unfreeze()  # or a program that opens window after window would keep them all
        return 0

    def _run(self) -> None:
        clock = pygame.time.Clock()
        with suppress(pygame.error):
            pygame.key.stop_text_input()  # or an input method would swallow keys
        self.turn_safely([], 0.0)
        self.audio.start(mono=self.app.settings.mono)
        gc.freeze()  # the story stays for good: looking through it again and again would cost frames
        with suppress(pygame.error):
            pygame.key.set_repeat(420, 70)
        pads = Pads()
        clock.tick()
        while self.player.running:
            rate = self.rate
            if self._still >= RESTING_AFTER:
                self.keep_title()
            if rate == AWAKE:
                seconds = min(clock.tick(AWAKE) / 1000, LONGEST_TURN)
            else:
                self._waiting(1 / rate)
                seconds = min(clock.tick() / 1000, 1.5 / rate)
            self.turn_safely(pads.heard(pygame.event.get()), seconds)

    def turn_safely(self, events: list[pygame.Event], seconds: float) -> None:
        """A turn; a fault of the game's own costs a message, not the evening. One that keeps coming ends it."""
        try:
            self.turn(events, seconds)
        except Exception as fault:
            self._breakdowns += 1
            if self._debug or self._breakdowns > PATIENCE_WITH_FAULTS:
                raise
            self.compositor.refresh()
            self.player.broke(fault)

    @property
    def rate(self) -> int:
        """How many turns a second are worth it now."""
        if self._waited > 0 or self.audio.restless:
            return AWAKE
        if not self._visible:
            return ASLEEP
        if self._still < RESTING_AFTER or self.player.moving or self.input.holding:
            return AWAKE
        return ASLEEP if self._quiet > ASLEEP_AFTER and self.player.idle and not self.listening.on else RESTING

    def turn(self, events: list[pygame.Event], seconds: float) -> None:
        """One turn: answer events, let time pass, draw what changed."""
        began = self._clock()
        self._quiet += seconds
        self._still = 0.0 if events else self._still + seconds
        for event in events:
            self._window_event(event)
            self.input.follow(self.app.settings.bindings)
            self.input.asking = self.player.asking
            for intent in self.input.intents(event, self.presenter.viewport):
                if intent.do is not Do.POINT or self._focused:
                    self._quiet = 0.0
                self.player.handle(intent)
        for intent in (*self.reader.intents(), *self.input.tick(seconds)):
            self._quiet = self._still = 0.0
            self.player.handle(intent)
        self._type(on=self.player.typing)
        self._pointer.rest(seconds, moved=any(event.type in MOVED for event in events))
        self._follow_settings()
        if self.app.story is not self._story:
            self._story = self.app.story
            self.library.know(self._story.assets)
        if self._debug:
            for fault in self.library.faults:
                self.app.tell(fault)
        if self._hold(seconds):
            return
        self.player.tick(seconds)
        now = self.player.moment, self.player.passing, self.app.settings, self.reader.wanted, self.presenter.viewport
        news, self._noticed = now != self._noticed, now
        self._speak(news=news)
        self._hear(seconds, news=news)
        if not self._visible:
            return
        drawn, moving = self._draw(), self.player.moving
        if news or events:
            self._point()
        if drawn or moving:
            self._still = 0.0
            self.governor.note(self._clock() - began)
            self.compositor.quality = self.governor.quality

    def _type(self, *, on: bool) -> None:
        """Let the system take letters, where they are wanted, and let its input methods stand beside the line."""
        if on == self.input.typing:
            return
        self.input.typing = on
        with suppress(pygame.error):
            if on:
                pygame.key.start_text_input()
                pygame.key.set_text_input_rect(self.compositor.painter.pixels(FIELD_BOX))
            else:
                pygame.key.stop_text_input()

    def thumbnail(self) -> bytes | None:
        """The picture of now, small, as JPEG."""
        try:
            return file_of(pygame.transform.smoothscale(self.compositor.picture(), THUMBNAIL), "thumbnail.jpg")
        except pygame.error:
            return None  # a save without a picture is a save

    def photograph(self) -> bytes | None:
        """What the window shows now, as PNG; None where it can't be made, which is told."""
        try:
            return file_of(self.presenter.surface, "picture.png")
        except pygame.error as fault:
            self.app.tell(say("No picture could be made: {reason}", reason=fault), again=True)
            return None

    def keep_title(self) -> None:
        """Let the next start begin with the title as it looks now, where it began with something else."""
        title = self.player.screens[-1]
        if self._opening is None or self._opening.is_current or not isinstance(title, Title):
            return
        picture = self.presenter.surface.copy()
        name = self.app.story.title
        with suppress(pygame.error):
            self._drawing_on(picture).paint(Frame(heading(name, self.player.sheet), title.backdrop()))
            self._opening.keep(name, picture)

    def remember_size(self) -> None:
        """The window opens next time as large as it was left."""
        width, height = self.presenter.window_size
        if self.presenter.was_resized and (width, height) != (
            self.app.settings.window_width,
            self.app.settings.window_height,
        ):
            self.app.change_all({"window_width": width, "window_height": height})

    def close(self) -> None:
        """End threads and close the window."""
        self.audio.close()
        self.listening.close()
        self.library.close()
        pygame.display.quit()

    def _draw(self) -> bool:
        """Draw what changed; whether anything did. What the display refuses once is drawn at the next turn."""
        try:
            frame = self.player.frame
            if self._incomplete and self.compositor.ready(frame.backdrop):
                self._incomplete = False
                self.compositor.refresh()
            changed = self.compositor.paint(frame)
            self.presenter.present(changed)
        except pygame.error:
            self._unshown += 1
            self.compositor.refresh()
            if self._unshown > PATIENCE_WITH_PICTURES:
                raise
            return False
        self._unshown = 0
        return changed != []

    def _hold(self, seconds: float) -> bool:
        """Whether to keep the picture that stands, because the next one is still being decoded."""
        backdrop = self.player.backdrop
        if backdrop is self._at_hand and not self.player.upcoming:
            return False
        if self.compositor.ready(backdrop):
            self._at_hand, self._waited = backdrop, 0.0
            self._prefetch()
            return False
        self._waited += max(seconds, 0.001)
        if self._waited < PATIENCE and not self._incomplete:
            return True
        self._incomplete = True
        return False

    def _prefetch(self) -> None:
        for backdrop in self.player.upcoming:
            self.compositor.ready(backdrop)
        self.player.upcoming = ()

    def _hear(self, seconds: float, *, news: bool) -> None:
        """Let what sounds follow what is on screen; only what is new is looked at."""
        if news:
            self.audio.follow(*self.player.cues)
            before, self._held = self._held, touch.held(self.player)
            self.audio.touch(touch.answer_to(before, self._held))
        for name in self.player.sounds:
            self.audio.play(name)
        self.player.sounds.clear()
        for volume in self.player.trials:
            self.audio.try_out(getattr(self.app.settings, volume))
        self.player.trials.clear()
        self.audio.tick(seconds, self.app.settings, focused=self._focused, ducked=self.player.listened_to)

    def _speak(self, *, news: bool) -> None:
        """Say what is new, where self-voicing is on; describe the picture for who asked."""
        player, settings = self.player, self.app.settings
        if news and self.reader.attached:
            self.reader.follow(player.sight, player.backdrop, self.presenter.viewport)
        if settings.self_voicing != OFF or self.listening.on:
            self.listening.follow(player.sight, settings, self.app.told_in)
        player.listened_to = self.listening.speaking
        if self.listening.problem:
            self.app.tell(self.listening.problem)
        if player.looking:
            player.looking = False
            speech = self.listening.look(player.sight, player.backdrop)
            if settings.self_voicing == OFF:
                self.app.tell(speech.sentences[0], again=True)

    def _window_event(self, event: pygame.Event) -> None:
        match event.type:
            case pygame.WINDOWSIZECHANGED | pygame.VIDEORESIZE:
                if self.presenter.resized():
                    self._rebuild()
                else:
                    self.compositor.refresh()
            case pygame.DROPFILE:
                self.player.bring_in(Path(event.file))
            case pygame.WINDOWFOCUSLOST | pygame.WINDOWFOCUSGAINED:
                self._focused = event.type == pygame.WINDOWFOCUSGAINED
                self.reader.focus_window(focused=self._focused)
            case pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                self._visible = False
            case pygame.WINDOWRESTORED | pygame.WINDOWSHOWN | pygame.WINDOWEXPOSED:
                self._visible = True
                self.compositor.refresh()

    def _point(self) -> None:
        """A hand over what can be taken, else an arrow; the system's own for who needs plain signs or wants it."""
        held, viewport = self.app.settings, self.presenter.viewport
        found = under(self.player.tree_of(self.player.screens[-1]), viewport.virtual(pygame.mouse.get_pos()))
        shape = Shape.HAND if found is not None and found.enabled else Shape.ARROW
        system = held.system_pointer or held.high_contrast
        self._pointer.follow(shape, system=system, scale=viewport.scale)

    def _follow_settings(self) -> None:
        """Full screen and typeface hold at once."""
        before, now = self._settings, self.app.settings
        if before is now:
            return
        self._settings = now
        if now.mono != before.mono:
            self.audio.restart(mono=now.mono)
        if now.fullscreen != self.presenter.fullscreen:
            self.presenter.set_fullscreen(on=now.fullscreen)
            self._rebuild()
        elif now.font != before.font:
            self._rebuild()

    def _rebuild(self) -> None:
        """Everything that was made for the old size or typeface, made anew."""
        self._at_hand = None
        self.compositor = self._for_size()
        self.player.measure_with(self.compositor.painter.glyphs)

    def _for_size(self) -> Compositor:
        return self._drawing_on(self.presenter.surface)

    def _drawing_on(self, surface: pygame.Surface) -> Compositor:
        viewport = self.presenter.viewport
        painter = Painter(Glyphs(viewport.scale, chosen=self.app.settings.font))
        return Compositor(surface, painter, StagePainter(painter, self.library, viewport.size))
