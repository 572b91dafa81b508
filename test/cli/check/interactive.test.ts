import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copydesk, file, folder } from '../program.ts';
import { sound } from './notes.ts';

const read = (path: string) => readFileSync(path, 'utf8');

/** Two repeated words, a pair of marks, and a finding without a fix. */
const note = () =>
  sound(
    'The lab lab opened a ‘night’ shift.\n\nIts director said, "We  sleep."\n\nThe quay was was shut.\n\nThe end end came.',
  );

/** Answers questions at a terminal about one note. */
async function answer(types: readonly string[], more: readonly string[] = []) {
  const path = file(folder(), 'a.md', await note());
  const result = await copydesk(['check', '--interactive', ...more, path], {
    terminal: true,
    types,
    environment: { NO_COLOR: '1' },
  });
  const questions = result.stderr.split('Apply this fix [y,n,a,d,q,?]? ').length - 1;
  return { ...result, path, text: read(path), questions };
}

describe('check --interactive', () => {
  test('shows each fix with its place, and applies those that a person accepts', async () => {
    const { code, text, stdout, stderr, questions, path } = await answer(['y', 'n', 'n', 'y']);
    expect(code).toBe(0);
    expect(questions).toBe(4);
    expect(text).toBe((await note()).replace('lab lab', 'lab').replace('end end', 'end'));
    expect(stderr).toContain(`${path}:8:5: warning: repeated word 'lab' [repeated-word]\n> 8 | The lab lab opened`);
    expect(stderr).toContain('+ The lab opened a ‘night’ shift.  (--unsafe-fixes)\n\nApply this fix');
    // What was asked about is not reported again.
    expect(stdout).toContain('[double-space]');
    expect(stdout).not.toContain('[repeated-word]');
    expect(stderr).toMatch(/1 note checked: 1 fixed, \d warnings\n$/);
  });

  test('a: all of this rule; the others are still asked about', async () => {
    const { text, questions } = await answer(['a', 'n']);
    expect(questions).toBe(2);
    expect(text).toBe((await note()).replace('lab lab', 'lab').replace('was was', 'was').replace('end end', 'end'));
  });

  test('d: never this rule', async () => {
    const { text, questions } = await answer(['d', 'y']);
    expect(questions).toBe(2);
    expect(text).toBe((await note()).replace('‘night’', "'night'"));
  });

  test('answers for a rule hold in the next note, and q ends the run with what was accepted', async () => {
    const root = folder();
    const paths = [];
    for (const name of ['a.md', 'b.md', 'c.md']) paths.push(file(root, name, await note()));
    const args = ['check', '--interactive', root];
    const { code, stderr } = await copydesk(args, { terminal: true, types: ['a', 'n', 'q'] });
    expect(code).toBe(0);
    const fixed = (await note()).replace('lab lab', 'lab').replace('was was', 'was').replace('end end', 'end');
    expect(paths.map(read)).toEqual([fixed, fixed, await note()]);
    expect(stderr).toMatch(/2 notes checked: 2 fixed/);
  });

  test.each([
    ['q', ['q']],
    ['the end of the input', []],
  ])('%s at the first question changes nothing', async (_, types) => {
    const { code, text, questions } = await answer(types);
    expect([code, questions]).toEqual([0, 1]);
    expect(text).toBe(await note());
  });

  test('? and an unknown answer show the help and ask again', async () => {
    const { stderr, questions } = await answer(['?', 'maybe', '', 'Y', 'q']);
    expect(stderr.split('a - apply this fix and all later fixes of this rule').length - 1).toBe(3);
    expect(questions).toBe(5);
  });

  test('a second run asks only about what was declined', async () => {
    const { path } = await answer(['y', 'n', 'n', 'y']);
    const again = await copydesk(['check', '--interactive', path], { terminal: true, types: ['y', 'y'] });
    expect(again.stderr.split('Apply this fix').length - 1).toBe(2);
    expect(read(path)).not.toMatch(/was was|‘/);
  });

  test('suggestions only with --verbose', async () => {
    const text = await sound('The lab opened in in June - the best since 2019 - and Whitlock led it.');
    const path = file(folder(), 'a.md', text);
    const quiet = await copydesk(['check', '--interactive', path], { terminal: true, types: [] });
    const loud = await copydesk(['check', '--interactive', '--verbose', path], {
      terminal: true,
      types: Array.from({ length: 20 }, () => 'n'),
    });
    const count = (said: string) => said.split('Apply this fix').length;
    expect(count(loud.stderr)).toBeGreaterThan(count(quiet.stderr));
    expect(read(path)).toBe(text);
  });

  test.each([
    [['--fix']],
    [['--diff']],
    [['--staged']],
    [['--report', 'json']],
    [['--baseline', 'known.json']],
    [['-']],
  ])('refuses %j', async (more) => {
    const { code, stderr } = await copydesk(['check', '--interactive', ...more], { terminal: true });
    expect(code).toBe(2);
    expect(stderr).toContain(`'--interactive' cannot be used with '${more[0]}'`);
  });

  test('refuses to ask where nobody answers', async () => {
    const path = file(folder(), 'a.md', await note());
    const { code, stderr } = await copydesk(['check', '--interactive', path], { types: ['y'] });
    expect(code).toBe(2);
    expect(stderr).toContain("'--interactive' needs a terminal\n  Run it at a terminal, or use --fix or --diff.");
    expect(read(path)).toBe(await note());
  });
});

const bin = resolve(import.meta.dirname, '../../../bin/copydesk.js');
const hasScript = existsSync('/usr/bin/script') && existsSync(join(bin, '../../dist'));

test.runIf(hasScript)('at a real terminal', async () => {
  const path = file(folder(), 'a.md', await note());
  const command = `'${process.execPath}' '${bin}' check --interactive --no-color '${path}'`;
  const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    input: 'y\nn\nq\n',
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(status, stdout).toBe(0);
  expect(stdout).toContain('Apply this fix [y,n,a,d,q,?]? ');
  expect(read(path)).toBe((await note()).replace('lab lab', 'lab'));
});
