import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeCacheFile } from '../../../src/cli/files/cache-folder.ts';
import { folder } from '../program.ts';

const bytes = Buffer.from('what was found');

test('writes a cache file and its folder', () => {
  const path = join(folder(), 'copydesk', 'x.cache');
  expect(writeCacheFile(path, bytes)).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('what was found');
  expect(readdirSync(join(path, '..'))).toEqual(['x.cache']);
});

test.skipIf(process.platform === 'win32').each([
  ['a file is in place of a folder', 'file/copydesk'],
  ['two folders above it are missing', 'missing/.cache/copydesk'],
  ['links lead in a circle', 'circle/copydesk'],
  ['a name is too long', `${'x'.repeat(300)}/copydesk`],
  ['the folder cannot be created', '/proc/copydesk'],
])('does not write and does not throw if %s', (_, place) => {
  const dir = folder();
  writeFileSync(join(dir, 'file'), '');
  symlinkSync('circle', join(dir, 'circle'));
  const path = place.startsWith('/') ? place : join(dir, place);
  expect(writeCacheFile(join(path, 'x.cache'), bytes)).toBe(false);
});

test('leaves no temporary file if its name is that of a folder', () => {
  const path = join(folder(), 'copydesk', 'x.cache');
  mkdirSync(join(path, 'below'), { recursive: true, mode: 0o700 });
  expect(writeCacheFile(path, bytes)).toBe(false);
  expect(readdirSync(join(path, '..'))).toEqual(['x.cache']);
});
