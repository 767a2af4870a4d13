"""Holds the nodes of a file to the schema's table: keys, forms, what must be there. Knows nothing of references."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeAlias

from .findings import Findings
from .forms import Form, Key, Kind, Text
from .nodes import ListNode, MappingNode, Node, Unreadable
from .scalar import Scalar

_NEEDS_CODES = {"locked": "E235", "timer": "E236"}
_BRACES = "a text that starts with a brace or bracket must stand in quotes"

_Accepts: TypeAlias = Callable[[str], object]
_NOTHING: _Accepts = ().__contains__
"""Accepts no text."""


class Fields:
    """Reads mappings and lists by their kind, and notes in `findings` whatever does not fit."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._whole: dict[tuple[str, ...], list[tuple[Key, _Accepts]]] = {}
        """The kind and keys of mappings that lack nothing, as they were met, with these keys in the schema's order.

        Each with what asks whether a text may stand under it.
        """

    def read(
        self, node: Node, kind: Kind, owner: Node, name: str = "", lost: Collection[str] = ()
    ) -> Mapping[str, Node]:
        """The values of `node` that fit, by key.

        `owner` is where something missing is reported (the key that holds the mapping), `name` the id it goes by,
        `lost` are keys that stand there but could not be read.
        """
        if not isinstance(node, MappingNode):
            self._wrong_kind(node, kind.words)
            return {}
        values = node.values
        known = self._whole.get((kind.name, *values))
        if known is None or lost:
            known = self._examined(node, kind, owner, name, {*values, *lost})
        wrong = [
            key
            for key, accepts in known
            if not (accepts((value := values[key.name]).text) or sits(value, key.form) or self._fits(value, key))
        ]
        if not wrong and len(known) == len(values):
            return values
        return {key.name: values[key.name] for key, _ in known if key not in wrong}

    def _examined(
        self, node: MappingNode, kind: Kind, owner: Node, name: str, present: set[str]
    ) -> list[tuple[Key, _Accepts]]:
        """The keys of a mapping that are known, after it is noted what is wrong with them together."""
        names = list(node.values)
        known = [(key, _accepting(key.form)) for key in kind.keys if key.name in names]
        if kind.is_whole(present):
            if len(names) == len(present):
                self._whole[kind.name, *names] = known
            return known
        whose = f'{kind.words.partition(" ")[2]} "{shown(name)}"' if name else kind.words
        self._check_whole(node, kind, owner, present, whose)
        for key in node.keys:
            if key.text not in kind.by_name:
                hint = self._findings.suggest(key.text, kind.by_name) or "known here: " + ", ".join(kind.by_name)
                self._findings.at("E201", key, f'{kind.words} has no key "{shown(key.text)}"', hint)
        return known

    def _check_whole(self, node: MappingNode, kind: Kind, owner: Node, present: Collection[str], whose: str) -> None:
        """What must be there, what needs something else, and what excludes something else."""
        for key in kind.keys:
            if key.required and key.name not in present:
                self._findings.at(
                    "E202", owner, f'{whose} has no "{key.name}"', f"add it, as in {key.name}: {key.example}"
                )
        for name, needed in kind.needs:
            if name in present and needed not in present:
                place = next((key for key in node.keys if key.text == name), owner)
                self._findings.at(_NEEDS_CODES[name], place, f'"{name}" stands here without "{needed}"')
        for pair in kind.apart:
            both = [key for key in node.keys if key.text in pair]
            if len(both) > 1:
                self._findings.at("E217", both[1], f'{whose} has "{both[1].text}" beside "{both[0].text}"')
        self._check_one_of(node, kind, owner, present, whose)

    def _check_one_of(self, node: MappingNode, kind: Kind, owner: Node, present: Collection[str], whose: str) -> None:
        if kind.one_of and not any(name in present for name in kind.one_of):
            self._findings.at("E220", owner, f"{whose} has no way out")
        exits = [key for key in node.keys if key.text in kind.one_of]
        for extra in exits[1:]:
            message = f'{whose} has "{extra.text}" beside "{exits[0].text}", and only one way out can count'
            self._findings.at("E221", extra, message)

    def _fits(self, value: Node, key: Key) -> bool:
        return self.fits(value, key.form, f'"{key.name}"')

    def fits(self, node: Node, form: Form, whose: str) -> bool:
        """Whether the node may stand where `form` is asked for, as `sits` says; noted where it may not."""
        if isinstance(node, Unreadable):
            return False
        if isinstance(node, Scalar):
            return self._scalar_fits(node, form, whose)
        size = len(node.items if isinstance(node, ListNode) else node.keys)
        allowed = form.items if isinstance(node, ListNode) else form.kind or form.entries
        if allowed is None:
            found = "a list" if isinstance(node, ListNode) else "a mapping"
            message = f"{whose} must be {form.words}, and this is {found}"
            if form.wrong == "E239":
                message = "{when, do} stands within {when, do}, and these do not nest"
            self._findings.at(form.wrong, node, message, _flow_hint(node))
        elif size < form.fewest:
            self._findings.at("E204", node, f"{whose} is empty")
        return allowed is not None and size >= form.fewest

    def _scalar_fits(self, node: Scalar, form: Form, whose: str) -> bool:
        if not node.text.strip():
            self._findings.at("E204", node, f"{whose} is empty", f"it must be {form.words}")
        elif form.text is None:
            self._findings.at(form.wrong, node, f'{whose} must be {form.words}, and this is "{shown(node.text)}"')
        else:
            return self.text_fits(node, form.text)
        return False

    def text_fits(self, node: Scalar, text: Text) -> bool:
        """Whether the characters are what `text` asks for."""
        if text.accepts(node.text):
            return True
        hint = self._findings.suggest(node.text, text.options)
        if text.code == "E205":
            hint = f"perhaps {_as_id(node.text)}: an id is made of a-z, 0-9 and _, and starts with a letter"
        self._findings.at(text.code, node, f'"{shown(node.text)}" is not {text.words}', hint)
        return False

    def items(self, node: Node | None, form: Form, whose: str) -> Iterator[Node]:
        """The items of a list that fit, or the one thing that stands instead of a list."""
        if isinstance(node, ListNode) and form.items is not None:
            accepts = _accepting(form.items)
            for item in node.items:
                if accepts(item.text) or sits(item, form.items) or self.fits(item, form.items, whose):
                    yield item
        elif node is not None:
            yield node

    def texts(self, node: Node | None, form: Form, whose: str) -> list[Scalar]:
        """The items that are texts."""
        return [item for item in self.items(node, form, whose) if isinstance(item, Scalar)]

    def entries(self, node: Node | None, form: Form, whose: str) -> Iterator[tuple[Scalar, Node]]:
        """The pairs of a mapping from ids whose keys are ids and whose values fit."""
        if isinstance(node, MappingNode) and form.entries is not None:
            names = form.entry_names
            for key, value in zip(node.keys, node.values.values(), strict=True):
                good_key = names is None or names.accepts(key.text) or self.text_fits(key, names)
                good = sits(value, form.entries) or self.fits(value, form.entries, f'{whose} "{shown(key.text)}"')
                if good_key and good:
                    yield key, value

    def _wrong_kind(self, node: Node, words: str) -> None:
        if isinstance(node, Unreadable):
            return
        if isinstance(node, Scalar) and not node.text.strip():
            self._findings.at("E204", node, f"{words} is empty")
        else:
            self._findings.at("E203", node, f"{words} must be a mapping", _flow_hint(node))


