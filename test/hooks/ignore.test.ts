import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IgnoreFiles } from '../../src/cli/files/ignore.ts';
import { file, folder } from '../cli/program.ts';

const NAMES = ['a', 'b', 'build', 'x.md', 'a b', 'c[d]', '#h', '!n', 'w\\z', 'sp ', '中', 'é', 'bà', '\u3000'];
const SEGMENTS = [
  ...['a', 'b', 'build', 'x.md', 'a b', 'c\\[d\\]', '\\#h', '\\!n', 'w\\\\z', 'sp\\ ', 'a\\ b'],
  ...['*', '**', '***', '*.md', '?', 'b*', '*d*', '[ab]', '[!a]', '[[:alpha:]]'],
  // Of which git sees the bytes.
  ...['中', 'é', 'bà', '\u3000', '??', '???', 'b??', '[!a]?', '[é]?', '[à-ü]*'],
];
const ODD = ['', '/', '!', '# x', '  ', '!/', '//', '\\', '**', '!  '];

const path = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
const pattern = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  {
    weight: 30,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '!'),
        fc.constantFrom('', '', '', '/'),
        fc.array(fc.constantFrom(...SEGMENTS), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '', '/'),
        fc.constantFrom('', '', '', '  '),
      )
      .map(([not, tied, segments, slash, blanks]) => not + tied + segments.join('/') + slash + blanks),
  },
);
const ignoreFile = fc
  .tuple(fc.array(pattern, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([lines, end]) => lines.join(end) + end);

/** Of each path, whether git ignores it. */
function askGit(top: string, paths: readonly string[]): boolean[] {
  const args = ['-c', 'core.excludesFile=', 'check-ignore', '--no-index', '-z', '--stdin'];
  const { stdout, status } = spawnSync('git', args, { cwd: top, input: paths.map((one) => `${one}\0`).join('') });
  expect(status).toBeLessThan(2);
  const ignored = new Set(stdout.toString().split('\0'));
  return paths.map((one) => ignored.has(one));
}

test('git ignores the same files', () => {
  const shape = fc.record({
    paths: fc.uniqueArray(path, { minLength: 20, maxLength: 40 }),
    top: ignoreFile,
    deeper: fc.array(fc.tuple(fc.nat(), ignoreFile), { maxLength: 6 }),
    exclude: fc.option(ignoreFile),
  });
  fc.assert(
    fc.property(shape, ({ paths, top, deeper, exclude }) => {
      const dir = folder();
      spawnSync('git', ['init', '--quiet'], { cwd: dir });
      // A folder is no file: of two paths where one goes through the other, the longer stays.
      const files = paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`)));
      for (const one of files) mkdirSync(join(dir, dirname(one)), { recursive: true });
      const folders = files.map(dirname);
      for (const [at, text] of deeper) file(dir, `${folders[at % folders.length]}/.gitignore`, text);
      file(dir, '.gitignore', top);
      if (exclude !== null) file(dir, '.git/info/exclude', exclude);
      const ours = new IgnoreFiles();
      expect(files.map((one) => ours.isIgnored(join(dir, one)))).toEqual(askGit(dir, files));
    }),
    process.env.RUNS === undefined ? { numRuns: 100, seed: 1 } : { numRuns: Number(process.env.RUNS) },
  );
});
