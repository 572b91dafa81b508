import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Baseline } from '../../src/cli/check/baseline.ts';
import { ConfigResolver } from '../../src/cli/config/config-resolver.ts';
import { Writer } from '../../src/cli/files/atomic.ts';
import { IgnoreFilter } from '../../src/cli/files/ignore-filter.ts';
import { Cache } from '../../src/cli/format/cache.ts';
import { Formatter } from '../../src/cli/format/formatter.ts';
import { AssetWriter } from '../../src/cli/render/assets.ts';
import { REPORTERS } from '../../src/cli/reporters/index.ts';
import { Output } from '../../src/cli/run/output.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { FORMATS } from '../../src/write/index.ts';
import { copydesk, file, folder, note } from './program.ts';

/* Like isolation.test.ts, for the stages that are methods: they throw for the note b.md, and a.md and c.md are still done. */

const HEADLINES = { a: 'A Port Opens', b: 'Breakage in the Port', c: 'A Port Closes' };
const home = process.cwd();

type Method = (...args: readonly unknown[]) => unknown;

/** Makes a method throw if one of its arguments is b.md: its path, its text or its bytes. */
function breakMethod(prototype: object, name: string, Thrown: typeof RangeError = TypeError, message?: string): void {
  const methods = prototype as Record<string, Method>;
  const original = methods[name];
  if (!original) throw new Error(`no method ${name}`);
  vi.spyOn(methods, name).mockImplementation(function (this: unknown, ...args) {
    if (args.some(isBroken)) throw new Thrown(message ?? `bug in ${name}`);
    return original.apply(this, args);
  });
}

function isBroken(value: unknown): boolean {
  if (value instanceof Uint8Array) return isBroken(Buffer.from(value).toString());
  if (typeof value === 'string') return /Breakage|(?:^|\/)b\.\w+$/.test(value);
  if (typeof value !== 'object' || value === null) return false;
  const { headline, name, path, source, text } = value as Record<string, unknown>;
  return [headline, name, path, source, text].some(isBroken);
}

/** A folder with three notes that are not formatted, with a finding that has a fix. */
function notes(): string {
  const root = folder();
  for (const [name, headline] of Object.entries(HEADLINES)) {
    const front = `headline:   "${headline}"\nsource: The Port`;
    file(root, `${name}.md`, note({ front, body: 'The the port ![crane](crane.png) works.' }));
  }
  file(root, 'crane.png', 'PNG');
  process.chdir(root);
  return root;
}

afterEach(() => {
  process.chdir(home);
  vi.restoreAllMocks();
});

/** Runs a command over the three notes. The bug is reported, once and with the name of the note. */
async function runs(
  args: readonly string[],
  bug: RegExp = /^error: (?:internal error in|cannot format) '(?:\.\/)?b\.md': bug/gm,
) {
  const result = await copydesk(args, { environment: { XDG_CACHE_HOME: join(process.cwd(), 'cache') } });
  expect(result.code, result.stderr).toBe(3);
  expect(result.stderr.match(bug), result.stderr).toHaveLength(1);
  return result;
}

describe.each<readonly [stage: string, breaks: () => void]>([
  ['ConfigResolver.of', () => breakMethod(ConfigResolver.prototype, 'of')],
  ['Writer.write', () => breakMethod(Writer.prototype, 'write')],
])('render: a bug in %s', (_, breaks) => {
  test.each([['text'], ['html'], ['markdown'], ['json']])('does not stop --out-dir with --to %s', async (to) => {
    notes();
    breaks();
    const { stderr } = await runs(['render', '.', '--to', to, '--out-dir', 'out']);
    const [ending = ''] = FORMATS.find(({ name }) => name === to)?.extensions ?? [];
    for (const name of ['a', 'c'])
      expect(readFileSync(`out/${name}${ending}`, 'utf8')).toContain(HEADLINES[name as 'a']);
    expect(existsSync(`out/b${ending}`)).toBe(false);
    expect(stderr).toContain('3 notes: 2 written, 1 failed');
  });
});

test('a bug in the copying of images does not stop render', async () => {
  notes();
  breakMethod(AssetWriter.prototype, 'write');
  const { stderr } = await runs(['render', '.', '--to', 'html', '--out-dir', 'out']);
  expect(stderr).toContain('3 notes: 2 written, 1 failed');
  expect(existsSync('out/crane.png')).toBe(true);
});

