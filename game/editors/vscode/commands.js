// What a writer starts from VS Code: the preview that stays where they write, and the map of the story.
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFile } = require('node:child_process');
const vscode = require('vscode');

/** SymbolKind.Class of the protocol, by which the server calls a scene. */
const SCENE = 5;

/** The nearest folder above a file that holds a story. */
function storyOf(file) {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    for (const one of [folder, path.join(folder, 'story')]) if (fs.existsSync(path.join(one, 'story.yaml'))) return one;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** The story of the file that is being edited; undefined, and said, where there is none. */
function edited() {
  const editor = vscode.window.activeTextEditor;
  const story = editor && storyOf(editor.document.fileName);
  if (!story) vscode.window.showErrorMessage('Open a file of a story first.');
  return story;
}

let terminal;

/** Plays from the scene under the cursor, in a window that takes up every save. `symbols` are what the file declares. */
async function preview(program, symbols) {
  const story = edited();
  if (!story) return;
  const { document, selection } = vscode.window.activeTextEditor;
  const scenes = (await symbols(document)).filter((one) => one.kind === SCENE && one.range.start.line <= selection.active.line);
  const from = scenes.length ? ['--scene', scenes.at(-1).name] : [];
  terminal?.dispose();
  terminal = vscode.window.createTerminal({ name: 'Stone Lightning', shellPath: program[0], shellArgs: [...program.slice(1), 'write', '--story', story, ...from], cwd: story });
  terminal.show(true);
}

/** Shows the map of the story beside the text. */
async function map(program) {
  const story = edited();
  if (!story) return;
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'stone-lightning-')), 'map.html');
  const done = new Promise((resolve) => execFile(program[0], [...program.slice(1), 'map', '--html', file, '--story', story], { windowsHide: true }, (fault, _, said) => resolve(fault && (said.trim() || fault.message))));
  const fault = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Drawing the map' }, () => done);
  if (fault) vscode.window.showErrorMessage(`There is no map: ${fault.split('\n')[0]}`);
  else vscode.window.createWebviewPanel('stoneLightning.map', 'Map of the story', vscode.ViewColumn.Beside, { enableScripts: true, retainContextWhenHidden: true }).webview.html = fs.readFileSync(file, 'utf8');
  fs.rmSync(path.dirname(file), { recursive: true, force: true });
}

module.exports = { preview, map };
