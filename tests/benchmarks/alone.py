"""Runs one program and prints what it took, as JSON: `python alone.py ARGUMENTS…` runs Python with these arguments.

A file of its own that imports next to nothing: the system counts the memory of whoever starts a program as a part of
that program's peak. Knows nothing of what it runs.
"""

import json
import os
import sys
import time


def main(arguments: list[str]) -> None:
    """Run, wait, and tell: [seconds by the clock, seconds of processor, peak memory in MiB, exit code]."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    quiet = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (1, 2)]
    began = time.perf_counter()
    child = os.posix_spawn(sys.executable, [sys.executable, *arguments], os.environ, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - began
    memory = used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(json.dumps([seconds, used.ru_utime + used.ru_stime, memory, os.waitstatus_to_exitcode(status)]))


if __name__ == "__main__":
    main(sys.argv[1:])
