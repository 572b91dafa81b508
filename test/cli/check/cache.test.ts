import { chmodSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { REPORTERS } from '../../../src/cli/reporters/index.ts';
import * as linting from '../../../src/lint/run-rules.ts';
import { SEED } from '../../format/fuzz/share.ts';
import { noteText } from '../../format/generate.ts';
import { copydesk, file, folder, type Result } from '../program.ts';
import { faulty, sound } from './notes.ts';

/** Whatever is not in the cache gets here. */
vi.mock('../../../src/lint/run-rules.ts', { spy: true });
const looks = () => vi.mocked(linting.lintNote).mock.calls.map(([{ path }]) => path);

let dir = '';
let caches = '';
let clean = '';
const home = process.cwd();
beforeEach(async () => {
  dir = folder();
  caches = folder();
  process.chdir(dir);
  clean = await sound();
  file(dir, 'a.md', clean);
  file(dir, 'b.md', await faulty());
  file(dir, 'sub/c.md', clean.replace(/\n$/, '\n\nMore more.\n'));
  file(dir, 'readme.md', '# Read me\n');
  vi.mocked(linting.lintNote).mockClear();
});
afterEach(() => {
  process.chdir(home);
  vi.restoreAllMocks();
});

const ALL = ['a.md', 'b.md', 'readme.md', 'sub/c.md'];
const run = (...args: string[]): Promise<Result> =>
  copydesk(['check', ...args], { environment: { XDG_CACHE_HOME: caches } });
/** The files that a run looks at. */
const lookedAt = async (...args: string[]): Promise<string[]> => {
  vi.mocked(linting.lintNote).mockClear();
  await run(...args);
  return [...new Set(looks())].sort();
};
const cacheFile = (): string => {
  const names = readdirSync(join(caches, 'copydesk'));
  expect(names).toHaveLength(1);
  return join(caches, 'copydesk', names[0] ?? '');
};

describe('what was checked is not checked again', () => {
  test.each(REPORTERS.map(({ name }) => name))('and the report is the same: %s', async (name) => {
    const args = ['.', '--verbose', '--report', name];
    const first = await run(...args);
    expect(looks().sort()).toEqual(ALL);
    expect(first.stdout).toContain(name === 'pretty' ? 'repeated word' : '');
    expect(await run(...args)).toEqual(first);
    expect(looks()).toHaveLength(4);
    expect(await run(...args, '--no-cache')).toEqual(first);
    expect(looks()).toHaveLength(8);
  });
  test('whatever is to be shown of it, and whatever path leads to it', async () => {
    const first = await run('.');
    expect(first.code).toBe(0);
    expect((await run('.', '--fail-on', 'warning')).code).toBe(1);
    expect((await run('.', '--max-warnings', '1')).code).toBe(1);
    await run('.', '--quiet');
    await run('*.md', join(dir, 'sub'));
    await run('.', '--baseline', join(caches, 'known.json'));
    expect(looks()).toHaveLength(4);
    expect((await run('.', '--baseline', join(caches, 'known.json'))).stderr).toMatch(/no problems.* in the baseline/);
    expect(looks()).toHaveLength(4);
  });
  test('but a changed note is', async () => {
    await run('.');
    file(dir, 'a.md', clean.replace(/\n$/, ' Now.\n'));
    expect(await lookedAt('.')).toEqual(['a.md']);
    expect(await lookedAt('.')).toEqual([]);
  });
  test.each<[string, string[], string?, string?]>([
    ['another house', ['--house', 'abab-zh']],
    ['--rule', ['--rule', 'repeated-word']],
    ['--any-file', ['--any-file']],
    ['--no-cache', ['--no-cache']],
    ['words to avoid', [], 'copydesk.yaml', 'house:\n  words: { avoid: [{ words: [lab] }] }\n'],
    ['another limit', [], 'copydesk.yaml', 'house:\n  counts: { headline: { max: 5 } }\n'],
    ['a rule of the house', [], 'copydesk.yaml', 'house:\n  rules: [{ id: no-lab, kind: existence, words: [lab] }]\n'],
    ['a severity', [], 'copydesk.yaml', 'house:\n  severities: { repeated-word: error }\n'],
  ])('but with %s every note is', async (_, args, name, text) => {
    await run('.');
    if (name !== undefined && text !== undefined) file(dir, name, text);
    expect(await lookedAt('.', ...args)).toEqual(expect.arrayContaining(['a.md', 'b.md', 'sub/c.md']));
  });
  test('but with another dictionary every note is', async () => {
    file(dir, 'copydesk.yaml', 'house: abab\n');
    file(dir, 'a.md', clean.replace(/\n$/, '\n\nThe quorvax hums.\n'));
    const found = async () => (await run('.', '--rule', 'spelling', '--report', 'jsonl', '--verbose')).stdout;
    const before = await found();
    file(dir, 'dictionary.txt', 'quorvax\n');
    expect(await lookedAt('.', '--rule', 'spelling')).toEqual(expect.arrayContaining(ALL.slice(0, 2)));
    file(dir, 'dictionary.txt', 'zzyzx\n');
    expect(await found()).toBe(before);
  });
  test('but the same bytes under a name that says something else are', async () => {
    file(dir, 'a.md', '{"headline": "Lab Opens", "source": "The Lab", "body": "A lab opened."}\n');
    await run('.');
    file(dir, 'same.json', readFileSync('a.md'));
    file(dir, 'same.yaml', readFileSync('a.md'));
    file(dir, 'same.markdown', readFileSync('a.md'));
    file(dir, 'copydesk.yaml', 'notes: ["same.*"]\n');
    expect(await lookedAt('same.*')).toEqual(['same.json', 'same.markdown', 'same.yaml']);
  });
  test('but what notes: names is a note, though the same bytes elsewhere are none', async () => {
    await run('.');
    file(dir, 'copydesk.yaml', 'notes: [sub/*]\n');
    file(dir, 'sub/plain.md', '# Read me\n');
    expect(await lookedAt('.')).toEqual(['sub/c.md', 'sub/plain.md']);
    expect((await run('.')).stdout).toMatch(/sub\/plain\.md/);
  });
});

describe('what depends on more than the note is checked every time', () => {
  const withFront = (line: string) => clean.replace(/^---\n/, `---\n${line}\n`);
  test('an embargo, until it has passed and after that', async () => {
    file(dir, 'a.md', withFront('embargo: 2030-01-01T00:00:00Z'));
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2029, 0, 1));
    expect((await run('.', '--rule', 'embargo')).stdout).toMatch(/under embargo/);
    clock.mockReturnValue(Date.UTC(2031, 0, 1));
    expect((await run('.', '--rule', 'embargo')).stdout).toBe('');
    clock.mockReturnValue(Date.UTC(2029, 0, 1));
    expect((await run('.', '--rule', 'embargo')).stdout).toMatch(/under embargo/);
  });
  test('a note with a source text, whether it names it or not', async () => {
    const quotation = clean.replace(/\n$/, '\n\n"We sleep in the lab at night," said Ana Ruelle.\n');
    file(dir, 'a.md', quotation);
    file(dir, 'b.md', quotation.replace(/^---\n/, '---\nsource_text: wire.txt\n'));
    file(dir, 'wire.txt', '"We sleep in the lab at night," said Ana Ruelle.');
    await run('.');
    expect(await lookedAt('.')).toEqual(['b.md']);
    file(dir, 'sources/a.txt', '"We never sleep in a lab at noon," said Ana Ruelle.');
    expect(await lookedAt('.')).toEqual(['a.md', 'b.md']);
    expect((await run('.')).stdout).toMatch(/a\.md.*source/);
    rmSync('sources', { recursive: true });
    expect(await lookedAt('.')).toEqual(['b.md']);
    writeFileSync('wire.txt', '"We never sleep," said Ana Ruelle.');
    expect((await run('.')).stdout).toMatch(/b\.md.*source/);
  });
  test('a note with an id, which may have a translation', async () => {
    file(dir, 'a.md', withFront('id: lab-opens'));
    await run('.');
    expect(await lookedAt('.')).toEqual(['a.md']);
  });
  test('a file that is no UTF-8', async () => {
    file(dir, 'a.md', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff]));
    const first = await run('.');
    expect(first.stdout).toMatch(/invalid UTF-8/);
    expect(await run('.')).toEqual(first);
  });
  test.skipIf(process.platform === 'win32')('a link to a file that is ignored', async () => {
    file(dir, '.copydeskignore', 'hidden/\n');
    file(dir, 'hidden/d.md', clean);
    symlinkSync('hidden/d.md', 'link.md');
    const first = await run('*.md');
    expect(first.stderr).toMatch(/1 file ignored/);
    expect(await run('*.md')).toEqual(first);
  });
});

