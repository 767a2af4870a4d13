"""The story and its pictures are found in a checkout and in an environment that a wheel was installed into."""

import importlib.util
from pathlib import Path

import pytest

from game.app.shipped import SHARE, shipped

ROOT = Path(__file__).resolve().parents[2]


def test_in_a_checkout_they_stand_beside_the_package() -> None:
    """This one."""
    assert shipped("story") == ROOT / "story"
    assert (shipped("assets") / "fonts").is_dir()


@pytest.mark.parametrize("packages", ["lib/python3.12/site-packages", "Lib/site-packages", "lib/python3/dist-packages"])
def test_in_an_environment_they_are_found_from_where_the_package_lies(packages: str, tmp_path: Path) -> None:
    """On every system; somebody else's package of that name is not taken for it."""
    (tmp_path / SHARE / "story").mkdir(parents=True)
    (tmp_path / packages / "story").mkdir(parents=True)
    assert shipped("story", tmp_path / packages) == tmp_path / SHARE / "story"


def test_where_they_are_lost_the_place_is_named_where_they_should_be(tmp_path: Path) -> None:
    """What opens it says that nothing is there."""
    assert shipped("story", tmp_path) == tmp_path / "story"


def test_a_wheel_carries_all_that_playing_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file that git keeps of story and assets, but the programs that make the pictures."""
    pytest.importorskip("setuptools")
    spec = importlib.util.spec_from_file_location("setup_of_the_project", ROOT / "setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.chdir(ROOT)
    carried = {name for _, files in module.data_files() for name in files}
    assert {"story/story.yaml", "assets/assets.yaml", "assets/cards/title.webp"} <= carried
    assert {path.as_posix() for path in Path("story").rglob("*.yaml")} <= carried
    assert not [name for name in carried if name.startswith("assets/programs")]
    assert all(files and folder.endswith(str(Path(files[0]).parent)) for folder, files in module.data_files())
