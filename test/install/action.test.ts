import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/* The scripts of the action, run as a runner runs them. */
const root = resolve(import.meta.dirname, '../..');

interface Step {
  readonly name: string;
  readonly run: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

const { inputs, runs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};

let repository = '';

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'copydesk-action-'));
});

/** Runs a step with inputs. `${{ … }}` is replaced as GitHub does it. */
function run(name: string, given: Readonly<Record<string, string>> = {}, action = root, path: readonly string[] = []) {
  const step = runs.steps.find((one) => one.name === name);
  if (!step) throw new Error(`no step '${name}'`);
  const value = (text: string) =>
    text.replace(/\$\{\{ (?:github\.action_path|inputs\.([\w-]+)) \}\}/g, (_, input?: string) =>
      input === undefined ? action : (given[input] ?? inputs[input]?.default ?? ''),
    );
  const env = Object.fromEntries(Object.entries(step.env).map(([key, text]) => [key, value(text)]));
  const result = spawnSync(step.shell, ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    cwd: join(repository, value(step['working-directory'] ?? '.')),
    encoding: 'utf8',
    env: { HOME: repository, PATH: [...path, dirname(process.execPath), process.env.PATH].join(delimiter), ...env },
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

const note = readFileSync(join(root, 'examples/intelligence-explosion.md'), 'utf8');
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(repository, name)), { recursive: true });
  writeFileSync(join(repository, name), text);
};

describe('checking notes', () => {
  const check = (given?: Readonly<Record<string, string>>) => run('Check the notes', given);

  test('passes for a note without problems', () => {
    write('story.md', note);
    expect(check({ options: '--max-warnings 0' })).toMatchObject({ status: 0 });
  });

  test('annotates each finding, and fails for an error', () => {
    write('desk/story.md', note.replace('source: Public Information\n', '').replace('This news', 'The the news'));
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(stdout).toContain(
      '::warning file=desk/story.md,line=11,endLine=11,col=1,endColumn=7,title=copydesk repeated-word::',
    );
    expect(stdout).toMatch(/^::error file=desk\/story\.md,/m);
  });

  test('takes options, and notes one per line', () => {
    write('one note.md', note.replace('This news', 'The the news'));
    write('two.md', note.replace('This news', 'The the news'));
    const { status, stdout } = check({
      options: '--fail-on warning\n  --rule repeated-word',
      notes: 'one note.md\n\n',
    });
    expect(status).toBe(1);
    expect(stdout.match(/^::/gm)).toHaveLength(1);
    expect(stdout).toContain('file=one note.md,');
  });

  test('runs in another folder', () => {
    write('desk/story.md', note);
    expect(check({ 'working-directory': 'desk' })).toMatchObject({ status: 0 });
  });

  test('never runs what an input says', () => {
    write('story.md', note);
    const hostile = '$(touch hacked)`touch hacked`; touch hacked\n"; touch hacked; "';
    expect(check({ notes: hostile }).status).not.toBe(0);
    expect(check({ options: hostile }).status).toBe(2);
    expect(existsSync(join(repository, 'hacked'))).toBe(false);
  });

  test('says that there is no note', () => {
    const { status, stderr } = check();
    expect(status).toBe(4);
    expect(stderr).toContain('no');
    expect(check({ options: '--allow-none' })).toMatchObject({ status: 0 });
  });
});

describe('building', () => {
  /** A program that prints its arguments, and exits with a code. */
  function stub(name: string, code = 0): string {
    const folder = join(repository, 'bin');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*"\nexit ${code}\n`);
    chmodSync(join(folder, name), 0o755);
    return folder;
  }

  test('does nothing for an action that is built', () => {
    expect(run('Build copydesk', {}, root, [stub('npm')])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('installs what the build needs, without scripts of packages, and builds', () => {
    expect(run('Build copydesk', {}, repository, [stub('npm')])).toEqual({
      status: 0,
      stdout: 'npm ci --ignore-scripts --no-audit --no-fund --loglevel=error\nnpm run --silent build\n',
      stderr: '',
    });
  });

  test('stops if the installation fails', () => {
    expect(run('Build copydesk', {}, repository, [stub('npm', 1)])).toMatchObject({ status: 1 });
  });

  test('says that Node is missing or too old', () => {
    const { status, stdout } = run('Build copydesk', {}, root, [stub('node', 1)]);
    expect(status).toBe(2);
    expect(stdout).toMatch(/^::error title=copydesk::copydesk needs Node 20\.20 or newer\./m);
  });
});
