import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { need } from './machine.ts';
import { recipe, root, type Step } from './recipes.ts';
import { Repository } from './repository.ts';
import { scenarios } from './scenarios.ts';
import { shaped, story, UNREADABLE } from './stories.ts';

const [local, cloned, ...more] = recipe('pre-commit');
if (!local || !cloned || more.length > 0) throw new Error('docs/hooks.md has two recipes for pre-commit');

const fromClone = cloned;

beforeAll(() => need('pre-commit'));

describe('pre-commit, with the copydesk of the machine', () =>
  scenarios({ steps: [local], stops: true, handsOver: true }));

/** A repository with what this one would have if all were committed, and the tag that the recipe names. */
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

describe('pre-commit, from a clone of this repository', () => {
  let source = '';
  let home = '';

  beforeAll(() => {
    source = clone();
    home = mkdtempSync(join(tmpdir(), 'copydesk-pre-commit-'));
  });
  afterAll(() => {
    for (const folder of [source, home]) rmSync(folder, { recursive: true });
  });

  /** A repository with the recipe, of which one hook alone is left; what pre-commit has built, the next one finds. */
  function withHook(id: string): Repository {
    const made = new Repository();
    onTestFinished(() => made.remove());
    // npm is configured as on the machine: what a build needs comes from its cache or its registry.
    Object.assign(made.env, { HOME: process.env.HOME, npm_config_offline: 'false', npm_config_prefer_offline: 'true' });
    made.env.PRE_COMMIT_HOME = home;
    made.follow([recipeWith(id)]);
    return made;
  }

  function recipeWith(id: string): Step {
    const [repository = ''] = fromClone.text.split(/^ +- id: /m);
    return { ...fromClone, text: `${repository.replace(/(?<=repo: ).*/, source)}      - id: ${id}\n` };
  }

  test('it builds the hooks, and runs them without a network', async () => {
    const made = withHook('copydesk-format');
    made.must('pre-commit', 'validate-manifest', join(source, '.pre-commit-hooks.yaml'));
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

    made.follow([recipeWith('copydesk-format-check')]);
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

  test('copydesk-check stops the commit of a note with an error, and changes nothing', () => {
    const made = withHook('copydesk-check');
    const sourceless = story().replace('source: The Lab\n', '');
    made.stage({ 'a.md': sourceless, 'README.md': '# A desk  \n' });
    const stopped = made.commit();
    expect(stopped.status, stopped.output).toBe(1);
    expect(stopped.output).toMatch(/copydesk check\.+Failed\n- hook id: copydesk-check\n- exit code: 1\n/);
    expect(stopped.output).toMatch(/^a\.md:1:1: error: missing source \[missing-source\]$/m);
    expect(made.read('a.md')).toBe(sourceless);
    made.stage({ 'a.md': story() });
    const passed = made.commit();
    expect(passed.status, passed.output).toBe(0);
    expect(made.committed('a.md')).toBe(story());
  });

  test('copydesk-fix puts a note right, stops for a look, and passes', async () => {
    const made = withHook('copydesk-fix');
    made.stage({ 'a.md': story().replace('A lab opened.', 'The the lab opened ‘at night’.'), 'b.txt': 'the the\n' });
    const stopped = made.commit();
    expect(stopped.status, stopped.output).toBe(1);
    expect(stopped.output).toMatch(
      /copydesk check --fix\.+Failed\n- hook id: copydesk-fix\n- files were modified by this hook/,
    );
    made.git('add', 'a.md');
    const passed = made.commit();
    expect(passed.status, passed.output).toBe(0);
    expect(made.committed('a.md')).toBe(await shaped(story().replace('A lab opened.', "The lab opened 'at night'.")));
    expect(made.committed('b.txt')).toBe('the the\n');
  });
});

test('the recipe names the revision of this version', () => {
  expect(cloned.text).toContain(`rev: v${manifest.version}\n`);
});
