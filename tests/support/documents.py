"""Documents made from the schema's table, mostly right and now and then wrong, as an editor would see them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from game.loading.forms import FileKind, Form, Kind, Text, Typing
from game.loading.schema import KINDS, LINE_KINDS, STEP_KINDS

_WRONG: tuple[Any, ...] = ("", "  ", "Bad Id!", [], {}, [[]], {"zz": 1}, ["Bad Id!"], -5)
_TEXTS: tuple[Any, ...] = ("Some text.", "a", 5, True, 1.5)
_FITTING: dict[str, tuple[Any, ...]] = {
    "an id": ("a", "b_2", "first", True),
    "a range such as 0..6": ("0..6", "-1 .. 2"),
    "a choice written scene.choice": ("a.b",),
    "a condition": ("a > 2", "true"),
    "somebody of the cast, and an expression if you like": ("luna", "luna warm"),
}
_UNIONS = {"line": LINE_KINDS, "step": STEP_KINDS}


def documents(file: FileKind) -> st.SearchStrategy[Any]:
    """Documents for that kind of file."""
    return _values(file.form, 4)


def _values(form: Form, depth: int) -> st.SearchStrategy[Any]:
    ways: list[st.SearchStrategy[Any]] = []
    if form.text is not None:
        ways.append(_texts(form.text))
    if form.items is not None:
        inner = _values(form.items, depth - 1) if depth > 0 else st.nothing()
        ways.append(st.lists(inner, max_size=2) if depth > 0 else st.just([]))
    if form.entries is not None:
        names = st.sampled_from(["a", "b_2", "a", "b_2", "Bad Id!"])
        ways.append(st.dictionaries(names, _values(form.entries, depth - 1), max_size=2) if depth > 0 else st.just({}))
    if form.kind is not None:
        ways.append(_kinds(form.kind, depth) if depth > 0 else st.just({}))
    wrong = _WRONG if form.text is None or form.text.words != "a condition" else _WRONG[:-1]
    return st.one_of(*ways, *ways, *ways, st.sampled_from(wrong))


def _texts(text: Text) -> st.SearchStrategy[Any]:
    if text.typing is Typing.TRUTH:
        return st.booleans()
    if text.typing is Typing.WHOLE:
        return st.integers(text.lowest, text.highest)
    if text.typing is Typing.DECIMAL:
        return st.sampled_from([0, 8, 1.5, 9999])
    return st.sampled_from(text.options or _FITTING.get(text.words, _TEXTS))


def _kinds(name: str, depth: int) -> st.SearchStrategy[Any]:
    if name not in _UNIONS:
        return _records(KINDS[name], depth)
    speech = st.dictionaries(
        st.sampled_from(["luna", "luna warm", "a b c", "then"]), st.sampled_from(_TEXTS), max_size=2
    )
    return st.one_of(speech, *(_records(kind, depth) for kind in _UNIONS[name].values()))


def _records(kind: Kind, depth: int) -> st.SearchStrategy[Any]:
    """Mappings of a kind: what must be there nearly always, the rest now and then, and seldom something unknown."""
    exits = [key for key in kind.keys if key.name in kind.one_of]
    required = {key.name: _values(key.form, depth - 1) for key in kind.keys if key.required}
    optional = {key.name: _values(key.form, depth - 1) for key in kind.keys if not key.required and key not in exits}
    whole = st.fixed_dictionaries(required, optional=optional)
    ways = [st.fixed_dictionaries({key.name: _values(key.form, depth - 1)}) for key in exits] or [st.just({})]
    with_exit = st.builds(lambda record, way: record | way, whole, st.one_of(*ways))
    anything = st.fixed_dictionaries({}, optional=required | optional | {"zz": st.just(1)})
    return st.one_of(with_exit, with_exit, with_exit, with_exit, anything)
