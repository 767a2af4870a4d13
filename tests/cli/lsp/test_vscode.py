"""The extension for VS Code, run by Node with a stand-in for VS Code, against the real language server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.cli.lsp.server import make_server
from tests.support.stories import write
from tests.support.stories_to_edit import FILES, SCENES

ROOT = Path(__file__).resolve().parents[3]
EXTENSION = ROOT / "game" / "editors" / "vscode"
NODE = shutil.which("node")


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All that the extension hands to VS Code in the project of the lamp."""
    if NODE is None:
        pytest.skip("node is not installed")
    folder = write(tmp_path_factory.mktemp("vscode"), FILES)
    driver = Path(__file__).with_name("vscode.js")
    words = [NODE, driver, EXTENSION / "extension.js", folder, folder / "story" / "scenes.yaml"]
    done = subprocess.run(
        [*map(str, words), sys.executable, "-m", "game", "lsp"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_what_vs_code_is_handed(handed: dict[str, Any]) -> None:
    """Every answer of the server's reaches VS Code as the value that it asks for."""
    assert "lamp_room" in [item["given"][0] for item in handed["completion"]["given"][0]]
    assert "0 to 3" in handed["hover"]["given"][0]["given"][0]
    assert len(handed["definition"]) == 1
    assert len(handed["references"]) > len(handed["highlights"]) == SCENES.count("oil")
    assert [symbol["given"][0] for symbol in handed["outline"]] == ["gallery", "lamp_room", "night"]
    assert [choice["given"][0] for choice in handed["outline"][0]["children"]] == ["climb", "wait"]
    assert [symbol["given"][0] for symbol in handed["search"]] == ["landed"]
    lens = handed["lenses"][1]["given"][1]
    assert lens["title"] == "1 way here, 4 words"
    assert lens["command"] == "editor.action.findReferences"
    assert len(handed["colours"]["given"][0]) % 5 == 0
    assert handed["legend"]["given"][0][handed["colours"]["given"][0]["3"]] == "class"
    assert handed["prepared"]["placeholder"] == "oil"
    assert len(handed["renamed"]["files"]) == 4
    assert "is no id" in handed["refused"]
    assert handed["formatted"] == []


def test_problems_reach_vs_code(handed: dict[str, Any]) -> None:
    """A slip is underlined as an error, with its fix beside it, and nothing else is complained of."""
    assert [(problem["code"]["value"], problem["given"][2]) for problem in handed["problems"]] == [("E222", 0)]
    assert handed["problems"][0]["code"]["target"].endswith("diagnostics.md#e222-unknown-scene")
    assert handed["fixes"][0]["given"][0] == 'Change to "lamp_room"'
    assert list(handed["fixes"][0]["edit"]["files"].values())
    assert handed["errors"] == []


def test_it_finds_its_own_program(handed: dict[str, Any]) -> None:
    """Whose copy of the extension leads to the program needs to set nothing for a story somewhere else."""
    assert handed["command"][1:] == [str(ROOT / "run.py"), "lsp"]


def test_what_a_writer_starts(handed: dict[str, Any], tmp_path: Path) -> None:
    """The preview begins in the scene under the cursor, and the map of the story is shown beside the text."""
    terminal, story = handed["terminal"], handed["story"]
    assert terminal["shellPath"] == sys.executable
    assert terminal["shellArgs"] == ["-m", "game", "write", "--story", story, "--scene", "lamp_room"]
    assert handed["map"].startswith("<!doctype html>")
    assert "You found it, then." in handed["map"]


def test_the_extension_fits_vs_codes_own_types() -> None:
    """Every call of VS Code is one that its published types know (where `npm install` has brought them)."""
    compiler = EXTENSION / "node_modules" / ".bin" / "tsc"
    if NODE is None or not compiler.exists():
        pytest.skip("npm install in the extension's folder brings the types")
    words = [str(compiler), "--project", "jsconfig.json"]
    done = subprocess.run(words, cwd=EXTENSION, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout


def test_every_command_has_its_title() -> None:
    """What package.json offers is registered, and nothing else."""
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    offered = {one["command"] for one in package["contributes"]["commands"]}
    text = (EXTENSION / "extension.js").read_text(encoding="utf-8")
    assert offered == set(re.findall(r"registerCommand\('([^']+)'", text))
    assert {one["command"] for one in package["contributes"]["menus"]["editor/title"]} <= offered


def test_the_extension_is_whole() -> None:
    """What package.json names is there, and it has the server's own trigger characters."""
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    language = package["contributes"]["languages"][0]["configuration"]
    assert (EXTENSION / package["main"]).is_file()
    assert json.loads((EXTENSION / language).read_text(encoding="utf-8"))["comments"] == {"lineComment": "#"}
    assert "dependencies" not in package
    packed = {path.name for pattern in package["files"] for path in EXTENSION.glob(pattern)}
    beside = {"package.json", "README.md", "jsconfig.json", "node_modules", "package-lock.json"}
    assert packed == {path.name for path in EXTENSION.iterdir()} - beside
    options = make_server(Path()).protocol.fm.feature_options["textDocument/completion"]
    assert f"const TRIGGERS = {options.trigger_characters}" in (EXTENSION / "extension.js").read_text(encoding="utf-8")
