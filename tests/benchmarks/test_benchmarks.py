"""That the benchmarks measure what they say. Nothing here is held to a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.loading.loader import load_story
from game.tools import explore
from game.tools.verdicts import Verdict
from tests.benchmarks import comparing, measures, picture, reading, table, testing, typing_in_an_editor, window
from tests.benchmarks.episodic_story import ENDINGS, Episodes, episodic_story
from tests.benchmarks.generate_story import generate
from tests.benchmarks.hard_story import hard_story

pytestmark = pytest.mark.benchmark


@pytest.fixture
def screen() -> Iterator[pygame.Surface]:
    """A display that shows nothing."""
    pygame.display.init()
    yield pygame.display.set_mode((64, 64))
    pygame.display.quit()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated story of 300 scenes."""
    return generate(tmp_path_factory.mktemp("generated"), 300)


def test_generated_story_has_no_errors(folder: Path) -> None:
    """A generated story can be played, has as many scenes as asked for and about sixty words in each."""
    story = measures.story_of(folder)
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in folder.rglob("scenes_*.yaml"))

    assert len(story.scenes) == 300
    assert 60 < words / 300 < 130


def test_generated_story_is_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    """The same number makes the same story, so that figures can be compared."""
    again = generate(tmp_path / "again", 300)
    assert measures.story_of(again).fingerprint == measures.story_of(folder).fingerprint


def test_every_generated_scene_is_linked(folder: Path) -> None:
    """Each scene is the target of another one, so that no rule of `check` stops early."""
    story = measures.story_of(folder)
    targets = {branch.to for scene in story.scenes.values() for choice in scene.choices for branch in choice.goto}
    assert set(story.scenes) - targets <= {story.start}


def test_whole_process_is_measured(folder: Path) -> None:
    """Time, memory and exit code are those of the program that was run."""
    slept = measures.whole_process("-c", "import sys, time; time.sleep(0.2); sys.exit(3)")
    heavy = measures.whole_process("-c", "bytearray(100 << 20)")

    assert slept.code == 3
    assert slept.seconds > 0.2 > slept.processor
    assert heavy.memory > 100 > slept.memory
    assert measures.check(folder, 1).code == 0


def test_reading_is_measured_without_the_start(folder: Path) -> None:
    """What reading and checking takes is less than what the whole process does."""
    seconds, added, slowness = reading.from_cold(folder, folder, 1)
    assert 0 < seconds < measures.check(folder, 1).processor
    assert 0 <= added < 1024
    assert slowness > 0


def test_steps_are_taken(folder: Path) -> None:
    """As many steps are timed as asked for, on a story that also ends."""
    assert len(measures.steps(load_story(folder).story or measures.story_of(folder), 500)) == 500


def test_keys_are_answered(folder: Path) -> None:
    """As many keys are timed as asked for, each to the diagnostics that it makes or takes away."""
    times = list(typing_in_an_editor.keys(folder, 4))
    assert len(times) == 4
    assert min(times) > 0


def test_saves_are_written(folder: Path, tmp_path: Path) -> None:
    """Each measured save is on the disk."""
    assert len(measures.saves(measures.story_of(folder), tmp_path, 2)) == 2
    assert [path for path in tmp_path.rglob("*") if path.is_file() and "quick" in path.name]


def test_later_starts_are_measured(folder: Path, tmp_path: Path) -> None:
    """Each takes the copy that the first one made."""
    assert len(measures.starts_of(folder, tmp_path / "copies", 2)) == 2
    assert len(list((tmp_path / "copies").iterdir())) == 1


@pytest.mark.slow
def test_window_is_watched(folder: Path, tmp_path: Path) -> None:
    """The window shows a picture, then the menu, types the first line in many small changes, and then waits."""
    with window.display() as variables:
        variables["STONE_LIGHTNING_HOME"] = str(tmp_path)
        window.first_start(variables, folder)
        first, menu = window.to_first_picture(variables, folder), window.to_answering_title(variables, folder)
        assert 0 < first.processor < menu.processor
        assert 0 < first.seconds < 60
        watched = window.typing_and_waiting(variables, folder, 8)

    assert len(watched.typing) > 20
    assert 0 <= watched.waiting < 1


