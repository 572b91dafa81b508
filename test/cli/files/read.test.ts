import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileError } from '../../../src/cli/files/error.ts';
import { LARGEST, readBytes } from '../../../src/cli/files/read.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-read-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(path: string): FileError {
  try {
    readBytes(path);
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
  throw new Error(`${path} was read`);
}

test('the bytes of a file, by a link as well', () => {
  const path = join(folder, 'note.md');
  writeFileSync(path, 'h\xe9', 'latin1');
  symlinkSync('note.md', join(folder, 'link.md'));
  expect([...readBytes(path)]).toEqual([0x68, 0xe9]);
  expect([...readBytes(join(folder, 'link.md'))]).toEqual([0x68, 0xe9]);
});

test('an empty file, and one larger than any buffer', () => {
  const path = join(folder, 'note.md');
  writeFileSync(path, '');
  expect(readBytes(path)).toHaveLength(0);
  const large = Buffer.alloc(300_000, 'x');
  writeFileSync(path, large);
  expect(large.equals(readBytes(path))).toBe(true);
});

test.skipIf(process.platform === 'win32')('a named pipe', () => {
  const pipe = join(folder, 'pipe');
  execFileSync('sh', ['-c', `mkfifo "$0" && (head -c 200000 /dev/zero > "$0" &)`, pipe], { stdio: 'ignore' });
  expect(readBytes(pipe)).toHaveLength(200_000);
});

test('what cannot be read says why and what to do', () => {
  const missing = refusal(join(folder, 'missing.md'));
  expect(missing).toMatchObject({ code: 'ENOENT', path: join(folder, 'missing.md') });
  expect(missing.message).toContain('missing.md');
  expect(missing.advice).toMatch(/\.$/);
  mkdirSync(join(folder, 'notes'));
  expect(refusal(join(folder, 'notes')).code).toBe('EISDIR');
  const huge = join(folder, 'huge.md');
  writeFileSync(huge, '');
  truncateSync(huge, LARGEST + 1);
  expect(refusal(huge).code).toBe('EFBIG');
});
