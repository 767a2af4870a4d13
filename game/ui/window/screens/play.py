"""The reading screen: text, choices, cards, skipping and going on by itself. Time comes in as seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.view import Awaiting, PlayView, plain
from game.app.wording import say
from game.ui.window.frame import Backdrop, Change, Drift
from game.ui.window.geometry import WHOLE
from game.ui.window.intents import HOVERING, Do, Intent
from game.ui.window.layout.play import Moment, covers_text, pages, play, typed
from game.ui.window.layout.sheet import Sheet
from game.ui.window.marks import Words
from game.ui.window.typesetting import Line
from game.ui.window.voicing import Passage, offered
from game.ui.window.widgets import Node, Role, controls

from . import staging
from .cards import Cards, cards_of
from .countdown import Countdown
from .drift import Moving
from .pacing import Pacing
from .shock import Shock

if TYPE_CHECKING:
    from game.ui.window.player import Player

SKIP_PACE = 0.07
"""Seconds between two lines while skipping."""
SETTLE = 0.25
"""Seconds for which new choices take no press: nobody meant to choose what had not been there."""


class Play(Pacing):
    """The story being read."""

    def __init__(self, player: Player, *, fresh: bool = True) -> None:
        """Show where the reader is: `fresh` with cards and letter by letter, else at once."""
        super().__init__(player)
        self.hidden = False
        self._cards = Cards()
        self.shock = Shock()
        self._moving = Moving()
        self._page = 0
        self._set: tuple[Sheet, tuple[tuple[Line, ...], ...]] | None = None
        self._countdown = Countdown()
        self._told: tuple[int, int] | None = None
        """The line that was last told aloud."""
        self.view: PlayView = player.reader.view
        self.arrive(None, forward=fresh)

    # --- what is seen ---

    def tree(self, sheet: Sheet) -> Node:
        """Card, picture alone, or text and choices."""
        if self._carded:
            return self._cards.tree(sheet, still=self.player.app.settings.reduced_motion)
        if self.hidden:
            name = self.stage.alt or self.stage.name
            return Node(Role.SCREEN, name or say("The picture"), WHOLE)
        return play(self._moment(sheet), sheet, self.focus)

    def typed(self, sheet: Sheet) -> tuple[Words, ...]:
        """The page being read."""
        moment = self._moment(sheet)
        if self.hidden or self._carded or covers_text(moment, sheet):
            return ()
        return typed(moment, sheet)

    def passage(self) -> Passage | None:
        """The line, from its first letter; nothing of it during a pause, and nothing of what is skipped."""
        if self._carded or self.hidden:
            return None
        key = self.player.reader.position
        said = self.view.line
        waits = self.delivery.waits or (self.player.passing and self._told != key)  # who comes back waits for nothing
        if said is None or self.skips or waits:
            return Passage(key)
        self._told = key
        words, speaker = plain(said.words), staging.name_of(self.player.app.story, said.speaker)
        options = offered(self.view.options, self.view.taken) if self.choosing else ()
        return Passage(key, words, speaker, options)

    def backdrop(self) -> Backdrop | None:
        """The stage, or the print behind a card."""
        return self._cards.backdrop or self.stage

    def cues(self) -> tuple[str | None, str | None]:
        """What sounds in the story."""
        return self.view.stage.music, self.view.stage.ambience

    @property
    def drift(self) -> Drift | None:
        """The slow move over the picture; none where motion is to be reduced."""
        still = self._carded or self.player.app.settings.reduced_motion
        return None if still else self._moving.now

    @property
    def shown(self) -> int:
        """How many letters of the page are shown."""
        return self.delivery.shown

    @property
    def choosing(self) -> bool:
        """Whether choices are on screen."""
        return self.view.awaiting is Awaiting.CHOICE and self._read and not self._carded

    @property
    def scanned(self) -> bool:
        """While there is something to choose; reading needs no focus."""
        return self.choosing and not self.hidden

    @property
    def _carded(self) -> bool:
        """Whether a card stands before the scene."""
        return self._cards.now is not None

    @property
    def _timed(self) -> bool:
        """Whether the time for a choice is running out."""
        return self.choosing and self._countdown.runs(self.player.app.settings.time_limits)

    def _moment(self, sheet: Sheet) -> Moment:
        view, story = self.view, self.player.app.story
        said = view.line
        speaker = said.speaker if said else None
        name = staging.name_of(story, speaker)
        on = {"skip"} if self.skipping or self.holding else set()
        return Moment(
            lines=self._pages(sheet)[self._page] if said else (),
            words=plain(said.words) if said else "",
            speaker=name if not self.delivery.waits else None,
            sliver=staging.accent(story, speaker),
            options=view.options if self.choosing else (),
            taken=view.taken,
            complete=self.delivery.complete,
            time_left=self._countdown.share if self._timed else None,
            seconds_left=self._countdown.seconds(self.player.app.settings.time_limits),
            on=frozenset(on | ({"auto"} if self.player.app.settings.auto else set())),
            can_go_back=view.can_go_back,
            been=self._been(),
        )

    def _been(self) -> str:
        """One quiet line for whoever has finished once and comes by again."""
        view = self.view
        if not self.choosing or not view.taken or not self.player.app.profile.reached:
            return ""
        taken = sum(option.id in view.taken for option in view.options)
        return say("You were here before · {taken} of {all} taken", taken=taken, all=len(view.options))

    def _pages(self, sheet: Sheet) -> tuple[tuple[Line, ...], ...]:
        if self._set is None or self._set[0] != sheet:
            said = self.view.line
            self._set = sheet, pages(said.words, sheet) if said else ((),)
            self._page = min(self._page, len(self._set[1]) - 1)
        return self._set[1]

    # --- what happens ---

    def handle(self, intent: Intent) -> None:
        """Ren'Py's habits: on, back, forward, choose, hide, skip, menu."""
        if self.hidden and intent.do not in HOVERING:
            self.hidden = False
            return
        match intent.do:
            case Do.SKIP_HELD | Do.SKIP_RELEASED:
                self.holding = intent.do is Do.SKIP_HELD
            case Do.ADVANCE:
                self.skipping = False
                self.press_on()
            case Do.BACK:
                self.go(moved=self.player.reader.back())
            case Do.FORWARD:
                self.go(moved=self.player.reader.forward())
            case Do.HIDE:
                self.hidden, self.focus = True, ""
            case Do.SKIP:
                self.skipping = not self.skipping and self.may_skip(told=True)
            case Do.SKIP_TO_CHOICE:
                self.skip_to_choice()
            case Do.AUTO:
                self.player.change("auto", not self.player.app.settings.auto)
            case Do.HISTORY:
                self.player.open_history()
            case _:
                super().handle(intent)

    def point(self, node: Node | None) -> None:
        """The focus follows the pointer, and goes when it leaves."""
        self.focus = node.id if node else ""

    def press(self, node: Node | None) -> None:
        """A click on a control does it; anywhere else it goes on."""
        if node is not None:
            self.enter(node)
        elif not self.choosing or not self.delivery.complete:
            self.skipping = False
            self.press_on()

    def enter(self, node: Node | None) -> None:
        """Activate the focus. Without one: on with the text, or the first choice takes the focus."""
        self.skipping = False
        if self._carded or (node is None and not self.choosing):
            self.press_on()
        elif node is not None:
            super().enter(node)
        elif self.focus == "":
            self.focus = controls(self.player.tree_of(self))[0].id

    def number(self, tree: Node, number: int) -> None:
        """A figure takes that choice; a closed one takes the focus, so that its reason is read."""
        if self.choosing and number <= len(self.view.options):
            option = self.view.options[number - 1]
            self.focus = f"choice.{option.id}"
            if option.open:
                self.activate(self.focus)

    def close(self) -> None:
        """Escape and a right click open the menu."""
        self.player.open_menu()

    def activate(self, control: str) -> None:
        """Take a choice, or do what the quick menu says."""
        kind, _, name = control.partition(".")
        if kind == "choice":
            if self.delivery.rested >= SETTLE:
                self._choose(name)
            return
        quick = {
            "back": Do.BACK,
            "history": Do.HISTORY,
            "skip": Do.SKIP,
            "auto": Do.AUTO,
            "menu": Do.MENU,
        }
        if name in quick:
            self.handle(Intent(quick[name]))
        elif name == "save":
            self.player.open_save()
        elif name in ("q_save", "q_load"):
            self.player.handle(Intent(Do.QUICK_SAVE if name == "q_save" else Do.QUICK_LOAD))

    def press_on(self) -> None:
        """The first press completes what is under way, the second goes on."""
        if self._carded:
            self._end_card()
            return
        passing = self.player.passing
        self.player.finish_passage()
        if self.delivery.finish() or passing:
            return
        pages_ = self._pages(self.player.sheet)
        if self._page + 1 < len(pages_):
            self._page += 1
            self._deliver(0.0)
        elif self.view.awaiting is Awaiting.ADVANCE:
            self._after(moved=self.player.app.advance())
        elif self.view.awaiting is Awaiting.NOTHING:
            self.player.show_ending()

    def go(self, *, moved: bool) -> None:
        """Show where a rollback, a roll-forward or a jump has led: at once and whole."""
        if moved:
            self.skipping = False
            self.arrive(self.view, forward=False)

    # --- time ---

    def tick(self, seconds: float) -> bool:
        """Cards, letters, effects, skipping, auto mode and timed choices."""
        if self._carded:
            if self._cards.tick(seconds, waits=self.player.listened_to) or self.skips:
                self._end_card()
                return True
            return self._cards.coming
        self.shock.tick(seconds)
        self._moving.tick(seconds)
        if self.hidden:
            return False
        changed = self.delivery.tick(seconds)
        if not self.delivery.complete and not self.skips:
            return changed
        if self.skips:
            return self.skip_on() or changed
        if self.choosing:
            return self._count_down(seconds) or changed
        return self.go_on_alone() or changed

    @property
    def moving(self) -> bool:
        """Whether something is under way that must be drawn often."""
        busy = not self.delivery.complete or self.shock.lasts or self.skips
        if self.drift is not None and self._moving.lasts:
            return True
        return not self.hidden and (busy or self._carded or self._timed)

    @property
    def _read(self) -> bool:
        """Whether the last page is shown whole."""
        return self.delivery.complete and self._page + 1 >= len(self._pages(self.player.sheet))

    def _count_down(self, seconds: float) -> bool:
        """A timed choice; the bar moves in steps that can be seen, and stands still while the choices are read out."""
        if self.view.timer is None or not self._timed or self.player.listened_to:
            return False
        moved = self._countdown.tick(seconds, self.player.app.settings.time_limits)
        if self._countdown.over:
            self._choose(self.view.timer[1])
        return moved

    # --- arriving ---

    def _choose(self, option: str) -> None:
        self.player.app.choose(option, self.player.camera())
        if not self.player.app.settings.skip_after_choices:
            self.skipping = False
        self._after(moved=True)

    def _after(self, *, moved: bool) -> None:
        if moved:
            self.arrive(self.view, forward=True)

    def arrive(self, before: PlayView | None, *, forward: bool) -> None:
        """Take up the reader's moment."""
        player = self.player
        view = self.view = player.reader.view
        self.stage = staging.backdrop(view.stage, player.app.story)
        player.upcoming = staging.upcoming(view, player.app.story)
        self.focus, self.hidden, self._page, self._set = "", False, 0, None
        self._countdown.start(view.timer[0] if view.timer else 0.0)
        self._cards.begin(())
        if view.awaiting is Awaiting.NOTHING and view.line is None:
            player.show_ending()
            return
        self._moving.follow(view.stage.move, view.stage.place, at_once=not forward)
        once = staging.once(view) if forward and not self.skips else staging.Once()
        player.sounds.extend(once.sounds)
        still = player.app.settings.reduced_motion
        lit = player.app.settings.flashes and not still
        self.shock.start(shake=once.shake and not still, flash=once.flash and lit, lightning=once.lightning and lit)
        if forward and player.app.settings.captions:
            for caption in staging.captions(before, view, player.app.story):
                player.app.tell(caption, again=True)
        if forward and not self.skips:
            self._cards.begin(cards_of(view, player.app.story, player.exists))
        if self._carded:
            player.pass_over(self._cards.change, 0.7)
            self._deliver(0.0)
            return
        change, seconds = staging.passage(before, view, once.fade)
        if change is not Change.CUT:
            player.pass_over(change, seconds if forward and not self.skips else 0.0)
        self._deliver(once.pause, at_once=not forward or self.skips)

    def _deliver(self, pause: float, *, at_once: bool = False) -> None:
        page = self._pages(self.player.sheet)[self._page]
        rate = 0 if at_once else self.player.app.settings.text_speed
        self.delivery.start(sum(line.length for line in page), rate=rate, pause=pause)

    def _end_card(self) -> None:
        """On to the next card, or to the first line."""
        self._cards.turn()
        if self._carded and not self.skips:
            self.player.pass_over(self._cards.change, 0.7)
            return
        self._cards.begin(())
        self.player.pass_over(Change.DISSOLVE, 0.0 if self.skips else 0.6)
        once = staging.once(self.view)
        self._deliver(once.pause, at_once=self.skips)
