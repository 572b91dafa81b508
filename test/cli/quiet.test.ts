import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copydesk, file, folder, note } from './program.ts';

const LOOSE = note().replace('\n\n', '\n\n\n');
/** It renders with a warning. */
const ODD = note({ front: 'headline: Lab Opens\nsource: The Lab\nodd: 1' });
const BROKEN = note({ front: 'headline: Lab Opens' });

function notes(): string {
  const dir = folder();
  for (const [name, text] of Object.entries({ 'a.md': LOOSE, 'b.md': ODD, 'c.md': note() })) file(dir, name, text);
  return dir;
}

test('render --quiet prints the post and no warning', async () => {
  const path = file(folder(), 'a.md', ODD);
  const loud = await copydesk(['render', path]);
  expect(loud.stderr).toContain('warning');
  expect(await copydesk(['render', path, '--quiet'])).toEqual({ ...loud, stderr: '' });
});

test('render --quiet of a folder prints nothing, and errors', async () => {
  const dir = notes();
  const args = ['render', dir, '--out-dir', folder(), '--quiet'];
  expect(await copydesk(args)).toEqual({ code: 0, stdout: '', stderr: '' });
  file(dir, 'd.md', BROKEN);
  const { code, stderr } = await copydesk(args);
  expect(code).toBe(1);
  expect(stderr).toContain('error: ');
  expect(stderr).not.toMatch(/written|warning/);
});

test('format --write --quiet prints nothing, and errors', async () => {
  const dir = notes();
  const path = file(dir, 'd.md', '---\nheadline: [\n---\n');
  const { code, stdout, stderr } = await copydesk(['format', '--write', dir, '--quiet']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(new RegExp(`^${path}:\\d+:\\d+: error: `));
  expect(stderr).not.toContain('formatted');
  expect(readFileSync(`${dir}/a.md`, 'utf8')).toBe(note());
});

test('format --check --quiet prints only the names', async () => {
  const dir = notes();
  expect(await copydesk(['format', '--check', dir, '--quiet'])).toEqual({
    code: 1,
    stdout: `${dir}/a.md\n`,
    stderr: '',
  });
});

test('format --quiet prints the note', async () => {
  const path = file(folder(), 'a.md', LOOSE);
  expect(await copydesk(['format', path, '--quiet'])).toEqual({ code: 0, stdout: note(), stderr: '' });
});

test.each(['render', 'format --check'])('%s --quiet says why there is no note', async (command) => {
  const path = file(folder(), 'README.md', '# About\n');
  const { code, stderr } = await copydesk([...command.split(' '), path, '--quiet']);
  expect(code).toBe(4);
  expect(stderr).toContain('no notes found in 1 file');
});

test.each([
  ['render --quiet --verbose', '--verbose'],
  ['format --write --quiet --verbose', '--verbose'],
  ['format --diff --quiet', '--diff'],
])('%s is refused', async (command, other) => {
  const { code, stderr } = await copydesk([...command.split(' '), file(folder(), 'a.md', note())]);
  expect([code, stderr.split('\n')[0]]).toEqual([2, `error: '--quiet' cannot be used with '${other}'`]);
});
