import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';
import { filesIn, recordOf } from './forge.ts';

/* The class: a site shows a story whose note is gone; or a file that copydesk did not write is lost. */

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
  file(dir, 'n/a.md', note());
  file(dir, 'n/deep/sub/b.md', note());
  file(dir, 'n/c.md', note({ front: 'headline: Port Opens\nsource: The Port\nslug: port' }));
});
afterEach(() => process.chdir(home));

const render = (...args: string[]) => copydesk(['render', '-d', 'out', '--to', 'text', ...args]);
const names = () => Object.keys(filesIn('out'));
const ALL = ['a.txt', 'deep', 'deep/sub', 'deep/sub/b.txt', 'port.txt'];

test('without --prune every post stays', async () => {
  await render('n');
  rmSync('n/a.md');
  expect((await render('n')).stderr).toBe('2 notes: 2 unchanged\n');
  expect(names()).toEqual(ALL);
});

test('a post whose note is gone is removed, with the folders that copydesk made', async () => {
  await render('n');
  rmSync('n/a.md');
  rmSync('n/deep', { recursive: true });
  expect(await render('n', '--prune')).toEqual({ code: 0, stdout: '', stderr: '1 note: 1 unchanged, 2 removed\n' });
  expect(names()).toEqual(['port.txt']);
  expect(await render('n', '--prune')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('--verbose names it', async () => {
  await render('n');
  rmSync('n/a.md');
  expect((await render('n', '--prune', '--verbose')).stderr).toBe(
    "removed 'out/a.txt'\n2 notes: 2 unchanged, 1 removed\n",
  );
});

test('a post under an earlier slug or name, or in an earlier format, is removed', async () => {
  await render('n', '--to', 'html');
  writeFileSync('n/c.md', readFileSync('n/c.md', 'utf8').replace('slug: port', 'slug: harbour'));
  renameSync('n/a.md', 'n/z.md');
  await render('n', '--prune');
  expect(names()).toEqual(['deep', 'deep/sub', 'deep/sub/b.txt', 'harbour.txt', 'z.txt']);
});

test('the post of a file that is no note any more is removed', async () => {
  await render('n');
  writeFileSync('n/a.md', 'Only text.\n');
  expect((await render('n', '--prune')).stderr).toMatch(/^2 notes: 2 unchanged, 1 removed; 1 file skipped/);
});

test('the posts of notes outside the run stay as long as their notes exist', async () => {
  await render('n');
  file(dir, 'm/x.md', note());
  await render('m', '--prune');
  await render('n/deep', '--prune');
  expect(names()).toEqual(
    [...ALL.slice(0, -1), 'port.txt', 'sub', 'sub/b.txt', 'x.txt'].filter((n) => !/^deep/.test(n)),
  );
  rmSync('n/a.md');
  await render('m', '--prune');
  expect(names()).toEqual(['port.txt', 'sub', 'sub/b.txt', 'x.txt']);
});

test('a post that somebody changed stays, with a message', async () => {
  await render('n');
  appendFileSync('out/a.txt', 'More.\n');
  rmSync('n/a.md');
  const warning = "warning: 'out/a.txt' is not removed: it has changed since copydesk wrote it\n";
  for (let run = 0; run < 2; run++) {
    expect(await render('n', '--prune')).toMatchObject({ code: 0, stderr: `${warning}2 notes: 2 unchanged\n` });
  }
  expect(names()).toEqual(ALL);
});

test('files and folders that copydesk did not write stay', async () => {
  file(dir, 'out/mine.txt', 'mine');
  mkdirSync('out/deep');
  await render('n');
  file(dir, 'out/deep/sub/mine.txt', 'mine');
  rmSync('n', { recursive: true });
  file(dir, 'n/z.md', note());
  await render('n', '--prune');
  expect(names()).toEqual(['deep', 'deep/sub', 'deep/sub/mine.txt', 'mine.txt', 'z.txt']);
});

test('a post and its follow-up do not remove each other', async () => {
  const channel = (...args: string[]) => copydesk(['render', 'n', '-d', 'out', '--to', 'x', '--prune', ...args]);
  rmSync('n/deep', { recursive: true });
  rmSync('n/c.md');
  file(dir, 'n/a.md', note({ front: 'headline: Lab Opens\nsource: The Lab\nstatus: withdrawn' }));
  await channel('--force');
  await channel('--follow-up');
  expect(names()).toEqual(['a.follow-up.x.json', 'a.x.json']);
  await channel('--force');
  expect(names()).toEqual(['a.follow-up.x.json', 'a.x.json']);
  rmSync('n/a.md');
  await channel('--allow-none');
  expect(names()).toEqual([]);
});

test('a link is not followed', async () => {
  await render('n');
  renameSync('out/deep', 'away');
  symlinkSync('../away', 'out/deep');
  rmSync('n/deep', { recursive: true });
  await copydesk(['render', 'n', '-d', 'out', '--to', 'text', '--prune']);
  expect(readFileSync('away/sub/b.txt', 'utf8')).toMatch(/^Lab Opens/);
});

test('nothing is removed if a note was not found, or if the folder has none', async () => {
  await render('n');
  rmSync('n/a.md');
  const missing = await render('n', 'n/none.md', '--prune');
  expect(missing).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no post is removed, because some notes/),
  });
  rmSync('n/c.md');
  rmSync('n/deep', { recursive: true });
  expect(await render('n', '--prune')).toMatchObject({ code: 4 });
  expect(names()).toEqual(ALL);
  expect(await render('n', '--prune', '--allow-none')).toMatchObject({ code: 0, stderr: 'no notes: 3 removed\n' });
  expect(names()).toEqual([]);
});

test('a damaged record removes nothing', async () => {
  await render('n');
  rmSync('n/a.md');
  appendFileSync('out/.copydesk.json', ' ');
  expect((await render('n', '--prune')).stderr).toMatch(/was damaged[\s\S]*2 notes: 2 unchanged\n$/);
  expect(names()).toEqual(ALL);
});

test('a post that another note took over stays', async () => {
  await render('n');
  rmSync('n/a.md');
  file(dir, 'n/q.md', note({ front: 'headline: Port Opens\nsource: The Port\nslug: a' }));
  await render('n', '--prune');
  expect(names()).toEqual(ALL);
  expect(filesIn('out')['a.txt']).toMatch(/^Port Opens/);
  expect([...recordOf('out').entries].map(({ note: from }) => from).sort()).toEqual([
    '../n/c.md',
    '../n/deep/sub/b.md',
    '../n/q.md',
  ]);
});

test('a post is that of its note under the new name', async () => {
  await render('n');
  renameSync('n/c.md', 'n/d.md');
  expect((await render('n')).stderr).toBe('3 notes: 3 unchanged\n');
  file(dir, 'm/x.md', note());
  await render('m', '--prune');
  expect(names()).toContain('port.txt');
});

test('notes that are named are recorded with --prune', async () => {
  await render('n/a.md', '--prune');
  rmSync('n/a.md');
  expect((await render('n/c.md', '--prune')).stderr).toBe('1 note: 1 written, 1 removed\n');
  expect(names()).toEqual(['port.txt']);
});

test('needs --out-dir', async () => {
  const { code, stderr } = await copydesk(['render', 'n/a.md', '--prune']);
  expect([code, stderr]).toEqual([2, "error: '--prune' applies only to '--out-dir'\n  Add --out-dir DIR.\n"]);
  expect(existsSync('out')).toBe(false);
});
