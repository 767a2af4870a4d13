"""The shape of the program, held by tests: layers, sizes, what is banned where, and what no command may wait for."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GAME = ROOT / "game"
PURE = ("model", "checks", "engine", "tools", "editing")
"""Folders that get values and return values."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(path: Path) -> ast.Module:
    """A source file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def sources(*folders: Path) -> list[Path]:
    """All our Python files, or those of some folders."""
    inside = [path for folder in folders or (GAME, ROOT / "tests") for path in sorted(folder.rglob("*.py"))]
    return inside if folders else [ROOT / "run.py", *inside]


def place(path: Path, line: int) -> str:
    """Where something stands, as an editor takes it."""
    return f"{path.relative_to(ROOT)}:{line}"


def functions(path: Path) -> Iterator[Function]:
    """Every function of a file, nested ones too."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """The line and the full name of everything that a file imports from elsewhere."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def test_layers_point_one_way() -> None:
    """Every contract of `[tool.importlinter]` is kept."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_folder_of_the_program_is_a_package() -> None:
    """A folder without `__init__.py` would escape the contracts."""
    folders = {path.parent for path in sources(GAME)}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_files_stay_small() -> None:
    """No file of ours has more than 400 lines."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert [place(path, length) for path, length in lengths.items() if length > 400] == []


def test_functions_stay_small() -> None:
    """No function has more than 60 lines."""
    long = [
        f"{place(path, node.lineno)} {node.name}"
        for path in sources()
        for node in functions(path)
        if (node.end_lineno or node.lineno) - node.lineno >= 60
    ]
    assert long == []


def test_tests_say_what_they_hold() -> None:
    """Each test has a docstring that states the behaviour."""
    silent = [
        f"{place(path, node.lineno)} {node.name}"
        for path in sources(ROOT / "tests")
        for node in functions(path)
        if path.name.startswith("test_") and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_modules_say_what_they_do() -> None:
    """Each module of the program opens with its job."""
    assert [place(path, 1) for path in sources(GAME) if not ast.get_docstring(tree(path))] == []


def test_names_say_something() -> None:
    """No class is called a manager, a helper or utilities: such a name says nothing of its job."""
    vague = [
        f"{place(path, node.lineno)} {node.name}"
        for path in sources(GAME)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and re.search(r"Manager|Helper|Util", node.name)
    ]
    assert vague == []


def test_no_text_becomes_code() -> None:
    """Nothing calls eval, exec or compile, loads YAML the unsafe way, or reads values that name code."""
    found = []
    for path in [*sources(GAME), ROOT / "run.py"]:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Name) and node.id in {"eval", "exec", "compile", "__import__"}:
                found.append(f"{place(path, node.lineno)} {node.id}")
            if isinstance(node, ast.Attribute) and ast.unparse(node) in {"yaml.load", "yaml.load_all"}:
                found.append(f"{place(path, node.lineno)} yaml.load")
        for line, name in imported(path):
            if name.split(".")[0] in {"pickle", "marshal", "shelve", "dill"}:
                found.append(f"{place(path, line)} {name}")
    assert found == []


@pytest.mark.parametrize("folder", PURE)
def test_pure_folders_touch_nothing_outside(folder: str) -> None:
    """The story's meaning and the tools on it know no clock, no chance, no files and no terminal."""
    # A generator that is given its seed is a value like any other; the module's own functions are chance.
    modules = {"random", "secrets", "time", "datetime", "os", "subprocess", "socket", "pygame"}
    imports = [
        f"{place(path, line)} {name}"
        for path in sources(GAME / folder)
        for line, name in imported(path)
        if name.split(".")[0] in modules and name != "random.Random"
    ]
    calls = [
        f"{place(path, node.lineno)} {node.func.id}"
        for path in sources(GAME / folder)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "open", "input"}
    ]
    assert imports + calls == []


def test_only_one_place_writes_user_data() -> None:
    """Whatever `app` writes goes through `app/disk.py`, or `app/cache.py` where it can be made anew; the rest of it
    uses none of `app/system.py`'s calls.
    """
    writes = {"write_text", "write_bytes", "open", "unlink", "rename", "mkdir", "touch"}
    others = [path for path in sources(GAME / "app") if path.name not in {"cache.py", "disk.py", "system.py"}]
    found = [
        f"{place(path, node.lineno)} {ast.unparse(node.func)}"
        for path in others
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in writes
    ]
    assert found == []


SILENT_START = """\
import io, json, sys
from game.cli import main
from game.cli.arguments import SUMMARY

story, replay, folder = sys.argv[1:]
extra = {"replay": [replay], "cover": [replay], "map": ["--mermaid"], "random": ["--runs", "3"]}
seen = {}
real = sys.stdout
for command in sorted(set(SUMMARY) - {"play", "test", "write"}):
    sys.stdout = io.StringIO()
    code = main([command, *extra.get(command, []), "--story", story])
    seen[command] = [code, "pygame" in sys.modules]
sys.stdout = real
print(json.dumps(seen))
"""


def test_only_what_opens_a_window_waits_for_pygame(tmp_path: Path) -> None:
    """No command but `play` and `write` imports pygame."""
    story = tmp_path / "story"
    story.mkdir()
    (story / "story.yaml").write_text("title: Small\nstart: only\nformat: 1\n", encoding="utf-8")
    (story / "endings.yaml").write_text("done:\n  title: Done\n  kind: hopeful\n", encoding="utf-8")
    (story / "scenes.yaml").write_text("only:\n  script:\n    - Here.\n  ending: done\n", encoding="utf-8")
    replay = tmp_path / "one.replay.yaml"
    replay.write_text("replay: One\npath: []\nending: done\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SILENT_START, str(story), str(replay), str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert [command for command, (_, imports) in seen.items() if imports] == []
    worked = {command for command, (code, _) in seen.items() if code == 0}
    assert {"check", "explore", "replay", "random", "cover", "map", "stats"} <= worked


@pytest.mark.parametrize("folder", ["game", "story", "tests", "assets", "seeds"])
def test_each_folder_is_explained(folder: str) -> None:
    """Each folder has a README for the people who work there."""
    assert (ROOT / folder / "README.md").is_file()


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="not a checkout")
def test_nothing_of_one_machine_is_in_the_repository() -> None:
    """No tracked text names a folder of somebody's machine, and no merge was left half done."""
    command = [shutil.which("git") or "git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    wrong = re.compile(r"(?<![\w.~$}-])/(?:root|home/\w+|Users/\w+|work|opt)/|^(?:<{7}|>{7}) ", re.MULTILINE)
    found = []
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path == Path(__file__).resolve() or not path.is_file():
            continue
        data = path.read_bytes()
        text = "" if b"\0" in data[:8000] else data.decode("utf-8", "replace")
        found += [f"{name}:{text.count(chr(10), 0, hit.start()) + 1}" for hit in wrong.finditer(text)]
    assert found == []
