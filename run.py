#!/usr/bin/env python3
"""`python3 run.py` plays, `python3 run.py test` runs every test; the first start makes a private environment for it.

Needs nothing but Python. Knows nothing of the game but the name of its `main`, and nothing of the network but what uv
or pip say.

`.venv` holds what the program needs, `.venv-test` what its tests need besides, `.venv-tools` what its language server
does; they stand beside this file, or in a folder of the user's where the project is read-only. An environment counts
only with its stamp, which is written last and says by which Python and from which pyproject.toml it was made. So a
start that was cut off is made good by the next one, and every later start costs no more than the comparison of one
small file.
"""

from __future__ import annotations

import os
import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "Stone Lightning needs Python 3.11 or newer; this is %d.%d (%s). Get a newer one from python.org or from your "
        "system's packages, and start run.py with it.\n" % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
    sys.exit(2)

TYPE_CHECKING = False  # typing itself would cost a later start more than all the rest
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import IO, NoReturn

ROOT = os.path.dirname(os.path.realpath(__file__))
PROJECT = os.path.join(ROOT, "pyproject.toml")
PLAY, TEST, TOOLS = ".venv", ".venv-test", ".venv-tools"
STAMP, LOCK = "stone-lightning.stamp", "stone-lightning.lock"

START = (
    "import os, sys; del sys.argv[0]; sys.path.insert(0, os.path.dirname(sys.argv[0])); "
    "from game.cli import main; sys.exit(main())"
)
"""Starts the program from this folder, wherever the user stands and whatever `game` lies there."""

MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PYTHONSAFEPATH", "VIRTUAL_ENV", "PIP_PREFIX", "PIP_TARGET", "PIP_USER")
"""Variables that would lead the private Python, or what installs into it, somewhere else."""

OFFLINE = (
    "name resolution",
    "Name or service not known",
    "nodename nor servname",
    "getaddrinfo failed",
    "NewConnectionError",
    "ConnectTimeout",
    "Connection refused",
    "Network is unreachable",
    "ProxyError",
    "dns error",
    "error sending request",
)
"""What uv and pip say where there is no network."""

