"""What every screen has in common: a focus, a tree, and answers to intents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.window.frame import Backdrop
from game.ui.window.intents import MOVES, Do, Intent
from game.ui.window.layout.sheet import Sheet
from game.ui.window.marks import Words
from game.ui.window.scanning import LEAVE
from game.ui.window.voicing import Passage
from game.ui.window.widgets import Node, find, moved, under

if TYPE_CHECKING:
    from game.ui.window.player import Player


class Screen:
    """One screen of the player's stack. Subclasses give `tree` and `activate`."""

    over_story = True
    """Whether the story stays visible behind it."""

    def __init__(self, player: Player) -> None:
        """A screen of `player`, with nothing in focus."""
        self.player = player
        self.focus = ""

    def tree(self, sheet: Sheet) -> Node:
        """The screen as widgets."""
        raise NotImplementedError

    def activate(self, control: str) -> None:
        """Do what an enabled control does."""
        raise NotImplementedError

    def close(self) -> None:
        """What Escape and a right click do: back to the screen below."""
        self.player.pop()

    def backdrop(self) -> Backdrop | None:
        """What stands behind it, if it isn't the story."""
        return None

    def cues(self) -> tuple[str | None, str | None]:
        """The music and the ambience while it is the lowest of the stack."""
        return None, None

    def typed(self, sheet: Sheet) -> tuple[Words, ...]:
        """Text that is revealed letter by letter."""
        return ()

    @property
    def scanned(self) -> bool:
        """Whether the focus goes round by itself now, for a player with one button."""
        return True

    def passage(self) -> Passage | None:
        """The line being read, for who listens; None where the whole screen is to be read out."""
        return None

    def tick(self, seconds: float) -> bool:
        """Let time pass; whether the tree changed by it."""
        return False

    def handle(self, intent: Intent) -> None:
        """Answer an intent; what a screen doesn't know, it leaves alone."""
        tree = self.player.tree_of(self)
        match intent.do:
            case Do.POINT | Do.DRAG:
                self.point(under(tree, intent.at))
            case Do.PRESS:
                self.press(under(tree, intent.at))
            case Do.REACH | Do.TAKE:
                self.reach(find(tree, intent.name), takes=intent.do is Do.TAKE)
            case Do.ENTER | Do.ADVANCE:
                self.enter(find(tree, self.focus))
            case Do.MENU:
                self.close()
            case Do.SKIP:
                self.focus = moved(tree, self.focus, MOVES[Do.NEXT])
            case Do.BACK | Do.FORWARD:
                self.turn(tree, -1 if intent.do is Do.BACK else 1)
            case Do.CHOICE:
                self.number(tree, intent.number)
            case do if do in MOVES:
                self.focus = moved(tree, self.focus, MOVES[do])

    def point(self, node: Node | None) -> None:
        """The pointer is over a control, or over none."""
        if node is not None:
            self.focus = node.id

    def press(self, node: Node | None) -> None:
        """A click on a control, or on none."""
        if node is not None:
            self.focus = node.id
            self.enter(node)

    def reach(self, node: Node | None, *, takes: bool) -> None:
        """A screen reader came to a control, or takes it; one that is gone since means nothing."""
        if node is not None and takes:
            self.press(node)
        elif node is not None:
            self.focus = node.id

    def enter(self, node: Node | None) -> None:
        """Activate the control in focus."""
        if node is not None and node.id == LEAVE:
            self.close()
        elif node is not None and node.enabled:
            self.activate(node.id)

    def turn(self, tree: Node, step: int) -> None:
        """The wheel or a page key: along the order of focus, not round its ends."""
        order = [node.id for node in tree.walk() if node.id]
        if order:
            at = order.index(self.focus) if self.focus in order else 0
            self.focus = order[max(0, min(len(order) - 1, at + step))]

    def number(self, tree: Node, number: int) -> None:
        """A figure key."""
