"""Asks codespell, a program of its own, for mistakes in lines of text. Knows no words itself."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from game.errors import UsageError

_FOUND = re.compile(r":(?P<line>\d+): (?P<wrong>\S+) ==> (?P<right>.*)$")


def is_installed() -> bool:
    """Whether codespell is there."""
    return bool(_program())


def _program() -> list[str]:
    """How to start codespell, beside this program or on the system's path; nothing where it is in neither."""
    if importlib.util.find_spec("codespell_lib") is not None:
        return [sys.executable, "-m", "codespell_lib"]
    found = shutil.which("codespell")
    return [found] if found else []


def mistakes(texts: Sequence[str], allowed: Collection[str]) -> Iterator[tuple[int, str, str]]:
    """The place among the texts, the word, and what was probably meant. Raises UsageError where codespell fails."""
    with tempfile.TemporaryDirectory(prefix="stone-lightning-") as folder:
        page, known = Path(folder) / "page.txt", Path(folder) / "known.txt"
        page.write_text("\n".join(" ".join(text.split()) for text in texts), encoding="utf-8")
        known.write_text("\n".join(allowed), encoding="utf-8")
        words = ["--builtin", "clear", "--ignore-words", known.name, page.name]
        done = subprocess.run([*_program(), *words], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 65):
        raise UsageError(f"codespell failed: {done.stderr.strip().splitlines()[-1:]}")
    for line in done.stdout.splitlines():
        found = _FOUND.search(line)
        if found is not None:
            yield int(found["line"]) - 1, found["wrong"], found["right"]
