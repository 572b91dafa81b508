import { spawnSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { asPath, type Desk, desk, PATIENCE, surprises } from './shell.ts';

/* The script in a real bash. */
let here: Desk;

beforeAll(async () => {
  here = await desk('bash');
}, PATIENCE);

/** Divides a line as readline does, which makes `=` a word of its own. */
function complete(line: string): readonly string[] {
  const words = [...(line.match(/(?:\\.|"[^"]*"?|[^\s=])+|=/g) ?? [])];
  if (/\s$/.test(line.replace(/\\ /g, ''))) words.push('');
  const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const script = `source ${here.script}
COMP_WORDS=(${quoted.join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
compopt() { :; }
_copydesk; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { cwd: here.folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  const found = stdout.split('\n').filter((one) => one !== '');
  return found.map((one) => asPath(one, here));
}

test(
  'completes commands, options, values and paths',
  () => {
    expect(surprises(complete)).toEqual([]);
    expect(complete('copydesk format w')).toEqual([]);
  },
  PATIENCE,
);

test('completes a path with spaces, typed with backslashes or in quotes', () => {
  expect(complete('copydesk render my\\ no')).toEqual(['my notes/']);
  expect(complete('copydesk render my\\ notes/a')).toEqual(['my notes/a b.md']);
  expect(complete('copydesk render "my notes/a')).toEqual(['my notes/a b.md']);
  expect(complete('copydesk render ~/nothing-is-here')).toEqual([]);
});

test('registers the function', () => {
  const { stdout } = spawnSync('bash', ['--norc', '-c', `source ${here.script}; complete -p copydesk`], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('complete -F _copydesk copydesk\n');
});