def _accepting(form: Form) -> _Accepts:
    """What asks whether a text may stand where `form` is asked for; it accepts no empty one, as a list's is."""
    return _NOTHING if form.text is None else form.text.accepts


def sits(node: Node, form: Form) -> bool:
    """Whether the node may stand where `form` is asked for; what is in lists and mappings is not looked at.

    Nearly all that a story holds sits well, so this says no more than that, and quickly.
    """
    if isinstance(node, Scalar):
        return form.text is not None and bool(form.text.accepts(node.text))
    if isinstance(node, ListNode):
        return form.items is not None and len(node.items) >= form.fewest
    return isinstance(node, MappingNode) and bool(form.kind or form.entries) and len(node.keys) >= form.fewest


def text_of(values: Mapping[str, Node], key: str) -> str | None:
    """The text of a key that was read, or None."""
    node = values.get(key)
    return node.text if isinstance(node, Scalar) else None


def scalar_of(values: Mapping[str, Node], key: str) -> Scalar | None:
    """The scalar of a key that was read, or None."""
    node = values.get(key)
    return node if isinstance(node, Scalar) else None


def shown(text: str) -> str:
    """A text as quoted in a message: short, and on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "..."


def _flow_hint(node: Node) -> str:
    return _BRACES if isinstance(node, (ListNode, MappingNode)) and node.flow else ""


def _as_id(text: str) -> str:
    """The nearest thing to `text` that is an id."""
    letters = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in text.lower()[:60])
    trimmed = "_".join(part for part in letters.split("_") if part)
    return trimmed if trimmed[:1].isalpha() else f"x_{trimmed}".rstrip("_")
