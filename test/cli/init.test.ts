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
import { configurationText, HOOKS, type HookName } from '../../src/cli/init/files.ts';
import { readConfiguration } from '../../src/house/read.ts';
import { createSource } from '../../src/text/index.ts';
import { recipe } from '../hooks/recipes.ts';
import { file, folder, note, copydesk as program } from './program.ts';

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

/** Runs the program with the PATH and the git variables of this test. */
function copydesk(args: readonly string[]) {
  const variables = Object.entries(process.env).filter(([name]) => name === 'PATH' || name.startsWith('GIT_'));
  return program(args, { environment: Object.fromEntries(variables) });
}

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: dir, stdio: 'ignore' });
}

/** Every file below the folder, without those of git. */
function files(): string[] {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => !/^\.git(?:$|\/(?!hooks\/pre-commit$))/.test(name) && statSync(name).isFile()).sort();
}

/** The paths of each hook's files in an ordinary repository. */
const PATHS: Readonly<Record<HookName, readonly string[]>> = {
  'pre-commit': ['.pre-commit-config.yaml'],
  lefthook: ['lefthook.yml'],
  'lint-staged': ['.lintstagedrc.json', '.husky/pre-commit'],
  husky: ['.husky/pre-commit'],
  git: ['.git/hooks/pre-commit'],
};

