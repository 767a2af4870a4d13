"""Turns the names in a file into what an editor needs to colour each as what it is. Knows nothing of stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types

from game.loading.occurrences import NameKind, Occurrence, Role

from .columns import Columns

_KINDS = {
    NameKind.SCENE: types.SemanticTokenTypes.Class,
    NameKind.CHOICE: types.SemanticTokenTypes.Method,
    NameKind.VARIABLE: types.SemanticTokenTypes.Variable,
    NameKind.VALUE: types.SemanticTokenTypes.EnumMember,
    NameKind.ENDING: types.SemanticTokenTypes.Event,
    NameKind.CAST: types.SemanticTokenTypes.Type,
    NameKind.PLACE: types.SemanticTokenTypes.Namespace,
    NameKind.SNIPPET: types.SemanticTokenTypes.Function,
    NameKind.EXPRESSION: types.SemanticTokenTypes.Property,
}
_ROLES = {Role.DECLARED: types.SemanticTokenModifiers.Declaration, Role.FORMER: types.SemanticTokenModifiers.Deprecated}
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_BITS = {role: 1 << number for number, role in enumerate(_ROLES)}

LEGEND = types.SemanticTokensLegend(
    token_types=[kind.value for kind in _KINDS.values()], token_modifiers=[role.value for role in _ROLES.values()]
)
"""What the numbers of `colours` mean; the words are the protocol's, for which every theme has colours."""


def colours(found: Iterable[Occurrence], lines: Sequence[str], columns: Columns) -> types.SemanticTokens:
    """Line and column of each name as counted from the one before it, its length, its kind, and what it does there."""
    data: list[int] = []
    line = start = end = 0
    for one in sorted(found, key=lambda one: (one.ref.line, one.ref.column)):
        span = columns.span(lines, one.ref, one.length)
        if span.start.line == line and span.start.character < end:
            continue
        length = span.end.character - span.start.character
        if length > 0:
            since = span.start.character - (start if span.start.line == line else 0)
            data += (span.start.line - line, since, length, _NUMBERS[one.name.kind], _BITS.get(one.role, 0))
            line, start, end = span.start.line, span.start.character, span.end.character
    return types.SemanticTokens(data)
