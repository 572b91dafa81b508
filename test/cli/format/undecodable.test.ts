import { truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LARGEST } from '../../../src/cli/files/read.ts';
import { copydesk, file, folder } from '../program.ts';
import { shapely } from './notes.ts';

const NOTE = '---\nheadline: Café\nsource: b\n---\n\nA lab opened.\n';
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const bigEndian = (text: string): Buffer => utf16(text).swap16();

const check = (...args: string[]) => copydesk(['format', '--check', ...args]);

describe('YAML and JSON stay as they are, whatever is in them', () => {
  test.each<[string, Buffer]>([
    ['u.json', utf16('{"headline": "A"}\n')],
    ['l.json', latin1('{"headline": "é"}\n')],
    ['l.yaml', latin1('headline: é\n')],
    ['l.yml', latin1('headline: é\n')],
  ])('%s is skipped and counted', async (name, bytes) => {
    const root = folder();
    file(root, 'a.md', await shapely());
    const path = file(root, name, bytes);
    const summary = '1 note checked: 1 already formatted; 1 file skipped (not a note)\n';
    expect(await check(root)).toEqual({ code: 0, stdout: '', stderr: summary });
    expect((await check(path)).stderr).toMatch(/^nothing to format in 1 file: YAML and JSON are left unchanged/);
    expect(await copydesk(['format', '--stdin-filepath', path], { stdin: bytes })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect((await copydesk(['check', root])).code).toBe(2);
  });
  test('they are not even read', async () => {
    const root = folder();
    file(root, 'a.md', await shapely());
    truncateSync(file(root, 'a.json', '{}'), LARGEST + 1);
    expect((await check(root)).code).toBe(0);
  });
});

describe('what cannot be decoded', () => {
  test.each<[string, Buffer]>([
    ['Latin-1', latin1(NOTE)],
    ['UTF-16', utf16(NOTE)],
    ['UTF-16 with the other order of bytes', bigEndian(NOTE)],
    ['UTF-16 without its mark', utf16(NOTE).subarray(2)],
    ['Latin-1 with a line before the fence', latin1(`\n${NOTE}`)],
  ])('is refused where it begins like a note: %s', async (_, bytes) => {
    const root = folder();
    const path = file(root, 'a.md', bytes);
    for (const named of [root, path]) {
      const { code, stderr } = await check(named);
      expect(code).toBe(2);
      expect(stderr).toMatch(/a\.md:\d+:\d+: error: .*\[invalid-utf-8\]\n(?:.*\n)* {2}Save the note as UTF-8/);
    }
  });
  test.each<[string, Buffer]>([
    ['Latin-1', latin1('# Café\n')],
    ['UTF-16', utf16('# Read me\n')],
    ['no text at all', Buffer.from(Array.from({ length: 256 }, (_, at) => at))],
  ])('is no note where it does not: %s', async (_, bytes) => {
    const root = folder();
    file(root, 'a.md', await shapely());
    const path = file(root, 'README.md', bytes);
    expect(await check(root)).toMatchObject({
      code: 0,
      stderr: '1 note checked: 1 already formatted; 1 file skipped (not a note)\n',
    });
    expect(await check(path)).toMatchObject({ code: 4, stderr: expect.stringMatching(/^no notes found in 1 file: /) });
    // Where somebody says that it is one, it is one.
    expect((await check('--any-file', path)).code).toBe(2);
    expect((await copydesk(['format'], { stdin: bytes })).code).toBe(2);
    file(root, 'copydesk.yaml', 'notes: [read.md]\n');
    file(root, 'read.md', bytes);
    expect((await check(root)).code).toBe(2);
  });
});
