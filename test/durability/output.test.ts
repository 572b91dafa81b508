import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Notes, Place } from './program.ts';

const COUNT = 300;

let place: Place;
let notes: Notes;

beforeAll(async () => {
  place = new Place();
  notes = await Notes.write(join(place.dir, 'notes'), COUNT, 1);
});
afterAll(() => place.remove());

/** Runs a line of the shell's, in which `$BIN` is the program; `status` is the program's own, not that of its reader. */
function shell(line: string) {
  const env = { PATH: process.env.PATH, XDG_CACHE_HOME: join(place.dir, 'cache') };
  // Without `--norc`, it takes a standard input that is a socket for one from the network, and reads the user's set-up.
  return spawnSync('bash', ['--norc', '-c', `${line}; exit "\${PIPESTATUS[0]}"`], {
    cwd: place.dir,
    encoding: 'utf8',
    env: { ...env, BIN: `${process.execPath} ${place.bin}` },
  });
}

test.each(['true', 'head -1', 'grep -q .'])('--write | %s: every note is written', (reader) => {
  notes.reset();
  const { status, stderr } = shell(`$BIN format --write notes | ${reader} > /dev/null`);
  expect([status, stderr]).toEqual([0, `${COUNT} notes: ${COUNT} formatted\n`]);
  expect(notes.look()).toEqual({ old: 0, new: COUNT, torn: [], strange: [] });
});

test.each(['format --check', 'format --diff', 'check --fail-on warning', 'check --diff'])(
  '%s keeps its exit code where the reader goes',
  (command) => {
    notes.reset();
    for (const reader of ['true', 'head -1']) {
      expect(shell(`$BIN ${command} notes | ${reader} > /dev/null`)).toMatchObject({ status: 1, stderr: '' });
    }
  },
);

test('where only output was asked for, a reader that goes is no failure', () => {
  notes.reset();
  const first = `notes/${notes.names[0]}`;
  for (const command of [`format ${first}`, `render ${first}`, 'render --to json notes', 'explain', '--help']) {
    expect(shell(`$BIN ${command} | true`)).toMatchObject({ status: 0, stderr: '' });
  }
});

const FULL = "no space left on the disk for 'standard output'";
const ADVICE = 'The output is incomplete. Check where it goes, and run again.';

test.each(['format --write', 'check --fix'])(
  '%s > /dev/full: what failed is the report, and not the notes',
  (command) => {
    notes.reset();
    const { status, stderr } = shell(`$BIN ${command} notes > /dev/full`);
    expect(status).toBe(2);
    const [fault, advice, summary] = stderr.split('\n');
    expect([fault, advice]).toEqual([`error: ${FULL}`, `  ${ADVICE}`]);
    expect(summary).toMatch(new RegExp(`^${COUNT} notes(?: checked)?: ${COUNT} (?:formatted$|fixed)`));
    expect(notes.look().old).toBe(0);
  },
);

test.each(['format --check', 'format --diff', 'check --report json', 'check --diff'])(
  '%s > /dev/full is said once',
  (command) => {
    notes.reset();
    const { status, stderr } = shell(`$BIN ${command} notes > /dev/full`);
    expect([status, stderr]).toEqual([2, `error: ${FULL}\n  ${ADVICE}\n`]);
  },
);

test('messages that cannot be written stop nothing', () => {
  notes.reset();
  expect(shell('$BIN format --write missing.md notes 2> /dev/full')).toMatchObject({ status: 2 });
  expect(notes.look()).toEqual({ old: 0, new: COUNT, torn: [], strange: [] });
});
