import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileError } from '../../../src/cli/files/error.ts';
import { LARGEST, namesInList, readBytes } from '../../../src/cli/files/read.ts';

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

test('the bytes of a file, also through a link', () => {
  const path = join(folder, 'note.md');
  writeFileSync(path, 'h\xe9', 'latin1');
  symlinkSync('note.md', join(folder, 'link.md'));
  expect([...readBytes(path)]).toEqual([0x68, 0xe9]);
  expect([...readBytes(join(folder, 'link.md'))]).toEqual([0x68, 0xe9]);
});

test('an empty file and a large file', () => {
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

test('the error of an unreadable file has a message and advice', () => {
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

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a list of names', () => {
  test.each<[string, string[]]>([
    ['a.md\nb.md\n', ['a.md', 'b.md']],
    ['a.md\r\nb.md', ['a.md', 'b.md']],
    ['\n\na.md\n\n', ['a.md']],
    [' a b.md \n*.md\n#c.md\n-\n', [' a b.md ', '*.md', '#c.md', '-']],
    ['\ufeffa.md\n', ['a.md']],
    ['a.md\0b\nc.md\r\0\0新闻.md', ['a.md', 'b\nc.md\r', '新闻.md']],
    ['a.md\0', ['a.md']],
    ['', []],
    ['\n\r\n', []],
  ])('%j', (text, names) => {
    expect(namesInList(bytes(text), 'list')).toEqual(names);
  });

  test.each<[string, number[], string]>([
    ['a line', [97, 10, 98, 0xff], 'list:2:2: invalid UTF-8'],
    ['a name between NULs', [97, 0, 98, 0xff, 0], 'name 2 in list is not valid UTF-8'],
    ['UTF-16', [0xff, 0xfe, 97, 0, 10, 0], 'list is UTF-16, not UTF-8'],
  ])('not UTF-8: %s', (_, list, message) => {
    expect(() => namesInList(new Uint8Array(list), 'list')).toThrow(message);
  });

  test('ten thousand names', () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `notes/${at}.md`);
    expect(namesInList(bytes(names.join('\n')), 'list')).toEqual(names);
    expect(namesInList(bytes(names.join('\0')), 'list')).toEqual(names);
  });
});
