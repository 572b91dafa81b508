import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FileChange, type Watch, type WatchOptions, watchFiles } from '../../../src/cli/watch/watcher.ts';
import { file, folder } from '../program.ts';

/* What the disk of this machine says, through the library. No test asserts a time: each waits for what must come. */

let dir = '';
let watched: Watch | undefined;
let seen: string[];

beforeEach(() => {
  dir = folder();
  seen = [];
});
afterEach(async () => {
  await watched?.close();
  rmSync(dir, { recursive: true, force: true });
});

async function start(paths: readonly string[], options?: WatchOptions): Promise<void> {
  const take = async (changes: readonly FileChange[]) => {
    for (const { path, kind } of changes) seen.push(`${relative(dir, path)} ${kind}`);
  };
  watched = await watchFiles(
    paths.map((path) => join(dir, path)),
    take,
    options,
  );
}

/** Waits until exactly these changes have been seen, in any order, each at least once. */
async function sees(...changes: readonly string[]): Promise<void> {
  const sorted = [...changes].sort();
  await expect.poll(() => [...new Set(seen)].sort(), { timeout: 30_000, interval: 10 }).toEqual(sorted);
  // Long enough for what must not come.
  await sleep(300);
  expect([...new Set(seen)].sort()).toEqual(sorted);
  seen = [];
}

const saves: readonly [string, (path: string) => void | Promise<void>][] = [
  ['in place', (path) => writeFileSync(path, 'two')],
  [
    'as VS Code does, empty first',
    async (path) => {
      writeFileSync(path, '');
      await sleep(40);
      writeFileSync(path, 'two');
    },
  ],
  [
    'as Vim does',
    (path) => {
      writeFileSync(join(dir, '4913'), '');
      unlinkSync(join(dir, '4913'));
      renameSync(path, `${path}~`);
      writeFileSync(path, 'two');
      unlinkSync(`${path}~`);
    },
  ],
  [
    'by renaming a temporary file',
    (path) => {
      writeFileSync(`${path}.tmp`, 'two');
      renameSync(`${path}.tmp`, path);
    },
  ],
  [
    'by removing the file first',
    async (path) => {
      unlinkSync(path);
      await sleep(40);
      writeFileSync(path, 'two');
    },
  ],
];

test.each(saves.flatMap(([name, save]) => [['a.md', name, save] as const, ['.', name, save] as const]))(
  'watching %s, a file that is saved %s has changed, each time',
  async (watching, _, save) => {
    const path = file(dir, 'a.md', 'one');
    await start([watching], { matters: (one) => basename(one) === 'a.md' });
    for (let time = 0; time < 3; time++) {
      await save(path);
      await sees('a.md changed');
    }
  },
);

test('a named file that does not exist yet has changed when it does', async () => {
  await start(['a.md']);
  file(dir, 'a.md', 'one');
  await sees('a.md changed');
});

test('a file beside a named one is nothing', async () => {
  file(dir, 'a.md', 'one');
  await start(['a.md']);
  file(dir, 'b.md', 'one');
  await sees();
});

test('files in a folder come, go and are renamed', async () => {
  file(dir, 'notes/a.md', 'one');
  await start(['notes']);
  file(dir, 'notes/b.md', 'two');
  await sees('notes/b.md changed');
  renameSync(join(dir, 'notes/a.md'), join(dir, 'notes/c.md'));
  await sees('notes/a.md removed', 'notes/c.md changed');
  unlinkSync(join(dir, 'notes/b.md'));
  await sees('notes/b.md removed');
});

test('a file that is renamed between two events is removed once, and the last name has changed', async () => {
  const path = file(dir, 'notes/a.md', 'one');
  await start(['notes']);
  writeFileSync(path, 'two');
  renameSync(path, join(dir, 'notes/b.md'));
  renameSync(join(dir, 'notes/b.md'), join(dir, 'notes/c.md'));
  await sees('notes/a.md removed', 'notes/c.md changed');
});

test('a new folder is watched, and so is one below it', async () => {
  mkdirSync(join(dir, 'notes'));
  await start(['notes']);
  file(dir, 'notes/new/deep/a.md', 'one');
  await sees('notes/new/deep/a.md changed');
  file(dir, 'notes/new/deep/a.md', 'two');
  await sees('notes/new/deep/a.md changed');
  renameSync(join(dir, 'notes/new'), join(dir, 'notes/newer'));
  await sees('notes/new/deep/a.md removed', 'notes/newer/deep/a.md changed');
});

test('a watched folder that is removed is watched again when it is back', async () => {
  file(dir, 'notes/a.md', 'one');
  await start(['notes']);
  rmSync(join(dir, 'notes'), { recursive: true });
  await sees('notes/a.md removed');
  file(dir, 'notes/a.md', 'two');
  await sees('notes/a.md changed');
});

test('hidden files and folders, node_modules and what an option leaves out are nothing', async () => {
  mkdirSync(join(dir, 'notes'));
  await start(['notes'], { staysOut: (path) => basename(path) === 'out' });
  for (const name of ['.a.md', '.git/a.md', 'node_modules/a.md', 'out/a.md', 'out/in/a.md'])
    file(dir, `notes/${name}`, 'one');
  await sees();
});

test('a file whose mode changes has changed', async () => {
  const path = file(dir, 'notes/a.md', 'one');
  await start(['notes']);
  chmodSync(path, 0);
  await sees('notes/a.md changed');
  chmodSync(path, 0o644);
  await sees('notes/a.md changed');
});

test('a link to a file is watched, and one to a folder is not', async () => {
  const target = file(dir, 'elsewhere/a.md', 'one');
  mkdirSync(join(dir, 'notes'));
  symlinkSync(target, join(dir, 'notes/a.md'));
  symlinkSync(dir, join(dir, 'notes/circle'));
  await start(['notes']);
  writeFileSync(target, 'two');
  await sees('notes/a.md changed');
});

test('more files can be watched later', async () => {
  const path = file(dir, 'house/house.yaml', 'one');
  mkdirSync(join(dir, 'notes'));
  await start(['notes']);
  watched?.add([path, join(dir, 'later.yaml')]);
  await sees();
  writeFileSync(path, 'two');
  await sees('house/house.yaml changed');
  file(dir, 'later.yaml', 'one');
  await sees('later.yaml changed');
});

test('a burst of a hundred saves ends with the last one', async () => {
  const path = file(dir, 'a.md', '0');
  await start(['a.md']);
  for (let save = 1; save <= 100; save++) {
    writeFileSync(path, String(save));
    await sleep(1);
  }
  await expect.poll(() => seen.length, { timeout: 30_000 }).toBeGreaterThan(0);
  await sleep(300);
  expect(seen.length).toBeLessThan(20);
});
