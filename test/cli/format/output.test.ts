import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';
import { shapely, untidy } from './notes.ts';

const NAMES = ['a.md', 'b.md', 'c.md'];
const read = (path: string): string => readFileSync(path, 'utf8');

async function notes(): Promise<string> {
  const root = folder();
  for (const name of NAMES) file(root, name, untidy(await shapely()));
  return root;
}

describe('where nobody reads on', () => {
  test.each([0, 1])('--write goes on, and says on standard error what it did, after %i writes', async (closesAfter) => {
    const root = await notes();
    const result = await copydesk(['format', '--write', '--exit-nonzero-on-change', root], { closesAfter });
    expect(result).toMatchObject({ code: 1, stderr: '3 notes: 3 formatted\n' });
    for (const name of NAMES) expect(read(join(root, name))).toBe(await shapely());
  });
  test.each(['--check', '--diff'])('%s ends quietly, with the exit code of what it found', async (mode) => {
    const root = await notes();
    for (const closesAfter of [0, 1]) {
      const result = await copydesk(['format', mode, root], { closesAfter });
      expect(result).toMatchObject({ code: 1, stderr: '' });
    }
  });
  test('what was wrong before keeps its exit code', async () => {
    const result = await copydesk(['format', '--check', 'missing.md', await notes()], { closesAfter: 0 });
    expect(result).toMatchObject({ code: 2, stderr: expect.stringMatching(/^error: no such file 'missing\.md'/) });
  });
  test('a note that is only printed is no failure', async () => {
    const result = await copydesk(['format'], { stdin: note(), closesAfter: 0 });
    expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe.skipIf(process.platform === 'win32')('a pipe that is named', () => {
  const piped = (text: string): string => {
    const pipe = join(folder(), 'pipe.md');
    execFileSync('sh', ['-c', 'mkfifo "$0" && (printf %s "$1" > "$0" &)', pipe, text], { stdio: 'ignore' });
    return pipe;
  };
  test('is read to its end', async () => {
    const text = await shapely();
    expect(await copydesk(['format', piped(untidy(text))])).toMatchObject({ code: 0, stdout: text });
    expect((await copydesk(['format', '--check', piped(untidy(text))])).code).toBe(1);
    expect((await copydesk(['check', piped(text)])).code).toBe(0);
    expect((await copydesk(['render', piped(text)])).code).toBe(0);
  });
  // Nobody writes to it: were it read, the test would never end.
  test.each(['format --write', 'check --fix'])('is not written in place, nor read for it: %s', async (command) => {
    const pipe = join(folder(), 'pipe.md');
    execFileSync('mkfifo', [pipe]);
    const { code, stdout, stderr } = await copydesk([...command.split(' '), pipe]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: cannot write in place: '.*pipe\.md' is a pipe or a device\n {2}Leave out --write/);
  });
});
