"""A screen reader's end of the accessibility bus: `python -m tests.support.bus STORY HOME`.

Runs inside `dbus-run-session` with a display, starts the game, reads its tree over AT-SPI, takes what it finds there,
and prints one JSON list of what stood in the window at each step. Knows the game only as a screen reader does.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
FOCUSED, FOCUSABLE = 1 << 12, 1 << 11
"""Bits of AT-SPI's first word of states."""
PATIENCE = 30.0
PLAY = """
import sys
from pathlib import Path
from game.app.app import App
from game.loading.loader import load_story
from game.ui.window.window import run
app = App(load_story(Path(sys.argv[1])).story, Path(sys.argv[2]))
app.change("text_speed", 0)
app.change("reduced_motion", True)
sys.exit(run(app))
"""

Reference = tuple[str, str]
Seen = dict[str, Any]


class Bus:
    """The accessibility bus, with a screen reader on it."""

    def __init__(self) -> None:
        """Say on the session's bus that somebody reads, and go to the bus where that is done."""
        session = open_dbus_connection("SESSION")
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        address = session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=PATIENCE).body[0]
        status = Properties(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status"))
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            session.send_and_get_reply(status.set(name, "b", True), timeout=PATIENCE)  # noqa: FBT003 - D-Bus's own
        self._session = session
        self._bus = open_dbus_connection(address)

    def ask(self, at: Reference, method: str, kind: str = ACCESSIBLE, *values: object) -> Any:  # noqa: ANN401
        """What an object answers; nothing where it is gone."""
        signature = "i" * len(values) if kind.endswith("Action") else "u" * len(values)
        call = new_method_call(DBusAddress(at[1], at[0], kind), method, signature or None, values)
        reply = self._bus.send_and_get_reply(call, timeout=PATIENCE)
        return reply.body[0] if reply.header.message_type is MessageType.method_return else None

    def property(self, at: Reference, name: str) -> Any:  # noqa: ANN401
        """A property of an object."""
        reply = self._bus.send_and_get_reply(Properties(DBusAddress(at[1], at[0], ACCESSIBLE)).get(name), timeout=9)
        return reply.body[0][1] if reply.header.message_type is MessageType.method_return else None

    def below(self, at: Reference) -> list[tuple[Reference, Seen]]:
        """Everything under an object, in the order it is read."""
        found: list[tuple[Reference, Seen]] = []
        for child in self.ask(at, "GetChildren") or []:
            found += [(child, self.seen(child)), *self.below(child)]
        return found

    def seen(self, at: Reference) -> Seen:
        """One object."""
        state = (self.ask(at, "GetState") or [0])[0]
        interfaces = self.ask(at, "GetInterfaces") or []
        return {
            "role": self.ask(at, "GetRole"),
            "name": self.property(at, "Name"),
            "about": self.property(at, "Description"),
            "focused": bool(state & FOCUSED),
            "focusable": bool(state & FOCUSABLE),
            "takes": "org.a11y.atspi.Action" in interfaces,
            "bounds": self.ask(at, "GetExtents", "org.a11y.atspi.Component", 0),
        }

    def until(self, name: str) -> list[tuple[Reference, Seen]]:
        """Everything in the window, once something of that name stands in it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.below(ROOT)
            if any(seen["name"] == name for _, seen in found):
                return found
            time.sleep(0.2)
        raise TimeoutError(f"nothing called {name!r} came; there were {[seen['name'] for _, seen in found]}")

    def take(self, found: list[tuple[Reference, Seen]], name: str) -> None:
        """Do what something of that name does, after a moment: choices take no press as they appear."""
        time.sleep(0.6)
        at = next(reference for reference, seen in found if seen["name"] == name and seen["takes"])
        self.ask(at, "DoAction", "org.a11y.atspi.Action", 0)


def main(story: str, home: str) -> None:
    """Play: title, card, two lines, the choices, one of them."""
    bus = Bus()
    game = subprocess.Popen([sys.executable, "-c", PLAY, story, home])
    steps = []
    try:
        for name, takes in (
            ("New game", "New game"),
            ("You are Tetsuya", ""),
            ("Bells, from every tower at once.", "Bells, from every tower at once."),
            ("Luna: They keep losing the drum.", "Luna: They keep losing the drum."),
            ("Wait.", "Wait."),
            ("Nothing is said.", ""),
        ):
            found = bus.until(name)
            steps.append([seen for _, seen in found])
            if takes:
                bus.take(found, takes)
    finally:
        game.kill()
        game.wait()
    print(json.dumps(steps))


if __name__ == "__main__":
    main(*sys.argv[1:3])
