import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { file, folder } from '../cli/program.ts';
import { messy, Repository, shaped } from './staged-repository.ts';

const MESSY = messy();
let clean = '';

beforeAll(async () => {
  clean = await shaped(MESSY);
});

/** A repository with one commit, `n.md` in shape, and the program as its hook. */
function hooked(): Repository {
  const repository = new Repository();
  repository.add('n.md', clean);
  repository.commit();
  repository.hook('--allow-none');
  return repository;
}

describe('before a commit', () => {
  test.each([
    ['git commit', ['commit', '-q', '-m', 'x']],
    ['git commit -a', ['commit', '-q', '-a', '-m', 'x']],
    ['git commit --include', ['commit', '-q', '--include', 'n.md', '-m', 'x']],
    ['git commit --amend', ['commit', '-q', '--amend', '--no-edit']],
  ])('%s commits the new shape, and nothing is left to do', (_, command) => {
    const repository = hooked();
    repository.add('new.md', MESSY);
    repository.write('n.md', MESSY.replace('A lab', 'The lab'));
    if (command.length === 4 && command[2] === '-m') repository.git('add', 'n.md');
    if (command.includes('--amend')) repository.git('add', 'n.md');
    expect(repository.tryGit(command)).toMatchObject({ code: 0, stderr: expect.stringContaining('2 formatted') });
    expect(repository.git('show', 'HEAD:n.md')).toBe(clean.replace('A lab', 'The lab'));
    expect(repository.git('show', 'HEAD:new.md')).toBe(clean);
    expect(repository.read('n.md')).toBe(clean.replace('A lab', 'The lab'));
    expect(repository.status()).toBe('');
  });
  test('git commit PATH is only checked: it is refused, nothing is written, and what to do is said', () => {
    const repository = hooked();
    const text = MESSY.replace('A lab', 'The lab');
    repository.write('n.md', text);
    repository.add('other.md', MESSY);
    const { code, stderr } = repository.tryGit(['commit', '-q', '-m', 'x', 'n.md']);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^n\.md\n.*temporary index.*\nRun `git add` .*\n1 note checked: 1 not formatted\n$/,
      ),
    });
    expect([repository.read('n.md'), repository.blob('n.md'), repository.blob('other.md')]).toEqual([
      text,
      clean,
      MESSY,
    ]);
    repository.write('n.md', clean.replace('A lab', 'The lab'));
    expect(repository.tryGit(['commit', '-q', '-m', 'x', 'n.md'])).toMatchObject({ code: 0 });
    expect(repository.status()).toBe('A  other.md\n');
  });
  test('in the first commit, and in a second working tree', () => {
    const repository = new Repository();
    repository.hook();
    repository.add('n.md', MESSY);
    expect(repository.tryGit(['commit', '-q', '-m', 'x']).code).toBe(0);
    expect(repository.git('show', 'HEAD:n.md')).toBe(clean);
    repository.git('worktree', 'add', '-q', 'second');
    repository.write('second/sub/new.md', MESSY);
    repository.git('-C', 'second', 'add', '.');
    expect(repository.tryGit(['commit', '-q', '-m', 'x'], { folder: 'second/sub' }).code).toBe(0);
    expect(repository.git('show', 'second:sub/new.md')).toBe(clean);
    expect(repository.read('second/sub/new.md')).toBe(clean);
  });
  test('a commit that becomes empty is refused, and that is said', () => {
    const repository = hooked();
    repository.add('n.md', MESSY);
    const { code, stderr } = repository.tryGit(['commit', '-q', '-m', 'x']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/the new commit would be empty[\s\S]*1 formatted/),
    });
    expect(repository.git('rev-list', '--count', 'HEAD')).toBe('1\n');
    expect([repository.read('n.md'), repository.status()]).toEqual([clean, '']);
    repository.add('n.md', MESSY);
    const byHand = repository.staged();
    expect(byHand).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/nothing is left to commit\n1 note: 1 formatted\n$/),
    });
    repository.add('n.md', MESSY);
    repository.add('a.txt', 'x');
    expect(repository.tryGit(['commit', '-q', '-m', 'x']).code).toBe(0);
    expect(repository.git('show', '--name-only', '--format=')).toBe('a.txt\n');
  });
  test.each([
    ['--amend', '1\n'],
    ['--allow-empty', '2\n'],
  ])(
    '%s with nothing but another shape is stopped once, and passes when it is run again, as is said',
    (option, count) => {
      const repository = hooked();
      repository.add('n.md', MESSY);
      const command = ['commit', '-q', option, '-m', 'new'];
      const first = repository.tryGit(command);
      expect(first).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/--amend or --allow-empty, run the command again/),
      });
      expect(repository.tryGit(command)).toMatchObject({ code: 0 });
      expect(repository.git('log', '-1', '--format=%s')).toBe('new\n');
      expect(repository.git('rev-list', '--count', 'HEAD')).toBe(count);
      expect([repository.git('show', 'HEAD:n.md'), repository.status()]).toEqual([clean, '']);
    },
  );
  test('a merge is refused while there are conflicts, and may change nothing', () => {
    const repository = hooked();
    repository.git('checkout', '-q', '-b', 'side');
    repository.add('n.md', clean.replace('A lab', 'The lab'));
    repository.commit();
    repository.git('checkout', '-q', 'main');
    repository.add('n.md', clean.replace('A lab', 'Our lab'));
    repository.commit();
    expect(repository.tryGit(['merge', 'side']).code).toBe(1);
    const merged = repository.read('n.md');
    for (const option of [[], ['--check']]) {
      expect(repository.staged(option)).toEqual({
        code: 2,
        stdout: '',
        stderr:
          "error: unresolved merge conflict in 'n.md'\n  Resolve the conflict, run `git add` on the file, and run again.\n",
      });
    }
    expect(repository.read('n.md')).toBe(merged);
    repository.add('n.md', MESSY.replace('A lab', 'Our lab'));
    expect(repository.tryGit(['commit', '-q', '-m', 'x']).code).toBe(0);
    expect(repository.git('rev-list', '--merges', '--count', 'HEAD')).toBe('1\n');
    expect(repository.git('show', 'HEAD:n.md')).toBe(clean.replace('A lab', 'Our lab'));
  });
});

