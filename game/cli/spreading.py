"""Shares work among processes, or among the machines of a cluster. Knows nothing of what the work is.

A piece of work is `work(shared, task, stop)`; what is shared travels once to each process. Results come in the order of
the tasks, so that whoever adds them up gets the same however many processes there are.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from typing import Any, Generic, TypeAlias, TypeVar

from game.errors import UsageError

Shared = TypeVar("Shared")
Task = TypeVar("Task")
Result = TypeVar("Result")
Stop: TypeAlias = Callable[[], bool]
Work: TypeAlias = Callable[[Shared, Task, Stop], Result]

LOCAL = "local"
"""In place of a scheduler's address: a cluster of processes on this machine."""


@dataclass(frozen=True, slots=True)
class Spread(Generic[Shared]):
    """`jobs` processes on this machine, or a `cluster` (a scheduler's address, or LOCAL). `stop` ends it early."""

    shared: Shared
    jobs: int = 1
    cluster: str | None = None
    stop: Stop = lambda: False

    def map(self, work: Work[Shared, Task, Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results in the order of the tasks. Raises UsageError where a cluster is wanted and can't be had."""
        if self.cluster is not None:
            yield from self._on_cluster(work, tasks)
        elif self.jobs > 1:
            yield from self._in_processes(work, tasks)
        else:
            for task in tasks:
                if self.stop():
                    return
                yield work(self.shared, task, self.stop)

    def _in_processes(self, work: Work[Shared, Task, Result], tasks: Iterable[Task]) -> Iterator[Result]:
        context = multiprocessing.get_context("spawn")
        over = context.Event()
        with ProcessPoolExecutor(self.jobs, context, _begin, (self.shared, over)) as pool:
            yield from self._windowed(lambda task: pool.submit(_do, work, task), tasks, over.set)

    def _on_cluster(self, work: Work[Shared, Task, Result], tasks: Iterable[Task]) -> Iterator[Result]:
        with _client(self.cluster or LOCAL, self.jobs) as client:
            (shared,) = client.scatter([self.shared], broadcast=True)
            yield from self._windowed(
                lambda task: client.submit(_do_far, work, shared, task, pure=False), tasks, lambda: None
            )

    def _windowed(
        self, submit: Callable[[Task], Any], tasks: Iterable[Task], ended: Callable[[], None]
    ) -> Iterator[Result]:
        """Keep a few tasks under way; once it is to stop, begin no more."""
        waiting: deque[Any] = deque()
        left = iter(tasks)
        try:
            while True:
                while len(waiting) < 2 * max(2, self.jobs) and not self.stop():
                    try:
                        waiting.append(submit(next(left)))
                    except StopIteration:
                        break
                if not waiting:
                    return
                yield self._waited(waiting.popleft(), ended)
        finally:
            ended()
            for future in waiting:
                future.cancel()

    def _waited(self, future: Any, ended: Callable[[], None]) -> Any:  # noqa: ANN401 - two libraries' futures
        """The result, once it is there; meanwhile it is looked whether to stop."""
        while True:
            try:
                return future.result(timeout=0.2)
            except TimeoutError:
                if self.stop():
                    ended()


def _client(address: str, jobs: int) -> Any:  # noqa: ANN401 - the package is an extra
    try:
        import distributed
    except ImportError:
        raise UsageError(
            "a cluster needs the package distributed", "pip install 'stone-lightning[cluster]', or use --jobs"
        ) from None
    library: Any = distributed
    if address == LOCAL:
        cluster = library.LocalCluster(n_workers=max(1, jobs), threads_per_worker=1, dashboard_address=None)
        return _Closing(library.Client(cluster), cluster)
    try:
        return library.Client(address, timeout=10)
    except (OSError, TimeoutError, ValueError) as fault:
        raise UsageError(f"no scheduler answers at {address}: {fault}") from None


@dataclass(frozen=True, slots=True)
class _Closing:
    """A client that takes its cluster with it."""

    client: Any
    cluster: Any

    def __enter__(self) -> Any:  # noqa: ANN401 - the package is an extra
        return self.client

    def __exit__(self, *_: object) -> None:
        self.client.close()
        self.cluster.close()


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
