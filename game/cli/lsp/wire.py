"""Turns what `game.editing` answers into the protocol's own values. Knows nothing of how it was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from lsprotocol import types

from game.app.shipped import shipped
from game.editing.actions import width
from game.editing.completion import Completion
from game.editing.suggestion import Suggestion, What
from game.editing.symbols import Symbol
from game.model.codes import CODES
from game.model.diagnostic import Diagnostic, Severity
from game.model.edit import Edit

from .columns import Columns

SOURCE = "stone-lightning"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_ITEMS = {
    What.SCENE: types.CompletionItemKind.Class,
    What.CHOICE: types.CompletionItemKind.Method,
    What.ENDING: types.CompletionItemKind.Event,
    What.VARIABLE: types.CompletionItemKind.Variable,
    What.VALUE: types.CompletionItemKind.EnumMember,
    What.CAST: types.CompletionItemKind.Interface,
    What.EXPRESSION: types.CompletionItemKind.Color,
    What.PLACE: types.CompletionItemKind.Module,
    What.SNIPPET: types.CompletionItemKind.Snippet,
    What.BEAT: types.CompletionItemKind.Reference,
    What.ASSET: types.CompletionItemKind.File,
    What.KEY: types.CompletionItemKind.Property,
    What.WORD: types.CompletionItemKind.Keyword,
}
_SYMBOLS = {
    What.SCENE: types.SymbolKind.Class,
    What.CHOICE: types.SymbolKind.Method,
    What.ENDING: types.SymbolKind.Event,
    What.VARIABLE: types.SymbolKind.Variable,
    What.CAST: types.SymbolKind.Interface,
    What.EXPRESSION: types.SymbolKind.EnumMember,
    What.PLACE: types.SymbolKind.Module,
    What.SNIPPET: types.SymbolKind.Function,
}


def diagnostic(problem: Diagnostic, lines: Sequence[str], columns: Columns) -> types.Diagnostic:
    """A problem, underlined."""
    hint = f" ({problem.hint})" if problem.hint else ""
    return types.Diagnostic(
        range=columns.span(lines, problem.ref, width(problem, lines)),
        message=problem.message + hint,
        severity=_SEVERITIES[problem.severity],
        code=problem.code,
        code_description=_page(problem.code),
        source=SOURCE,
    )


@cache
def _page(code: str) -> types.CodeDescription | None:
    """Where a code is explained by an example; nowhere where that page did not come with the program."""
    page = shipped("story") / "diagnostics.md"
    if code not in CODES or not page.is_file():
        return None
    return types.CodeDescription(f"{page.as_uri()}#{code.lower()}-{CODES[code].name}")


def completion(found: Completion, line: int, text: str, column: int, columns: Columns) -> types.CompletionList:
    """What fits; `line` and `column` (from 0) are the cursor's, `text` is its line."""
    start = types.Position(line, columns.units(text[: found.start]))
    word = types.Range(start, types.Position(line, columns.units(text[:column])))
    items = [_item(one, number, word) for number, one in enumerate(found.suggestions)]
    return types.CompletionList(is_incomplete=found.partial, items=items)


def _item(one: Suggestion, number: int, word: types.Range) -> types.CompletionItem:
    return types.CompletionItem(
        label=one.label,
        kind=_ITEMS[one.what],
        detail=one.detail or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, one.about) if one.about else None,
        sort_text=f"{number:04}",
        filter_text=one.label,
        text_edit=types.TextEdit(word, one.text),
    )


def symbol(one: Symbol, lines: Sequence[str], columns: Columns) -> types.DocumentSymbol:
    """An entry of an outline."""
    last = lines[one.last - 1] if 0 < one.last <= len(lines) else ""
    name = columns.span(lines, one.ref, min(len(one.name), max(0, _length(lines, one.ref.line) - one.ref.column + 1)))
    return types.DocumentSymbol(
        name=one.name,
        kind=symbol_kind(one.what),
        detail=one.detail or None,
        range=types.Range(name.start, columns.position(lines, max(one.last, one.ref.line), len(last) + 1)),
        selection_range=name,
        children=[symbol(each, lines, columns) for each in one.inner],
    )


def _length(lines: Sequence[str], line: int) -> int:
    return len(lines[line - 1]) if 0 < line <= len(lines) else 0


def symbol_kind(what: What) -> types.SymbolKind:
    """The protocol's sign for a thing."""
    return _SYMBOLS.get(what, types.SymbolKind.Property)


def text_edits(edits: Iterable[Edit], lines: Sequence[str], newline: str, columns: Columns) -> list[types.TextEdit]:
    """Changes to one file, whose lines end in `newline`."""
    return [
        types.TextEdit(columns.span(lines, edit.ref, edit.length), edit.text.replace("\n", newline)) for edit in edits
    ]


def markdown(text: str) -> types.Hover:
    """What is told of something."""
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text))
