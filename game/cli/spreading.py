"""Shares work among processes, or among the machines of a cluster. Knows nothing of what the work is.

A piece of work is `work(shared, task, stop)`; what is shared travels once to each process. Results come in the order of
the tasks, so that whoever adds them up gets the same however many processes there are.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing.synchronize import Event
from typing import Any, Self, TypeAlias, TypeVar

from game.errors import UsageError

Shared = TypeVar("Shared")
Task = TypeVar("Task")
Result = TypeVar("Result")
Stop: TypeAlias = Callable[[], bool]
Work: TypeAlias = Callable[[Shared, Task, Stop], Result]

MOST = 61
"""Processes at most, which is what a pool can have on Windows."""

LOCAL = "local"
"""In place of a scheduler's address: a cluster of processes on this machine."""


class Spread:
    """`jobs` processes on this machine, or a `cluster` (a scheduler's address, or LOCAL). `stop` ends it early.

    A context: what it begins for the first tasks serves all others too, and ends with it.
    """

    def __init__(self, jobs: int = 1, cluster: str | None = None, stop: Stop = lambda: False) -> None:
        """Nothing is begun yet."""
        self._jobs, self._cluster, self._stop = min(max(1, jobs), MOST), cluster, stop
        self._exit = ExitStack()
        self._submit: Callable[[Any, Any], Any] | None = None
        self._over: Callable[[], None] = lambda: None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._over()
        self._exit.close()

    @property
    def is_alone(self) -> bool:
        """Whether all is done in this process."""
        return self._jobs == 1 and self._cluster is None

    def map(self, shared: Shared, work: Work[Shared, Task, Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results in the order of the tasks; what is `shared` must be the same every time.

        Raises UsageError where a cluster is wanted and can't be had.
        """
        if self.is_alone:
            for task in tasks:
                if self._stop():
                    return
                yield work(shared, task, self._stop)
            return
        if self._submit is None:
            self._submit = self._processes(shared) if self._cluster is None else self._machines(shared, self._cluster)
        yield from self._windowed(self._submit, work, tasks)

    def _processes(self, shared: object) -> Callable[[Any, Any], Any]:
        context = multiprocessing.get_context("spawn")
        over = context.Event()
        self._over = over.set
        pool = self._exit.enter_context(ProcessPoolExecutor(self._jobs, context, _begin, (shared, over)))
        return lambda work, task: pool.submit(_do, work, task)

    def _machines(self, shared: object, address: str) -> Callable[[Any, Any], Any]:
        client = _client(address, self._jobs, self._exit)
        (there,) = client.scatter([shared], broadcast=True, hash=False)
        return lambda work, task: client.submit(_do_far, work, there, task, pure=False)

    def _windowed(
        self, submit: Callable[[Any, Any], Any], work: Work[Any, Task, Result], tasks: Iterable[Task]
    ) -> Iterator[Result]:
        """Keep a few tasks under way; once it is to stop, begin no more."""
        waiting: deque[Any] = deque()
        left = iter(tasks)
        try:
            while True:
                while len(waiting) < 2 * max(2, self._jobs) and not self._stop():
                    try:
                        waiting.append(submit(work, next(left)))
                    except StopIteration:
                        break
                if not waiting:
                    return
                yield self._waited(waiting.popleft())
        finally:
            for future in waiting:
                future.cancel()

    def _waited(self, future: Any) -> Any:  # noqa: ANN401 - two libraries' futures
        """The result, once it is there; meanwhile it is looked whether to stop."""
        while True:
            try:
                return future.result(timeout=0.2)
            except TimeoutError:
                if self._stop():
                    self._over()


def _client(address: str, jobs: int, until: ExitStack) -> Any:  # noqa: ANN401 - the package is an extra
    """A client of a scheduler, closed with `until`. Raises UsageError."""
    try:
        import distributed
    except ImportError:
        raise UsageError(
            "a cluster needs the package distributed", "pip install 'stone-lightning[cluster]', or use --jobs"
        ) from None
    library: Any = distributed
    if address == LOCAL:
        quiet = {"dashboard_address": None, "silence_logs": logging.ERROR}
        address = until.enter_context(library.LocalCluster(n_workers=jobs, threads_per_worker=1, **quiet))
    try:
        return until.enter_context(library.Client(address, timeout=10))
    except (OSError, TimeoutError, ValueError) as fault:
        raise UsageError(f"no scheduler answers at {address}: {fault}") from None


_MINE: list[Any] = []
"""What is shared, in a process that does work."""


def _begin(shared: object, over: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits for the results.
    _MINE[:] = [shared, over]


def _do(work: Work[Any, Task, Result], task: Task) -> Result:
    shared, over = _MINE
    return work(shared, task, over.is_set)


def _do_far(work: Work[Any, Task, Result], shared: object, task: Task) -> Result:
    return work(shared, task, lambda: False)