describe('the configuration', () => {
  test('is valid with and without its comments, and does not change a post', async () => {
    const path = file(dir, 'note.md', note());
    const before = await copydesk(['render', path]);
    expect(await copydesk(['init'])).toEqual({ code: 0, stdout: 'copydesk.yaml\n', stderr: '' });
    expect(readFileSync('copydesk.yaml', 'utf8')).toBe(configurationText(['*.md']));
    expect(await copydesk(['render', path])).toEqual(before);
    const chosen = configurationText([]).replace(/^# (?=\w+:)/gm, '');
    const read = readConfiguration(createSource('copydesk.yaml', chosen), CONFIGURATION_SCHEMA, 'the configuration');
    expect(read.diagnostics).toEqual([]);
    const keys = CONFIGURATION_SCHEMA.kind === 'record' ? Object.keys(CONFIGURATION_SCHEMA.keys) : [];
    expect(Object.keys(parse(chosen)).sort()).toEqual(keys.sort());
  });
  test('names its schema if copydesk is installed', async () => {
    file(dir, 'node_modules/copydesk/docs/copydesk.schema.json', '{}');
    expect(await copydesk(['init'])).toMatchObject({ code: 0 });
    const line = '# yaml-language-server: $schema=./node_modules/copydesk/docs/copydesk.schema.json\n';
    expect(readFileSync('copydesk.yaml', 'utf8')).toBe(line + configurationText([]));
    expect((await copydesk(['render', file(dir, 'note.md', note())])).code).toBe(0);
  });
  test.each(['house: abab-zh\n', 'not: [valid\n', ''])('that exists is not changed: %j', async (text) => {
    file(dir, 'copydesk.yaml', text);
    const stderr = 'copydesk.yaml already exists\nNothing to do.\n';
    expect(await copydesk(['init'])).toEqual({ code: 0, stdout: '', stderr });
    expect(readFileSync('copydesk.yaml', 'utf8')).toBe(text);
  });
  test('in a folder above is not hidden by a new one', async () => {
    file(dir, 'copydesk.yaml', 'house: abab-zh\n');
    mkdirSync('stories');
    process.chdir('stories');
    const result = await copydesk(['init']);
    expect(result).toMatchObject({ code: 0, stdout: '' });
    expect(result.stderr).toContain(`${join(dir, 'copydesk.yaml')} already exists\n`);
    expect(existsSync('copydesk.yaml')).toBe(false);
  });
  test('that is a broken link is not changed, and the hook is written', async () => {
    git('init');
    symlinkSync('nowhere.yaml', 'copydesk.yaml');
    const result = await copydesk(['init', '--hook', 'husky']);
    expect(result).toMatchObject({ code: 0, stdout: '.husky/pre-commit\n' });
    expect(existsSync('nowhere.yaml')).toBe(false);
  });
});

describe.each(NAMES)('--hook %s', (name) => {
  const paths = PATHS[name];
  test('writes the recipe of docs/hooks.md', () => {
    const { files, next } = HOOKS[name];
    const steps = recipe(name === 'git' ? 'git alone' : name).slice(0, files.length);
    expect(steps.map(({ path }) => path)).toEqual(paths);
    expect(steps.map(({ text }) => text)).toEqual(files.map(({ text }) => text));
    if (next !== undefined) expect(next.startsWith(steps.at(-1)?.command ?? 'none')).toBe(true);
  });
  test('writes its files and prints the next command', async () => {
    git('init');
    const { code, stdout, stderr } = await copydesk(['init', '--hook', name]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: ['copydesk.yaml', ...paths, ''].join('\n') });
    expect(stderr).toBe(HOOKS[name].next === undefined ? '' : `Now run: ${HOOKS[name].next}\n`);
    expect(files()).toEqual(['copydesk.yaml', ...paths].sort());
    for (const [at, { text }] of HOOKS[name].files.entries()) expect(readFileSync(paths[at] ?? '', 'utf8')).toBe(text);
  });
  test('does nothing the second time', async () => {
    git('init');
    await copydesk(['init', '--hook', name]);
    const { code, stdout, stderr } = await copydesk(['init', '--hook', name]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const lines = paths.map((path, at) => `${path} already runs ${HOOKS[name].files[at]?.runs}\n`);
    expect(stderr).toBe(['copydesk.yaml already exists\n', ...lines, 'Nothing to do.\n'].join(''));
  });
  test('does not change existing files, and accepts them when its lines have been added', async () => {
    git('init');
    const other = '# ours\r\n\u{feff}other: true';
    for (const path of paths) file(dir, path, other);
    const { code, stdout, stderr } = await copydesk(['init', '--hook', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'copydesk.yaml\n' });
    for (const [at, { lines, runs, isExecutable = false }] of HOOKS[name].files.entries()) {
      const path = paths[at] ?? '';
      const advice = `error: '${path}' exists and does not run ${runs}\n  Add these lines to it:\n${lines.join('\n')}\n`;
      expect(stderr).toContain(advice);
      expect(readFileSync(path, 'utf8')).toBe(other);
      file(dir, path, `${other}\n${lines.join('\n# between\n')},\nmore\n`);
      if (isExecutable) chmodSync(path, 0o755);
    }
    expect(await copydesk(['init', '--hook', name])).toMatchObject({ code: 0, stdout: '' });
  });
  test('writes the hook at the top of the repository, and the configuration in the current folder', async () => {
    git('init');
    mkdirSync('desk/stories', { recursive: true });
    process.chdir('desk/stories');
    expect((await copydesk(['init', '--hook', name])).code).toBe(0);
    process.chdir(dir);
    expect(files()).toEqual(['desk/stories/copydesk.yaml', ...paths].sort());
  });
  test('writes nothing outside a repository', async () => {
    const { code, stdout, stderr } = await copydesk(['init', '--hook', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^error: '--hook' needs a git repository\n {2}Run it inside a repository\. git says: not a git/,
    );
    expect(readdirSync(dir)).toEqual([]);
  });
});

test.each([
  ['lint-staged', 'npm test\nnpx lint-staged\n', 0],
  ['lint-staged', '# npx lint-staged\n', 2],
  ['husky', 'npx --no-install copydesk format --staged --allow-none\n', 0],
  ['husky', 'copydesk format --staged\n', 0],
  ['husky', '# copydesk format --staged\n', 2],
  ['husky', 'npm install copydesk\n', 2],
])('%s: a hook with the text %j', async (name, text, code) => {
  git('init');
  file(dir, '.husky/pre-commit', text);
  expect((await copydesk(['init', '--hook', name])).code).toBe(code);
  expect(readFileSync('.husky/pre-commit', 'utf8')).toBe(text);
});

describe('an existing configuration that runs copydesk in any way is accepted', () => {
  const built = recipe('pre-commit')[1]?.text ?? '';
  const commands = ['copydesk format --write --allow-none', 'copydesk check --allow-none'];
  const inComment = built.replace(/- (?=id: copydesk)/g, '# - ').replace('/copydesk', '/other');
  test.each([
    ['the second recipe of docs/hooks.md', 'pre-commit', '.pre-commit-config.yaml', built, 0],
    ['only in a comment', 'pre-commit', '.pre-commit-config.yaml', inComment, 2],
    ['several lines', 'lint-staged', '.lintstagedrc.json', JSON.stringify({ '*.md': commands }, undefined, 2), 0],
    ['YAML', 'lint-staged', '.lintstagedrc.yml', `"*.md":\n${commands.map((one) => `  - ${one}\n`).join('')}`, 0],
    ['package.json', 'lint-staged', 'package.json', JSON.stringify({ 'lint-staged': { '*.md': commands } }), 0],
    [
      'another key of package.json',
      'lint-staged',
      'package.json',
      JSON.stringify({ scripts: { check: 'copydesk check' }, 'lint-staged': { '*.js': 'eslint' } }),
      2,
    ],
    ['check --fix', 'lint-staged', '.lintstagedrc.json', '{ "*.md": "copydesk check --fix --allow-none" }', 0],
  ])('%s', async (_, name, path, text, code) => {
    git('init');
    file(dir, path, text);
    expect((await copydesk(['init', '--hook', name])).code).toBe(code);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe("git's own hook", () => {
  test.each(['.husky', 'config/git'])('under husky is the file that its hooks run: %s', async (path) => {
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
    expect(stderr).toContain(`error: '${path}/pre-commit' exists and does not run copydesk\n`);
    expect(stderr).not.toContain('/_/');
  });
  test('is executable', async () => {
    git('init', '--template=');
    await copydesk(['init', '--hook', 'git']);
    expect(statSync('.git/hooks/pre-commit').mode & 0o100).toBe(0o100);
    chmodSync('.git/hooks/pre-commit', 0o644);
    const { code, stderr } = await copydesk(['init', '--hook', 'git']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      "error: '.git/hooks/pre-commit' is not executable, so git ignores it\n  Run `chmod +x .git/hooks/pre-commit`.\n",
    );
  });
  test.each(['shared', '.config/hooks'])('is written to core.hooksPath: %s', async (path) => {
    git('init');
    git('config', 'core.hooksPath', path);
    mkdirSync('below');
    process.chdir('below');
    const result = await copydesk(['init', '--hook', 'git']);
    expect(result).toMatchObject({ code: 0, stdout: `copydesk.yaml\n${join(dir, path, 'pre-commit')}\n` });
    expect(statSync(join(dir, path, 'pre-commit')).mode & 0o100).toBe(0o100);
  });
  test('is written to the folder that all working trees share', async () => {
    git('init');
    git('commit', '--allow-empty', '-m', 'A');
    git('worktree', 'add', 'other');
    process.chdir('other');
    expect((await copydesk(['init', '--hook', 'git'])).code).toBe(0);
    expect(existsSync(join(dir, '.git/hooks/pre-commit'))).toBe(true);
  });
});

describe('a configuration under another name is found, and no second one is written', () => {
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
    expect(stderr).toContain(`error: '${path}' exists and does not run copydesk\n`);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(files()).not.toContain(PATHS[name as HookName][0]);
  });
  test('a package.json without the key is not a configuration', async () => {
    git('init');
    file(dir, 'package.json', '{ "devDependencies": { "lint-staged": "^16.0.0" } }\n');
    expect((await copydesk(['init', '--hook', 'lint-staged'])).code).toBe(0);
  });
});

test('a file in place of a folder is reported, and the rest is written', async () => {
  git('init');
  file(dir, '.husky', 'a file');
  const { code, stdout, stderr } = await copydesk(['init', '--hook', 'lint-staged']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: 'copydesk.yaml\n.lintstagedrc.json\n' });
  expect(stderr).toMatch(/^error: a parent of '.*' is a file, not a folder\n/);
});

test.each([
  [['--hook', 'precommit'], /unknown hook 'precommit'\n {2}Did you mean 'pre-commit'\?/],
  [['--hook', 'leftook'], /Did you mean 'lefthook'\?/],
  [['--hook', 'mercurial'], /Choose from pre-commit, lefthook, lint-staged, husky, git\./],
  [['--hoook', 'git'], /unknown option '--hoook'\n {2}Did you mean '--hook'\?/],
  [['stories'], /too many arguments/],
])('%j is refused with advice', async (args, message) => {
  const { code, stdout, stderr } = await copydesk(['init', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(readdirSync(dir)).toEqual([]);
});

describe('a repository that git refuses', () => {
  test('has another owner', async () => {
    git('init');
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    const { code, stdout, stderr } = await copydesk(['init', '--hook', 'git']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: git refuses this repository: detected dubious ownership /);
    expect(stderr).toMatch(/\n {4}git config --global --add safe\.directory /);
    expect(stderr).not.toContain('git init');
  });
  test('has an invalid configuration', async () => {
    git('init');
    file(dir, '.git/config', '[broken\n');
    const stderr =
      'error: git refuses this repository: bad config line 1 in file .git/config\n  Fix this and run again.\n';
    expect(await copydesk(['init', '--hook', 'git'])).toEqual({ code: 2, stdout: '', stderr });
  });
  test('has no working tree', async () => {
    git('init', '--bare');
    const { code, stderr } = await copydesk(['init', '--hook', 'git']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: '--hook' needs a git repository with a working tree\n/);
  });
});

test('without git, init writes a configuration but no hook', async () => {
  vi.stubEnv('PATH', dir);
  expect((await copydesk(['init', '--hook', 'git'])).stderr).toMatch(
    /^error: '--hook' needs git, but git is not installed\n/,
  );
  expect((await copydesk(['init'])).code).toBe(0);
});
