"""That nobody looks for garbage where hardly any is made, nor right after."""

from __future__ import annotations

import gc

from game.model.collecting import without_collections


def test_what_was_made_counts_as_old_afterwards() -> None:
    """Nothing is collected meanwhile, and what was made then brings on no collection at its end."""
    with without_collections():
        assert not gc.isenabled()
        made = [[number] for number in range(10_000)]
    young = gc.get_count()[0]
    assert gc.isenabled()
    assert young < len(made) / 10
    assert gc.get_freeze_count() == 0


def test_garbage_of_then_is_still_found() -> None:
    """A circle that was made meanwhile is taken away by the next full collection."""
    gc.collect()
    with without_collections():
        for _ in range(100):
            circle: list[object] = []
            circle.append(circle)
        del circle
    assert gc.collect() >= 100


def test_what_somebody_keeps_frozen_stays_so() -> None:
    """Where things were put out of the collector's sight, they stay there; a collector that is off stays off."""
    gc.freeze()
    gc.disable()
    try:
        with without_collections():
            pass
        assert gc.get_freeze_count() > 0
        assert not gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
