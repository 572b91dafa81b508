import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DoctorReport } from '../../../src/cli/doctor/report.ts';
import { file, folder, note, copydesk as program } from '../program.ts';
import { repository } from './desk.ts';

const home = process.cwd();
let dir = '';

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) vi.stubEnv(name, undefined);
  dir = repository();
});

afterEach(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
});

function copydesk(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const environment = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...more };
  return program(args, { environment });
}

async function reportOf(...args: readonly string[]): Promise<DoctorReport> {
  return JSON.parse((await copydesk(['doctor', '--report', 'json', ...args])).stdout);
}

describe('the configuration', () => {
  test('has the line of each value, and the defaults', async () => {
    const { configurations } = await reportOf();
    expect(configurations).toHaveLength(1);
    const [{ path, settings, dictionary, house } = { settings: [] }] = configurations;
    expect([path, dictionary]).toEqual(['copydesk.yaml', { path: 'dictionary.txt', words: 1 }]);
    expect(settings).toContainEqual({
      name: 'exclude',
      value: ['archive'],
      origin: { kind: 'file', path: 'copydesk.yaml', line: 2 },
    });
    expect(settings).toContainEqual({ name: 'bom', value: null, meaning: 'keep them', origin: { kind: 'default' } });
    expect(house).toMatchObject({
      name: 'weekly',
      origin: { kind: 'file', path: 'copydesk.yaml', line: 1 },
      templates: ['weekly/post.txt.hbs'],
    });
    const own = house?.settings ?? [];
    const file = (line: number) => ({ kind: 'file', path: 'weekly/house.yaml', line });
    expect(own).toContainEqual({ name: 'extends', value: ['ap', 'abab'], origin: file(1) });
    expect(own).toContainEqual({ name: 'labels.source', value: 'From: ', origin: file(3) });
    expect(own).toContainEqual(
      expect.objectContaining({ name: 'typography.quotes', origin: { kind: 'house', name: 'ap' } }),
    );
  });

  test('of an inline house has the lines of the configuration', async () => {
    file(dir, 'copydesk.yaml', 'house:\n  extends: weekly\n  labels: { laws: Rules }\n');
    const { configurations } = await reportOf('story.md');
    const settings = configurations[0]?.house.settings ?? [];
    expect(settings).toContainEqual({
      name: 'labels.laws',
      value: 'Rules',
      origin: { kind: 'file', path: 'copydesk.yaml', line: 3 },
    });
    expect(settings.find(({ name }) => name === 'labels.source')?.origin).toMatchObject({ path: 'weekly/house.yaml' });
  });

  test('names the option that chooses the house', async () => {
    const { configurations, notes } = await reportOf('--house', 'ap', 'story.md');
    expect(configurations[0]?.house).toMatchObject({ name: 'ap', origin: { kind: 'option', name: '--house' } });
    expect(notes[0]).toMatchObject({ house: 'ap', origin: { kind: 'option', name: '--house' } });
  });

  test('without a file is the default', async () => {
    process.chdir(folder());
    const { code, stdout, stderr } = await copydesk(['doctor']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('No configuration file (there is no copydesk.yaml above the notes)\n');
    expect(stdout).toMatch(/^ {2}house +abab +default$/m);
    expect(stdout).toContain('Notes\n  no notes found\n');
    file(process.cwd(), 'a.md', note());
    expect((await copydesk(['doctor'])).stdout).toContain('Notes\n  a.md  house abab  lang en  the default house\n');
    expect(stdout).toContain('Hooks\n  no git repository, or git is not installed\n');
  });
});

describe('the notes', () => {
  test('have a house, and why', async () => {
    const { notes } = await reportOf();
    expect(notes).toEqual([
      {
        path: 'story.md',
        configuration: 'copydesk.yaml',
        language: 'en',
        house: 'weekly',
        why: 'the house of the configuration',
        origin: { kind: 'file', path: 'copydesk.yaml', line: 1 },
      },
      {
        path: 'zh.md',
        configuration: 'copydesk.yaml',
        language: 'zh',
        house: 'abab-zh',
        why: "house 'weekly' translates zh",
        origin: { kind: 'file', path: 'weekly/house.yaml', line: 4 },
      },
    ]);
  });

  test('that are skipped have a reason, and the line that excludes them', async () => {
    const { skipped } = await reportOf();
    const at = (path: string, line: number) => ({ kind: 'file', path, line });
    expect([...skipped].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'README.md', why: 'not a note: no note key, section or source line' },
      { path: 'archive/', why: "excluded by 'archive'", origin: at('copydesk.yaml', 2) },
      { path: 'binary.md', why: 'not a text file: encoded as UTF-16 instead of UTF-8' },
      { path: 'broken.md', why: 'a dangling link' },
      { path: 'drafts/', why: "ignored by 'drafts/'", origin: at('.gitignore', 3) },
      { path: 'linked', why: 'a link to a folder, which is not followed' },
      { path: 'node_modules/', why: 'a folder that copydesk never searches' },
      { path: 'wip-b.md', why: "ignored by 'wip-*.md'", origin: at('.copydeskignore', 1) },
    ]);
  });

  test('that are named and ignored have a reason, too', async () => {
    const { notes, skipped } = await reportOf('drafts/a.md', 'archive/old.md');
    expect(notes).toEqual([]);
    expect(skipped.map(({ path, why }) => `${path}: ${why}`)).toEqual([
      "drafts/a.md: ignored by 'drafts/'",
      "archive/old.md: excluded by 'archive'",
    ]);
  });

  test('that notes: does not name are skipped', async () => {
    file(dir, 'copydesk.yaml', 'house: weekly\nnotes: [zh.md]\n');
    const { skipped } = await reportOf();
    expect(skipped).toContainEqual({
      path: 'story.md',
      why: "not a note: matches no pattern of 'notes'",
      origin: { kind: 'file', path: 'copydesk.yaml', line: 2 },
    });
  });

  test.each(['', 'notes: [zh.md]\n', "notes: ['**/*']\n"])(
    'are not the configuration and its houses, with %j',
    async (more) => {
      file(dir, 'copydesk.yaml', `house: weekly\n${more}`);
      file(dir, 'package.json', '{ "name": "desk" }\n');
      const { notes, skipped } = await reportOf();
      const paths = [...notes, ...skipped].map(({ path }) => path);
      expect(paths.filter((path) => /\.(?:yaml|json)$/.test(path))).toEqual([]);
      const named = await reportOf('copydesk.yaml');
      expect(named.skipped).toMatchObject([{ path: 'copydesk.yaml', why: expect.stringMatching(/^not a note: /) }]);
    },
  );

  test('are the same that check and format work on', async () => {
    const { notes } = await reportOf();
    const { stdout } = await copydesk(['format', '--check', '.']);
    const { stderr } = await copydesk(['check', '.']);
    expect(stdout + stderr).toContain(`${notes.length + 1} notes checked`);
  });
});

