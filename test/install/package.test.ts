import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import picomatch from 'picomatch';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, inject, test } from 'vitest';

/* What is in the package, and what registries and tools think of it. */
const root = resolve(import.meta.dirname, '../..');
const tarball = inject('tarball');
const tar = (...args: readonly string[]) => execFileSync('tar', args, { encoding: 'utf8' });
const names = tar('tf', tarball)
  .trim()
  .split('\n')
  .map((name) => name.replace('package/', ''));
const textOf = (name: string) => tar('xfO', tarball, `package/${name}`);
const manifest = JSON.parse(textOf('package.json'));

describe('the files', () => {
  const patterns = readFileSync(join(import.meta.dirname, 'package.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  test('are those of package.txt and no others', () => {
    const matches = patterns.map((pattern) => picomatch(pattern));
    expect(names.filter((name) => !matches.some((isMatch) => isMatch(name)))).toEqual([]);
  });

  test.each(patterns)('package.txt expects %s', (pattern) => {
    const isMatch = picomatch(pattern);
    expect(names.some((name) => isMatch(name))).toBe(true);
  });

  const pages = names.filter((name) => /^(?:docs\/)?[^/]+\.md$/.test(name));

  test.each(pages)('%s links to files of the package, or of the repository', (page) => {
    const prose = textOf(page)
      .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
      .replace(/`[^`\n]*`/g, '');
    const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:href|src|srcset)="([^"\s]+)"/g)]
      .map(([, link, file]) => (link ?? file ?? '').replace(/#.*$/, ''))
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
      .map((target) => posix.join(dirname(page), target));
    const isThere = (target: string) => names.some((name) => name === target || name.startsWith(`${target}/`));
    const missing = targets.filter((target) => !isThere(target));
    // The other pages also name code and tests, which are only in the repository.
    const isWhole = page === 'README.md' || page === 'CHANGELOG.md';
    expect(missing.filter((target) => isWhole || !existsSync(join(root, target)))).toEqual([]);
  });
});

test('the repository, the homepage and the tracker follow from one URL, or are not set yet', () => {
  const { repository, homepage, bugs } = manifest;
  const home = /^git\+(.*)\.git$/.exec(repository?.url ?? '')?.[1];
  expect({ repository, homepage, bugs }).toEqual(
    home === undefined
      ? { repository: undefined, homepage: undefined, bugs: undefined }
      : {
          repository: { type: 'git', url: `git+${home}.git` },
          homepage: `${home}#readme`,
          bugs: { url: `${home}/issues` },
        },
  );
});

test('publint finds no problem', async () => {
  const { messages } = await publint({
    pack: { tarball: Uint8Array.from(readFileSync(tarball)).buffer },
    strict: true,
  });
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

test('the types are right', async () => {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  expect(result.types).toEqual({ kind: 'included' });
  // Node 20.20 loads an ES module with `require`, and TypeScript has given up resolution as of Node 10.
  const problems = result.types && 'problems' in result ? result.problems : [];
  expect(
    problems.filter((problem) => !('resolutionKind' in problem && /^node(?:10|16-cjs)$/.test(problem.resolutionKind))),
  ).toEqual([]);
});
