// Hands VS Code's documents to the language server, and what it answers to VS Code. Needs no package but VS Code itself.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');
const { Client } = require('./client');
const { converters } = require('./convert');
const { preview, map } = require('./commands');

const as = converters(vscode);
const FILES = [{ language: 'yaml', scheme: 'file' }, { scheme: 'file', pattern: '**/*.yaml' }];
const AGAIN = 'Start it anew';
const TRIGGERS = [' ', '.', '(', '{', '['];
let running;

/** What this extension came with: the program that is linked into its folder, or that of the project in which it lies. */
const OWN = ['run.py', '../../../run.py'].map((name) => path.resolve(fs.realpathSync(__dirname), name)).filter(fs.existsSync).map((found) => fs.realpathSync(found))[0];

/** What starts the server: the setting, the `run.py` of a folder that is open, our own, or the program that pip installed. */
function command() {
  const set = vscode.workspace.getConfiguration('stoneLightning').get('command') ?? [];
  if (set.length) return set;
  const python = process.platform === 'win32' ? 'py' : 'python3';
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const above of [folder.uri.fsPath, path.dirname(folder.uri.fsPath)]) {
      const run = path.join(above, 'run.py');
      if (fs.existsSync(run) && fs.existsSync(path.join(above, 'game', 'cli'))) return [python, run, 'lsp'];
    }
  }
  return OWN ? [python, OWN, 'lsp'] : ['stone-lightning', 'lsp'];
}

const isOurs = (document) => document.uri.scheme === 'file' && document.fileName.endsWith('.yaml');
const identified = (document) => ({ uri: document.uri.toString() });
// VS Code's own values turn into something else as JSON, so they are taken apart.
const spot = ({ line, character }) => ({ line, character });
const span = ({ start, end }) => ({ start: spot(start), end: spot(end) });
const placed = (document, position) => ({ textDocument: identified(document), position: spot(position) });

/** One server, with all that listens to VS Code for it. */
class Session {
  constructor() {
    this.problems = vscode.languages.createDiagnosticCollection('stone-lightning');
    /** @type {{ dispose(): unknown }[]} */
    this.parts = [this.problems];
    const words = command();
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    this.client = new Client(words, folder, (method, params) => this.hear(method, params), (why, said) => {
      const more = said ? `: ${said.split('\n').pop()}` : '';
      const told = `Stone Lightning's language server (${words.join(' ')}) stopped: ${why}${more}. The setting stoneLightning.command names another.`;
      vscode.window.showErrorMessage(told, AGAIN).then((answer) => answer === AGAIN && start());
    });
  }

  hear(method, params) {
    if (method === 'textDocument/publishDiagnostics') this.problems.set(vscode.Uri.parse(params.uri), params.diagnostics.map(as.diagnostic));
    if (method === 'window/showMessage' && params.type === 1) vscode.window.showErrorMessage(params.message);
    else if (method === 'window/showMessage') vscode.window.setStatusBarMessage(params.message, 8000);
  }

