"""`run.py map`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.cli import main
from tests.benchmarks.generate_story import generate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A generated story of 20 scenes, without replays."""
    return generate(tmp_path / "story", 20)


def replay(folder: Path) -> Path:
    """A replay that takes the first choice of the story."""
    file = folder / "first.replay.yaml"
    file.write_text("replay: First\npath:\n  - s0.c0\n", encoding="utf-8")
    return file


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, dict[str, object]]]:
    """What was printed, as JSON."""
    found: dict[str, dict[str, dict[str, object]]] = json.loads(capsys.readouterr().out)
    return found


def test_the_page_stands_alone(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page names no other server, allows only its own program by its digest, and holds every scene."""
    page = tmp_path / "new" / "map.html"
    assert main(["map", "--story", str(folder), "--html", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", text)
    assert "default-src 'none'" in text
    assert "@@" not in text
    assert text.count("</script>") == 3
    assert '"s19"' in text
    assert "Wrote" in capsys.readouterr().out


def test_replays_beside_the_story_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without replays nothing is said of them; with some, each scene knows how many pass through."""
    assert main(["map", "--story", str(folder), "--json"]) == 0
    assert told(capsys)["scenes"]["s0"]["replays"] is None
    replay(folder)
    assert main(["map", "--story", str(folder), "--json"]) == 0
    scenes = told(capsys)["scenes"]
    assert (scenes["s0"]["replays"], scenes["s19"]["replays"]) == (1, 0)


def test_a_failing_replay_counts_as_far_as_it_goes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line says so, and the map is made all the same."""
    replay(folder).write_text("replay: First\npath:\n  - s0.c0\n  - s0.c0\n", encoding="utf-8")
    assert main(["map", "--story", str(folder), "--json"]) == 0
    output = capsys.readouterr()
    assert json.loads(output.out)["scenes"]["s0"]["replays"] == 1
    assert "1 of 1 replays fail" in output.err


def test_odds_are_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--odds` each scene has a verdict and a chance."""
    assert main(["map", "--story", str(folder), "--json", "--odds", "--max-states", "2000"]) == 0
    first = told(capsys)["scenes"]["s0"]
    assert (first["verdict"], first["odds"]) == ("reachable", 1.0)


@pytest.mark.parametrize(("form", "begins"), [([], "flowchart"), (["--mermaid"], "flowchart"), (["--dot"], "digraph")])
def test_text_for_other_programs(
    form: list[str], begins: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Mermaid without any option, Graphviz where asked for."""
    assert main(["map", "--story", str(folder), *form]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_a_place_that_cannot_be_written_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder where the page should be is named, without a traceback."""
    assert main(["map", "--story", str(folder), "--html", str(folder)]) == 2
    assert "can't be written" in capsys.readouterr().err
