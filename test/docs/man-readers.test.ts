import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './session.ts';

/* The man page, as the programs that read such pages see it. */
const page = join(root, 'man/copydesk.1');

test('groff has no warning', () => {
  const { status, stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z', page], { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});

test('mandoc has no warning but for the date, which a page that is the same every day lacks', () => {
  const { stdout } = spawnSync('mandoc', ['-Tlint', '-Wwarning', page], { encoding: 'utf8' });
  const found = stdout.split('\n').filter((line) => line !== '' && !/missing date/.test(line));
  expect(found).toEqual([]);
});

test('man shows it', () => {
  const { status, stdout, stderr } = spawnSync('man', ['--warnings', '-P', 'cat', '-l', page], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '80', MAN_KEEP_FORMATTING: '' },
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^COPYDESK\(1\) +User Commands +COPYDESK\(1\)/);
  expect(stdout).toContain('-t, --to format');
  expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
});
