// Turns what the language server answers into VS Code's own values. `vscode` is handed in, so that a test can stand in.
'use strict';

/**
 * Converters that make values of this `vscode`.
 * @param {import('vscode')} vscode
 */
function converters(vscode) {
  const position = (place) => new vscode.Position(place.line, place.character);
  const range = (span) => new vscode.Range(position(span.start), position(span.end));
  const location = (found) => new vscode.Location(vscode.Uri.parse(found.uri), range(found.range));
  const textEdit = (edit) => new vscode.TextEdit(range(edit.range), edit.newText);
  const markdown = (text) => (text ? new vscode.MarkdownString(typeof text === 'string' ? text : text.value) : undefined);

  function diagnostic(found) {
    const made = new vscode.Diagnostic(range(found.range), found.message, found.severity - 1);
    made.code = found.codeDescription ? { value: found.code, target: vscode.Uri.parse(found.codeDescription.href) } : found.code;
    made.source = found.source;
    return made;
  }

  function completion(found) {
    const made = new vscode.CompletionItem(found.label, found.kind - 1);
    made.detail = found.detail ?? undefined;
    made.documentation = markdown(found.documentation);
    made.sortText = found.sortText;
    made.filterText = found.filterText;
    made.range = range(found.textEdit.range);
    made.insertText = found.textEdit.newText;
    return made;
  }

  function symbol(found) {
    const made = new vscode.DocumentSymbol(found.name, found.detail ?? '', found.kind - 1, range(found.range), range(found.selectionRange));
    made.children = (found.children ?? []).map(symbol);
    return made;
  }

  function workspaceEdit(found) {
    const made = new vscode.WorkspaceEdit();
    for (const [uri, edits] of Object.entries(found.changes ?? {})) made.set(vscode.Uri.parse(uri), edits.map(textEdit));
    return made;
  }

  function action(found) {
    const made = new vscode.CodeAction(found.title, vscode.CodeActionKind.QuickFix);
    made.edit = workspaceEdit(found.edit);
    made.diagnostics = (found.diagnostics ?? []).map(diagnostic);
    made.isPreferred = Boolean(found.isPreferred);
    return made;
  }

  return {
    position, range, location, textEdit, diagnostic, completion, symbol, workspaceEdit, action,
    hover: (found) => new vscode.Hover(markdown(found.contents), found.range ? range(found.range) : undefined),
    lens: (found, document) => {
      const where = range(found.range);  // a click shows the ways that the lens has counted
      return new vscode.CodeLens(where, { ...found.command, command: 'editor.action.findReferences', arguments: [document.uri, where.start] });
    },
    highlight: (found) => new vscode.DocumentHighlight(range(found.range)),
    workspaceSymbol: (found) => new vscode.SymbolInformation(found.name, found.kind - 1, found.containerName ?? '', location(found.location)),
  };
}

module.exports = { converters };
