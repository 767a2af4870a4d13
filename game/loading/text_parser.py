"""Parses story text with its braces and stars into a tree, or says what is wrong. Does not know how it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from game.model.text import Alternatives, Either, Insert, Part, Plain, Text, Turn

from .emphasis import Item, Star, emphasised
from .expressions import condition_at
from .names import Names, did_you_mean
from .problem import Problem
from .scalar import Scalar
from .text_tokens import Piece, pieces
from .tokens import MAX_LEVELS

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_TURNS = {"&": Turn.CYCLE, "~": Turn.SHUFFLE}


class _Broken(Exception):
    """The braces do not match, so nothing after this place can be understood."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def parse_text(scalar: Scalar, names: Names, sites: Iterator[int]) -> tuple[Text, tuple[Problem, ...]]:
    """The text that `scalar` holds, and what is wrong in it (what is wrong is left out of the tree).

    `sites` numbers the braces of a scene; one number is taken for each set of alternatives.
    """
    plain = plain_text(scalar)
    if plain is not None:
        return plain, ()
    parser = _Parser(scalar, names, sites)
    try:
        parts = parser.whole()
    except _Broken as broken:
        return Text(scalar.text, None, scalar.ref), (*parser.problems, broken.problem)
    return Text(scalar.text, parts, scalar.ref), tuple(parser.problems)


def plain_text(scalar: Scalar) -> Text | None:
    """The text that `scalar` holds, if nothing in it means anything but itself: quicker to ask than to parse."""
    text = scalar.text
    if "{" in text or "*" in text or "\\" in text or "}" in text:
        return None
    return Text(text, None if text else (), scalar.ref)


