import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildPackage } from '../docs/session.ts';

/* Neovim without a screen opens a note, types in it, and applies what the server offers. */

let bin = '';

beforeAll(() => {
  bin = join(buildPackage(), 'bin/copydesk.js');
});

const FORMATTED = `---
headline: "Chipmaker Opens a Lab"
source: Company Statement
---

😀 The the chipmaker opened a laboratory.

It runs at night.

## Insight

It works.

## Laws

- Not this, but that.
`;

interface Seen {
  readonly opened: readonly string[];
  readonly typed: readonly string[];
  readonly offered: readonly string[];
  readonly fixed: string;
  readonly formatted: string;
}

const LINKS = `---
headline: "Port Sells Berths"
---

See [berths](old-berths.html) and [cranes](cranes.md#top).
`;

test('Neovim shows findings, fixes them, formats the note and renames slugs', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-neovim-')));
  const [note, out] = ['story.md', 'seen.json'].map((name) => join(folder, name));
  if (!note || !out) throw new Error('no paths');
  writeFileSync(note, FORMATTED.replace('## Laws', '##   Laws'));
  writeFileSync(join(folder, 'links.md'), LINKS);
  writeFileSync(join(folder, 'berths.md'), '---\nslug: old-berths\n---\n\nA.\n');
  writeFileSync(join(folder, 'cranes.md'), '---\nheadline: Cranes\n---\n\nA.\n');
  const script = join(import.meta.dirname, 'neovim/session.lua');
  const { status, stderr } = spawnSync('nvim', ['--headless', '--clean', '-c', `luafile ${script}`], {
    cwd: folder,
    env: { ...process.env, COPYDESK_SESSION: [process.execPath, bin, note, out].join('\n'), XDG_STATE_HOME: folder },
    encoding: 'utf8',
    timeout: 110_000,
  });
  expect(status, stderr).toBe(0);
  const seen = JSON.parse(readFileSync(out, 'utf8')) as Seen;
  // Neovim counts bytes, and the emoji has four.
  expect(seen.opened).toContain('6:6 repeated-word');
  expect(seen.typed).toEqual(seen.opened.filter((one) => one !== '6:6 repeated-word'));
  expect(seen.offered[0]).toBe('Remove one of the two words');
  expect(seen.offered).toContain('Ignore repeated-word here');
  expect(seen.fixed).toBe('😀 The chipmaker opened a laboratory.');
  expect(`${seen.formatted}\n`).toBe(FORMATTED.replace('The the', 'The'));
  const written = (name: string) => readFileSync(join(folder, name), 'utf8');
  expect(written('berths.md')).toContain('slug: new-berths\n');
  expect(written('new-cranes.md')).toContain('headline: Cranes\n');
  expect(written('links.md')).toBe(LINKS.replace('old-berths', 'new-berths').replace('cranes.md', 'new-cranes.md'));
});
