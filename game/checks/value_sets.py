"""Sets of values and what comparisons and sums make of them. Knows nothing of variables or conditions."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from game.model.expression import Value

Values: TypeAlias = frozenset[Any] | range
"""What something can be: a set, or for numbers of which there are many, all from the first to the last of a range."""

MANY = 64
"""Numbers that are kept one by one; more become a range."""
FAR = 10**15
"""Numbers beyond it are not told apart."""
ANY_NUMBER: Values = range(-FAR, FAR + 1)

_PAIRS: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}


def kept(domain: Iterable[Value]) -> Values:
    """A declared domain."""
    if isinstance(domain, range) and len(domain) > MANY:
        return domain
    return frozenset(domain)


def joined(one: Values, other: Values) -> Values:
    """What is in one or in the other; for ranges also what lies between."""
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one | other
    return range(min(low(one), low(other)), max(high(one), high(other)) + 1)


def low(values: Values) -> int:
    """The least number."""
    return values[0] if isinstance(values, range) else min(values)


def high(values: Values) -> int:
    """The greatest number."""
    return values[-1] if isinstance(values, range) else max(values)


def common(one: Values, other: Values) -> Values:
    """What is in both."""
    if isinstance(one, range) and isinstance(other, range):
        return range(max(one[0], other[0]), min(one[-1], other[-1]) + 1)
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one & other
    small, large = (one, other) if isinstance(one, frozenset) else (other, one)
    return frozenset(value for value in small if value in large)


def that(values: Values, sign: str, others: Values) -> Values:
    """Those of `values` for which one of `others` makes the comparison true."""
    if sign == "==":
        return common(values, others)
    if sign == "!=":
        return values if len(others) > 1 else _without(values, next(iter(others)))
    bound = high(others) if sign in ("<", "<=") else low(others)
    if isinstance(values, frozenset):
        return frozenset(value for value in values if _PAIRS[sign](value, bound))
    if sign in ("<", "<="):
        return range(values[0], min(values[-1] + 1, bound + (sign == "<=")))
    return range(max(values[0], bound + (sign == ">")), values[-1] + 1)


def _without(values: Values, value: Value) -> Values:
    if isinstance(values, frozenset):
        return values - {value}
    if value == values[0]:
        return values[1:]
    return values[:-1] if value == values[-1] else values


def computed(sign: str, one: Values, other: Values) -> Values:
    """All that `one sign other` can be; sign is one of + - *."""
    function = _PAIRS[sign]
    if len(one) * len(other) <= MANY * 16:
        found = frozenset(function(left, right) for left in one for right in other)
        least, most = min(found), max(found)
    else:
        corners = [function(left, right) for left in (low(one), high(one)) for right in (low(other), high(other))]
        found, least, most = frozenset(), min(corners), max(corners)
    if least < -FAR or most > FAR:
        return ANY_NUMBER
    return found if 0 < len(found) <= MANY else range(least, most + 1)


def clamped(values: Values, domain: Values) -> Values:
    """Numbers moved into their range; everything else, and numbers that are within it already, as they are."""
    sample = next(iter(domain))
    if isinstance(sample, (bool, str)):
        return values
    least, most = low(domain), high(domain)
    if least <= low(values) and high(values) <= most:
        return values
    if isinstance(values, frozenset):
        return frozenset(max(least, min(most, value)) for value in values)
    return range(max(least, min(most, values[0])), max(least, min(most, values[-1])) + 1)