test.each([['-o'], ['--output']])('a bug in the writing of %s is reported, and leaves no file', async (option) => {
  notes();
  breakMethod(Writer.prototype, 'write');
  await runs(['render', 'b.md', option, 'b.html']);
  expect(existsSync('b.html')).toBe(false);
});

describe.each(REPORTERS.map(({ name }) => name))('a bug in the report %s', (name) => {
  test.each([[[]], [['--fix']], [['--baseline', 'known.json']]])('does not stop check %j', async (args) => {
    notes();
    const reporter = REPORTERS.find((one) => one.name === name);
    if (!reporter) throw new Error(`no report ${name}`);
    const { load } = reporter as { load: Method };
    vi.spyOn(reporter, 'load').mockImplementation(async (...options: readonly unknown[]) => {
      const made = (await load(...options)) as Awaited<ReturnType<typeof reporter.load>>;
      breakMethod(made, 'note');
      return made;
    });
    const { stdout, stderr } = await runs(['check', '.', '--report', name, ...args]);
    expect(stderr).toMatch(/^3 notes checked: .*1 failed/m);
    if (args.length === 0) for (const done of ['a.md', 'c.md']) expect(stdout).toContain(done);
    if (args[0] === '--fix') expect(readFileSync('c.md', 'utf8')).toContain('\nThe port');
  });
});

describe.each<readonly [stage: string, breaks: () => void]>([
  ['ConfigResolver.of', () => breakMethod(ConfigResolver.prototype, 'of')],
  ['IgnoreFilter.has', () => breakMethod(IgnoreFilter.prototype, 'has')],
  ['IgnoreFilter.hasTarget', () => breakMethod(IgnoreFilter.prototype, 'hasTarget')],
])('a bug in %s', (_, breaks) => {
  test.each([
    [['check']],
    [['check', '--fix']],
    [['check', '--diff']],
    [['format', '--check']],
    [['format', '--check', '--no-cache']],
    [['format', '--write']],
    [['format', '--diff']],
  ])('does not stop %j', async (args) => {
    notes();
    breaks();
    const { stdout, stderr } = await runs([...args, '.']);
    expect(stderr).toMatch(/^3 notes.*1 failed/m);
    if (args[1] === '--fix') expect(readFileSync('c.md', 'utf8')).toContain('\nThe port');
    else expect(stdout).toMatch(/a\.md[\s\S]*c\.md/);
  });
});

test.each([[['check', '--fix']], [['format', '--write']]])(
  'a bug in the writing of a note does not stop %j',
  async (args) => {
    notes();
    const before = readFileSync('b.md', 'utf8');
    breakMethod(Writer.prototype, 'write');
    await runs([...args, '.']);
    expect(readFileSync('b.md', 'utf8')).toBe(before);
    expect(readFileSync('c.md', 'utf8')).toContain(`headline: "${HEADLINES.c}"`);
  },
);

test.each([[['check', '--diff']], [['format', '--diff']]])('a bug in the patch does not stop %j', async (args) => {
  notes();
  breakMethod(Output.prototype, 'patch');
  const { stdout } = await runs([...args, '.']);
  expect(stdout).toMatch(/a\.md[\s\S]*c\.md/);
});

test('a bug in the baseline does not stop check', async () => {
  notes();
  breakMethod(Baseline.prototype, 'unknown');
  const { stdout } = await runs(['check', '.', '--baseline', 'known.json', '--rule', 'repeated-word']);
  expect(stdout).toBe('');
  const saved = readFileSync('known.json', 'utf8');
  for (const name of ['a.md', 'c.md']) expect(saved).toContain(name);
});