class _Parser:
    """A reader of one text's pieces. Goes one level deeper with each open brace, to `MAX_LEVELS`."""

    def __init__(self, scalar: Scalar, names: Names, sites: Iterator[int]) -> None:
        self._scalar = scalar
        self._names = names
        self._sites = sites
        self._pieces = pieces(scalar.text)
        self._next = 0
        self.problems: list[Problem] = []

    def whole(self) -> tuple[Part, ...]:
        """The parts of the whole text."""
        parts = self._part(0)
        if self._next < len(self._pieces):
            place = self._pieces[self._next].start
            raise self._broken(place, "E402", 'this "}" closes nothing', 'write "}}" or "\\}" for the character')
        return parts

    def _part(self, depth: int, *, skip_space: bool = False) -> tuple[Part, ...]:
        """What stands up to the next `|` or `}` of this level, or the end."""
        items: list[Item] = []
        while self._next < len(self._pieces):
            piece = self._pieces[self._next]
            if piece.sign == "}" or (piece.sign == "|" and depth):
                break
            self._next += 1
            if piece.sign == "{":
                items.extend(self._braces(piece, depth + 1))
            elif piece.sign == "*":
                items.append(Star())
            elif skip_space and not items:
                items.append(Plain(piece.text.removeprefix(" ")))
            else:
                items.append(Plain(piece.text))
            skip_space = False
        return emphasised(items)

    def _braces(self, opening: Piece, depth: int) -> tuple[Part, ...]:
        if depth > MAX_LEVELS:
            message = f"braces are nested more than {MAX_LEVELS} levels deep"
            raise self._broken(opening.start, "E403", message, "make it several lines under when:")
        first = self._here()
        turn = _TURNS.get(first.text[0]) if first.sign == "" and first.end - first.start == len(first.text) else None
        if turn is not None:
            self._cut_turn(first)
            return self._alternatives(turn, depth, opening)
        colon, bar, end = self._look_ahead(opening)
        if colon is not None:
            return self._either(opening, colon, depth)
        if bar:
            return self._alternatives(Turn.SEQUENCE, depth, opening)
        return self._insert(opening, end)

    def _here(self) -> Piece:
        if self._next < len(self._pieces):
            return self._pieces[self._next]
        end = len(self._scalar.text)
        return Piece("}", "}", end, end)

    def _cut_turn(self, first: Piece) -> None:
        """Take the `&` or `~` off the characters that follow it."""
        self._pieces[self._next] = Piece("", first.text[1:], first.start + 1, first.end)

    def _look_ahead(self, opening: Piece) -> tuple[int | None, bool, int]:
        """The first colon of this level, whether it has a bar, and its end; as places among the pieces."""
        depth, bar = 0, False
        colon: int | None = None
        for place in range(self._next, len(self._pieces)):
            sign = self._pieces[place].sign
            if sign == "}" and depth == 0:
                return colon, bar, place
            depth += (sign == "{") - (sign == "}")
            if depth == 0 and sign == ":" and colon is None:
                colon = place
            bar = bar or (depth == 0 and sign == "|")
        raise self._unclosed(opening)

    def _alternatives(self, turn: Turn, depth: int, opening: Piece) -> tuple[Part, ...]:
        site = next(self._sites)
        choices = self._choices(depth, opening, skip_space=False)
        return (Alternatives(turn, tuple(choices), site),)

    def _choices(self, depth: int, opening: Piece, *, skip_space: bool) -> list[tuple[Part, ...]]:
        """The parts between bars, up to the brace that closes them."""
        choices = [self._part(depth, skip_space=skip_space)]
        while self._here().sign == "|":
            self._next += 1
            choices.append(self._part(depth))
        if self._next >= len(self._pieces):
            raise self._unclosed(opening)
        self._next += 1
        return choices

    def _either(self, opening: Piece, colon: int, depth: int) -> tuple[Part, ...]:
        start, end = opening.end, self._pieces[colon].start
        condition, problems = condition_at(self._scalar, start, end, self._names)
        self.problems.extend(_with_colon_hint(problem) for problem in problems)
        self._next = colon + 1
        choices = self._choices(depth, opening, skip_space=True)
        if len(choices) > 2:
            message = f"a condition takes two parts, and here are {len(choices)}"
            hint = 'write {condition: this if it holds|this if not}; "\\|" for the character'
            self._note(opening.start, "E407", message, hint, self._here_offset() - opening.start)
        if condition is None:
            return ()
        return (Either(condition, choices[0], choices[1] if len(choices) > 1 else ()),)

    def _here_offset(self) -> int:
        return self._pieces[self._next - 1].end

    def _insert(self, opening: Piece, end: int) -> tuple[Part, ...]:
        """`{variable}`; nothing else stands in braces without a bar or a colon."""
        self._next = end + 1
        start, stop = opening.end, self._pieces[end].start
        name = self._scalar.text[start:stop].strip()
        variable = self._names.variables.get(name)
        if variable is None:
            self._unknown(opening, name, start, stop)
            return ()
        if variable.is_truth:
            message = f"{name} is true or false, which is nothing to show"
            self._note(start, "E404", message, f"write {{{name}: …|…}}", stop - start)
            return ()
        begin = start + self._scalar.text[start:stop].index(name)
        return (Insert(name, (begin, begin + len(name))),)

    def _unknown(self, opening: Piece, name: str, start: int, stop: int) -> None:
        length = max(1, stop - start)
        if not name:
            self._note(opening.start, "E406", "these braces are empty", 'write "{{" for the character', 2)
        elif _NAME.match(name):
            hint = did_you_mean(name, self._names.variables) or "declare it in variables.yaml, or write {{ for a brace"
            self._note(start, "E405", f'there is no variable "{name[:60]}"', hint, length)
        else:
            hint = "write {name}, {condition: this|that} or {one|another}"
            self._note(start, "E406", "a single part in braces must be a variable's name", hint, length)

    def _unclosed(self, opening: Piece) -> _Broken:
        return self._broken(
            opening.start, "E401", 'this "{" is never closed', 'add a "}", or write "{{" for the character'
        )

    def _broken(self, offset: int, code: str, message: str, hint: str) -> _Broken:
        return _Broken(Problem(self._scalar.ref_at(offset), code, message, hint))

    def _note(self, offset: int, code: str, message: str, hint: str, length: int) -> None:
        self.problems.append(Problem(self._scalar.ref_at(offset), code, message, hint, length))


def _with_colon_hint(problem: Problem) -> Problem:
    """A problem in what stands before a colon, which may have been meant as a colon only."""
    advice = 'if no condition is meant, write "\\:" for the colon'
    return replace(problem, hint=f"{problem.hint}; {advice}" if problem.hint else advice)