describe('--fix and --diff', () => {
  test.each(['--fix', '--diff'])('%s leaves out what has nothing to fix', async (option) => {
    await run('.');
    expect(await lookedAt('.', option)).toEqual(['b.md']);
    const again = await run('.', option);
    expect(again).toEqual(await run('.', option, '--no-cache'));
  });
  test('what --fix has fixed is checked once more', async () => {
    const first = await run('.', '--fix');
    expect(first.stderr).toMatch(/1 fixed/);
    expect(await lookedAt('.')).toEqual(['b.md']);
    expect(await lookedAt('.')).toEqual([]);
  });
  test.each(['end_of_line: crlf\n', 'bom: remove\n'])('with %s every note may change', async (yaml) => {
    file(dir, 'copydesk.yaml', yaml);
    await run('.');
    expect(await lookedAt('.', '--diff')).toEqual(['a.md', 'b.md', 'sub/c.md']);
  });
});

describe('there is none', () => {
  test.each<[string, string[]]>([
    ['for files that were named', ['a.md', 'b.md']],
    ['for an audit', ['--audit', '.']],
    ['with --no-cache', ['--no-cache', '.']],
  ])('%s', async (_, args) => {
    await run(...args);
    expect(readdirSync(caches)).toEqual([]);
  });
  test('without a folder for it', async () => {
    const expected = await run('.', '--no-cache');
    rmSync(caches, { recursive: true });
    writeFileSync(caches, '');
    expect(await run('.')).toEqual(expected);
    expect(await copydesk(['check', '.'])).toEqual(expected);
  });
  test.skipIf(process.platform === 'win32')('where others may write', async () => {
    await run('.');
    chmodSync(cacheFile(), 0o666);
    expect(await lookedAt('.')).toEqual(ALL);
    rmSync(cacheFile());
    chmodSync(join(caches, 'copydesk'), 0o777);
    expect(await lookedAt('.')).toEqual(ALL);
    expect(readdirSync(join(caches, 'copydesk'))).toEqual([]);
  });
});

