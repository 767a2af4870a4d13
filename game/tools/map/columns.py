"""Orders the cells of columns and finds their rows, so that ways cross little and run straight. Knows no stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

SWEEPS = 4
"""There and back, so many times each for order and rows; more changes next to nothing."""

THIN = 0.45
"""Rows that an arrow takes where it crosses a column; a scene takes one."""


@dataclass(slots=True, eq=False)
class Cell:
    """A scene, or (`scene` empty) the place where an arrow crosses a column; `row` is its middle."""

    scene: str
    row: float = 0.0
    before: list[Cell] = field(default_factory=list)
    after: list[Cell] = field(default_factory=list)
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = 1.0 if self.scene else THIN


def settle(columns: Sequence[list[Cell]]) -> None:
    """Order the columns by the mean of their neighbours (the barycentre method), then move each cell as near to its
    neighbours' rows as the order lets it.
    """
    for cells in columns:
        _number(cells)
    for sweep in range(SWEEPS):
        for cells in columns if sweep % 2 == 0 else reversed(columns):
            neighbours = _before if sweep % 2 == 0 else _after
            cells.sort(key=lambda cell, of=neighbours: _mean(of(cell), cell.row))  # type: ignore[misc]
            _number(cells)
    for sweep in range(SWEEPS + 1):
        for cells in columns if sweep % 2 == 0 else reversed(columns):
            _fit(cells, _before if sweep % 2 == 0 else _after)


def _before(cell: Cell) -> list[Cell]:
    return cell.before


def _after(cell: Cell) -> list[Cell]:
    return cell.after


def _number(cells: Sequence[Cell]) -> None:
    """Rows in this order, about the middle."""
    row = -sum(cell.height for cell in cells) / 2
    for cell in cells:
        cell.row = row + cell.height / 2
        row += cell.height


def _mean(neighbours: Sequence[Cell], otherwise: float) -> float:
    if not neighbours:
        return otherwise
    if len(neighbours) == 1:
        return neighbours[0].row
    return sum([cell.row for cell in neighbours]) / len(neighbours)


def _fit(cells: Sequence[Cell], neighbours: Callable[[Cell], list[Cell]]) -> None:
    """The rows nearest to the wished ones (least squares) that keep order and distance.

    Pool adjacent violators (Barlow et al. 1972): without the distances the rows must only not fall, so neighbours that
    would are given their mean.
    """
    offset, pools = 0.0, list[tuple[float, int]]()
    offsets = []
    for place, cell in enumerate(cells):
        offset += (cells[place - 1].height + cell.height) / 2 if place else 0.0
        offsets.append(offset)
        mean, count = _mean(neighbours(cell), cell.row) - offset, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    place = 0
    for mean, count in pools:
        for cell, offset in zip(cells[place : place + count], offsets[place : place + count], strict=True):
            cell.row = mean + offset
        place += count