describe('what goes wrong', () => {
  test('killed before the index is written: no word is lost, and another run ends it', () => {
    const repository = hooked();
    const staged = MESSY.replace('A lab', 'The lab');
    repository.add('n.md', staged);
    repository.write('n.md', `${staged}\n## Notes\n\nUnstaged words.\n`);
    repository.add('new.md', MESSY);
    const killed = repository.staged(
      [],
      repository.spiedBy('case "$*" in *--index-info*) kill -9 $PPID; sleep 1; exit 1;; esac'),
    );
    expect(killed).toMatchObject({ code: null, stdout: '' });
    expect([repository.blob('n.md'), repository.blob('new.md'), repository.read('new.md')]).toEqual([
      staged,
      MESSY,
      clean,
    ]);
    expect(repository.read('n.md')).toContain('Unstaged words.');
    expect(repository.staged()).toMatchObject({ code: 0, stderr: '2 notes: 2 formatted\n' });
    expect([repository.blob('n.md'), repository.blob('new.md')]).toEqual([clean.replace('A lab', 'The lab'), clean]);
    expect(repository.read('n.md')).toBe(`${clean.replace('A lab', 'The lab')}\n## Notes\n\nUnstaged words.\n`);
    expect([repository.read('new.md'), repository.status()]).toEqual([clean, 'MM n.md\nA  new.md\n']);
  });
  test('killed before the files are written: nothing is changed', () => {
    const repository = hooked();
    repository.add('n.md', MESSY);
    repository.staged([], repository.spiedBy('case "$*" in *--filters*) kill -9 $PPID; sleep 1; exit 1;; esac'));
    expect([repository.blob('n.md'), repository.read('n.md'), repository.status()]).toEqual([
      MESSY,
      MESSY,
      'M  n.md\n',
    ]);
  });
  test('a file that is saved meanwhile is not overwritten, and its index stays', () => {
    const repository = hooked();
    repository.add('n.md', MESSY);
    const path = repository.write('n.md', `${MESSY}\nUnstaged words.\n`);
    repository.add('new.md', MESSY);
    const { code, stdout, stderr } = repository.staged(
      [],
      repository.spiedBy(`case "$*" in *merge-file*) echo 'Saved words.' >> '${path}';; esac`),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'new.md\n' });
    expect(stderr).toMatch(/^error: 'n\.md' changed after it was read\n {2}Run again\.\n/);
    expect(repository.read('n.md')).toBe(`${MESSY}\nUnstaged words.\nSaved words.\n`);
    expect([repository.blob('n.md'), repository.blob('new.md')]).toEqual([MESSY, clean]);
  });
  test('what is staged anew meanwhile stays staged', () => {
    const repository = hooked();
    repository.add('n.md', MESSY);
    repository.add('new.md', MESSY);
    const other = repository.stdin('Other words.\n', 'hash-object', '-w', '--stdin').trim();
    const spy = repository.spiedBy(
      `case "$*" in *ls-files*) $GIT update-index --cacheinfo 100644,${other},n.md;; esac`,
    );
    const { code, stdout, stderr } = repository.staged([], spy);
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'new.md\n' });
    expect(stderr).toMatch(/^error: another program staged 'n\.md' in the meantime\n {2}Run again\.\n/);
    expect([repository.blob('n.md'), repository.blob('new.md')]).toEqual(['Other words.\n', clean]);
  });
  test('while another command of git’s is at work nothing is written', () => {
    const repository = hooked();
    repository.add('n.md', MESSY);
    const lock = repository.write('.git/index.lock', '');
    const { code, stderr } = repository.staged();
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^error: another git command is running in this repository\n {2}Wait .*index\.lock\.\n$/,
      ),
    });
    expect(repository.read('n.md')).toBe(MESSY);
    expect(repository.staged(['--check']).code).toBe(1);
    rmSync(lock);
    expect(repository.staged().stdout).toBe('n.md\n');
  });
  test('no repository, no working files, no git', () => {
    const repository = hooked();
    const outside = folder();
    const nowhere = repository.staged([], { environment: { GIT_DIR: outside } });
    expect(nowhere).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^error: '--staged' needs a git repository\n {2}Run it inside a repository\. git says: /,
      ),
    });
    const inside = repository.staged([], { folder: '.git' });
    expect(inside).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: '--staged' needs a git repository with a working tree/),
    });
    expect(repository.staged([], { environment: { PATH: outside } })).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: '--staged' needs git, but git is not installed\n  Install git, or add it to PATH.\n",
    });
  });
  test('a repository that git refuses: what git says, and its own advice', () => {
    const repository = hooked();
    const foreign = repository.staged([], { environment: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } });
    expect(foreign.code).toBe(2);
    expect(foreign.stderr).toMatch(/^error: git refuses this repository: detected dubious ownership in repository at /);
    expect(foreign.stderr).toMatch(/\n {2}To add .*:\n {4}git config --global --add safe\.directory .*\n$/);
    repository.write('.git/config', '[broken\n');
    expect(repository.staged()).toMatchObject({
      code: 2,
      stderr: 'error: git refuses this repository: bad config line 1 in file .git/config\n  Fix this and run again.\n',
    });
  });
  test('a configuration with a fault is said once', () => {
    const repository = hooked();
    repository.add('a.md', MESSY);
    repository.add('b.md', MESSY);
    file(repository.top, 'copydesk.yaml', 'ntoes: []\n');
    const { code, stderr } = repository.staged();
    expect(code).toBe(2);
    expect(stderr.match(/error: /g)).toHaveLength(1);
    expect(repository.read('a.md')).toBe(MESSY);
  });
  test('what is not UTF-8 stops no commit where it is no note', () => {
    const repository = hooked();
    repository.add('README.md', Buffer.from('# Café\n', 'latin1'));
    repository.add('m.md', MESSY.replace('A lab', 'The lab'));
    expect(repository.staged()).toEqual({
      code: 0,
      stdout: 'm.md\n',
      stderr: '1 note: 1 formatted; 1 file skipped (not a note)\n',
    });
    repository.add('m.md', Buffer.from(MESSY.replace('A lab', 'Un café'), 'latin1'));
    expect(repository.staged()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('m.md:6:7: error: invalid UTF-8 byte'),
    });
  });
  test('it leaves nothing behind', () => {
    const repository = hooked();
    const temporary = folder();
    repository.add('n.md', MESSY.replace('A lab', 'The lab'));
    repository.write('n.md', `${MESSY}\n## Notes\n\nUnstaged words.\n`);
    expect(repository.staged([], { environment: { TMPDIR: temporary } }).code).toBe(0);
    expect(repository.git('ls-files', '--others')).toBe('');
    expect(repository.names(temporary)).toEqual([]);
    expect(repository.names(join(repository.top))).toEqual(['.git', 'n.md']);
  });
});