describe('the file', () => {
  test('has 16 bytes for a note without findings, and nothing of a note', async () => {
    rmSync('b.md');
    rmSync('sub', { recursive: true });
    expect((await run('.', '--rule', 'repeated-word')).stdout).toBe('');
    expect(readFileSync(cacheFile())).toHaveLength(35 + 2 * 16);
  });
  test('of another kind: one warning, and a new one', async () => {
    const expected = await run('.');
    writeFileSync(cacheFile(), '{"cache": []}');
    const result = await run('.');
    expect(result.stderr).toMatch(/^warning: rebuilding the damaged cache: .*check-.*\.cache\n/);
    expect(result.stderr.replace(/^warning.*\n/, '')).toBe(expected.stderr);
    expect(await run('.')).toEqual(expected);
    expect(looks()).toHaveLength(8);
  });
  test('in a hundred ways damaged: the report is the same', async () => {
    const args = ['.', '--report', 'json'];
    const expected = await run(...args);
    const whole = readFileSync(cacheFile());
    const damage = fc.oneof(
      fc.record({ at: fc.nat(whole.length - 1), bit: fc.integer({ min: 0, max: 7 }) }),
      fc.record({ at: fc.nat(whole.length - 1), cut: fc.boolean() }),
      fc.record({ at: fc.nat(whole.length - 1), zeros: fc.integer({ min: 1, max: 64 }) }),
      fc.record({ at: fc.nat(whole.length - 1), inserted: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (one) => {
        let bytes = Buffer.from(whole);
        if ('bit' in one) bytes[one.at] = (bytes[one.at] ?? 0) ^ (1 << one.bit);
        else if ('zeros' in one) bytes.fill(0, one.at, Math.min(bytes.length, one.at + one.zeros));
        else if ('cut' in one) bytes = one.cut ? bytes.subarray(0, one.at) : bytes.subarray(one.at);
        else bytes = Buffer.concat([bytes.subarray(0, one.at), one.inserted, bytes.subarray(one.at)]);
        writeFileSync(cacheFile(), bytes);
        const result = await run(...args);
        expect({
          ...result,
          stderr: result.stderr.replace(/^warning: rebuilding the damaged cache: .*\n/, ''),
        }).toEqual(expected);
      }),
      { numRuns: 100, seed: SEED },
    );
  });
  test('keeps what others have found meanwhile', async () => {
    await Promise.all(['a.md*', 'b.md*', 'readme*', 'sub'].map((arg) => run(arg)));
    await run('.');
    expect(await lookedAt('.')).toEqual([]);
  });
});

test('generated notes: the second report is the first, in every format', async () => {
  const notes = fc.sample(noteText, { numRuns: 30, seed: SEED });
  for (const [at, note] of notes.entries()) file(dir, `n/${String(at).padStart(2, '0')}.md`, note);
  for (const { name } of REPORTERS) {
    const args = ['n', '--any-file', '--verbose', '--report', name];
    const fresh = await run(...args, '--no-cache');
    expect(await run(...args)).toEqual(fresh);
    vi.mocked(linting.lintNote).mockClear();
    expect(await run(...args)).toEqual(fresh);
    expect(looks().length).toBeLessThan(15);
    for (const path of looks()) expect(readFileSync(path, 'utf8')).toMatch(/^(?:id|embargo|source_text)\b/m);
  }
}, 240_000);