describe('with errors in a configuration', () => {
  test('reports them once, and everything else', async () => {
    file(dir, 'copydesk.yaml', 'hose: ap\n');
    const { code, stdout, stderr } = await copydesk(['doctor']);
    expect(code).toBe(2);
    expect(stderr.match(/copydesk\.yaml:1:1: error: unknown key 'hose'/g)).toHaveLength(1);
    expect(stdout).toMatch(/^Problems\n {2}copydesk\.yaml:1 {2}unknown key 'hose' in the configuration$/m);
    expect(stdout).toMatch(/^Hooks$/m);
    expect(stdout).toContain('it or its configuration cannot be read');
  });

  test('reports those of a house and of a missing file', async () => {
    file(dir, 'weekly/house.yaml', 'labls: {}\n');
    const { problems } = await reportOf('none.md', 'story.md');
    expect(problems).toMatchObject([
      { path: 'weekly/house.yaml', line: 1, message: "unknown key 'labls' in the house" },
      { path: 'none.md', message: "no such file 'none.md'" },
    ]);
  });
});

describe('the hooks', () => {
  /** A program of this name in node_modules/.bin. */
  function install(name: string, script: string): void {
    const path = file(dir, `node_modules/.bin/${name}`, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  test('of git run copydesk', async () => {
    await copydesk(['init', '--hook', 'git']);
    install('copydesk', 'echo 9.9.9');
    const { hooks } = await reportOf('story.md');
    expect(hooks).toEqual({
      folder: '.git/hooks',
      isConfigured: false,
      runs: '9.9.9',
      files: [
        {
          path: '.git/hooks/pre-commit',
          manager: 'git',
          commands: ['copydesk format --staged --allow-none', 'copydesk check --staged --allow-none'],
          isActive: true,
        },
      ],
    });
  });

  test('that cannot find copydesk are reported', async () => {
    await copydesk(['init', '--hook', 'git']);
    install('copydesk', 'echo out of order >&2; exit 1');
    const { code, stdout } = await copydesk(['doctor', 'story.md']);
    expect(code).toBe(0);
    expect(stdout).toContain('.git/hooks/pre-commit (git): copydesk does not run in this hook: out of order.');
  });

  test('are not searched for in the registry', async () => {
    await copydesk(['init', '--hook', 'lefthook']);
    const path = join(dir, '.git/hooks/pre-commit');
    writeFileSync(path, '#!/bin/sh\nexec lefthook\n');
    install('npx', 'echo "npm error code ENOTCACHED $npm_config_offline" >&2; test "$npm_config_offline" != true');
    const { hooks } = await reportOf('story.md');
    expect(hooks.files).toMatchObject([{ problem: 'copydesk does not run in this hook: npx does not find it' }]);
  });

  test('that are not executable are reported', async () => {
    await copydesk(['init', '--hook', 'git']);
    chmodSync(join(dir, '.git/hooks/pre-commit'), 0o644);
    const { hooks } = await reportOf('story.md');
    expect(hooks.files).toMatchObject([{ problem: 'not executable, so git ignores it' }]);
  });

  test.each(['pre-commit', 'lefthook', 'husky', 'lint-staged'])(
    'of %s that are not installed are reported',
    async (name) => {
      await copydesk(['init', '--hook', name]);
      const { hooks } = await reportOf('story.md');
      expect(hooks.files.length).toBeGreaterThan(0);
      for (const { manager, isActive, problem, commands } of hooks.files) {
        expect({ manager, isActive, problem }).toEqual({
          manager: name,
          isActive: false,
          problem: 'git does not run it',
        });
        expect(commands.length).toBeGreaterThan(0);
      }
    },
  );

  test.each(['pre-commit', 'lefthook'])('of %s are active if git runs it', async (name) => {
    await copydesk(['init', '--hook', name]);
    const path = join(dir, '.git/hooks/pre-commit');
    writeFileSync(path, `#!/bin/sh\n# ${name}\nexec ${name}\n`);
    chmodSync(path, 0o755);
    install('npx', 'test "$1 $2 $3" = "--no-install copydesk --version" && echo 9.9.9');
    const { hooks } = await reportOf('story.md');
    expect(hooks.runs).toBe('9.9.9');
    expect(hooks.files).toMatchObject([{ manager: name, isActive: true }]);
  });

  test('of husky are active if it has set the folder', async () => {
    await copydesk(['init', '--hook', 'husky']);
    install('copydesk', 'echo 9.9.9');
    const { execFileSync } = await import('node:child_process');
    execFileSync('git', ['config', 'core.hooksPath', '.husky/_'], { cwd: dir });
    const { hooks } = await reportOf('story.md');
    expect(hooks).toMatchObject({ isConfigured: true, runs: '9.9.9', files: [{ manager: 'husky', isActive: true }] });
    expect((await copydesk(['doctor', 'story.md'])).stdout).toMatch(/^ {2}folder +\.husky\/_ +core\.hooksPath$/m);
  });

  test('of another program do not count', async () => {
    file(dir, 'lefthook.yml', 'pre-commit:\n  jobs:\n    - run: npm test\n');
    const { stdout } = await copydesk(['doctor', 'story.md']);
    expect(stdout).toContain('lefthook.yml (lefthook): does not run copydesk. Run `copydesk init --hook lefthook`');
  });
});

test('a text for a person is cut, unless --verbose asks for all', async () => {
  for (let at = 10; at < 40; at++) file(dir, `many/${at}.md`, '---\nheadline: A\n---\n');
  const short = (await copydesk(['doctor'])).stdout;
  expect(short).toContain('... and 12 more (use --verbose to show them)');
  const long = (await copydesk(['doctor', '--verbose'])).stdout;
  expect(long).toContain('many/39.md');
  expect(long).not.toContain('more (use --verbose');
});

test('the state of the code cache is one of the environment', async () => {
  const cache = folder();
  const of = async (more: Readonly<Record<string, string>>) => (await copydesk(['doctor', 'story.md'], more)).stdout;
  expect(await of({})).toContain('off: neither XDG_CACHE_HOME nor HOME is set');
  expect(await of({ XDG_CACHE_HOME: cache })).toContain('not written yet (render, format, check, desk)');
  expect(await of({ XDG_CACHE_HOME: cache, NODE_DISABLE_COMPILE_CACHE: '1' })).toContain(
    'off: NODE_DISABLE_COMPILE_CACHE is set',
  );
});

test('titles are bold on a terminal, and names of files are safe', async () => {
  file(dir, 'a\u001b[2Jb.md', '---\nheadline: A\n---\n');
  const commands: readonly (readonly string[])[] = [['doctor'], ['check', '--show-config', '.']];
  for (const args of commands) {
    const { stdout } = await program(args, { terminal: true });
    expect(stdout).toContain('\u001b[1mcopydesk');
    expect(stdout).not.toContain('\\u{1b}[1m');
    expect(stdout).not.toContain('\u001b[2J');
  }
});

test('stdin is no file', async () => {
  expect(await copydesk(['doctor', '-'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("'doctor' reads files"),
  });
});
