import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { FileError } from '../../../src/cli/files/error.ts';
import { Scratch } from '../../../src/cli/git/scratch.ts';
import { folder } from '../program.ts';

afterEach(() => vi.unstubAllEnvs());

const ADVICE = 'Set TMPDIR to a writable folder with free space, and run again.';

test('files have absolute paths and are removed with the folder', () => {
  vi.stubEnv('TMPDIR', relative(process.cwd(), folder()));
  const scratch = new Scratch();
  const paths = [scratch.file(Buffer.from('a')), scratch.file(Buffer.from('b'))];
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['a', 'b']);
  expect(paths.every(isAbsolute)).toBe(true);
  scratch.remove();
  expect(existsSync(dirname(paths[0] ?? ''))).toBe(false);
});

test.skipIf(process.platform === 'win32').each([
  ['is missing', 'missing', (path: string) => `no such folder '${path}'`],
  ['is a file', 'file', (path: string) => `a parent of '${path}' is a file, not a folder`],
])('reports a temporary folder that %s', (_, name, why) => {
  const dir = folder();
  writeFileSync(join(dir, 'file'), '');
  vi.stubEnv('TMPDIR', join(dir, name));
  const scratch = new Scratch();
  const refusal = (): unknown => {
    try {
      return scratch.file(Buffer.from('a'));
    } catch (error) {
      return error;
    }
  };
  const message = `cannot create a temporary file: ${why(join(dir, name))}`;
  expect(refusal()).toBeInstanceOf(FileError);
  expect(refusal()).toMatchObject({ message, advice: ADVICE });
  scratch.remove();
});

test('a folder that was removed in the meantime is reported, and removing it again does not fail', () => {
  const scratch = new Scratch();
  rmSync(dirname(scratch.file(Buffer.from('a'))), { recursive: true });
  expect(() => scratch.file(Buffer.from('b'))).toThrow(FileError);
  scratch.remove();
});

test('the next run removes the folder of a dead process, and nothing else', () => {
  const place = folder();
  vi.stubEnv('TMPDIR', place);
  const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
  const others = [
    `copydesk-${process.pid}-abcdef`,
    'copydesk-abcdef',
    `other-${dead}-abcdef`,
    `copydesk-${dead}-abc.d`,
  ];
  for (const name of [`copydesk-${dead}-abcdef`, ...others]) mkdirSync(join(place, name));
  writeFileSync(join(place, `copydesk-${dead}-abcdef`, '1'), 'a');
  // Neither is a folder of ours.
  writeFileSync(join(place, `copydesk-${dead}-ghijkl`), 'a');
  symlinkSync(place, join(place, `copydesk-${dead}-mnopqr`));
  new Scratch().remove();
  expect(readdirSync(place).sort()).toEqual([...others, `copydesk-${dead}-ghijkl`, `copydesk-${dead}-mnopqr`].sort());
});
