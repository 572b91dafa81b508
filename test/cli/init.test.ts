import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { CONFIGURATION_SCHEMA } from '../../src/cli/config/config-resolver.ts';
import { CONFIGURATION_TEXT, HOOKS, type HookName } from '../../src/cli/init/files.ts';
import { readConfiguration } from '../../src/house/index.ts';
import { createSource } from '../../src/text/index.ts';
import { recipe } from '../hooks/recipes.ts';
import { copydesk, file, folder, note } from './program.ts';

const NAMES = Object.keys(HOOKS) as HookName[];
const home = process.cwd();
let dir = '';

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined);
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  dir = realpathSync(folder());
  process.chdir(dir);
});

afterEach(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
});

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: dir, stdio: 'ignore' });
}

/** Every file below a folder, but for what git keeps. */
function files(): string[] {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => !/^\.git(?:$|\/(?!hooks\/pre-commit$))/.test(name) && statSync(name).isFile()).sort();
}

/** Where each hook's files stand in a repository of the usual kind. */
const STAND: Readonly<Record<HookName, readonly string[]>> = {
  'pre-commit': ['.pre-commit-config.yaml'],
  lefthook: ['lefthook.yml'],
  'lint-staged': ['.lintstagedrc.json', '.husky/pre-commit'],
  husky: ['.husky/pre-commit'],
  git: ['.git/hooks/pre-commit'],
};

