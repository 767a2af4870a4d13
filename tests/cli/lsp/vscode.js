// Starts the extension with a stand-in for VS Code, and prints what it hands to VS Code, as one JSON object.
// `node vscode.js EXTENSION FOLDER FILE COMMAND…`
'use strict';

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const [extension, folder, file, ...command] = process.argv.slice(2);
const providers = {};
const problems = {};
const errors = [];
const listeners = {};
const made = (kind) => class { constructor(...given) { Object.assign(this, { kind, given }); } };
const event = (name) => (listener) => { listeners[name] = listener; return { dispose() {} }; };
const uri = (text) => ({ toString: () => text, toJSON: () => text, scheme: 'file', fsPath: decodeURIComponent(new URL(text).pathname) });

class WorkspaceEdit {
  constructor() { this.files = {}; }

  set(where, edits) { this.files[where.toString()] = edits; }
}

const started = {};
const commands = {};
const register = (target, name) => (name.startsWith('register') ? (...given) => {
  if (name.includes('Tokens')) started.legend = given.at(-1);
  providers[name] = given.find((one) => typeof one === 'object' && !Array.isArray(one));
  return { dispose() {} };
} : target[name]);

const vscode = {
  Position: made('Position'), Range: made('Range'), Location: made('Location'), TextEdit: made('TextEdit'), Diagnostic: made('Diagnostic'),
  CompletionItem: made('CompletionItem'), CompletionList: made('CompletionList'), DocumentSymbol: made('DocumentSymbol'),
  SymbolInformation: made('SymbolInformation'), MarkdownString: made('MarkdownString'), Hover: made('Hover'), CodeLens: made('CodeLens'),
  SemanticTokens: made('SemanticTokens'), SemanticTokensLegend: made('SemanticTokensLegend'), ViewColumn: { Beside: -2 }, ProgressLocation: { Window: 10 },
  CodeAction: made('CodeAction'), DocumentHighlight: made('DocumentHighlight'), CodeActionKind: { QuickFix: 'quickfix' }, WorkspaceEdit,
  Uri: { parse: uri },
  languages: new Proxy({ createDiagnosticCollection: () => ({ set: (where, found) => { problems[where.toString()] = found; }, dispose() {} }) }, { get: register }),
  commands: { registerCommand: (name, run) => { commands[name] = run; return { dispose() {} }; }, executeCommand: () => undefined },
  window: {
    showErrorMessage: async (text) => { errors.push(text); },
    setStatusBarMessage: (text) => errors.push(text),
    createTerminal: (how) => { started.terminal = how; return { show() {}, dispose() {} }; },
    withProgress: (_, run) => run(),
    createWebviewPanel: () => ({ webview: { set html(text) { started.map = text; } } }),
  },
  workspace: {
    workspaceFolders: [{ uri: uri(`file://${folder}`), name: 'story' }],
    textDocuments: [],
    getConfiguration: () => ({ get: () => command }),
    onDidChangeConfiguration: event('configuration'),
    createFileSystemWatcher: () => ({ onDidChange: event('changed'), onDidCreate: event('created'), onDidDelete: event('deleted'), dispose() {} }),
    onDidOpenTextDocument: event('open'), onDidChangeTextDocument: event('change'), onDidCloseTextDocument: event('close'),
  },
};
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const until = async (done) => { for (let i = 0; i < 600 && !done(); i += 1) await new Promise((resolve) => setTimeout(resolve, 50)); };

async function main() {
  let text = fs.readFileSync(file, 'utf8');
  const document = { uri: uri(`file://${file}`), fileName: file, version: 1, getText: () => text };
  vscode.workspace.textDocuments.push(document);
  const { activate, deactivate, command: found } = require(extension);
  await activate({ subscriptions: [] });
  const place = (word) => {
    const before = text.slice(0, text.indexOf(word)).split('\n');
    return { line: before.length - 1, character: before.at(-1).length + 1 };
  };
  const given = {
    completion: await providers.registerCompletionItemProvider.provideCompletionItems(document, place('lamp_room')),
    hover: await providers.registerHoverProvider.provideHover(document, place('oil')),
    definition: await providers.registerDefinitionProvider.provideDefinition(document, place('oil')),
    references: await providers.registerReferenceProvider.provideReferences(document, place('oil'), { includeDeclaration: true }),
    highlights: await providers.registerDocumentHighlightProvider.provideDocumentHighlights(document, place('oil')),
    outline: await providers.registerDocumentSymbolProvider.provideDocumentSymbols(document),
    search: await providers.registerWorkspaceSymbolProvider.provideWorkspaceSymbols('landed'),
    lenses: await providers.registerCodeLensProvider.provideCodeLenses(document),
    colours: await providers.registerDocumentSemanticTokensProvider.provideDocumentSemanticTokens(document),
    prepared: await providers.registerRenameProvider.prepareRename(document, place('oil')),
    renamed: await providers.registerRenameProvider.provideRenameEdits(document, place('oil'), 'cans'),
    refused: await providers.registerRenameProvider.provideRenameEdits(document, place('oil'), 'Not an id').catch((fault) => fault.message),
    formatted: await providers.registerDocumentFormattingEditProvider.provideDocumentFormattingEdits(document),
  };
  const range = (start, end) => ({ start, end, toJSON: () => [start, end] });  // as VS Code's own do
  const first = place('goto: lamp_room');
  const at = { line: first.line, character: first.character - 1 + 'goto: lamp_ro'.length };
  text = text.replace('goto: lamp_room', 'goto: lamp_rom');
  document.version = 2;
  listeners.change({ document, contentChanges: [{ range: range(at, { ...at, character: at.character + 1 }), text: '' }] });
  await until(() => problems[document.uri.toString()]?.length);
  given.problems = problems[document.uri.toString()];
  given.fixes = await providers.registerCodeActionsProvider.provideCodeActions(document, range(place('lamp_rom'), place('lamp_rom')));
  vscode.window.activeTextEditor = { document, selection: { active: { line: text.slice(0, text.indexOf('\nlamp_room')).split('\n').length + 1 } } };
  await commands['stoneLightning.preview']();
  await commands['stoneLightning.map']();
  await deactivate();
  vscode.workspace.getConfiguration = () => ({ get: () => [] });
  started.command = found();
  process.stdout.write(JSON.stringify({ ...given, ...started, story: path.dirname(file), errors }));
}

main().catch((fault) => { process.stderr.write(`${fault.stack}\n`); process.exit(1); });
