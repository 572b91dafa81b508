import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'copydesk-release-'));
  for (const name of ['package.json', 'release.mjs']) cpSync(join(root, name), join(dir, name));
  writeFileSync(join(dir, 'CHANGELOG.md'), '# Changelog\n\n## [Unreleased]\n');
  return () => rmSync(dir, { recursive: true, force: true });
});

function release(...args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, ['release.mjs', ...args], { cwd: dir, encoding: 'utf8' });
  return { status, stderr };
}

const manifest = () => JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));

describe('the home of the project', () => {
  test.each([
    'https://git.example/news/copydesk',
    'https://git.example/news/copydesk/',
    'https://git.example/news/copydesk.git',
  ])('is set from %s', (url) => {
    expect(release('home', url)).toEqual({ status: 0, stderr: '' });
    expect(manifest()).toMatchObject({
      repository: { type: 'git', url: 'git+https://git.example/news/copydesk.git' },
      homepage: 'https://git.example/news/copydesk#readme',
      bugs: { url: 'https://git.example/news/copydesk/issues' },
    });
  });

  test('changes nothing else, and can be set again', () => {
    const before = manifest();
    release('home', 'https://git.example/old/copydesk');
    release('home', 'https://git.example/news/copydesk');
    const { repository, homepage, bugs, ...others } = manifest();
    expect([repository.url, homepage, bugs.url].join()).not.toContain('old');
    const { repository: _, homepage: __, bugs: ___, ...rest } = before;
    expect(others).toEqual(rest);
  });

  test.each([
    '',
    'copydesk',
    'git@git.example:news/copydesk',
    'http://git.example/news/copydesk',
    'https://git.example',
  ])('is not %j', (url) => {
    const before = readFileSync(join(dir, 'package.json'), 'utf8');
    const stderr = `'${url}' is not the URL of a repository, such as https://git.example/news/copydesk\n`;
    expect(release('home', url)).toEqual({ status: 1, stderr });
    expect(readFileSync(join(dir, 'package.json'), 'utf8')).toBe(before);
  });
});

describe('the check before a release', () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@desk.example', ...args], {
      cwd: dir,
      stdio: 'ignore',
    });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  test('names everything that is missing', () => {
    git('init');
    git('commit', '--allow-empty', '--message', 'Start');
    const { repository, homepage, bugs, ...others } = manifest();
    writeFileSync(join(dir, 'package.json'), JSON.stringify(others));
    const { status, stderr } = release('check');
    expect(status).toBe(1);
    expect(stderr.split('\n')).toEqual([
      'package.json has no repository. Run `npm run set-home -- URL`.',
      `CHANGELOG.md has no section '## [${version}]'. Rename Unreleased.`,
      'The working tree has changes. Commit them.',
      `HEAD has no tag v${version}. Run \`git tag v${version}\`.`,
      '',
    ]);
  });

  test('passes once all is there', () => {
    release('home', 'https://git.example/news/copydesk');
    writeFileSync(join(dir, 'CHANGELOG.md'), `# Changelog\n\n## [${version}] - 2026-12-01\n`);
    git('init');
    git('add', '.');
    git('commit', '--message', 'Release');
    git('tag', `v${version}`);
    expect(release('check')).toEqual({ status: 0, stderr: '' });
  });

  test('runs before npm publishes', () => {
    expect(manifest().scripts.prepublishOnly).toBe('node release.mjs check');
  });
});
