"""Where every scene stands: acts below each other, each read from left to right, in lines as a page of text is.

Layered drawing after Sugiyama, Tagawa and Toda (1981), act by act: ways that lead back are set aside, a scene stands
one column behind the last that leads to it, and within a column where the scenes beside it pull it. Long acts go on in
the next line, so that the whole is about as wide as a screen. Linear in scenes and ways but for sorting. Knows no
stories.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, log

from .columns import Cell, settle

SHAPE = 1.75
"""How much wider than high the whole is to be: about a screen."""

ASPECT_OF_CELL = 196 / 62
"""How much wider a column is than a row is high, on the page."""

HEAD = 1.15
"""Rows above each line, for chapters and for ways that go round."""

ACT_GAP = 0.9
"""Rows between acts, besides."""

STEPS = 4
"""How many widths on either side of the one that seems right are tried."""

SPAN = 6
"""Columns that a way may cross between scenes; a longer one goes round above the line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an act: its number, and where it lies from top to bottom, in rows."""

    act: int
    top: float
    bottom: float


@dataclass(slots=True)
class Layout:
    """`places`: by scene its line, column and row (its middle). `bends`: by the number of an arrow that keeps within
    its line the rows at which it crosses the columns between; others go round above the line that they lead to.
    """

    lines: list[Line] = field(default_factory=list)
    places: dict[str, tuple[int, int, float]] = field(default_factory=dict)
    bends: dict[int, list[float]] = field(default_factory=dict)


def layout_of(start: str, acts: Iterable[Sequence[str]], arrows: Sequence[tuple[str, str]]) -> Layout:
    """Lay out acts of scenes with arrows between them."""
    acts = list(acts)
    act_of = {scene: number for number, act in enumerate(acts) for scene in act}
    inner: defaultdict[int, list[int]] = defaultdict(list)
    entered = {start}
    for number, (source, target) in enumerate(arrows):
        if act_of[source] == act_of[target]:
            inner[act_of[source]].append(number)
        else:
            entered.add(target)
    ranks = [_ranks(act, [arrows[n] for n in inner[k]], entered) for k, act in enumerate(acts)]
    wide = _columns(ranks)
    layout, top = Layout(), 0.0
    for number, rank in enumerate(ranks):
        top = _act(layout, number, _broken(rank, wide), {n: arrows[n] for n in inner[number]}, top) + ACT_GAP
    return layout


def _ranks(act: Sequence[str], arrows: Sequence[tuple[str, str]], entered: set[str]) -> dict[str, int]:
    """By scene its column, as if the act were one line."""
    leads: dict[str, list[str]] = {scene: [] for scene in act}
    for source, target in arrows:
        leads[source].append(target)
    order, ahead = _ordered([*(scene for scene in act if scene in entered), *act], leads)
    rank = dict.fromkeys(act, 0)
    led = set()
    for scene in order:
        for target in ahead[scene]:
            rank[target] = max(rank[target], rank[scene] + 1)
            led.add(target)
    for scene in reversed(order):  # What is entered from outside stands right before what it leads to.
        if scene not in led and ahead[scene]:
            rank[scene] = min(rank[target] for target in ahead[scene]) - 1
    return rank


def _ordered(begin: Sequence[str], leads: Mapping[str, Sequence[str]]) -> tuple[list[str], dict[str, list[str]]]:
    """The scenes so that every way leads on, and the ways without those that lead back to where a search came from."""
    done: list[str] = []
    ahead: dict[str, list[str]] = {}
    on_path: set[str] = set()
    for root in begin:
        stack = [] if root in ahead else [(root, iter(leads[root]))]
        if stack:
            ahead[root] = []
            on_path.add(root)
        while stack:
            scene, ways = stack[-1]
            target = next(ways, None)
            if target is None:
                stack.pop()
                on_path.discard(scene)
                done.append(scene)
            elif target not in on_path:
                ahead[scene].append(target)
                if target not in ahead:
                    ahead[target] = []
                    on_path.add(target)
                    stack.append((target, iter(leads[target])))
    return done[::-1], ahead


def _columns(ranks: Sequence[Mapping[str, int]]) -> int:
    """How many columns a line may have, so that the whole has the shape of a screen."""
    counts = []
    for rank in ranks:
        count = [0] * (max(rank.values(), default=0) + 1)
        for column in rank.values():
            count[column] += 1
        counts.append(count)
    longest = max(map(len, counts))
    candidates = sorted({max(4, round(1.07**power)) for power in range(20, 140)})

    def odd(wide: int) -> float:
        """How much too wide it would be (above nought), or too high; it grows with the columns but for small steps."""
        height = ACT_GAP * len(counts)
        for count in counts:
            lines = ceil(len(count) / wide)
            each = ceil(len(count) / lines)
            height += sum(max(count[k : k + each]) + HEAD for k in range(0, len(count), each))
        return log(min(wide, longest) * ASPECT_OF_CELL / height / SHAPE)

    fitting = [wide for wide in candidates if wide <= 2 * longest + 4]
    about = bisect_left(fitting, 0.0, key=odd)
    near = fitting[max(0, about - STEPS) : about + STEPS]
    return min(near, key=lambda wide: abs(odd(wide)), default=longest)


def _broken(rank: Mapping[str, int], wide: int) -> list[dict[str, int]]:
    """The act in lines of about the same length: by scene its column in the line."""
    length = max(rank.values()) + 1
    each = ceil(length / ceil(length / wide))
    lines: list[dict[str, int]] = [{} for _ in range(ceil(length / each))]
    for scene, column in rank.items():
        lines[column // each][scene] = column % each
    return lines


def _act(
    layout: Layout, act: int, lines: list[dict[str, int]], arrows: Mapping[int, tuple[str, str]], top: float
) -> float:
    """Place an act's lines from `top` down; returns where they end."""
    line_of = {scene: number for number, line in enumerate(lines) for scene in line}
    within: defaultdict[int, dict[int, tuple[str, str]]] = defaultdict(dict)
    for number, (source, target) in arrows.items():
        column = lines[line_of[source]]
        if line_of[source] == line_of[target] and 0 < column[target] - column[source] <= SPAN:
            within[line_of[source]][number] = source, target
    for number, column in enumerate(lines):
        cells, chains = _cells(column, within[number])
        settle(cells)
        low = min(cell.row for row in cells for cell in row)
        high = max(cell.row for row in cells for cell in row)
        shift = top + HEAD - low + 0.5
        place = len(layout.lines)
        layout.lines.append(Line(act, top, shift + high + 0.5))
        for row in cells:
            layout.places |= {cell.scene: (place, column[cell.scene], cell.row + shift) for cell in row if cell.scene}
        layout.bends |= {arrow: [cell.row + shift for cell in chain] for arrow, chain in chains.items()}
        top = shift + high + 0.5
    return top


def _cells(
    column: Mapping[str, int], arrows: Mapping[int, tuple[str, str]]
) -> tuple[list[list[Cell]], dict[int, list[Cell]]]:
    """The columns of a line with scenes and the places where arrows cross; and these by arrow.

    Arrows between the same two scenes cross together.
    """
    cells: list[list[Cell]] = [[] for _ in range(max(column.values()) + 1)]
    of = {scene: Cell(scene) for scene in column}
    for scene, cell in of.items():
        cells[column[scene]].append(cell)
    between: dict[tuple[str, str], list[Cell]] = {}
    chains = {}
    for arrow, pair in arrows.items():
        if pair not in between:
            source, target = pair
            between[pair] = [Cell("") for _ in range(column[source] + 1, column[target])]
            chain = [of[source], *between[pair], of[target]]
            for place, cell in enumerate(between[pair], column[source] + 1):
                cells[place].append(cell)
            for cell, after in pairwise(chain):
                cell.after.append(after)
                after.before.append(cell)
        chains[arrow] = between[pair]
    return cells, chains
