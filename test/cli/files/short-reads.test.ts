import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { codeOf, fileError } from '../../../src/cli/files/error.ts';
import { readBytes } from '../../../src/cli/files/read.ts';

/** As a network disk, which returns less than it is asked for. */
vi.mock('node:fs', async (load) => {
  const fs = await load<{ readSync: (...args: unknown[]) => number }>();
  const readSync = (descriptor: number, buffer: Uint8Array, offset: number, length: number, position: null) =>
    fs.readSync(descriptor, buffer, offset, Math.min(length, 7), position);
  return { ...fs, readSync };
});

test('a short read is not the end of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-short-'));
  const path = join(folder, 'note.md');
  const text = 'Ports open at night. '.repeat(100);
  writeFileSync(path, text);
  expect(Buffer.from(readBytes(path)).toString()).toBe(text);
  rmSync(folder, { recursive: true });
});

test.each([-122, -69])('a disk quota, for which Node has no code, has a message: %s', (errno) => {
  const code = `Unknown system error ${errno}`;
  const error = Object.assign(new Error(code), { code, errno, syscall: 'write' });
  expect(codeOf(error)).toBe('EDQUOT');
  expect(fileError('post.txt', error).message).toBe("disk quota exceeded for 'post.txt'");
});
