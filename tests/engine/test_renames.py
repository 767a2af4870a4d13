"""Former ids."""

from __future__ import annotations

from game.engine.renames import Renames
from tests.support.builders import choice, condition, scene, story

RENAMED = story(
    scene("hall", choice("leave", "yard", was=("exit",)), was=("lobby", "foyer")),
    scene("yard", ending="gone"),
)


def test_former_ids_lead_to_today_s() -> None:
    """Scenes and choices are found under every id they ever had; other ids stay."""
    renames = Renames(RENAMED)
    assert [renames.scene(name) for name in ("lobby", "foyer", "hall", "cellar")] == ["hall"] * 3 + ["cellar"]
    assert renames.pair("lobby.exit") == renames.pair("hall.exit") == renames.pair("foyer.leave") == "hall.leave"
    assert renames.choice("yard", "exit") == "exit"


def test_conditions_are_rewritten_throughout() -> None:
    """Every mark inside a condition is renamed, whatever stands around it."""
    source = "not seen(lobby) and (n + 1 < -n or (chose(foyer.exit) if reached(gone) else seen(yard)))"
    today = "not seen(hall) and (n + 1 < -n or (chose(hall.leave) if reached(gone) else seen(yard)))"
    assert Renames(RENAMED).condition(condition(source)).expression == condition(today).expression