def test_every_kind_of_picture_is_measured(screen: pygame.Surface) -> None:
    """Each costs something, and a copy of a frame is one copy."""
    found = picture.costs((320, 180), frames=8)
    assert found["copy of a frame"].copies == 1
    assert set(picture.LIMITS) <= set(found)
    assert all(0 < cost.middle <= cost.slowest for cost in found.values())


@pytest.mark.slow
def test_a_sitting_goes_on_by_itself(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It saves, comes through scenes, and what it keeps is told."""
    monkeypatch.setattr(picture, "WARM_TURNS", 500)
    kept = picture.soak(measures.story_of(folder), tmp_path, 1500)
    assert kept.memory > 20
    assert list(tmp_path.rglob("save-auto-*.json"))


def test_the_hard_story_is_one_to_play(tmp_path: Path) -> None:
    """It has no errors, every ending of the ledger, and the same number makes the same story."""
    story = measures.story_of(hard_story(tmp_path / "one"))
    assert len(story.endings) == 17
    assert measures.story_of(hard_story(tmp_path / "two")).fingerprint == story.fingerprint


def test_episodes_can_be_explored_whole(tmp_path: Path) -> None:
    """A story in episodes has as many scenes, choices and variables as asked for, and all its states can be visited."""
    folder = episodic_story(tmp_path / "story", Episodes(200, 440, 30, reach=40))
    story = measures.story_of(folder)
    assert len(story.scenes) == 200 + ENDINGS
    assert sum(len(scene.choices) for scene in story.scenes.values()) == 440
    assert len(story.variables) == 30

    found = testing.explored(folder, tmp_path / "found.json")
    report = explore.run(story)
    assert report.whole
    assert found.whole
    assert found.states == report.visited > 200
    assert sum(each.verdict is Verdict.REACHABLE for each in report.endings.values()) > ENDINGS / 2


def test_a_tester_s_figures_are_taken(folder: Path, tmp_path: Path) -> None:
    """Each measure of a tester's tools gives a figure for a story."""
    story = measures.story_of(folder)
    (speed,) = testing.played([story], 200, turns=1)
    assert min(speed.ours, speed.bare) > 0
    assert testing.random_choices_a_second(folder, 400) > 0
    write_again = generate(tmp_path / "story", 300)
    one, process = testing.replays(measures.story_of(write_again), tmp_path, 5, 20)
    assert (one > 0, process.code) == (True, 0)
    assert testing.needle(5) > 0
    found = testing.decided(measures.story_of(hard_story(tmp_path / "hard")), 1)
    assert (found.seconds >= 1, found.endings) == (True, 17)


def test_figures_are_told_as_on_the_machine_of_the_limits(capsys: pytest.CaptureFixture[str]) -> None:
    """Where all takes twice as long, a time is halved and a rate doubled; memory and ratios are as they were."""
    amounts = (table.seconds(3), table.rate(4000), table.memory(50), table.copies(2.5))

    table.show([("something", amounts, "1 s")], lambda: 2.0)

    row = capsys.readouterr().out.splitlines()[2]
    assert "3.00 s, 4,000 / CPU s, 50 MiB, 2.50 copies" in row
    assert "1.50 s, 8,000 / CPU s, 50 MiB, 2.50 copies" in row


def test_a_figure_may_bring_the_slowness_of_its_own_moment(capsys: pytest.CaptureFixture[str]) -> None:
    """Then that counts, and not the one that was found before and after the row."""
    table.show([("something", (table.milliseconds(0.3, slowness=3),), "0.1 s")], lambda: 2.0)

    assert "300 ms" in (row := capsys.readouterr().out.splitlines()[2])
    assert "100 ms" in row


def test_yardstick_is_laid_on_anew(folder: Path) -> None:
    """Each time it is asked, it takes the time of reading the files it was made for."""
    lay_on = table.yardstick(folder)
    assert min(lay_on(), lay_on()) > 0


def test_the_versions_compared_differ_in_one_rule(tmp_path: Path) -> None:
    """So that both have to be explored, and nearly all of the story is the same."""
    old, new = comparing.versions(tmp_path)
    texts = [(path.read_text(encoding="utf-8"), new / path.relative_to(old)) for path in sorted(old.rglob("*.yaml"))]
    (pair,) = [(text, there.read_text("utf-8")) for text, there in texts if text != there.read_text("utf-8")]
    lines = zip(*(text.splitlines() for text in pair), strict=True)
    (changed,) = [both for both in lines if both[0] != both[1]]
    assert changed[1] == changed[0].replace("+= 1", "+= 2")
