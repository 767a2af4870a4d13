"""Large blocks of memory go back to the system."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.ui.window.memory import give_back_large_blocks

HELD = """
import threading
import pygame
from pathlib import Path
from game.ui.window.memory import give_back_large_blocks

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 >> 20

def work(pictures):
    for _ in range(4):
        large = pygame.Surface((1000, 6000))
        large.fill((1, 2, 3))
        pictures.append(pygame.Surface((64, 64)))
        del large

give_back_large_blocks()
before, pictures = held(), []
worker = threading.Thread(target=work, args=(pictures,))
worker.start()
worker.join()
print(held() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux says what a process holds by /proc")
def test_freed_pictures_are_not_held() -> None:
    """Pictures of 24 MB come and go in a thread, and a small one is made beside each and stays."""
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", HELD], capture_output=True, text=True, check=True, cwd=root)
    assert int(done.stdout.splitlines()[-1]) < 12


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems with another C library are left alone."""
    monkeypatch.setattr(sys, "platform", "win32")
    give_back_large_blocks()
