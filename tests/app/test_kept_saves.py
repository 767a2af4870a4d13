"""T7: saves that were kept of every version of the story lead somewhere in the story of today."""

from pathlib import Path

import pytest

from game.cli import main

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = sorted(path for path in (ROOT / "tests" / "saves").iterdir() if path.is_dir())


@pytest.mark.parametrize("kept", VERSIONS, ids=lambda path: path.name)
def test_no_save_of_a_version_is_lost(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """R5: at its scene, or at the last one of its choices that is left; never at the start in silence."""
    assert main(["saves", "check", str(kept)]) == 0
    assert " 0 lost" in capsys.readouterr().out
