"""The player driven at random, over every screen and through everything that may happen meanwhile."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from game.ui.window.intents import Do, Intent
from game.ui.window.widgets import find
from tests.support.screens import SCREENS
from tests.support.window import letters, player_in


class Driving(RuleBasedStateMachine):
    """Whatever is pressed in whatever order: the player stands, and every control has a name."""

    home: Path

    @initialize()
    def begin(self) -> None:
        """A fresh player in a folder of its own."""
        self.folder = tempfile.TemporaryDirectory()
        self.player = player_in(Path(self.folder.name), playing=False)

    @rule(do=st.sampled_from([do for do in Do if do not in (Do.QUIT, Do.FULLSCREEN)]))
    def wish(self, do: Do) -> None:
        """Any wish at all."""
        self.player.handle(Intent(do, number=1))
        self.player.running = True

    @rule(x=st.floats(0, 1920), y=st.floats(0, 1080), do=st.sampled_from([Do.POINT, Do.PRESS]))
    def mouse(self, x: float, y: float, do: Do) -> None:
        """The pointer anywhere."""
        self.player.handle(Intent(do, at=(x, y)))
        self.player.running = True

    @rule(name=st.sampled_from([name for name in SCREENS if name not in ("ending", "choices")]))
    def open(self, name: str) -> None:
        """Any screen over whatever is there; the map and the history only where something is read."""
        if self.player.app.reader is not None:
            SCREENS[name](self.player)

    @rule(name=st.sampled_from(["key:x", "key:backspace", "key:l", "pad:2", "mouse:4"]))
    def key(self, name: str) -> None:
        """A key by its name, wanted or not."""
        self.player.handle(Intent(Do.CAPTURED, name=name))

    @rule(size=st.sampled_from([80, 100, 200]), contrast=st.booleans(), limits=st.sampled_from(["kept", "off"]))
    def set(self, size: int, *, contrast: bool, limits: str) -> None:
        """Settings change under everything."""
        for setting, value in (("text_size", size), ("high_contrast", contrast), ("time_limits", limits)):
            self.player.change(setting, value)

    @rule()
    def resize(self) -> None:
        """The window is made larger or smaller."""
        self.player.measure_with(letters)

    @rule(slot=st.sampled_from(["1", "2", "quick"]), load=st.booleans())
    def slot(self, slot: str, *, load: bool) -> None:
        """A save is written or taken up."""
        (self.player.load if load else self.player.save)(slot)

    @rule(data=st.sampled_from([b"", b"{}", b"junk"]))
    def drop(self, data: bytes) -> None:
        """Something is dropped on the window."""
        file = Path(self.folder.name) / "dropped"
        file.write_bytes(data)
        self.player.bring_in(file)

    @rule(seconds=st.floats(0, 0.05), turns=st.integers(1, 60))
    def wait(self, seconds: float, turns: int) -> None:
        """Time passes."""
        for _ in range(turns):
            self.player.tick(seconds)

    @invariant()
    def stands(self) -> None:
        """There is a frame, its controls have names, and the focus is on one of them or nowhere."""
        frame = self.player.frame
        top = self.player.screens[-1]
        tree = self.player.tree_of(top)
        assert all(node.name for node in frame.tree.walk() if node.id)
        assert not top.focus or find(tree, top.focus) is not None
        assert 0 <= frame.passage.done <= 1

    def teardown(self) -> None:
        """Remove the folder."""
        if hasattr(self, "folder"):
            self.folder.cleanup()


TestDriving = Driving.TestCase
TestDriving.settings = hypothesis_settings(max_examples=25, stateful_step_count=40, deadline=None)
