"""What the documentation shows is loaded and played, what it names exists, and what exists is named in it.

A fenced block says by its first line what it is: `yaml file=PATH` is that file of an example story, `yaml scene`,
`yaml script` and `yaml choices` are whole scenes, lines and choices of the example story `mill`, and `yaml replay` is a
replay of the story `lighthouse`. `console` are commands, each after a `$`, and all that they print; a line of `…`
stands for any lines. They run one after the other beside a new copy of that story.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli import main
from game.cli.arguments import SUMMARY
from game.cli.translating import known
from game.loading.loader import load_story
from game.model.diagnostic import Severity
from game.tools.translation import merged, progress

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "story" / "README.md"
TESTING = ROOT / "tests" / "README.md"
PAGES = sorted(path for path in [*ROOT.glob("*.md"), *ROOT.glob("[a-z]*/**/*.md")] if "fonts" not in path.parts)
BLOCK = re.compile(r"^```(?P<info>\w[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: what it says that it is, what it holds, under which heading."""

    info: str
    text: str
    heading: str


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page that say what they are, in order."""
    text = page.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        headings = re.findall(r"^#+ (.+)$", text[: found.start()], re.MULTILINE)
        yield Block(found["info"], found["text"], headings[-1])


def write_lighthouse(folder: Path, until: str = "") -> Path:
    """The story of the ten minutes, as it is at the end of a heading (of the last one, if none is named)."""
    for block in blocks(GUIDE):
        if block.info.startswith("yaml file=lighthouse"):
            path = folder / block.info.removeprefix("yaml file=")
            path.parent.mkdir(exist_ok=True)
            if not until or block.heading <= until:
                path.write_text(block.text, encoding="utf-8")
    return folder / "lighthouse"


def write_mill(folder: Path) -> Path:
    """The story of all the other examples: its files, its scenes, and a scene around each piece of one."""
    story = folder / "mill"
    story.mkdir()
    for number, block in enumerate(blocks(GUIDE)):
        name, text = f"scenes_{number}.yaml", block.text
        if block.info.startswith("yaml file=mill/"):
            name = block.info.removeprefix("yaml file=mill/")
        elif block.info == "yaml script":
            text = f"example_{number}:\n  script:\n{textwrap.indent(text, '    ')}  ending: left\n"
        elif block.info == "yaml choices":
            text = f"example_{number}:\n  script:\n    - Well?\n  choices:\n{textwrap.indent(text, '    ')}"
        elif block.info != "yaml scene":
            continue
        (story / name).write_text(text, encoding="utf-8")
    return story


def errors(story: Path) -> list[str]:
    """What keeps a story from being played."""
    found = load_story(story).diagnostics
    return [f"{one.ref}: {one.code}: {one.message}" for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "until", ["1. A folder with a scene in it", "2. Something to remember", "3. Let the machine read it"]
)
def test_ten_minutes(until: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After each step of the first ten minutes the story can be played, and `check` has nothing at all to say."""
    story = write_lighthouse(tmp_path, until)

    code = main(["check", "--strict", "--json", "--story", str(story)])
    heard = capsys.readouterr()
    assert code == 0, heard
    assert json.loads(heard.out)["problems"] == []


def test_every_example_of_the_guide() -> None:
    """There are examples of each kind, so that the other tests test something."""
    infos = {block.info.split("=")[0] for block in blocks(GUIDE)}
    assert infos == {"yaml file", "yaml scene", "yaml script", "yaml choices", "console"}


def test_the_mill_is_a_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All other examples together are a story without errors, and without warnings but of scenes nothing leads to."""
    story = write_mill(tmp_path)

    assert errors(story) == []
    assert main(["check", "--json", "--story", str(story)]) == 0, capsys.readouterr()
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert {one["code"] for one in problems if one["severity"] == "warning"} <= {"W510"}


@pytest.mark.parametrize("page", [GUIDE, TESTING], ids=lambda page: page.parent.name)
def test_every_replay_of_the_docs_holds(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The replays that the docs show pass."""
    story = write_lighthouse(tmp_path)
    shown = [block.text for block in blocks(page) if block.info == "yaml replay" or ".replay.yaml" in block.info]
    assert shown
    for number, text in enumerate(shown):
        replay = tmp_path / f"{number}.replay.yaml"
        replay.write_text(text, encoding="utf-8")
        assert main(["replay", str(replay), "--story", str(story)]) == 0, capsys.readouterr()


CONSOLES = [block for block in blocks(GUIDE) if block.info == "console"]


@pytest.mark.parametrize("block", CONSOLES, ids=lambda block: block.heading)
def test_every_command_prints_what_the_docs_show(
    block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command of a `console` block prints exactly what stands below it."""
    write_lighthouse(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(tmp_path / "run.py")])
    for shown in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, expected = shown.partition("\n")
        program, *words = shlex.split(command)
        if program == "cp":
            shutil.copytree(words[1], words[2])
        else:
            main(words)
        heard = "".join(capsys.readouterr())
        pattern = "(.*\n)*".join(map(re.escape, expected.split("…\n")))
        assert re.fullmatch(pattern, heard), f"{command}\n{heard}"


def test_the_lighthouse_in_german(tmp_path: Path) -> None:
    """The example that is kept with its translation is the guide's story, whole in German, and its replay holds."""
    kept = ROOT / "tests" / "stories" / "good" / "lighthouse"
    written = write_lighthouse(tmp_path)
    for path in written.iterdir():
        assert (kept / "story" / path.name).read_text("utf-8") == path.read_text("utf-8")
    replay = (tmp_path / "lighthouse.replay.yaml").read_text("utf-8")
    assert (kept / "lighthouse.replay.yaml").read_text("utf-8") == replay
    assert main(["check", "--strict", "--story", str(kept / "story")]) == 0
    story = load_story(kept / "story").story
    assert story is not None
    messages, _ = known(kept / "story" / "locale" / "de.po")
    assert progress(merged(story, messages)).translated == len(messages) == 21


def test_the_scene_of_the_front_page(tmp_path: Path) -> None:
    """The scene that README.md shows loads, in a story that has what it refers to."""
    (scene,) = [block.text for block in blocks(ROOT / "README.md") if block.info == "yaml"]
    around = {
        "story.yaml": "title: T\nstart: tram_stop\nformat: 1\n",
        "variables.yaml": "trust_luna:\n  range: 0..6\n  default: 2\n",
        "cast.yaml": "luna:\n  name: Luna\n",
        "places.yaml": "tram_stop:\n  name: The stop\n",
        "endings.yaml": "done:\n  title: Done\n  kind: hopeful\n",
        "scenes.yaml": scene + "tram_arrives:\n  script:\n    - It comes.\n  ending: done\n",
    }
    for name, text in around.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert errors(tmp_path) == []


def test_every_command_is_documented() -> None:
    """Each command is shown somewhere in the docs."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [command for command in SUMMARY if command != "play" and f"run.py {command}" not in text] == []


def test_every_command_in_the_docs_exists() -> None:
    """The docs show no command that is not there."""
    named = {word for page in PAGES for word in re.findall(r"run\.py ([a-z]+)\b", page.read_text(encoding="utf-8"))}
    assert named - set(SUMMARY) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Each link within the repository leads to a file that is there."""
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", BLOCK.sub("", page.read_text(encoding="utf-8")))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert broken == []
