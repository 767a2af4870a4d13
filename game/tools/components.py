"""Strongly connected parts of a graph, each after those that it leads to. Knows no stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence


def components(roots: Iterable[int], successors: Callable[[int], Sequence[int]]) -> Iterator[list[int]]:
    """The strongly connected components of what can be reached from `roots`; each after those it leads to (Tarjan)."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    waiting: set[int] = set()
    for root in roots:
        if root in index:
            continue
        work = [(root, iter(successors(root)))]
        index[root] = low[root] = len(index)
        stack.append(root)
        waiting.add(root)
        while work:
            node, rest = work[-1]
            for after in rest:
                if after not in index:
                    index[after] = low[after] = len(index)
                    stack.append(after)
                    waiting.add(after)
                    work.append((after, iter(successors(after))))
                    break
                if after in waiting:
                    low[node] = min(low[node], index[after])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    yield _pop_until(node, stack, waiting)


def _pop_until(node: int, stack: list[int], waiting: set[int]) -> list[int]:
    part: list[int] = []
    while not part or part[-1] != node:
        part.append(stack.pop())
        waiting.discard(part[-1])
    return part
