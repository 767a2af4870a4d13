"""Orders the cells of columns and finds their rows, so that ways cross little and run straight. Knows no stories."""

from __future__ import annotations

from collections.abc import Sequence
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
    several = [cells for cells in columns if len(cells) > 1]
    for sweep in range(SWEEPS):
        back = sweep % 2 == 0
        for cells in several if back else reversed(several):
            _order(cells, _wishes(cells, back=back))
    offsets = [_offsets(cells) for cells in columns]
    for sweep in range(SWEEPS + 1):
        back = sweep % 2 == 0
        for number in range(len(columns)) if back else reversed(range(len(columns))):
            _fit(columns[number], offsets[number], _wishes(columns[number], back=back))


def _wishes(cells: Sequence[Cell], *, back: bool) -> list[float]:
    """The mean row of each cell's neighbours, those before it or those after; its own where it has none."""
    found = []
    for cell in cells:
        near = cell.before if back else cell.after
        if len(near) == 1:
            found.append(near[0].row)
        elif near:
            found.append(sum([other.row for other in near]) / len(near))
        else:
            found.append(cell.row)
    return found


def _number(cells: Sequence[Cell]) -> None:
    """Rows in this order, about the middle."""
    row = 0.0
    for cell in cells:
        row -= cell.height / 2
    for cell in cells:
        cell.row = row + cell.height / 2
        row += cell.height


def _order(cells: list[Cell], wishes: list[float]) -> None:
    """Sort the cells by their wishes; those that wish for the same stay as they are."""
    ordered = sorted(wishes)
    if ordered == wishes:
        return
    by_wish = sorted(zip(wishes, range(len(cells)), cells, strict=True))
    cells[:] = [cell for _, _, cell in by_wish]
    _number(cells)


def _offsets(cells: Sequence[Cell]) -> list[float]:
    """How far below the first cell each has to be at least."""
    found: list[float] = []
    offset, before = 0.0, cells[0].height
    for cell in cells:
        offset += (before + cell.height) / 2 if found else 0.0
        before = cell.height
        found.append(offset)
    return found


def _fit(cells: Sequence[Cell], offsets: Sequence[float], wishes: Sequence[float]) -> None:
    """The rows nearest to the wished ones (least squares) that keep order and distance.

    Pool adjacent violators (Barlow et al. 1972): without the distances the rows must only not fall, so neighbours that
    would are given their mean.
    """
    if len(cells) == 1:
        cells[0].row = wishes[0]
        return
    pools: list[tuple[float, int]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        mean, count = wish - offset, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    place = 0
    for mean, count in pools:
        for index in range(place, place + count):
            cells[index].row = mean + offsets[index]
        place += count
