import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { root } from '../docs/session.ts';

/* The extension for VS Code is packed as its page says, with the tool of VS Code, from npm. */

test('the extension can be packed, and holds its client', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-vscode-'));
  const source = join(root, 'examples/editors/vscode');
  for (const name of ['package.json', 'extension.js', 'README.md', '.vscodeignore'])
    cpSync(join(source, name), join(folder, name));
  const npm = (...args: readonly string[]) => execFileSync('npm', args, { cwd: folder, stdio: 'pipe' });
  npm('install', '--no-audit', '--no-fund', '--prefer-offline');
  npm('run', 'package');
  const files = unzipSync(readFileSync(join(folder, 'copydesk-vscode-0.1.0.vsix')));
  expect(Object.keys(files).sort()).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/dist/extension.js',
    'extension/package.json',
    'extension/readme.md',
  ]);
  const code = new TextDecoder().decode(files['extension/dist/extension.js']);
  expect(code).toContain('"lsp","--stdio"');
  expect([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toContain('vscode');
});
