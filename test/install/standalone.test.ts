import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { REPORTERS } from '../../src/cli/reporters/index.ts';
import { CARD_NAMES } from '../../src/write/card/names.ts';
import { FEEDS } from '../../src/write/feed/index.ts';
import { FORMATS } from '../../src/write/index.ts';
import { buildPackage } from '../docs/session.ts';

/* The executable prints what the package prints, on a system without Node. */
const root = resolve(import.meta.dirname, '../..');
const dir = mkdtempSync(join(tmpdir(), 'copydesk-standalone-'));
const out = join(dir, 'standalone');
execFileSync(process.execPath, ['esbuild.standalone.mjs', out], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const executable = join(out, 'copydesk');
// Other tests of this project pack the package, which rebuilds dist/.
const built = buildPackage();
const script = join(built, 'bin/copydesk.js');

mkdirSync(join(dir, 'home'));

afterAll(() => {
  for (const folder of [dir, built]) rmSync(folder, { recursive: true, force: true });
});

let runs = 0;

/** A folder with the examples. */
function workspace(): string {
  const folder = join(dir, `run-${runs++}`);
  const examples = join(root, 'examples');
  cpSync(examples, folder, { recursive: true, filter: (path) => !path.startsWith(join(examples, 'posts')) });
  writeFileSync(join(folder, 'broken.md'), '---\nheadline: [A\n---\n\nText\n');
  return folder;
}

/** Runs a command in a folder of its own. @returns what it prints, and every file that it leaves. */
function result([command = '', ...args]: readonly string[], input = '') {
  const cwd = workspace();
  const env = { HOME: join(dir, 'home'), PATH: '/nonexistent', COLUMNS: '80' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, input, maxBuffer: 2 ** 28 });
  // The record of a folder has the times of files.
  const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(cwd, name)).isFile() && !name.endsWith('.copydesk.json'),
  );
  const contents = files.sort().map((name) => [name, readFileSync(join(cwd, name), 'latin1')]);
  rmSync(cwd, { recursive: true });
  return { status, stdout: stdout.toString('latin1'), stderr: stderr.toString(), contents };
}

function expectSame(args: readonly string[], input?: string) {
  const own = result([executable, ...args], input);
  expect(own).toEqual(result([process.execPath, script, ...args], input));
  return own;
}

const note = readFileSync(join(root, 'examples/intelligence-explosion.md'), 'utf8');
const messy = note.replace('This news', 'The the  goverment’s news').replace('## Laws', 'Laws\n----');

describe('the executable does what the package does', () => {
  test('renders the examples to every format', () => {
    const formats = FORMATS.flatMap(({ name }) => ['--to', name]);
    const { contents } = expectSame(['render', '*.md', '*.yaml', ...formats, '--out-dir', 'posts']);
    expect(contents.filter(([name]) => name?.startsWith('posts/')).length).toBeGreaterThan(100);
  });

  test.each(CARD_NAMES)('draws the examples --to %s', (name) => {
    expect(
      expectSame(['render', 'intelligence-explosion.md', 'yanhe-mask-inspection.md', '--to', name, '-d', 'out']),
    ).toMatchObject({
      status: 0,
      stderr: '2 notes: 2 written\n',
    });
  });

  test.each([...FEEDS.map(({ name }) => name), 'index'])('writes a document about the examples --to %s', (name) => {
    expectSame(['render', '.', '--to', name, '--now', '2026-05-07T09:00:00Z']);
  });

  test.each(REPORTERS.map(({ name }) => name))('checks the examples --report %s', (name) => {
    expectSame(['check', '.', '--report', name, '--verbose']);
  });

  test.each<readonly [args: readonly string[], input: string] | readonly [args: readonly string[]]>([
    [['check', '--fix', '-'], messy],
    [['check', '--diff', '-'], messy],
    [['format', '-'], messy],
    [['format', '--diff', '-'], messy],
    [['format', '--check', '.']],
    [['render', '-', '--to', 'html', '--fragment'], messy],
    [['render', 'briefing/quiet-ports.md', '--to', 'text']],
    [['check', 'briefing']],
    [['approve', 'intelligence-explosion.md', '--by', 'Ada', '--at', '2026-05-07T09:00:00Z']],
    [['correct', 'intelligence-explosion.md', 'It opened in May.', '--at', '2026-05-07T09:00:00Z']],
    [['withdraw', 'intelligence-explosion.md', '--at', '2026-05-07T09:00:00Z']],
    [['explain']],
    [['explain', 'repeated-word']],
    [['init', '--hook', 'pre-commit']],
    [['--version']],
    [['--help']],
    ...Object.keys(COMMANDS).map((name) => [['help', name]] as const),
    [['rendr', 'intelligence-explosion.md']],
    [['render', 'missing.md']],
    [['render', 'broken.md']],
    [['check', '.', '--house', 'missing']],
    [[]],
  ])('copydesk %j', (...[args, input]) => {
    expectSame(args, input);
  });

  test('runs worker threads', () => {
    const notes = join(dir, 'many');
    mkdirSync(notes);
    for (let index = 0; index < 300; index++)
      writeFileSync(join(notes, `${index}.md`), messy.replace(/^slug:.*\n/m, ''));
    for (const command of [
      ['render', '--to', 'text'],
      ['check', '--no-cache'],
      ['format', '--check', '--no-cache'],
    ])
      expectSame([...command, notes, '--jobs', '3']);
  });
});

test('a second run of check has the same result from the cache, and the cache has no compiled code', () => {
  const home = join(dir, 'other-home');
  mkdirSync(home);
  const run = () =>
    spawnSync(executable, ['check', join(root, 'examples')], { env: { HOME: home }, encoding: 'utf8' }).stdout;
  expect(run()).toBe(run());
  const cached = readdirSync(join(home, '.cache/copydesk'));
  expect(cached.map((name) => name.slice(name.lastIndexOf('.')))).toEqual(['.cache']);
});

test('V8 takes the code that was compiled for it', () => {
  const probe = join(dir, 'probe.cjs');
  writeFileSync(
    probe,
    `const vm = require('vm'); const { Script } = vm; const seen = [];
     vm.Script = class extends Script { constructor(code, options) { super(code, options); seen.push(this.cachedDataRejected); } };
     process.on('exit', () => console.log(JSON.stringify(seen)));`,
  );
  for (const args of [
    ['render', '--help'],
    ['format', '--help'],
    ['check', '--help'],
  ]) {
    const { stdout } = spawnSync(executable, args, { encoding: 'utf8', env: { NODE_OPTIONS: `--require ${probe}` } });
    expect(stdout.split('\n').at(-2)).toBe('[false]');
  }
});

test('its folder has the licenses and the bill of materials of Node, too', () => {
  expect(readdirSync(out).sort()).toEqual(['LICENSES.txt', 'copydesk', 'sbom.cdx.json']);
  const licenses = readFileSync(join(out, 'LICENSES.txt'), 'utf8');
  expect(licenses).toContain(`Node.js ${process.version}\n\nNode.js is licensed for use as follows:`);
  expect(licenses).toContain(readFileSync(join(root, 'LICENSE'), 'utf8'));
  const { components } = JSON.parse(readFileSync(join(out, 'sbom.cdx.json'), 'utf8'));
  expect(components).toContainEqual(expect.objectContaining({ name: 'node', version: process.versions.node }));
});
