"""Holds what a story says of its scenes and choices to those there are, once all of it was read. Reads no file.

A scene is read before it is known which others there are; so no scene depends on another one, and an edit to one file
asks for no other to be read again.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from .findings import Findings, Found, Parse
from .names import Names, Unlisted
from .references import References, Target
from .scalar import Scalar

_WORD = re.compile("[a-z][a-z0-9_]*")


class Linker:
    """Knows all names of one story. Names in `lost` are declared where nothing could be read: none is called wrong."""

    def __init__(self, names: Names, lost: Collection[str], references: References, findings: Findings) -> None:
        self._names = names
        self._size = len(names.variables) + len(names.scenes) + max(map(len, names.scenes.values()), default=0)
        self._lost = frozenset(lost)
        self._references = references
        self._findings = findings

    def link(self, found: Found) -> None:
        """Note what is wrong with the names in a part of the story."""
        for scene, ref in found.scenes:
            if not self._references.has(Target.SCENE, scene):
                self._references.unknown(Target.SCENE, scene, ref)
        for parse, scalar in found.put_off:
            self._settle(parse, scalar)

    def _settle(self, parse: Parse, scalar: Scalar) -> None:
        _, problems = parse(scalar, self._names)
        if problems and not (self._lost and self._lost.intersection(_WORD.findall(scalar.text))):
            self._findings.extend(problems)
            if not isinstance(self._names.scenes, Unlisted) and not self._findings.may_compare(self._size):
                self._names = _without_suggestions(self._names)


def _without_suggestions(names: Names) -> Names:
    """The same names, none of which is ever suggested."""
    scenes = {scene: Unlisted(dict.fromkeys(choices)) for scene, choices in names.scenes.items()}
    return Names(Unlisted(names.variables), Unlisted(scenes), Unlisted(dict.fromkeys(names.endings)))
