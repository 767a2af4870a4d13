"""The help card: what keys, mouse and pad do. All at once, or on pages where the letters are large. Knows no keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.app.wording import say
from game.ui.window.geometry import WHOLE, Box
from game.ui.window.theme import BONE, BUTTON, HEADING, LABEL, SMALL
from game.ui.window.widgets import Node, Role

from .sheet import Sheet, button, heading, shade
from .tabs import Tab, tabs

Rows = tuple[tuple[str, str], ...]
LARGE = 1.2
"""Text sizes from which on a page shows one section."""
FOOT = 962.0
LEFT = 150.0


def guide(sections: Mapping[str, Rows], sheet: Sheet, focus: str, page: str) -> Node:
    """Every section beside the others, or the section `page` alone, as large as the player's text."""
    children = [Node(Role.GROUP, "", WHOLE, (shade(255),)), heading(say("Help"), sheet, (196, 70), HEADING)]
    if sheet.text_size > LARGE:
        pages = tuple(Tab(f"page.{title}", say(title)) for title in sections)
        children += tabs(pages, f"page.{page}", sheet, focus)
        alone, box = {"": sections[page]}, Box(LEFT, 268, 1620, FOOT - 268)
        children += _stack(alone, box, sheet, _size(alone, box, sheet, 0.36), 0.36)
    else:
        children += _beside(sections, sheet)
    children.append(button("close", say("Back"), sheet, (196, 1018), BUTTON.scaled(0.85), focus=focus))
    return Node(Role.SCREEN, say("Help"), WHOLE, children=tuple(children))


def _beside(sections: Mapping[str, Rows], sheet: Sheet) -> tuple[Node, ...]:
    """All sections in two columns, each as many as the other."""
    titles = list(sections)
    stacks = [{title: sections[title] for title in titles[first::2]} for first in (0, 1)]
    boxes = [Box(LEFT + first * 820, 216, 800, FOOT - 216) for first in (0, 1)]
    size = min(_size(stack, box, sheet, 0.32) for stack, box in zip(stacks, boxes, strict=True))
    columns = (_stack(stack, box, sheet, size, 0.32) for stack, box in zip(stacks, boxes, strict=True))
    return tuple(node for column in columns for node in column)


def _size(sections: Mapping[str, Rows], box: Box, sheet: Sheet, share: float) -> float:
    """The size at which sections under each other fit: the player's, or as near to it as can be."""
    for step in range(20, 6, -1):
        size = sheet.text_size * step / 20
        if [*_stack(sections, box, sheet, size, share)][-1].bounds.bottom <= box.bottom:
            return size
    return sheet.text_size * 0.3


def _stack(sections: Mapping[str, Rows], box: Box, sheet: Sheet, size: float, share: float) -> Iterator[Node]:
    """Sections under each other in letters of that size; `share` of the width is for keys."""
    y = box.y
    for title, rows in sections.items():
        if title:
            words = sheet.words(say(title).upper(), LABEL.scaled(size), (box.x, y), sheet.accent)
            yield Node(Role.HEADING, say(title), words.extent, (words,))
            y += 50 * size
        nodes = _column(rows, Box(box.x, y, box.w, box.h), sheet, size, share)
        yield from nodes
        y = nodes[-1].bounds.bottom + 64 * size


def _column(rows: Rows, box: Box, sheet: Sheet, size: float, share: float) -> tuple[Node, ...]:
    """Keys and what they do, in letters of that size."""
    y, nodes = box.y, []
    over = box.w * share
    for key, does in ((say(key), say(does)) for key, does in rows):
        type_ = sheet.fitted(key, LABEL.scaled(0.86 * size), over - 14)
        lines = sheet.paragraph(does, SMALL.scaled(size), (box.x + over, y), box.w - over - 20, sheet.quiet)
        tall = len(lines) * SMALL.leading * size
        marks = (sheet.words(key, type_, (box.x, y), BONE), *lines)
        nodes.append(Node(Role.TEXT, f"{key}: {does}", Box(box.x, y - 26 * size, box.w - 20, tall), marks))
        y += tall + 10 * size
    return tuple(nodes)
