"""Says whether a name of an asset stays inside assets/ on every system. Opens nothing."""

from __future__ import annotations

import re
import unicodedata

from .fields import shown
from .findings import Findings
from .scalar import Scalar

MAX_LENGTH = 200

_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)
_ODD = re.compile(r'[<>:"|?*\x00-\x1f\x7f-\x9f]')


def why_unsafe(name: str) -> str:
    """What is wrong with the name, in words; empty where it is fine."""
    if "\\" in name:
        return "has a backslash; folders are parted by /"
    if name.startswith(("/", "~")) or _ODD.search(name):
        return "is no plain name of a file inside assets/"
    if len(name) > MAX_LENGTH or name != unicodedata.normalize("NFC", name):
        return f"is longer than {MAX_LENGTH} characters" if len(name) > MAX_LENGTH else "is not in Unicode's form NFC"
    return next(filter(None, map(_why_unsafe_part, name.split("/"))), "")


def _why_unsafe_part(part: str) -> str:
    if part in ("", ".", ".."):
        return "leads out of assets/" if part == ".." else "has an empty part between its slashes"
    if part != part.strip(" ") or part.endswith("."):
        return "has a part that starts or ends with a space, or ends with a full stop"
    return "is what some systems call a device" if _DEVICE.fullmatch(part) else ""


def check_name(scalar: Scalar, findings: Findings) -> str:
    """The name; noted where it is not safe."""
    why = why_unsafe(scalar.text)
    if why:
        findings.at("E215", scalar, f'"{shown(scalar.text)}" {why}')
    return scalar.text
