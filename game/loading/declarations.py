"""Reads what a story declares: variables, cast, places, endings, assets. Knows nothing of scenes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from game.model.story import Asset, Character, Ending, Layers, Place, Variable
from game.model.values import describe_domain, read_value

from .asset_names import check_name
from .fields import Fields, scalar_of, shown, text_of
from .findings import Findings
from .names import RESERVED
from .nodes import ListNode, MappingNode, Node
from .scalar import Scalar
from .schema import ASSET, CHARACTER, ENDING, IDS, LAYERED, PICTURES, PLACE, TEXT_IDS, VARIABLE

BOUND = 1_000_000

Domain: TypeAlias = range | tuple[bool, ...] | tuple[str, ...]

_COLOUR = re.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


class DeclarationReader:
    """Reads one declaration at a time; None where too little of it can be read."""

    def __init__(self, fields: Fields, findings: Findings) -> None:
        self._fields = fields
        self._findings = findings

    def variable(self, key: Scalar, node: Node) -> Variable | None:
        """A variable with its domain and default."""
        values = self._fields.read(node, VARIABLE, key, key.text)
        domain = self._domain(key, node, values)
        default = scalar_of(values, "default")
        if domain is None:
            return None
        variable = Variable(key.text, domain, domain[0], text_of(values, "about") or "", key.ref)
        if default is None:
            return variable
        value = read_value(variable, default.text)
        if value is None:
            message = f'"{shown(default.text)}" is nothing that {key.text} can be: {describe_domain(variable)}'
            self._findings.at(
                "E212", default, message, self._findings.suggest(default.text, [str(value) for value in domain[:100]])
            )
            return variable
        return Variable(key.text, domain, value, variable.about, key.ref)

    def _domain(self, key: Scalar, node: Node, values: Mapping[str, Node]) -> Domain | None:
        stated = [name for name in node.values if name in ("range", "one_of")] if isinstance(node, MappingNode) else []
        if stated == ["range"]:
            return self._range(scalar_of(values, "range"))
        if stated:
            return self._names(values.get("one_of")) if stated == ["one_of"] else None
        default = scalar_of(values, "default")
        if default is not None and default.text not in ("true", "false"):
            hint = "add a range such as range: 0..6" if default.text.lstrip("-").isdigit() else ""
            self._findings.at("E213", default, f'what can "{key.text}" be? Its default is not true or false', hint)
            return None
        return (False, True) if default is not None else None

    def _range(self, scalar: Scalar | None) -> range | None:
        if scalar is None:
            return None
        low, _, high = scalar.text.partition("..")
        bounds = [int(bound) if len(bound.strip()) <= 9 else BOUND + 1 for bound in (low, high)]
        if max(map(abs, bounds)) > BOUND:
            self._findings.at("E210", scalar, f"the bounds of a range must lie within -{BOUND} and {BOUND}")
        elif bounds[0] > bounds[1]:
            self._findings.at(
                "E210", scalar, "the first bound is higher than the second", f"write {high.strip()}..{low.strip()}"
            )
        else:
            return range(bounds[0], bounds[1] + 1)
        return None

    def _names(self, node: Node | None) -> tuple[str, ...] | None:
        names: list[str] = []
        for scalar in self._fields.texts(node, TEXT_IDS, "a name"):
            if scalar.text in names:
                self._findings.at("E211", scalar, f'"{scalar.text}" stands in this list already')
            elif scalar.text in RESERVED:
                self._findings.at("E206", scalar, f'"{scalar.text}" means something of its own in conditions')
            names.append(scalar.text)
        return tuple(dict.fromkeys(names)) or None

    def character(self, key: Scalar, node: Node) -> Character:
        """Somebody of the cast."""
        values = self._fields.read(node, CHARACTER, key, key.text)
        colour = scalar_of(values, "colour")
        if colour is not None and not _COLOUR.fullmatch(colour.text):
            self._findings.at("W502", colour, f'"{shown(colour.text)}" is no colour that can be shown')
        return Character(
            id=key.text,
            name=text_of(values, "name") or key.text,
            colour=colour.text if colour is not None else None,
            portraits=dict(self._portraits(values.get("portraits"))),
            voice=text_of(values, "voice"),
            about=text_of(values, "about") or "",
            ref=key.ref,
        )

    def _portraits(self, node: Node | None) -> Iterator[tuple[str, str]]:
        for expression, file in self._fields.entries(node, PICTURES, "portrait"):
            if isinstance(file, Scalar):
                yield expression.text, check_name(file, self._findings)

    def place(self, key: Scalar, node: Node) -> Place:
        """Somewhere."""
        values = self._fields.read(node, PLACE, key, key.text)
        return Place(
            id=key.text,
            name=text_of(values, "name") or key.text,
            background=self._asset(values, "background"),
            alt=text_of(values, "alt"),
            ambience=self._sounding(values, "ambience"),
            music=self._sounding(values, "music"),
            mood=text_of(values, "mood"),
            ref=key.ref,
        )

    def ending(self, key: Scalar, node: Node) -> Ending:
        """One way to end."""
        values = self._fields.read(node, ENDING, key, key.text)
        return Ending(
            id=key.text,
            title=text_of(values, "title") or key.text,
            kind=text_of(values, "kind") or "",
            epigraph=text_of(values, "epigraph"),
            hint=text_of(values, "hint"),
            picture=self._asset(values, "picture"),
            alt=text_of(values, "alt"),
            was=tuple(former.text for former in self._fields.texts(values.get("was"), IDS, "a former id")),
            ref=key.ref,
        )

    def asset(self, key: Scalar, node: Node) -> Asset:
        """A finished file."""
        values = self._fields.read(node, ASSET, key, key.text)
        check_name(key, self._findings)
        return Asset(
            id=key.text,
            file=self._asset(values, "file") or "",
            alt=text_of(values, "alt"),
            caption=text_of(values, "caption"),
            licence=text_of(values, "licence"),
            source=text_of(values, "source"),
            layers=self._layers(values.get("layers")),
            ref=key.ref,
        )

    def _layers(self, node: Node | None) -> Layers | None:
        """The two files of a picture's depths; None where either can't be read."""
        if node is None:
            return None
        values = self._fields.read(node, LAYERED, node)
        far, near = self._asset(values, "far"), self._asset(values, "near")
        return Layers(far, near) if far and near else None

    def _asset(self, values: Mapping[str, Node], key: str) -> str | None:
        scalar = scalar_of(values, key)
        return check_name(scalar, self._findings) if scalar is not None else None

    def _sounding(self, values: Mapping[str, Node], key: str) -> str | None:
        """A sound of a place; `none` is none."""
        name = self._asset(values, key)
        return None if name == "none" else name


def check_one_name_space(variables: Iterable[tuple[Scalar, Node]], findings: Findings) -> None:
    """Note the names that are both a variable and a value of one: expressions could not tell them apart."""
    keys: dict[str, Scalar] = {}
    values: dict[str, Scalar] = {}
    for key, node in variables:
        keys[key.text] = key
        for value in _values(node):
            values.setdefault(value.text, value)
    for name in keys.keys() & values.keys():
        first, second = sorted((keys[name], values[name]), key=lambda scalar: scalar.ref)
        words = "a variable" if second is values[name] else "a value of a variable"
        findings.at("E207", second, f'"{name}" is {words} already, in line {first.line}')


def _values(node: Node) -> list[Scalar]:
    """The texts under a variable's `one_of`."""
    value = node.values.get("one_of") if isinstance(node, MappingNode) else None
    return [item for item in value.items if isinstance(item, Scalar)] if isinstance(value, ListNode) else []
