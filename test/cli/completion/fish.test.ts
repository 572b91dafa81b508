import { spawnSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { asPath, type Desk, desk, PATIENCE, surprises } from './shell.ts';

/* The script in a real fish, which completes a line with `complete -C`. */
let here: Desk;

beforeAll(async () => {
  here = await desk('fish');
}, PATIENCE);

function lines(line: string): readonly string[] {
  const quoted = `'${line.replace(/[\\']/g, '\\$&')}'`;
  const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', `source ${here.script}; complete -C${quoted}`], {
    cwd: here.folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((one) => one !== '');
}

/** Without descriptions, and without the option before `=`, which fish repeats. */
function complete(line: string): readonly string[] {
  return lines(line).map((one) => asPath(one.replace(/\t.*$/, '').replace(/^--[\w-]+=/, ''), here));
}

test(
  'completes commands, options, values and paths',
  () => {
    expect(surprises(complete)).toEqual([]);
    expect(complete('copydesk format w')).toEqual([]);
  },
  PATIENCE,
);

test('completes a path with spaces', () => {
  expect(complete('copydesk render my\\ no')).toEqual(['my notes/']);
  expect(complete('copydesk render my\\ notes/a')).toEqual(['my notes/a b.md']);
});

test('describes commands, options and rules', () => {
  expect(lines('copydesk rend')).toEqual(['render\trender a note as a post']);
  expect(lines('copydesk render --frag')).toEqual(['--fragment\trender HTML without the surrounding page']);
  expect(lines('copydesk explain repeated-w')).toEqual(['repeated-word\tThe same word twice in a row.']);
  expect(lines('copydesk render --to news')).toEqual(['news-sitemap']);
  expect(lines('copydesk render --t')).toContainEqual(expect.stringMatching(/^--to\toutput format/));
});
