import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RULES } from '../../src/lint/rules/index.ts';
import { FORMATS } from '../../src/write/index.ts';
import { copydesk, file, folder, note } from './program.ts';

/*
 * One note never stops the others: a bug in any stage of the work on one note is reported with the name of the note and exit
 * code 3, and every other note is still done.
 */
const stages = vi.hoisted(() => ({ broken: '' }));

/** Breaks an exported function of a module for the note that contains the word "Breakage". */
const breaking = vi.hoisted(() => (module: object, name: string) => ({
  ...module,
  [name]: (...args: readonly unknown[]) => {
    if (stages.broken === name && isBroken(args)) throw new TypeError(`bug in ${name}`);
    return (module as Record<string, (...args: readonly unknown[]) => unknown>)[name]?.(...args);
    function isBroken(values: readonly unknown[]): boolean {
      return values.some((value) => {
        if (typeof value !== 'object' || value === null) return String(value).includes('Breakage');
        const { text, source, note } = value as Record<string, unknown>;
        return isBroken([text, source, note].filter((one) => one !== undefined));
      });
    }
  },
}));

vi.mock('../../src/read/note.ts', async (original) => breaking(await original(), 'readNote'));
vi.mock('../../src/read/article.ts', async (original) => breaking(await original(), 'toArticle'));
vi.mock('../../src/read/peek.ts', async (original) => breaking(await original(), 'peek'));
vi.mock('../../src/read/front-matter/yaml.ts', async (original) => breaking(await original(), 'readYaml'));
vi.mock('../../src/lint/context.ts', async (original) => breaking(await original(), 'createRuleContext'));
vi.mock('../../src/format/format-note.ts', async (original) => breaking(await original(), 'formatNote'));

const untidy = (headline: string) => note().replace(/headline: .*/, `headline:   "${headline}"`);

function notes(): string {
  const root = folder();
  file(root, 'a.md', untidy('A Port Opens'));
  file(
    root,
    'b.md',
    untidy('Breakage in the Port').replace('lang: en\n', '').replace('---\n', '---\ndek: >-\n  a\n  b\n'),
  );
  file(root, 'c.md', untidy('A Port Closes'));
  return root;
}

afterEach(() => {
  stages.broken = '';
  vi.restoreAllMocks();
});

async function runs(args: readonly string[], root: string) {
  const result = await copydesk([...args, root]);
  expect(result.code).toBe(3);
  expect(result.stderr).toMatch(/^error: (?:internal error in|cannot format) '.*b\.md': bug/m);
  expect(result.stderr).toContain('Report this bug in copydesk');
  return result;
}

describe.each(['readNote', 'toArticle', 'readYaml'])('a bug in %s', (stage) => {
  test('does not stop render', async () => {
    stages.broken = stage;
    const root = notes();
    const out = folder();
    await runs(['render', '--to', 'text', '--out-dir', out], root);
    expect(readFileSync(join(out, 'a.txt'), 'utf8')).toContain('A Port Opens');
    expect(readFileSync(join(out, 'c.txt'), 'utf8')).toContain('A Port Closes');
  });
});

describe.each(['readNote', 'readYaml', 'createRuleContext'])('a bug in %s', (stage) => {
  test('does not stop check', async () => {
    stages.broken = stage;
    const { stdout } = await runs(['check', '--rule', 'not-formatted', '--fail-on', 'warning'], notes());
    expect(stdout).toMatch(/a\.md:[\s\S]*c\.md:/);
  });
});

describe.each(['readNote', 'readYaml', 'formatNote'])('a bug in %s', (stage) => {
  test.each([['--check'], ['--write'], ['--diff']])('does not stop format %s', async (mode) => {
    stages.broken = stage;
    const { stdout } = await runs(['format', mode, '--no-cache'], notes());
    expect(stdout).toMatch(/a\.md[\s\S]*c\.md/);
  });
});

test('a bug in a writer does not stop render', async () => {
  const text = FORMATS.find(({ name }) => name === 'text');
  if (!text) throw new Error('no format text');
  const { write } = text;
  vi.spyOn(text, 'write').mockImplementation((article, ...rest) => {
    if (article.headline.includes('Breakage')) throw new TypeError('bug in write');
    return write(article, ...rest);
  });
  const out = folder();
  await runs(['render', '--to', 'text', '--out-dir', out], notes());
  expect(readFileSync(join(out, 'c.txt'), 'utf8')).toContain('A Port Closes');
});

test.each([[['check']], [['check', '--fix']], [['check', '--fix', '--unsafe-fixes']], [['check', '--diff']]])(
  'a bug in a rule does not stop %j',
  async (args) => {
    const rule = RULES.find(({ id }) => id === 'repeated-word');
    if (!rule) throw new Error('no rule');
    const { check } = rule;
    vi.spyOn(rule, 'check').mockImplementation((context) => {
      if (context.source.text.includes('Breakage')) throw new TypeError('bug in a rule');
      return check(context);
    });
    const { stdout, stderr } = await runs(args, notes());
    expect(stdout + stderr).toMatch(/c\.md|2 notes|3 notes/);
  },
);

test('a note from stdin is named', async () => {
  stages.broken = 'readNote';
  const { code, stdout, stderr } = await copydesk(['format'], { stdin: untidy('Breakage') });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain("'<stdin>'");
});

test('COPYDESK_DEBUG shows where the bug is', async () => {
  stages.broken = 'readNote';
  const { stderr } = await copydesk(['format'], { stdin: untidy('Breakage'), environment: { COPYDESK_DEBUG: '1' } });
  expect(stderr).toMatch(/TypeError: bug in readNote\n\s+at /);
});

test.each([
  '!!omap [ a: 1 ]',
  '!!pairs [ a: 1 ]',
  '!!set { a }',
  '!!binary aGk=',
  '!!timestamp 2026-01-01',
  '!!float 1',
])('a YAML type that copydesk does not know is invalid YAML: %s', async (value) => {
  const root = folder();
  file(root, 'a.md', note().replace('---\n', `---\nx: ${value}\n`));
  file(root, 'b.md', untidy('A Port Opens'));
  const { code, stdout, stderr } = await copydesk(['format', '--check', '--no-cache', root]);
  expect(stdout).toContain('b.md');
  expect([1, 2]).toContain(code);
  expect(stderr).not.toMatch(/internal error/);
  if (code === 2) expect(stderr).toMatch(/a\.md:2:\d+: error: /);
});
