import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openRecords, writeRecords } from '../../../src/cli/cache/record-file.ts';
import { digestOf, Records } from '../../../src/cli/cache/records.ts';
import * as formatting from '../../../src/format.ts';
import { copydesk, file, folder, type Result } from '../program.ts';
import { shapely, untidy } from './notes.ts';

/** Whatever is not in the cache gets here. */
vi.mock('../../../src/format.ts', { spy: true });
const looks = () => vi.mocked(formatting.format).mock.calls.length;

let dir = '';
let caches = '';
let text = '';
const home = process.cwd();
beforeEach(async () => {
  dir = folder();
  caches = folder();
  process.chdir(dir);
  text = await shapely();
  for (const name of ['a', 'b', 'sub/c']) file(dir, `${name}.md`, text.replace('Lab', name));
  file(dir, 'readme.md', '# Read me\n');
  vi.mocked(formatting.format).mockClear();
});
afterEach(() => process.chdir(home));

const check = (...args: string[]): Promise<Result> =>
  copydesk(['format', '--check', ...args], { environment: { XDG_CACHE_HOME: caches } });
const cacheFile = (): string => {
  const names = readdirSync(join(caches, 'copydesk'));
  expect(names).toHaveLength(1);
  return join(caches, 'copydesk', names[0] ?? '');
};

describe('what was clean is not looked at again', () => {
  test('and the same is said', async () => {
    const first = await check('.');
    expect(first).toEqual({
      code: 0,
      stdout: '',
      stderr: '3 notes checked: 3 already formatted; 1 file skipped (not a note)\n',
    });
    expect(looks()).toBe(4);
    expect(await check('.')).toEqual(first);
    expect(await check('*.md', 'sub/*')).toEqual(first);
    expect(looks()).toBe(4);
  });
  test('what is not in shape is said every time, and what has changed is looked at', async () => {
    file(dir, 'b.md', untidy(text));
    const first = await check('.');
    expect(first).toMatchObject({ code: 1, stdout: 'b.md\n' });
    expect(await check('.')).toEqual(first);
    expect(looks()).toBe(5);
    file(dir, 'a.md', text.replace('Lab', 'Other'));
    await check('.');
    expect(looks()).toBe(7);
  });
  test('what cannot be read is said every time', async () => {
    file(dir, 'b.md', '---\nheadline: [\n---\n');
    const first = await check('.');
    expect(first.code).toBe(2);
    expect(await check('.')).toEqual(first);
  });
  test.each<[string, string[], string?]>([
    ['another house', ['--house', 'abab-zh']],
    ['--any-file', ['--any-file']],
    ['--verbose', ['--verbose']],
    ['--no-cache', ['--no-cache']],
    ['other line ends', [], 'end_of_line: lf\n'],
    ['a byte order mark to remove', [], 'bom: remove\n'],
    ['a house of its own', [], 'house:\n  labels: { source: From }\n'],
  ])('but with %s it is', async (_, args, yaml) => {
    await check('.');
    vi.mocked(formatting.format).mockClear();
    if (yaml !== undefined) file(dir, 'copydesk.yaml', yaml);
    await check('.', ...args);
    expect(looks()).toBeGreaterThanOrEqual(3);
  });
  test('what notes: names is a note, though the same bytes elsewhere are none', async () => {
    await check('.');
    file(dir, 'copydesk.yaml', 'notes: [sub/*]\n');
    file(dir, 'sub/plain.md', '# Read me\n');
    vi.mocked(formatting.format).mockClear();
    await check('.');
    expect(looks()).toBeGreaterThanOrEqual(1);
    expect(vi.mocked(formatting.format).mock.calls.map(([, options]) => options?.path)).toContain('sub/plain.md');
  });
  test('a template is none of its business', async () => {
    file(dir, 'mine/house.yaml', 'extends: abab\n');
    await check('.', '--house', 'mine');
    file(dir, 'mine/post.txt.hbs', '{{headline}}\n');
    vi.mocked(formatting.format).mockClear();
    await check('.', '--house', 'mine');
    expect(looks()).toBe(0);
  });
});