  async begin() {
    const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => ({ uri: folder.uri.toString(), name: folder.name }));
    const general = { positionEncodings: ['utf-16'] };
    const { capabilities } = await this.client.ask('initialize', { processId: process.pid, rootUri: folders[0]?.uri ?? null, workspaceFolders: folders, capabilities: { general } });
    this.client.tell('initialized', {});
    this.listen();
    this.answer(capabilities.semanticTokensProvider.legend);
  }

  /** Tells the server what is opened, typed, saved, closed, and changed by other programs. */
  listen() {
    const opened = (document) => isOurs(document) && this.client.tell('textDocument/didOpen', { textDocument: { ...identified(document), languageId: 'yaml', version: document.version, text: document.getText() } });
    const changed = ({ document, contentChanges }) => isOurs(document) && contentChanges.length && this.client.tell('textDocument/didChange', { textDocument: { ...identified(document), version: document.version }, contentChanges: contentChanges.map(({ range, text }) => ({ range: span(range), text })) });
    const closed = (document) => isOurs(document) && this.client.tell('textDocument/didClose', { textDocument: identified(document) });
    const moved = (uri) => this.client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uri.toString(), type: 2 }] });
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml,po}');
    vscode.workspace.textDocuments.forEach(opened);
    this.parts.push(
      watcher, watcher.onDidChange(moved), watcher.onDidCreate(moved), watcher.onDidDelete(moved),
      vscode.workspace.onDidOpenTextDocument(opened), vscode.workspace.onDidChangeTextDocument(changed),
      vscode.workspace.onDidCloseTextDocument(closed),
    );
  }

  /** Answers VS Code out of the server's answers. */
  answer(legend) {
    const languages = vscode.languages;
    const ask = (method, params, token) => this.client.ask(method, params, token);
    const every = (make) => (found) => (found ?? []).map(make);
    const about = (method, make) => (document, token) => ask(`textDocument/${method}`, { textDocument: identified(document) }, token).then(every(make));
    const at = (method, make) => (document, position, token) => ask(`textDocument/${method}`, placed(document, position), token).then(make);
    const rename = (document, position, newName, token) => ask('textDocument/rename', { ...placed(document, position), newName }, token).then(as.workspaceEdit);
    const prepare = at('prepareRename', (found) => {
      if (!found) throw new Error('Nothing with a name of its own stands here.');
      return { range: as.range(found.range), placeholder: found.placeholder };
    });
    this.parts.push(
      languages.registerCompletionItemProvider(FILES, {
        provideCompletionItems: at('completion', (found) => found && new vscode.CompletionList(found.items.map(as.completion), found.isIncomplete)),
      }, ...TRIGGERS),
      languages.registerHoverProvider(FILES, { provideHover: at('hover', (found) => found && as.hover(found)) }),
      languages.registerDefinitionProvider(FILES, { provideDefinition: at('definition', every(as.location)) }),
      languages.registerReferenceProvider(FILES, {
        provideReferences: (document, position, context, token) => ask('textDocument/references', { ...placed(document, position), context }, token).then(every(as.location)),
      }),
      languages.registerDocumentHighlightProvider(FILES, { provideDocumentHighlights: at('documentHighlight', every(as.highlight)) }),
      languages.registerDocumentSymbolProvider(FILES, { provideDocumentSymbols: about('documentSymbol', as.symbol) }),
      languages.registerWorkspaceSymbolProvider({ provideWorkspaceSymbols: (query, token) => ask('workspace/symbol', { query }, token).then(every(as.workspaceSymbol)) }),
      languages.registerCodeLensProvider(FILES, { provideCodeLenses: (document, token) => ask('textDocument/codeLens', { textDocument: identified(document) }, token).then(every((found) => as.lens(found, document))) }),
      languages.registerDocumentSemanticTokensProvider(FILES, {
        provideDocumentSemanticTokens: (document, token) => ask('textDocument/semanticTokens/full', { textDocument: identified(document) }, token).then((found) => found && new vscode.SemanticTokens(new Uint32Array(found.data))),
      }, new vscode.SemanticTokensLegend(legend.tokenTypes, legend.tokenModifiers)),
      languages.registerRenameProvider(FILES, { provideRenameEdits: rename, prepareRename: prepare }),
      languages.registerDocumentFormattingEditProvider(FILES, {
        provideDocumentFormattingEdits: (document, options, token) => ask('textDocument/formatting', { textDocument: identified(document), options: { tabSize: 2, insertSpaces: true } }, token).then(every(as.textEdit)),
      }),
      languages.registerCodeActionsProvider(FILES, {
        provideCodeActions: (document, range, _, token) => ask('textDocument/codeAction', { textDocument: identified(document), range: span(range), context: { diagnostics: [] } }, token).then(every(as.action)),
      }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
    );
  }

  async end() {
    this.parts.forEach((part) => part.dispose());
    await this.client.stop();
  }
}

async function start() {
  await running?.end();
  running = new Session();
  await running.begin().catch(() => undefined); // why it ended was said where it ended
}

async function activate(context) {
  const program = () => command().filter((word) => word !== 'lsp');
  const symbols = (document) => running.client.ask('textDocument/documentSymbol', { textDocument: identified(document) });
  context.subscriptions.push(
    vscode.commands.registerCommand('stoneLightning.restart', start),
    vscode.commands.registerCommand('stoneLightning.preview', () => preview(program(), symbols)),
    vscode.commands.registerCommand('stoneLightning.map', () => map(program())),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('stoneLightning') && start()),
  );
  vscode.commands.executeCommand('setContext', 'stoneLightning.active', true);
  await start();
}

async function deactivate() { await running?.end(); }

module.exports = { activate, deactivate, command };
