import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate as validateDockerfile } from 'dockerfile-utils';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

/* The files that other programs read, by the parsers of these programs. */
const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** GitHub's language service, bundled, because it imports JSON as only bundlers allow it. */
async function loadLanguageService(): Promise<typeof import('@actions/languageservice')> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-ci-'));
  const outfile = join(folder, 'service.mjs');
  await build({
    entryPoints: ['@actions/languageservice'],
    absWorkingDir: root,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const service = await import(outfile);
  rmSync(folder, { recursive: true });
  return service;
}

const { validate } = await loadLanguageService();

/** What GitHub's language service says of a workflow or an action. */
async function problems(name: string, text: string): Promise<readonly string[]> {
  const found = await validate(TextDocument.create(`file:///${name}`, 'yaml', 1, text));
  return found.map(({ range, message }) => `${name}:${range.start.line + 1}: ${message}`);
}

/** The workflows in the documentation. */
const documented = ['docs/check.md'].flatMap((page): readonly (readonly [name: string, text: string])[] =>
  [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, text = '']) => text)
    .filter((text) => text.includes('runs-on:'))
    .map((text, index) => [`.github/workflows/${basename(page, '.md')}-${index + 1}.yml`, text] as const),
);

describe('workflows and the action', () => {
  test.each<readonly [name: string, text: string]>([
    ['.github/workflows/ci.yml', read('.github/workflows/ci.yml')],
    ['action.yml', read('action.yml')],
    ...documented,
  ])('%s is valid', async (name, text) => {
    expect(await problems(name, text)).toEqual([]);
  });

  test('the documentation has workflows', () => expect(documented.length).toBeGreaterThan(1));

  test('a mistake is found', async () => {
    // The service remembers a file by its name.
    const workflow = read('.github/workflows/ci.yml').replace('runs-on', 'run-on');
    expect(await problems('.github/workflows/wrong.yml', workflow)).not.toEqual([]);
    expect(await problems('wrong/action.yml', read('action.yml').replace('inputs.notes', 'input.notes'))).not.toEqual(
      [],
    );
  });

  test('the workflow gives the action inputs that it has', () => {
    const { jobs } = parse(read('.github/workflows/ci.yml'));
    const { inputs } = parse(read('action.yml'));
    const step = jobs.action.steps.find(({ uses }: { uses?: string }) => uses === './');
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
  });

  test('shellcheck finds nothing in the scripts', () => {
    const { runs } = parse(read('action.yml'));
    const scripts: readonly string[] = runs.steps.map(({ run }: { run: string }) => run);
    for (const script of [...scripts.map((run) => `#!/usr/bin/env bash\n${run}`), read('.ci/run')]) {
      const { status, stdout, error } = spawnSync('shellcheck', ['-'], { input: script, encoding: 'utf8' });
      expect({ status, stdout, error }).toEqual({ status: 0, stdout: '', error: undefined });
    }
  });
});

describe('the container file', () => {
  const text = read('Dockerfile');
  const instructions = DockerfileParser.parse(text).getInstructions();
  const last = instructions.slice(instructions.findLastIndex((one) => one.getKeyword() === 'FROM'));
  const argumentsOf = (keyword: string) =>
    last.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent());

  test('is valid', () => {
    expect(validateDockerfile(text)).toEqual([]);
  });

  test('runs as another user than root, with a small base of a fixed version', () => {
    expect(argumentsOf('USER')).toEqual(['node']);
    expect(argumentsOf('FROM')).toEqual([expect.stringMatching(/^node:\d+-\w+-slim$/)]);
  });

  test('puts only the package into the image', () => {
    expect(argumentsOf('COPY')).toEqual(['/package /usr/local']);
    expect(text).toContain('\nCOPY --from=package /package /usr/local\n');
    expect([...argumentsOf('RUN'), ...argumentsOf('ADD')]).toEqual([]);
  });

  test('the context has what git has', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const line of read('.gitignore').split('\n').filter(Boolean))
      expect(ignored).toContain(line.replace(/^\/|\/$/g, ''));
  });
});