describe('there is none', () => {
  test.each<[string, string[]]>([
    ['for files that were named', ['--check', 'a.md', 'b.md']],
    ['for a patch', ['--diff', '.']],
    ['with --no-cache', ['--check', '--no-cache', '.']],
  ])('%s', async (_, args) => {
    await copydesk(['format', ...args], { environment: { XDG_CACHE_HOME: caches } });
    expect(readdirSync(caches)).toEqual([]);
  });
  test('without a folder for it', async () => {
    rmSync(caches, { recursive: true });
    writeFileSync(caches, '');
    expect(await check('.')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^3 notes checked: 3 already formatted/),
    });
    expect(await copydesk(['format', '--check', '.'])).toMatchObject({ code: 0 });
  });
  test.skipIf(process.platform === 'win32')('where others may write', async () => {
    mkdirSync(join(caches, 'copydesk'));
    chmodSync(join(caches, 'copydesk'), 0o777);
    expect(await check('.')).toMatchObject({ code: 0 });
    expect(readdirSync(join(caches, 'copydesk'))).toEqual([]);
  });
});

describe('the file', () => {
  test('is the user’s alone, and has 16 bytes for a note', async () => {
    await check('.');
    expect(readFileSync(cacheFile())).toHaveLength(35 + 4 * 16);
  });
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, -1)],
    ['without its last record', (bytes) => bytes.subarray(0, -16)],
    ['empty', (bytes) => bytes.subarray(0, 0)],
    ['with a bit turned', (bytes) => Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))],
    ['of another kind', () => Buffer.from('{"cache": []}')],
  ])('%s: one warning, and a new one', async (_, damage) => {
    await check('.');
    writeFileSync(cacheFile(), damage(readFileSync(cacheFile())));
    const result = await check('.');
    expect(result).toMatchObject({ code: 0, stdout: '' });
    expect(result.stderr).toMatch(
      /^warning: rebuilding the damaged cache: .*\.cache\n3 notes checked: 3 already formatted/,
    );
    expect(looks()).toBe(8);
    expect((await check('.')).stderr).toMatch(/^3 notes/);
    expect(looks()).toBe(8);
  });
  test('keeps what others have found meanwhile', async () => {
    await Promise.all(['a.md*', 'b.md*', 'sub'].map((arg) => check(arg)));
    await check('.');
    vi.mocked(formatting.format).mockClear();
    await check('.');
    expect(looks()).toBe(0);
  });
  test('what killed runs and old versions left goes, what is fresh stays', async () => {
    const old = new Date('2020-01-01T00:00:00Z');
    for (const name of ['format-0.0.1.cache', 'format-0.1.0.cache.1-a.tmp', 'x.code']) {
      utimesSync(file(caches, `copydesk/${name}`, ''), old, old);
    }
    file(caches, 'copydesk/format-9.9.9.cache', '');
    file(caches, 'copydesk/format-0.1.0.cache.2-b.tmp', '');
    chmodSync(join(caches, 'copydesk'), 0o700);
    await check('.');
    const names = readdirSync(join(caches, 'copydesk')).filter((name) => !/^format-\d\.\d\.\d\.cache$/.test(name));
    expect(names.sort()).toEqual(['format-0.1.0.cache.2-b.tmp']);
    expect(readdirSync(join(caches, 'copydesk'))).toContain('format-9.9.9.cache');
  });
  test('holds a hundred thousand, the latest', () => {
    const digest = (at: number) => digestOf(String(at)).toString('latin1');
    const added = new Map(Array.from({ length: 100_000 }, (_, at) => [digest(at), { code: at % 3 }]));
    const more = new Records().with(added).with(
      new Map([
        [digest(0), { code: 0 }],
        [digest(-1), { code: 1 }],
      ]),
    );
    expect(more.length).toBe(100_000);
    expect(more.get(digestOf('1'))).toBeUndefined();
    expect([0, -1, 2, 99_999].map((at) => more.get(digestOf(String(at)))?.code)).toEqual([0, 1, 2, 0]);
    const path = join(caches, 'copydesk', 'x.cache');
    writeRecords(path, more);
    const file = openRecords(path);
    expect(file).toBeTypeOf('object');
    if (typeof file !== 'object') return;
    expect(file.records.get(digestOf('77'))).toEqual({ code: 2 });
    file.close();
  });
});
