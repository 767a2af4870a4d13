"""What pyproject.toml can't say: the story and its pictures go into the wheel, folder by folder, as they lie here.

They are installed under `share/stone-lightning` of the environment, where `game/app/shipped.py` finds them.
"""

from __future__ import annotations

from pathlib import Path

from setuptools import setup

SHARE = "share/stone-lightning"
NOT_SHIPPED = ("assets/programs",)
"""What makes the pictures is not needed to show them."""


def data_files() -> list[tuple[str, list[str]]]:
    """(folder in the environment, files) for each folder of the story and of its assets."""
    found: dict[str, list[str]] = {}
    for top in ("story", "assets"):
        for path in sorted(Path(top).rglob("*")):
            name = path.as_posix()
            if path.is_file() and "__pycache__" not in name and not name.startswith(NOT_SHIPPED):
                found.setdefault(f"{SHARE}/{path.parent.as_posix()}", []).append(name)
    return list(found.items())


if __name__ == "__main__":
    setup(data_files=data_files())
