"""Stories as they were at a revision of git. Knows nothing of what is in them."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from game.errors import UsageError

BESIDE = ("assets/assets.yaml", "seeds/canon.yaml", "tests/replays")
"""What a story is read with, in the folder that it stands in."""
HERE = Path()


@contextmanager
def version(named: str, story: Path) -> Iterator[Path]:
    """The story's folder as it was at a revision, or the folder that is named. Raises UsageError where there is none.

    The folder of a revision is only there as long as the context is.
    """
    folder = Path(named)
    if folder.is_dir():
        yield folder if (folder / "story.yaml").exists() or not (folder / "story").is_dir() else folder / "story"
        return
    top = Path(_git(story, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(story, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}").decode().strip()
    inside = story.resolve().relative_to(top.resolve())
    found = _there(top, commit, inside)
    if not found:
        raise UsageError(f"there is no {'story.yaml' if inside == HERE else inside} at {named}")
    with tempfile.TemporaryDirectory(prefix="stone-lightning-") as copy:
        whole = Path(copy) / "whole"  # A story that is all of it has a folder around it, too, and nothing stands there.
        with tarfile.open(fileobj=BytesIO(_git(top, "archive", "--format=tar", commit, "--", *found))) as archive:
            archive.extractall(whole, filter="data")
        yield whole / inside


def _there(top: Path, commit: str, inside: Path) -> list[str]:
    """What of a story, and of what it is read with, is there at a commit; nothing, where the story is not."""
    if inside == HERE:  # The story is all that is kept there, and nothing stands beside it.
        names = _git(top, "ls-tree", "--name-only", "-z", commit).decode().rstrip("\0").split("\0")
        return names if "story.yaml" in names else []
    wanted = [inside.as_posix(), *((inside.parent / path).as_posix() for path in BESIDE)]
    found = _git(top, "ls-tree", "--name-only", "-z", commit, "--", *wanted).decode().rstrip("\0").split("\0")
    return found if inside.as_posix() in found else []


def _git(folder: Path, *words: str) -> bytes:
    """What git prints. Raises UsageError."""
    program = shutil.which("git")
    if program is None:
        raise UsageError("git is not installed", "name two folders")
    done = subprocess.run([program, "-C", str(folder), *words], capture_output=True, check=False)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        named = words[-1].removesuffix("^{commit}")
        if any("not a git repository" in line for line in reason):
            raise UsageError(f"{folder} is not kept in git", "name two folders")
        raise UsageError(
            f'"{named}" is neither a folder nor a revision' if not reason else reason[0].removeprefix("fatal: ")
        )
    return done.stdout
