import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { need } from './machine.ts';
import { recipe, root } from './readme.ts';
import { Repository } from './repository.ts';
import { scenarios } from './scenarios.ts';
import { shaped, story, UNREADABLE } from './stories.ts';

const [local, cloned, ...more] = recipe('pre-commit');
if (!local || !cloned || more.length > 0) throw new Error('the README has two recipes for pre-commit');

beforeAll(() => need('pre-commit'));

describe('pre-commit, with the copydesk of the machine', () =>
  scenarios({ steps: [local], stops: true, handsOver: true }));

/** A repository with what this one would have if all were committed, and the tag that the README names. */
function clone(): string {
  const dir = mkdtempSync(join(tmpdir(), 'copydesk-clone-'));
  const git = (cwd: string, ...args: readonly string[]): string => {
    const { GIT_DIR: _, GIT_INDEX_FILE: __, GIT_WORK_TREE: ___, ...env } = process.env;
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@desk.example'];
    const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  const there = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  const removed = new Set(git(root, 'ls-files', '-z', '--deleted').split('\0'));
  for (const name of there) if (name !== '' && !removed.has(name)) cpSync(join(root, name), join(dir, name));
  git(dir, 'init');
  git(dir, 'add', '.');
  git(dir, 'commit', '--no-verify', '--message=As it is');
  git(dir, 'tag', `v${manifest.version}`);
  return dir;
}

test('pre-commit builds the hooks from a clone of this repository, and runs them without a network', async () => {
  const source = clone();
  const made = new Repository();
  onTestFinished(() => {
    made.remove();
    rmSync(source, { recursive: true });
  });
  // npm is configured as on the machine: what a build needs comes from its cache or its registry.
  Object.assign(made.env, { HOME: process.env.HOME, npm_config_offline: 'false', npm_config_prefer_offline: 'true' });
  const text = cloned.text.replace(/(?<=repo: ).*/, source);
  made.must('pre-commit', 'validate-manifest', join(source, '.pre-commit-hooks.yaml'));
  made.follow([{ ...cloned, text }]);
  made.stage({ 'a.md': story() });
  const first = made.commit();
  expect(first.status, first.output).toBe(1);
  expect(first.output).toMatch(
    /copydesk format\.+Failed\n- hook id: copydesk-format\n- files were modified by this hook/,
  );
  Object.assign(made.env, { npm_config_offline: 'true', npm_config_registry: 'http://127.0.0.1:9' });
  made.git('add', 'a.md');
  const second = made.commit();
  expect(second.status, second.output).toBe(0);
  expect(made.committed('a.md')).toBe(await shaped(story()));

  made.follow([{ ...cloned, text: text.replace('id: copydesk-format', 'id: copydesk-format-check') }]);
  made.stage({ 'b.md': story('B'), 'bad.md': UNREADABLE, 'README.md': '# A desk  \n' });
  const stopped = made.commit();
  expect(stopped.status, stopped.output).toBe(1);
  expect(stopped.output).toMatch(
    /copydesk format --check\.+Failed\n- hook id: copydesk-format-check\n- exit code: 2\n/,
  );
  expect(stopped.output).toMatch(/^b\.md$/m);
  expect(made.read('b.md')).toBe(story('B'));
  expect(readFileSync(join(made.dir, 'bad.md'))).toEqual(UNREADABLE);
  expect(made.calls).toBe(0);
});

test('the README names the revision of this version', () => {
  expect(cloned.text).toContain(`rev: v${manifest.version}\n`);
});
