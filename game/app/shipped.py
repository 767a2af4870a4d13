"""Where the story and the assets that come with the program lie: beside it, or where an installer put them."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package `game`."""
SHARE = Path("share", "stone-lightning")
"""Where `setup.py` puts them in an environment, at whose top the packages lie one to four folders deep."""


def shipped(name: str, root: Path = ROOT) -> Path:
    """The folder `story` or `assets`. In a checkout it stands beside the package; nothing is there where it is lost."""
    if (root / "pyproject.toml").is_file():
        return root / name
    installed = (folder / SHARE / name for folder in (root, *list(root.parents)[:4]))
    return next((folder for folder in installed if folder.is_dir()), root / name)
