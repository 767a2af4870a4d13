import os
from pathlib import Path

import pytest

from game.app.cache import Cache
from game.cli import stored
from game.cli.stored import story_in
from game.errors import UsageError
from game.model.packing import StoredScenes
from tests.support.stories import write

FILES = {
    "story.yaml": "title: Small\nstart: only\nformat: 1\n",
    "endings.yaml": "done: {title: Done, kind: hopeful}\n",
    "act/scenes.yaml": "only:\n  script:\n    - Here.\n  ending: done\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small story."""
    return write(tmp_path / "project" / "story", FILES)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty cache."""
    return Cache(tmp_path / "cache")


def _is_copy(folder: Path, cache: Cache) -> bool:
    return isinstance(story_in(folder, cache).scenes, StoredScenes)


def test_the_second_start_takes_the_copy(folder: Path, cache: Cache) -> None:
    """It is the same story."""
    first = story_in(folder, cache)
    assert not isinstance(first.scenes, StoredScenes)
    assert _is_copy(folder, cache)
    assert story_in(folder, cache) == first


@pytest.mark.parametrize("name", ["story/act/scenes.yaml", "assets/assets.yaml", "seeds/canon.yaml", "story/new.yaml"])
def test_any_file_that_is_changed_is_read_again(folder: Path, cache: Cache, name: str) -> None:
    """In the same second, with as many bytes and the same date as before, too; and the copy serves again after."""
    path = folder.parent / name
    path.parent.mkdir(exist_ok=True)
    new = "extra:\n  ending: done\n"
    before = path.read_text(encoding="utf-8") if path.exists() else ("beats: {}\n" if "canon" in name else "")
    if "new" not in name:
        path.write_text(before, encoding="utf-8")
    story_in(folder, cache)
    assert _is_copy(folder, cache)
    dates = path.stat() if path.exists() else None
    path.write_text(before.replace("Here", "Gone") if "scenes" in name else before + "#" if "new" not in name else new)
    if dates is not None:
        os.utime(path, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    changed = story_in(folder, cache)
    assert not isinstance(changed.scenes, StoredScenes)
    assert ("Gone" in repr(dict(changed.scenes))) == ("scenes" in name)
    assert _is_copy(folder, cache)


def test_a_renamed_and_a_lost_file_are_noticed(folder: Path, cache: Cache) -> None:
    """Which file a scene stands in is part of the story."""
    story_in(folder, cache)
    (folder / "act" / "scenes.yaml").rename(folder / "act" / "other.yaml")
    assert story_in(folder, cache).scenes["only"].ref.file == "act/other.yaml"
    (folder / "act" / "other.yaml").unlink()
    with pytest.raises(UsageError):
        story_in(folder, cache)


def test_another_program_reads_for_itself(folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    """A loader that was changed may find something else in the same files."""
    story_in(folder, cache)
    monkeypatch.setattr(stored, "__version__", "0.0.0+other")
    assert not _is_copy(folder, cache)


def test_a_replay_is_none_of_the_story(folder: Path, cache: Cache) -> None:
    """Recording one does not make the next start slow."""
    story_in(folder, cache)
    (folder / "one.replay.yaml").write_text("replay: One\n")
    assert _is_copy(folder, cache)


def test_a_story_with_errors_is_never_kept(
    folder: Path, cache: Cache, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its errors are told at every start."""
    (folder / "act" / "scenes.yaml").write_text("only:\n  ending: nowhere\n")
    for _ in range(2):
        with pytest.raises(UsageError):
            story_in(folder, cache)
        assert "E223" in capsys.readouterr().err
    assert not (tmp_path / "cache").exists()


def test_a_link_is_followed_by_the_loader_alone(folder: Path, cache: Cache, tmp_path: Path) -> None:
    """What it leads to may be outside of the story, which is an error."""
    story_in(folder, cache)
    (tmp_path / "outside.yaml").write_text(FILES["act/scenes.yaml"])
    (folder / "act" / "scenes.yaml").unlink()
    (folder / "act" / "scenes.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(UsageError):
        story_in(folder, cache)


def test_a_damaged_copy_is_made_again(folder: Path, cache: Cache, tmp_path: Path) -> None:
    """Silently; and one that was sealed by somebody else, and is no story, too."""
    story_in(folder, cache)
    [copy] = (tmp_path / "cache").iterdir()
    copy.write_bytes(copy.read_bytes()[:-9])
    assert not _is_copy(folder, cache)
    assert _is_copy(folder, cache)
    sound = cache.read(copy.name)
    assert sound is not None
    for wrong in (b"", b"[]", b"[1, 2, 3]", b"\xff", b"null\n[]"):
        cache.write(copy.name, sound[:32] + wrong)
        assert not _is_copy(folder, cache)


def test_a_home_that_cannot_be_written_costs_nothing_but_time(folder: Path, tmp_path: Path) -> None:
    """The story is read from its files each time."""
    (tmp_path / "file").write_text("in the way")
    refused = Cache(tmp_path / "file" / "cache")
    assert story_in(folder, refused) == story_in(folder, refused)