LINTERS: Mapping[str, Sequence[str]] = {
    "ruff check": ("-m", "ruff", "check", "--quiet", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "--quiet", "."),
    "mypy --strict": ("-m", "mypy", "--no-error-summary"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"),
}


def main(arguments: Sequence[str]) -> NoReturn:
    """Do what was asked, in the private environment or with the Python that STONE_LIGHTNING_PYTHON names."""
    if arguments[:1] in (["-h"], ["--help"], ["--version"]):
        start(sys.executable, arguments)  # needs nothing installed
    chosen = os.environ.get("STONE_LIGHTNING_PYTHON", "")
    play = "" if chosen else environment(PLAY)
    if arguments[:1] == ["test"]:
        test(chosen or python_of(environment(TEST, play)), arguments[1:])
    if arguments[:1] == ["lsp"]:
        start(chosen or python_of(environment(TOOLS, play)), arguments)
    start(chosen or python_of(play), arguments)


def start(python: str, arguments: Sequence[str]) -> NoReturn:
    """Become the program."""
    command = [python, "-P", "-c", START, os.path.join(ROOT, "run.py"), *arguments]
    env = variables()
    if not os.access(ROOT, os.W_OK) and python != sys.executable:
        env.setdefault("PYTHONPYCACHEPREFIX", cache_of(python, "bytecode"))
    if os.name != "nt":
        os.execve(python, command, env)
    import subprocess

    sys.exit(subprocess.call(command, env=env))


def test(python: str, arguments: Sequence[str]) -> NoReturn:
    """Run the linters and then pytest, all of them whatever fails; with arguments, pytest alone with these."""
    import subprocess

    env = variables() | {
        "RUFF_CACHE_DIR": cache_of(python, "ruff"),
        "MYPY_CACHE_DIR": cache_of(python, "mypy"),
        "HYPOTHESIS_STORAGE_DIRECTORY": cache_of(python, "hypothesis"),
    }
    arguments = [absolute(word) for word in arguments]
    os.chdir(ROOT)
    broken = []
    for name, command in () if arguments else LINTERS.items():
        failed, said = run([python, *command], env)
        print(f"{name}: failed\n{said}" if failed else f"{name}: passed", flush=True)
        broken += [name] if failed else []
    env["STONE_LIGHTNING_LINTERS"] = ", ".join(broken)  # what failed is said again at the end, where people look
    pytest = [python, "-m", "pytest", "-o", "cache_dir=" + cache_of(python, "pytest"), *arguments]
    sys.exit(subprocess.call(pytest, env=env) or int(bool(broken)))


def absolute(word: str) -> str:
    """An argument for pytest, made absolute where it names something from where the user stands."""
    path, colons, inside = word.partition("::")
    named = path and not path.startswith("-") and os.path.exists(path)
    return os.path.abspath(path) + colons + inside if named else word


def variables() -> dict[str, str]:
    """The variables of this process, without the misleading ones."""
    return {name: value for name, value in os.environ.items() if name not in MISLEADING}


# --- Environments -----------------------------------------------------------------------------------------------------


def environment(layer: str, below: str = "") -> str:
    """The folder of an environment that is ready, made or made good where it is not. It adds to the one `below`."""
    for shelf in shelves():
        folder = os.path.join(shelf, layer)
        if is_ready(folder, layer, below) or make(folder, layer, below):
            return folder
    raise given_up(f"found no folder to set up in: make {ROOT} writable, or name another folder by XDG_CACHE_HOME")


def shelves() -> Iterator[str]:
    """Where environments may stand: the project's folder; this user's cache; at worst a temporary folder."""
    yield ROOT
    import tempfile
    import zlib

    name = f"stone-lightning-{zlib.crc32(os.fsencode(ROOT)):08x}"
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    usual = os.environ.get("LOCALAPPDATA") or os.path.join(os.path.expanduser("~"), caches)
    yield os.path.join(os.environ.get("XDG_CACHE_HOME") or usual, name)
    last = os.path.join(tempfile.gettempdir(), name)
    try:
        os.makedirs(last, mode=0o700, exist_ok=True)
        if is_mine(last):  # in a folder that all share, somebody else may have been there before us
            yield last
    except OSError:
        return


def is_ready(folder: str, layer: str, below: str) -> bool:
    """Whether the environment was finished, by the Python still there, from what pyproject.toml still asks for."""
    made_by, _, made_from = contents(os.path.join(folder, STAMP)).partition(b"\n")
    if not os.path.exists(python_of(folder)) or made_by != interpreter(below or folder):
        return False
    project = contents(PROJECT)
    if made_from != project:
        if requirements(made_from, layer) != requirements(project, layer):
            return False
        stamp(folder, made_by)  # something else in pyproject.toml has changed
    return True


def make(folder: str, layer: str, below: str) -> bool:
    """Make the environment, or wait for another start that is making it. False where this folder can't hold it."""
    if not is_ours(folder):
        return False
    with lock(folder):
        if is_ready(folder, layer, below):
            return True
        packages = requirements(contents(PROJECT), layer)
        if not packages:
            raise given_up(f"{PROJECT} can't be read")
        what = {TEST: "what the tests need", TOOLS: "the language server"}.get(layer, "Stone Lightning")
        tell(f"Setting up {what} in {folder} (once; it takes the internet and a minute) ...")
        done = False
        try:
            clear(folder)
            install(folder, packages, below)
            stamp(folder, interpreter(below or folder))
            done = True
        except OSError as fault:
            raise given_up(f"could not set up in {folder}: {fault.strerror or fault}") from None
        finally:
            if not done:
                clear(folder)
    return True


def install(folder: str, packages: Sequence[str], below: str) -> None:
    """Make a virtual environment and install into it, by uv or else by pip."""
    # The base Python, because a virtual one that runs this may be the very one that is made anew.
    base = python_of(below) if below else getattr(sys, "_base_executable", "") or sys.executable
    failed, said = run([base, "-m", "venv", "--without-pip", folder], variables())
    if failed:
        raise given_up(f"could not make a virtual environment (on Debian: apt install python3-venv): {last_line(said)}")
    if below:
        libraries = libraries_of(folder)
        with open(os.path.join(libraries, "below.pth"), "w", encoding="utf-8") as file:
            file.write(os.path.relpath(libraries_of(below), libraries) + "\n")
    heard = ""
    for way in ways(python_of(folder)):
        for command in (*way[:-1], [*way[-1], *packages]):
            failed, said = run(command, variables())
            if failed:
                heard += said
                break
        else:
            return
    if not heard:
        raise given_up(
            "found neither uv nor pip: install one of them (on Debian: apt install python3-venv) and start again"
        )
    if any(sign in heard for sign in OFFLINE):
        raise given_up("the internet can't be reached, and setting up needs it once; connect and start again")
    raise given_up(f"could not install what it needs: {last_line(heard)}")


def ways(python: str) -> Iterator[list[list[str]]]:
    """The ways to install into an environment, each some commands of which the last takes the packages."""
    import importlib.util
    import shutil

    uv = shutil.which("uv")
    quiet = ["install", "--quiet", "--no-input", "--disable-pip-version-check"]
    if uv:
        yield [[uv, "pip", "install", "--quiet", "--python", python]]
    if importlib.util.find_spec("ensurepip"):
        yield [[python, "-m", "ensurepip"], [python, "-m", "pip", *quiet]]
    elif importlib.util.find_spec("pip"):
        yield [[sys.executable, "-m", "pip", "--python", python, *quiet]]


# --- Small things -----------------------------------------------------------------------------------------------------


def python_of(folder: str) -> str:
    """The Python of an environment."""
    return os.path.join(folder, "Scripts", "python.exe") if os.name == "nt" else os.path.join(folder, "bin", "python")


def cache_of(python: str, what: str) -> str:
    """Where an environment keeps something that may be lost."""
    return os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(python))), "cache", what)


