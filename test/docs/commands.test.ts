import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildPackage, root, runPage } from './session.ts';

/* Every command in a `console` block is run, and prints what the page shows. UPDATE=1 writes what it prints into the page. */
const PAGES = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((page) => /^`{3,}console$/m.test(readFileSync(join(root, page), 'utf8')));

let built = '';

beforeAll(() => {
  built = buildPackage();
}, 120_000);

test.each(PAGES)(
  '%s shows the real output of its commands',
  (page) => {
    const path = join(root, page);
    const text = readFileSync(path, 'utf8');
    const real = runPage(page.replace(/^docs\//, ''), text, built);
    if (process.env.UPDATE) writeFileSync(path, real);
    expect(readFileSync(path, 'utf8')).toBe(real);
  },
  120_000,
);

/* The lists of commands in `sh` blocks show no output. Each command works in a repository with a note and a folder of notes. */
const LISTS = ['README.md', 'docs/approve.md', 'docs/check.md', 'docs/format.md'];
const COMMANDS = LISTS.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/ +# .*$/, ''))
    .filter((line) => /(?:^|\| )copydesk /.test(line))
    .map((command) => [page, command]),
);

test.each(COMMANDS)(
  '%s: %s',
  async (_, command = '') => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-list-'));
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, env, stdio: 'pipe' });
    mkdirSync(join(folder, '.bin'));
    writeFileSync(
      join(folder, '.bin/copydesk'),
      `#!/bin/sh\nexec "${process.execPath}" "${built}/bin/copydesk.js" "$@"\n`,
      {
        mode: 0o755,
      },
    );
    writeFileSync(join(folder, '.bin/jq'), '#!/bin/sh\ncat\n', { mode: 0o755 });
    const identity = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@b.example',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@b.example',
    };
    const env = {
      PATH: [join(folder, '.bin'), process.env.PATH].join(delimiter),
      XDG_CACHE_HOME: join(built, '.cache'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      ...identity,
    };
    const example = join(root, 'examples/intelligence-explosion.md');
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message=Nothing yet');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    for (const name of ['story.md', 'notes/one.md']) cpSync(example, join(folder, name));
    writeFileSync(join(folder, 'notes/two.md'), readFileSync(example, 'utf8').replace(/^slug: .*$/m, 'slug: two'));
    git('add', '.');
    if (command.startsWith('git diff')) appendFileSync(join(folder, 'story.md'), '\n\n');
    if (command.startsWith('copydesk preview --browser')) return expectServer(command, { cwd: folder, env });
    const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect(stderr).not.toMatch(/error:/);
    expect(status).toBe(0);
  },
  120_000,
);

/** A command that serves pages until Ctrl+C prints their URL first. */
async function expectServer(command: string, options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }) {
  const child = spawn('bash', ['-c', `exec ${command} --no-open`], options);
  const code = new Promise((resolve) => child.once('exit', resolve));
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      if (String(text).includes('http://127.0.0.1')) child.kill('SIGINT');
    });
  expect(await code).toBe(130);
}