describe('the configuration', () => {
  test('is written, is valid as it is and with every choice made, and changes nothing', async () => {
    const path = file(dir, 'note.md', note());
    const before = await copydesk(['render', path]);
    expect(await copydesk(['init'])).toEqual({ code: 0, stdout: 'copydesk.yaml\n', stderr: '' });
    expect(readFileSync('copydesk.yaml', 'utf8')).toBe(CONFIGURATION_TEXT);
    expect(await copydesk(['render', path])).toEqual(before);
    const chosen = CONFIGURATION_TEXT.replace(/^# (?=\w+:)/gm, '');
    const read = readConfiguration(createSource('copydesk.yaml', chosen), CONFIGURATION_SCHEMA, 'the configuration');
    expect(read.diagnostics).toEqual([]);
    const keys = CONFIGURATION_SCHEMA.kind === 'record' ? Object.keys(CONFIGURATION_SCHEMA.keys) : [];
    expect(Object.keys(parse(chosen)).sort()).toEqual(keys.sort());
  });
  test('names its schema to editors where copydesk is installed', async () => {
    file(dir, 'node_modules/copydesk/docs/copydesk.schema.json', '{}');
    expect(await copydesk(['init'])).toMatchObject({ code: 0 });
    const line = '# yaml-language-server: $schema=./node_modules/copydesk/docs/copydesk.schema.json\n';
    expect(readFileSync('copydesk.yaml', 'utf8')).toBe(line + CONFIGURATION_TEXT);
    expect((await copydesk(['render', file(dir, 'note.md', note())])).code).toBe(0);
  });
  test.each(['house: abab-zh\n', 'not: [valid\n', ''])('that is there, as %j, is left', async (text) => {
    file(dir, 'copydesk.yaml', text);
    const said = 'copydesk.yaml is there already\nEverything is there already.\n';
    expect(await copydesk(['init'])).toEqual({ code: 0, stdout: '', stderr: said });
    expect(readFileSync('copydesk.yaml', 'utf8')).toBe(text);
  });
  test('that is there above is not shadowed by one that says less', async () => {
    file(dir, 'copydesk.yaml', 'house: abab-zh\n');
    mkdirSync('stories');
    process.chdir('stories');
    const result = await copydesk(['init']);
    expect(result).toMatchObject({ code: 0, stdout: '' });
    expect(result.stderr).toContain(`${join(dir, 'copydesk.yaml')} is there already\n`);
    expect(existsSync('copydesk.yaml')).toBe(false);
  });
  test('that is a link to nowhere is left, and what else is asked for is written', async () => {
    git('init');
    symlinkSync('nowhere.yaml', 'copydesk.yaml');
    const result = await copydesk(['init', '--hook', 'husky']);
    expect(result).toMatchObject({ code: 0, stdout: '.husky/pre-commit\n' });
    expect(existsSync('nowhere.yaml')).toBe(false);
  });
});

describe.each(NAMES)('--hook %s', (name) => {
  const paths = STAND[name];
  test('writes the recipe of docs/hooks.md', () => {
    const { files, next } = HOOKS[name];
    const steps = recipe(name === 'git' ? 'git alone' : name).slice(0, files.length);
    expect(steps.map(({ path }) => path)).toEqual(paths);
    expect(steps.map(({ text }) => text)).toEqual(files.map(({ text }) => text));
    if (next !== undefined) expect(next.startsWith(steps.at(-1)?.command ?? 'none')).toBe(true);
  });
  test('writes its files, with what is left to do', async () => {
    git('init');
    const { code, stdout, stderr } = await copydesk(['init', '--hook', name]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: ['copydesk.yaml', ...paths, ''].join('\n') });
    expect(stderr).toBe(HOOKS[name].next === undefined ? '' : `Now run: ${HOOKS[name].next}\n`);
    expect(files()).toEqual(['copydesk.yaml', ...paths].sort());
    for (const [at, { text }] of HOOKS[name].files.entries()) expect(readFileSync(paths[at] ?? '', 'utf8')).toBe(text);
  });
  test('a second time says that everything is there', async () => {
    git('init');
    await copydesk(['init', '--hook', name]);
    const { code, stdout, stderr } = await copydesk(['init', '--hook', name]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const there = ['copydesk.yaml', ...paths].map((path) => `${path} is there already\n`).join('');
    expect(stderr).toBe(`${there}Everything is there already.\n`);
  });
  test('leaves what is there, byte for byte, and is content once its lines have been added', async () => {
    git('init');
    const other = '# ours\r\n\u{feff}other: true';
    for (const path of paths) file(dir, path, other);
    const { code, stdout, stderr } = await copydesk(['init', '--hook', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'copydesk.yaml\n' });
    for (const [at, { lines, isExecutable = false }] of HOOKS[name].files.entries()) {
      const path = paths[at] ?? '';
      const advice = `error: ${path} is there already, and was left as it is\n  Add these lines to it:\n${lines.join('\n')}\n`;
      expect(stderr).toContain(advice);
      expect(readFileSync(path, 'utf8')).toBe(other);
      file(dir, path, `${other}\n${lines.join('\n# between\n')},\nmore\n`);
      if (isExecutable) chmodSync(path, 0o755);
    }
    expect(await copydesk(['init', '--hook', name])).toMatchObject({ code: 0, stdout: '' });
  });
  test('belongs at the top of the repository, the configuration where one stands', async () => {
    git('init');
    mkdirSync('desk/stories', { recursive: true });
    process.chdir('desk/stories');
    expect((await copydesk(['init', '--hook', name])).code).toBe(0);
    process.chdir(dir);
    expect(files()).toEqual(['desk/stories/copydesk.yaml', ...paths].sort());
  });
  test('outside a repository is refused, and nothing is written', async () => {
    const { code, stdout, stderr } = await copydesk(['init', '--hook', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^error: a hook needs a repository of git, and this folder is in none\n {2}git says: not a git/,
    );
    expect(stderr).toContain('git init');
    expect(readdirSync(dir)).toEqual([]);
  });
});

test.each([
  ['lint-staged', 'npm test\nnpx lint-staged\n', 0],
  ['lint-staged', '# npx lint-staged\n', 2],
  ['husky', 'npx --no-install copydesk format --staged --allow-none\n', 0],
  ['husky', 'copydesk format --staged\n', 2],
])('%s: a hook that says %j', async (name, text, code) => {
  git('init');
  file(dir, '.husky/pre-commit', text);
  expect((await copydesk(['init', '--hook', name])).code).toBe(code);
  expect(readFileSync('.husky/pre-commit', 'utf8')).toBe(text);
});

describe('the same in another layout, or by other means, is as wanted', () => {
  const built = recipe('pre-commit')[1]?.text ?? '';
  const commands = ['copydesk format --write --allow-none', 'copydesk check --allow-none'];
  test.each([
    ['the second recipe of docs/hooks.md', 'pre-commit', '.pre-commit-config.yaml', built, 0],
    [
      'its hooks in braces, the other way round',
      'pre-commit',
      '.pre-commit-config.yaml',
      'repos:\n  - repo: ../copydesk\n    hooks: [{ id: copydesk-check }, { id: copydesk-format }]\n',
      0,
    ],
    [
      'the one that stands for both',
      'pre-commit',
      '.pre-commit-config.yaml',
      built.replace(/ +- id: copydesk-format\n/, '').replace('-check', '-fix'),
      0,
    ],
    ['one of two', 'pre-commit', '.pre-commit-config.yaml', built.replace(/ +- id: copydesk-check\n/, ''), 2],
    [
      'one that only looks',
      'pre-commit',
      '.pre-commit-config.yaml',
      built.replace('copydesk-format', 'copydesk-format-check'),
      2,
    ],
    [
      'one in a comment',
      'pre-commit',
      '.pre-commit-config.yaml',
      built.replace('- id: copydesk-check', '# - id: copydesk-check'),
      2,
    ],
    [
      'hooks of these names under local',
      'pre-commit',
      '.pre-commit-config.yaml',
      built.replace(/https:\S+/, 'local'),
      2,
    ],
    ['several lines', 'lint-staged', '.lintstagedrc.json', JSON.stringify({ '*.md': commands }, undefined, 2), 0],
    ['YAML', 'lint-staged', '.lintstagedrc.yml', `"*.md":\n${commands.map((one) => `  - ${one}\n`).join('')}`, 0],
    [
      'package.json',
      'lint-staged',
      'package.json',
      JSON.stringify({ 'lint-staged': { '*.md': commands } }, undefined, 2),
      0,
    ],
    ['fixes', 'lint-staged', '.lintstagedrc.json', '{ "*.md": "copydesk check --fix --allow-none" }', 0],
    ['the check first', 'lint-staged', '.lintstagedrc.json', JSON.stringify({ '*.md': commands.toReversed() }), 2],
  ])('%s', async (_, name, path, text, code) => {
    git('init');
    file(dir, path, text);
    expect((await copydesk(['init', '--hook', name])).code).toBe(code);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe("git's own hook", () => {
  test.each(['.husky', 'config/git'])('under husky, whose hooks are made anew, is what they run: %s', async (path) => {
    git('init');
    git('config', 'core.hooksPath', `${path}/_`);
    for (const name of ['h', 'pre-commit']) file(dir, `${path}/_/${name}`, 'made\n');
    const written = await copydesk(['init', '--hook', 'git']);
    expect(written).toEqual({ code: 0, stdout: `copydesk.yaml\n${path}/pre-commit\n`, stderr: '' });
    expect(readFileSync(`${path}/pre-commit`, 'utf8')).toBe(HOOKS.husky.files[0]?.text);
    expect(await copydesk(['init', '--hook', 'git'])).toMatchObject({ code: 0 });
    file(dir, `${path}/pre-commit`, 'npm test\n');
    const { code, stderr } = await copydesk(['init', '--hook', 'git']);
    expect(code).toBe(2);
    expect(stderr).toContain(`error: ${path}/pre-commit is there already, and was left as it is\n`);
    expect(stderr).not.toContain('/_/');
  });
  test('is a program', async () => {
    git('init', '--template=');
    await copydesk(['init', '--hook', 'git']);
    expect(statSync('.git/hooks/pre-commit').mode & 0o100).toBe(0o100);
    chmodSync('.git/hooks/pre-commit', 0o644);
    const { code, stderr } = await copydesk(['init', '--hook', 'git']);
    expect(code).toBe(2);
    expect(stderr).toContain('is no program: git passes over it\n  Make it one: chmod +x .git/hooks/pre-commit\n');
  });
  test.each(['shared', '.config/hooks'])('stands where core.hooksPath is: %s', async (path) => {
    git('init');
    git('config', 'core.hooksPath', path);
    mkdirSync('below');
    process.chdir('below');
    const result = await copydesk(['init', '--hook', 'git']);
    expect(result).toMatchObject({ code: 0, stdout: `copydesk.yaml\n${join(dir, path, 'pre-commit')}\n` });
    expect(statSync(join(dir, path, 'pre-commit')).mode & 0o100).toBe(0o100);
  });
  test('stands where all working trees find it', async () => {
    git('init');
    git('commit', '--allow-empty', '-m', 'A');
    git('worktree', 'add', 'other');
    process.chdir('other');
    expect((await copydesk(['init', '--hook', 'git'])).code).toBe(0);
    expect(existsSync(join(dir, '.git/hooks/pre-commit'))).toBe(true);
  });
});

describe('a configuration under another name is found before there are two', () => {
  test.each([
    ['lefthook', '.lefthook.toml', 'x = 1\n'],
    ['lefthook', 'lefthook.yaml', 'pre-push: {}\n'],
    ['lint-staged', 'lint-staged.config.mjs', 'export default {}\n'],
    ['lint-staged', '.lintstagedrc', '{}\n'],
    ['lint-staged', 'package.json', '{ "lint-staged": { "*.js": "eslint" } }\n'],
  ])('%s: %s', async (name, path, text) => {
    git('init');
    file(dir, path, text);
    const { code, stderr } = await copydesk(['init', '--hook', name]);
    expect(code).toBe(2);
    expect(stderr).toContain(`error: ${path} is there already, and was left as it is\n`);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(files()).not.toContain(STAND[name as HookName][0]);
  });
  test('a package.json without it is none', async () => {
    git('init');
    file(dir, 'package.json', '{ "devDependencies": { "lint-staged": "^16.0.0" } }\n');
    expect((await copydesk(['init', '--hook', 'lint-staged'])).code).toBe(0);
  });
});

test('what stands in the way is said, and the rest is written', async () => {
  git('init');
  file(dir, '.husky', 'a file');
  const { code, stdout, stderr } = await copydesk(['init', '--hook', 'lint-staged']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: 'copydesk.yaml\n.lintstagedrc.json\n' });
  expect(stderr).toMatch(/^error: a part of the path is a file, not a folder: /);
});

test.each([
  [['--hook', 'precommit'], /no hook is called precommit\n {2}Did you mean 'pre-commit'\?/],
  [['--hook', 'leftook'], /Did you mean 'lefthook'\?/],
  [['--hook', 'mercurial'], /There are pre-commit, lefthook, lint-staged, husky, git\./],
  [['--hoook', 'git'], /unknown option '--hoook'\n {2}Did you mean '--hook'\?/],
  [['stories'], /too many arguments/],
])('%j is refused with advice', async (args, message) => {
  const { code, stdout, stderr } = await copydesk(['init', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(readdirSync(dir)).toEqual([]);
});

describe('a repository that git refuses is said to be one', () => {
  test('of another owner', async () => {
    git('init');
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    const { code, stdout, stderr } = await copydesk(['init', '--hook', 'git']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: git refuses this repository: detected dubious ownership /);
    expect(stderr).toMatch(/\n {4}git config --global --add safe\.directory /);
    expect(stderr).not.toContain('git init');
  });
  test('with a configuration that cannot be read', async () => {
    git('init');
    file(dir, '.git/config', '[broken\n');
    const stderr =
      'error: git refuses this repository: bad config line 1 in file .git/config\n  Fix this and run again.\n';
    expect(await copydesk(['init', '--hook', 'git'])).toEqual({ code: 2, stdout: '', stderr });
  });
  test('without working files', async () => {
    git('init', '--bare');
    const { code, stderr } = await copydesk(['init', '--hook', 'git']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: a hook needs a repository with working files, and there are none here\n/);
  });
});

test('without git a hook cannot be written, a configuration can', async () => {
  vi.stubEnv('PATH', dir);
  expect((await copydesk(['init', '--hook', 'git'])).stderr).toMatch(
    /^error: a hook needs git, which could not be run\n/,
  );
  expect((await copydesk(['init'])).code).toBe(0);
});
