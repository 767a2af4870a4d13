"""Reads a variable's value as a person types it. Knows nothing of files or of what the value is for."""

import re

from .expression import Value
from .story import Variable

WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")


def read_value(variable: Variable, text: str) -> Value | None:
    """The value that `text` spells for `variable`, or None where it is none that the variable can have."""
    value: Value = text
    if variable.is_truth:
        value = {"true": True, "false": False}.get(text, text)
    elif variable.is_number and WHOLE_NUMBER.fullmatch(text):
        value = int(text)
    return value if value in variable.domain and isinstance(value, type(variable.default)) else None


def describe_domain(variable: Variable) -> str:
    """What the variable can be, in words: "0 to 6", "true or false", "one of calm, angry"."""
    if isinstance(variable.domain, range):
        return f"{variable.domain[0]} to {variable.domain[-1]}"
    return "true or false" if variable.is_truth else "one of " + ", ".join(map(str, variable.domain))
