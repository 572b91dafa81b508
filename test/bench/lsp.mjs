import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { childEnvironment } from './measure.mjs';
import { longNote } from './notes.mjs';
import { milliseconds, table } from './table.mjs';

/** What a writer types in the middle of a note, with a slip and its correction. */
const TYPED = 'The the laboratory opened in 2026, its director said, and "nobody sleeps" any more. ';

/**
 * The language server on a note of 3,000 words: the time from a keystroke to its diagnostics, and to the answers that editors
 * ask for while somebody types.
 */
export async function lsp({ root, temporary, runs, progress }) {
  const folder = join(temporary, 'lsp');
  mkdirSync(folder, { recursive: true });
  const note = longNote(17_300);
  const words = note.split(/\s+/).filter((word) => /\w/.test(word)).length;
  progress('typing into a note');
  const editor = await connect(root, folder, temporary);
  const times = await typeInto(editor, join(folder, 'note.md'), note, Math.max(100, runs * 20));
  await editor.end();
  const rows = Object.entries(times).map(([what, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share) => milliseconds(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1000);
    return [what, at(0.5), at(0.95), at(1)];
  });
  return [
    `### The language server, on a note of ${words.toLocaleString('en')} words (${times.diagnostics.length} keystrokes)`,
    table(['from a keystroke to', 'median', '95th percentile', 'longest'], rows),
  ];
}

async function connect(root, folder, temporary) {
  const server = spawn(process.execPath, [join(root, 'bin', 'copydesk.js'), 'lsp', '--stdio'], {
    cwd: folder,
    env: childEnvironment(temporary),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ version }) => waiting.get(version)?.());
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', { processId: null, rootUri, capabilities: {} });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    published: (version) => new Promise((resolve) => waiting.set(version, resolve)),
    end: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await once(server, 'exit');
    },
  };
}

/** Types some characters, each after the diagnostics of the one before. Returns the milliseconds of each. */
async function typeInto({ connection, published }, path, text, count) {
  const uri = pathToFileURL(path).href;
  const opened = published(1);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  await opened;
  const lines = text.split('\n');
  const line = lines.findIndex((one, index) => index > lines.length / 2 && /^[A-Z]/.test(one));
  const times = { diagnostics: [], 'the outline': [], 'a completion': [] };
  for (let version = 2, at = 0; version < count + WARM_UP; version++, at++) {
    const place = { line, character: at };
    const contentChanges = [{ range: { start: place, end: place }, text: TYPED[at % TYPED.length] }];
    const seen = published(version);
    const start = performance.now();
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    const outline = connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    const position = { line, character: at + 1 };
    const completion = connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
    await Promise.all([
      completion.then(() => version > WARM_UP && times['a completion'].push(performance.now() - start)),
      outline.then(() => version > WARM_UP && times['the outline'].push(performance.now() - start)),
      seen.then(() => version > WARM_UP && times.diagnostics.push(performance.now() - start)),
    ]);
  }
  return times;
}

/** The keystrokes before V8 has compiled what they need. */
const WARM_UP = 20;
