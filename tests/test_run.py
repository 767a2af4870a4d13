"""`run.py` in small projects of its own, with a stand-in for uv, so that nothing here needs the network."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

RUN = Path(__file__).resolve().parents[1] / "run.py"

PYPROJECT = """\
[project]
name = "small"
dependencies = ["needed"]

[project.optional-dependencies]
test = ["wanted"]
tools = ["asked"]
"""

PROGRAM = """\
import json, os, sys
import needed

def main():
    told = {"arguments": sys.argv[1:], "folder": os.getcwd(), "python": sys.prefix, "needed": needed.__file__}
    print(json.dumps(told))
    return len(sys.argv) - 1
"""

UV = """\
#!/bin/sh
python=$5; shift 5
echo "$*" >> "$UV_LOG"
[ -z "$UV_FAILS" ] || { echo "$UV_FAILS"; exit 1; }
[ -z "$UV_KILLS" ] || { kill -9 $PPID; exit 1; }
sleep "${UV_SLEEPS:-0}"
for site in "${python%/bin/python}"/lib/python3*/site-packages; do cp -r "$UV_PACKAGES"/. "$site"; done
"""
"""Notes the packages, then fails, kills run.py or installs, as its variables say."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for uv is a shell script")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a run.py, and what is around it."""

    folder: Path
    around: Path

    def run(
        self, *arguments: str, cwd: Path | None = None, variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Start run.py, and wait for it."""
        return subprocess.run(
            self.command(*arguments),
            cwd=cwd or self.around,
            env=self.variables() | dict(variables or {}),
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    def command(self, *arguments: str) -> Sequence[str]:
        """What a person types. The base Python, for a virtual one would be taken for the project's own."""
        return [str(Path(sys.base_prefix, "bin", "python3")), str(self.folder / "run.py"), *arguments]

    def variables(self) -> dict[str, str]:
        """A small, foreign surrounding: no home, no network, and only our uv."""
        return {
            "PATH": f"{self.around / 'bin'}:/usr/bin:/bin",
            "HOME": str(self.around / "home"),
            "UV_LOG": str(self.around / "uv.log"),
            "UV_PACKAGES": str(self.around / "packages"),
            "PIP_NO_INDEX": "1",
            "PIP_CONFIG_FILE": os.devnull,
            "PYTHONPATH": "/nowhere",
            "LC_ALL": "C.UTF-8",
        }

    def set_ups(self) -> list[str]:
        """What uv was asked to install, in order."""
        log = self.around / "uv.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose path has a space and a letter beyond ASCII."""
    folder = tmp_path / "a stone é"
    (folder / "game").mkdir(parents=True)
    shutil.copy(RUN, folder)
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (folder / "game" / "__init__.py").touch()
    (folder / "game" / "cli.py").write_text(PROGRAM, encoding="utf-8")
    packages = tmp_path / "packages"
    packages.mkdir()
    (packages / "needed.py").touch()
    (tmp_path / "bin").mkdir()
    uv = tmp_path / "bin" / "uv"
    uv.write_text(UV, encoding="utf-8")
    uv.chmod(0o755)
    return Project(folder, tmp_path)


def said(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """What the project's program printed."""
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_first_start_sets_up_in_one_line_and_becomes_the_program(project: Project) -> None:
    """The first start says in one line on standard error where it sets up; the rest is the program's own."""
    done = project.run("check", "--story", "there/story")

    assert done.returncode == 3, done.stderr
    assert done.stderr.count("\n") == 1
    assert f"Setting up Stone Lightning in {project.folder / '.venv'}" in done.stderr
    assert said(done)["arguments"] == ["check", "--story", "there/story"]
    assert said(done)["python"] == str(project.folder / ".venv")


def test_the_language_server_sets_up_what_it_needs(project: Project) -> None:
    """`lsp` has an environment of its own on top of the program's, says so on standard error alone, and only once."""
    done, again = project.run("lsp"), project.run("lsp")

    assert project.set_ups() == ["needed", "asked"]
    assert "Setting up the language server in" in done.stderr.splitlines()[1]
    assert (said(again)["python"], again.stderr) == (str(project.folder / ".venv-tools"), "")


def test_user_stays_where_they_stand(project: Project) -> None:
    """The program runs in the user's folder, and is not misled by a `game` that lies there."""
    elsewhere = project.around / "elsewhere"
    (elsewhere / "game").mkdir(parents=True)
    (elsewhere / "game" / "__init__.py").write_text("raise SystemExit('the wrong game')", encoding="utf-8")

    done = project.run(cwd=elsewhere)

    assert done.returncode == 0, done.stderr
    assert said(done)["folder"] == str(elsewhere)


def test_later_start_sets_nothing_up(project: Project) -> None:
    """Once set up, a start says nothing of its own and asks neither uv nor the network."""
    project.run()
    done = project.run(variables={"UV_FAILS": "dns error"})

    assert (done.returncode, done.stderr) == (0, "")
    assert len(project.set_ups()) == 1


def test_changed_dependencies_are_installed(project: Project) -> None:
    """What pyproject.toml asks for anew is there at the next start."""
    project.run()
    text = PYPROJECT.replace('["needed"]', '["needed", "more"]')
    (project.folder / "pyproject.toml").write_text(text, encoding="utf-8")

    assert project.run().returncode == 0
    assert project.set_ups() == ["needed", "needed more"]


def test_other_changes_to_pyproject_cost_nothing(project: Project) -> None:
    """A new rule of a linter is no reason to set up again, not even after a look at both files."""
    project.run()
    (project.folder / "pyproject.toml").write_text(PYPROJECT + "[tool.x]\n", encoding="utf-8")

    assert project.run().stderr == ""
    assert PYPROJECT + "[tool.x]" in (project.folder / ".venv" / "stone-lightning.stamp").read_text(encoding="utf-8")


def test_killed_set_up_is_made_good(project: Project) -> None:
    """A set-up that was killed in the middle leaves nothing that the next start trips over."""
    killed = project.run(variables={"UV_KILLS": "1"})
    done = project.run()

    assert killed.returncode == -9
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("broken", ["stamp", "python", "interpreter"])
def test_broken_environment_is_made_good(project: Project, broken: str) -> None:
    """A lost stamp, a lost Python or another Python behind the same name is seen, and the environment made anew."""
    project.run()
    environment = project.folder / ".venv"
    if broken == "stamp":
        (environment / "stone-lightning.stamp").write_bytes(b"\0" * 40)
    else:
        (environment / "bin" / "python").unlink()
    if broken == "interpreter":
        (environment / "bin" / "python").symlink_to("/bin/sh")

    done = project.run()

    assert done.returncode == 0, done.stderr
    assert len(project.set_ups()) == 2


def test_somebody_elses_environment_is_left_alone(project: Project) -> None:
    """A `.venv` that run.py did not make is not touched; ours then lies in the user's cache."""
    own = project.folder / ".venv" / "bin" / "precious"
    own.parent.mkdir(parents=True)
    own.touch()

    done = project.run()

    assert done.returncode == 0, done.stderr
    assert list(own.parent.iterdir()) == [own]
    assert str(project.around / "home" / ".cache" / "stone-lightning-") in said(done)["python"]


def test_no_home_and_no_place_beside_the_project(project: Project) -> None:
    """Where neither the project nor the home can be written to, a temporary folder does."""
    (project.folder / ".venv").touch()
    (project.around / "home").touch()
    temporary = project.around / "temporary"
    temporary.mkdir()

    done = project.run(variables={"TMPDIR": str(temporary)})

    assert done.returncode == 0, done.stderr
    assert said(done)["python"].startswith(str(temporary))


def test_two_first_starts_at_once(project: Project) -> None:
    """Of two first starts one sets up and the other waits for it; both then play."""
    env = project.variables() | {"UV_SLEEPS": "0.5"}
    both = [
        subprocess.Popen(project.command(), env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    heard = [one.communicate(timeout=60) for one in both]

    assert [one.returncode for one in both] == [0, 0], heard
    assert len(project.set_ups()) == 1
    assert sorted(lines.split()[0] for _, lines in heard) == ["Another", "Setting"]


@pytest.mark.slow
def test_offline_is_said_in_one_line(project: Project) -> None:
    """Without the internet the first start says so in one line, ends with 2 and leaves nothing half-made."""
    done = project.run(variables={"UV_FAILS": "error: dns error: failed to lookup address"})

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines()[1:] == [
        "run.py: the internet can't be reached, and setting up needs it once; connect and start again"
    ]
    assert [file.name for file in (project.folder / ".venv").iterdir()] == ["stone-lightning.lock"]
    assert project.run().returncode == 0


def test_broken_pyproject_is_said_in_one_line(project: Project) -> None:
    """A pyproject.toml that can't be understood is no traceback."""
    (project.folder / "pyproject.toml").write_text("[project\n", encoding="utf-8")
    done = project.run()

    assert done.returncode == 2
    assert done.stderr.startswith("run.py: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.slow
def test_pip_does_where_there_is_no_uv(project: Project) -> None:
    """Without uv, the environment is filled by pip."""
    (project.around / "bin" / "uv").unlink()
    wheels = project.around / "wheels"
    wheels.mkdir()
    with zipfile.ZipFile(wheels / "needed-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("needed.py", "")
        wheel.writestr("needed-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: needed\nVersion: 1\n")
        wheel.writestr("needed-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("needed-1.dist-info/RECORD", "")

    done = project.run(variables={"PIP_FIND_LINKS": str(wheels)})

    assert done.returncode == 0, done.stderr
    assert said(done)["needed"].startswith(str(project.folder / ".venv"))


def test_help_needs_nothing_set_up(project: Project) -> None:
    """Asking for help is answered at once, by the Python that was asked."""
    (project.folder / "game" / "cli.py").write_text("def main(): print('help')", encoding="utf-8")
    done = project.run("--help")

    assert (done.returncode, done.stdout, done.stderr) == (0, "help\n", "")
    assert not (project.folder / ".venv").exists()


def test_chosen_python_is_used_as_it_is(project: Project) -> None:
    """STONE_LIGHTNING_PYTHON names a Python that has everything already; nothing is set up."""
    (project.folder / "needed.py").touch()
    done = project.run(variables={"STONE_LIGHTNING_PYTHON": sys.executable})

    assert done.returncode == 0, done.stderr
    assert said(done)["python"] == sys.prefix
    assert project.set_ups() == []


# --- run.py test ------------------------------------------------------------------------------------------------------

TOOL = """\
import os, sys
print("{name}", *sys.argv[1:], os.environ.get("STONE_LIGHTNING_LINTERS", "").join("()"))
def lint_imports_command():
    pass
if "{name}" != "importlinter":
    import needed
    sys.exit("{name}" in os.environ.get("FAILING", ""))
"""


@pytest.fixture
def tested(project: Project) -> Project:
    """The same project, with stand-ins for pytest and the linters that note how they were called."""
    for name in ("pytest", "ruff", "mypy", "importlinter"):
        package = project.around / "packages" / name
        package.mkdir()
        (package / "__init__.py").touch()
        (package / "__main__.py").write_text(TOOL.format(name=name), encoding="utf-8")
    cli = project.around / "packages" / "importlinter" / "cli.py"
    cli.write_text(TOOL.format(name="importlinter"), encoding="utf-8")
    return project


def test_everything_is_tested_and_pytest_has_the_last_word(tested: Project) -> None:
    """`run.py test` sets up a second layer, runs each linter, then pytest, and says how each went."""
    done = tested.run("test")

    assert done.returncode == 0, done.stderr
    assert tested.set_ups() == ["needed", "wanted"]
    lines = done.stdout.splitlines()
    assert lines[:-1] == ["ruff check: passed", "ruff format: passed", "mypy --strict: passed", "lint-imports: passed"]
    assert lines[-1].startswith("pytest ")


def test_a_failing_linter_stops_nothing_and_is_not_forgotten(tested: Project) -> None:
    """All of them run whatever fails, its words are shown, pytest is told to name it at the end, and that is not 0."""
    done = tested.run("test", variables={"FAILING": "mypy"})

    assert done.returncode == 1
    assert "mypy --strict: failed\nmypy --no-error-summary" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("pytest ")
    assert done.stdout.splitlines()[-1].endswith("(mypy --strict)")
    assert tested.run("test", variables={"FAILING": "pytest"}).returncode == 1


def test_arguments_go_to_pytest_alone(tested: Project) -> None:
    """With arguments pytest runs alone; paths are meant from where the user stands."""
    replays = tested.around / "replays"
    replays.mkdir()
    (replays / "one.replay.yaml").touch()
    done = tested.run("test", "one.replay.yaml::step", "-k", "some words", cwd=replays)

    words = f"{replays / 'one.replay.yaml'}::step -k some words"
    assert done.stdout.splitlines()[-1].endswith(words + " ()")
    assert "ruff" not in done.stdout


@pytest.mark.slow
def test_failed_test_set_up_does_not_touch_the_game(tested: Project) -> None:
    """Where the tests can't be set up, the game still starts."""
    tested.run()
    failed = tested.run("test", variables={"UV_FAILS": "no space left"})

    assert failed.returncode == 2
    assert failed.stderr.splitlines()[-1].startswith("run.py: could not install what it needs: ")
    assert tested.run().stderr == ""


# --- Older Pythons ----------------------------------------------------------------------------------------------------


def test_an_older_python_is_refused_in_one_line(tmp_path: Path) -> None:
    """A Python that is too old is told what it is, and what is needed."""
    code = f"import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path({str(RUN)!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Stone Lightning needs Python 3.11 or newer; this is 3.9 (")
    assert done.stderr.count("\n") == 1


def test_an_older_python_can_read_the_refusal() -> None:
    """Nothing in run.py is newer than Python 3.8, which must be able to parse it."""
    ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 8))