def libraries_of(folder: str) -> str:
    """Where the packages of an environment lie."""
    import sysconfig

    return sysconfig.get_path("purelib", "venv", {"base": folder, "platbase": folder})


def interpreter(folder: str) -> bytes:
    """The real Python behind an environment: another version of it could not load what was installed."""
    return os.fsencode(os.path.realpath(python_of(folder)))


def requirements(project: bytes, layer: str) -> list[str]:
    """What a pyproject.toml asks for; nothing where it can't be understood."""
    import tomllib

    try:
        table = tomllib.loads(project.decode())["project"]
        extra = {TEST: "test", TOOLS: "tools"}.get(layer)
        wanted: list[str] = table["optional-dependencies"][extra] if extra else table["dependencies"]
    except (ValueError, KeyError):
        return []
    return wanted


def contents(path: str) -> bytes:
    """A file's bytes; none where it can't be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def stamp(folder: str, made_by: bytes) -> None:
    """Say that the environment is finished. Where it can't be written to, it stays as it was."""
    path = os.path.join(folder, STAMP)
    if os.access(folder, os.W_OK):
        with open(path + ".new", "wb") as file:
            file.write(made_by + b"\n" + contents(PROJECT))
        os.replace(path + ".new", path)


def is_ours(folder: str) -> bool:
    """Whether an environment may be made here: the place is free or holds one of ours, and we may write to it."""
    try:
        os.makedirs(folder, exist_ok=True)
        ours = not os.listdir(folder) or os.path.exists(os.path.join(folder, LOCK))
    except OSError:
        return False
    return ours and os.access(folder, os.W_OK) and is_mine(folder)


def is_mine(folder: str) -> bool:
    """Whether a folder belongs to the user who runs this (no link of somebody else's; Windows has no such owners)."""
    return sys.platform == "win32" or os.lstat(folder).st_uid == os.geteuid()


def clear(folder: str) -> None:
    """Empty an environment. The lock stays: others may be waiting for it, and it marks the folder as ours."""
    import shutil

    for entry in list(os.scandir(folder)):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        elif entry.name != LOCK:
            os.unlink(entry.path)


def lock(folder: str) -> IO[str]:
    """A file that only one start at a time can have open; the system closes it even for a killed process."""
    file = open(os.path.join(folder, LOCK), "a", encoding="ascii")  # noqa: SIM115 - the caller closes it
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        return file
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        tell("Another start is setting up; waiting for it ...")
        fcntl.flock(file, fcntl.LOCK_EX)
    except OSError:  # a file system without locks: two first starts at once are rarer than such a one
        return file
    return file


def run(command: Sequence[str], env: Mapping[str, str]) -> tuple[bool, str]:
    """Whether a command failed, and all that it said; with --debug it says it at once."""
    import subprocess

    where = None if "--debug" in sys.argv else subprocess.PIPE
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=where, stderr=where and subprocess.STDOUT, env=env, check=False
    )
    return done.returncode != 0, (done.stdout or b"").decode(errors="replace")


def last_line(said: str) -> str:
    """The line that says most of what an installer said: its last error, or else its last line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["no reason was given; --debug shows more"]
    return [line for line in lines if line.lower().startswith("error") or line is lines[-1]][-1][:300]


def tell(message: str) -> None:
    """A line for the person at the terminal; never on standard output, which belongs to the program."""
    print(message, file=sys.stderr, flush=True)


def given_up(message: str) -> SystemExit:
    """The end, with one line that says why and what to do."""
    tell(f"run.py: {message}")
    return SystemExit(2)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
