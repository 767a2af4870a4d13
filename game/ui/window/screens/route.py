"""The map of a player's roads, and the way back to any decision on it. Knows what is shown, not how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.route import RouteMap, Stop, route_map
from game.app.wording import say
from game.ui.window.intents import Do, Intent
from game.ui.window.layout.route import View, name_of, route
from game.ui.window.layout.sheet import Sheet
from game.ui.window.widgets import Node

from .screen import Screen

if TYPE_CHECKING:
    from game.ui.window.player import Player


class Roads(Screen):
    """The stops of the story as far as this player knows them; the one in focus stands in the middle."""

    def __init__(self, player: Player) -> None:
        """Where the reader is now, else at the beginning."""
        super().__init__(player)
        reader = player.app.reader
        here = reader.playthrough.state.scene if reader else None
        self._map: RouteMap = route_map(player.app.story, player.app.profile, here)
        stops = self._map.stops
        self._at: Stop | None = next((stop for stop in stops if stop.here), stops[0] if stops else None)
        self.focus = f"stop.{self._at.scene}" if self._at else "close"

    def tree(self, sheet: Sheet) -> Node:
        """The map around the stop in focus."""
        can = self._at is not None and self._at.reachable and self.focus != "close"
        note = say("Enter: start again from here") if can else ""
        return route(View(self._map, self._at, note), sheet, self.focus)

    def activate(self, control: str) -> None:
        """Start again from a stop, when asked."""
        if control == "close":
            self.close()
            return
        scene = control.removeprefix("stop.")
        stop = next(stop for stop in self._map.stops if stop.scene == scene)
        text = say("Start again from here: {place}? Your place now is kept.", place=name_of(stop))
        self.player.ask(text, say("Start again"), lambda: self.player.start_again(scene))

    def handle(self, intent: Intent) -> None:
        """Arrows go from stop to stop, the wheel and the page keys along the columns, Tab through all."""
        across = {Do.LEFT: -1, Do.RIGHT: 1, Do.BACK: -1, Do.FORWARD: 1}.get(intent.do)
        down = {Do.UP: -1, Do.DOWN: 1}.get(intent.do)
        if intent.do in (Do.NEXT, Do.SKIP, Do.PREVIOUS):
            self._step(-1 if intent.do is Do.PREVIOUS else 1)
        elif self._at is None or self.focus == "close":
            if intent.do is Do.UP and self._at is not None:
                self._go(self._at)
            else:
                super().handle(intent)
        elif across is not None:
            self._sideways(self._at, across)
        elif down is not None:
            self._upright(self._at, down)
        else:
            super().handle(intent)

    def point(self, node: Node | None) -> None:
        """The pointer only marks the way back: a map that moved under it would never stand still."""
        if node is not None and node.id == "close":
            self.focus = node.id

    def press(self, node: Node | None) -> None:
        """The first click on a stop puts it in the middle, the second starts again from it."""
        if node is not None and node.id not in (self.focus, "close"):
            self._go(next(stop for stop in self._map.stops if f"stop.{stop.scene}" == node.id))
        else:
            super().press(node)

    def _sideways(self, at: Stop, way: int) -> None:
        """Along a road where there is one, else to the nearest stop of the next column."""
        linked = {road.end if way > 0 else road.start for road in self._map.roads if at.scene in (road.start, road.end)}
        columns = [stop for stop in self._map.stops if (stop.column - at.column) * way > 0]
        if columns:
            near = [stop for stop in columns if stop.scene in linked] or columns
            self._go(min(near, key=lambda stop: (abs(stop.column - at.column), abs(stop.row - at.row))))

    def _upright(self, at: Stop, way: int) -> None:
        """To the next stop of the column, else the nearest one that lies that way; below all is the way back."""
        beside = [
            stop for stop in self._map.stops if (stop.row - at.row) * way > 0.2 and abs(stop.column - at.column) < 4
        ]
        if beside:
            self._go(min(beside, key=lambda s: abs(s.column - at.column) * 2 + abs(s.row - at.row)))
        elif way > 0:
            self.focus = "close"

    def _step(self, way: int) -> None:
        order = [f"stop.{stop.scene}" for stop in self._map.stops] + ["close"]
        control = order[(order.index(self.focus) + way) % len(order)]
        if control == "close":
            self.focus = control
        else:
            self._go(self._map.stops[order.index(control)])

    def _go(self, stop: Stop) -> None:
        self._at = stop
        self.focus = f"stop.{stop.scene}"
