"""JSON from files that may be damaged or hostile, to plain values or one clear complaint. Knows nothing of saves.

`json.loads` alone takes NaN, duplicate keys and lone surrogates, and dies of deep nesting; all are refused here, and so
are fractions, which no file of ours holds.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeAlias

from .disk import LIMIT, Damaged
from .wording import say

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"

DEPTH = 16
DIGITS = 18
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_BRACKETS = re.compile(r"[^\[\]{}]+")


def dump(value: object) -> bytes:
    """The one spelling of a value: sorted keys, no white space, UTF-8. Raises Damaged on lone surrogates."""
    try:
        return (json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()
    except UnicodeEncodeError as fault:
        raise Damaged(say("it holds half a character")) from fault


def load(data: bytes) -> dict[str, object]:
    """The object that the bytes hold. Raises Damaged with the reason."""
    if len(data) > LIMIT:
        raise Damaged(say("it is over {size} MiB", size=LIMIT >> 20))
    if not data.strip(b"\0"):
        raise Damaged(say("it is empty") if not data else say("it holds nothing but zeros"))
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        raise Damaged(say("it is not UTF-8 text")) from fault
    _refuse_depth(text)
    try:
        value = json.loads(
            text, parse_int=_whole, parse_float=_fraction, parse_constant=_fraction, object_pairs_hook=_object
        )
    except ValueError as fault:
        raise Damaged(say("it is cut off or garbled")) from fault
    if not isinstance(value, dict):
        raise Damaged(say("it is no JSON object"))
    return value


def seal(value: Mapping[str, Json]) -> bytes:
    """The object with a `sha256` over all the rest of it."""
    return dump({**value, "sha256": _digest(value)})


def unseal(data: bytes) -> dict[str, object]:
    """What was sealed. Raises Damaged where the bytes are not what `seal` gave."""
    value = load(data)
    said = value.pop("sha256", None)
    if said != _digest(value):
        raise Damaged(say("its checksum does not match"))
    return value


def _digest(value: object) -> str:
    return hashlib.sha256(dump(value)).hexdigest()


def _refuse_depth(text: str) -> None:
    deep = 0
    for bracket in _BRACKETS.sub("", _STRING.sub("", text)):
        deep += 1 if bracket in "[{" else -1
        if deep > DEPTH:
            raise Damaged(say("it is nested over {most} levels deep", most=DEPTH))


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > DIGITS:
        raise Damaged(say("it holds a number of over {most} digits", most=DIGITS))
    return int(digits)


def _fraction(_digits: str) -> NoReturn:
    raise Damaged(say("it holds a number that is not whole"))


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise Damaged(say("it holds a key twice"))
    return made