test.each(['digest', 'get', 'add'])('a bug in the cache does not stop format --check: %s', async (method) => {
  notes();
  if (method === 'digest') breakMethod(Cache.prototype, method);
  else {
    const { digest } = Cache.prototype;
    const broken = new Set<unknown>();
    vi.spyOn(Cache.prototype, 'digest').mockImplementation(function (this: Cache, bytes, ...more) {
      const made = digest.call(this, bytes, ...more);
      if (isBroken(bytes)) broken.add(made);
      return made;
    });
    const original = (Cache.prototype as unknown as Record<string, Method>)[method];
    vi.spyOn(Cache.prototype, method as 'get').mockImplementation(function (this: unknown, ...args) {
      if (broken.has(args[0])) throw new TypeError(`bug in ${method}`);
      return original?.apply(this, args) as undefined;
    });
  }
  for (let run = 0; run < 2; run++) expect((await runs(['format', '--check', '.'])).stdout).toBe('a.md\nc.md\n');
});

describe('from stdin', () => {
  const text = note({ front: `headline: ${HEADLINES.b}\nsource: The Port`, body: 'The the port.' });
  const markdown = FORMATS.find(({ name }) => name === 'markdown');
  const rule = RULES.find(({ id }) => id === 'repeated-word');

  test.each([
    [['render'], () => breakMethod(markdown ?? {}, 'write')],
    [['check'], () => breakMethod(rule ?? {}, 'check')],
    [['check', '--fix'], () => breakMethod(rule ?? {}, 'check')],
    [['check', '--diff'], () => breakMethod(rule ?? {}, 'check')],
    [['format'], () => breakMethod(Formatter.prototype, 'format')],
  ])('a bug in %j is reported, and nothing is printed', async (args, breaks) => {
    breaks();
    const { code, stdout, stderr } = await copydesk(args, { stdin: text });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^error: internal error in '<stdin>': bug in /);
  });
});

describe('format --staged', () => {
  function staged(): string {
    const root = notes();
    for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined);
    for (const args of [
      ['init', '--quiet'],
      ['add', '.'],
    ])
      execFileSync('git', args, { cwd: root });
    return root;
  }
  const blob = (name: string) => execFileSync('git', ['show', `:${name}`], { encoding: 'utf8' });
  const environment = { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null' };

  afterEach(() => vi.unstubAllEnvs());

  test.each<readonly [stage: string, breaks: () => void]>([
    ['ConfigResolver.of', () => breakMethod(ConfigResolver.prototype, 'of')],
    ['IgnoreFilter.has', () => breakMethod(IgnoreFilter.prototype, 'has')],
    ['Writer.write', () => breakMethod(Writer.prototype, 'write')],
    ['Formatter.meansTheSame', () => breakMethod(Formatter.prototype, 'meansTheSame')],
  ])('a bug in %s does not stop it, and leaves the staged text of the note', async (stage, breaks) => {
    staged();
    // An unstaged change makes the working file one that has to be merged.
    if (stage === 'Formatter.meansTheSame') file('.', 'b.md', `${readFileSync('b.md', 'utf8')}- Another law.\n`);
    const before = { blob: blob('b.md'), file: readFileSync('b.md', 'utf8') };
    breaks();
    const { code, stdout, stderr } = await copydesk(['format', '--staged'], { environment });
    expect(code, stderr).toBe(3);
    expect(stderr).toMatch(/^error: internal error in 'b\.md': bug in /m);
    expect(stdout).toBe('a.md\nc.md\n');
    expect({ blob: blob('b.md'), file: readFileSync('b.md', 'utf8') }).toEqual(before);
    for (const name of ['a.md', 'c.md']) expect(blob(name)).toContain('headline: "A Port');
  });

  test.each(['--check', '--diff'])('a bug in ConfigResolver.of does not stop %s', async (mode) => {
    staged();
    breakMethod(ConfigResolver.prototype, 'of');
    const { code, stdout } = await copydesk(['format', '--staged', mode], { environment });
    expect(code).toBe(3);
    expect(stdout).toMatch(/a\.md[\s\S]*c\.md/);
  });
});

test('a text that the engine cannot hold is refused, and is no bug', async () => {
  notes();
  const text = FORMATS.find(({ name }) => name === 'text');
  breakMethod(text ?? {}, 'write', RangeError, 'Invalid string length');
  const { code, stderr } = await copydesk(['render', '.', '--to', 'text', '--out-dir', 'out']);
  expect(code).toBe(2);
  expect(stderr).toBe(
    "error: the output of 'b.md' would be larger than 512 MB\n  Split it into smaller parts.\n3 notes: 2 written, 1 failed\n",
  );
});
