// Starts `copydesk lsp` for the notes and the configurations of a folder.
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { commands, workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const WINDOWS = process.platform === 'win32';

/** @type {LanguageClient | undefined} */
let client;

/** The program that the settings name, else that of the project, else the one on the PATH. */
function program(settings, folder) {
  const own = settings.get('path');
  if (own) return own;
  const local = folder && join(folder, 'node_modules', '.bin', WINDOWS ? 'copydesk.cmd' : 'copydesk');
  // What is in the folder of a stranger is not started.
  return local && workspace.isTrusted && existsSync(local) ? local : 'copydesk';
}

function createClient() {
  const settings = workspace.getConfiguration('copydesk');
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const house = settings.get('house');
  const server = {
    command: program(settings, folder),
    args: ['lsp', '--stdio', ...(house ? ['--house', house] : [])],
    // Windows starts a .cmd file only through its shell.
    options: { ...(folder ? { cwd: folder } : {}), ...(WINDOWS ? { shell: true } : {}) },
  };
  const documentSelector = [
    { scheme: 'file', language: 'markdown' },
    { scheme: 'untitled', language: 'markdown' },
    { scheme: 'file', language: 'yaml' },
  ];
  return new LanguageClient('copydesk', 'copydesk', server, { documentSelector });
}

async function restart() {
  await client?.stop();
  client = createClient();
  await client.start();
}

exports.activate = async ({ subscriptions }) => {
  subscriptions.push(
    commands.registerCommand('copydesk.restart', restart),
    workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration('copydesk') ? restart() : undefined)),
    workspace.onDidGrantWorkspaceTrust(restart),
  );
  await restart();
};

exports.deactivate = () => client?.stop();
