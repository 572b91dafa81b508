import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** A fenced block: the words before it, its language, and what it holds. */
const BLOCK = /(?<label>`[^`\n]+`[^`\n]*:\n\n)?^(?<fence>`{3,})(?<language>\w*)\n(?<text>[\s\S]*?)^\k<fence>$/gm;

/** Builds the program and the library from the source, so that a stale dist/ does not matter. Returns the folder. */
export function buildPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-docs-'));
  const built = spawnSync(process.execPath, ['esbuild.config.mjs', join(folder, 'dist')], { cwd: root });
  if (built.status !== 0) throw new Error(String(built.stderr));
  for (const name of ['bin', 'docs', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

/**
 * Carries out a page in an empty folder that holds the examples and the fixtures of the page. A block after `` `name`: ``
 * becomes that file; the commands of a `console` block are run. Returns the page with the output that they really print.
 */
export function runPage(page: string, text: string, built: string): string {
  const folder = workspace(page, built);
  return text.replace(BLOCK, (block: string, ...found: readonly unknown[]) => {
    const { label = '', fence, language, text: content } = found.at(-1) as Readonly<Record<string, string>>;
    if (language === 'console') {
      return `${label}${fence}console\n${runSession(content ?? '', folder, built)}${fence}`;
    }
    const path = /^`([^`]+)`/.exec(label)?.[1];
    if (path !== undefined) writeWhole(join(folder, path), content ?? '');
    return block;
  });
}

function workspace(page: string, built: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-page-'));
  const fixtures = join(import.meta.dirname, 'files', page);
  if (existsSync(fixtures)) cpSync(fixtures, folder, { recursive: true });
  symlinkSync(join(root, 'examples'), join(folder, 'examples'));
  writeWhole(
    join(folder, '.bin/copydesk'),
    `#!/bin/sh\nexec "${process.execPath}" "${built}/bin/copydesk.js" "$@"\n`,
    0o755,
  );
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(built, join(folder, 'node_modules/copydesk'));
  return folder;
}

function writeWhole(path: string, text: string, mode?: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, mode === undefined ? {} : { mode });
}

/** Runs the commands in one shell, so that `echo $?` sees the exit code of the command before it. */
function runSession(session: string, folder: string, built: string): string {
  const commands = [...session.matchAll(/^\$ (.*)$/gm)].map(([, command = '']) => command);
  const script = commands.map((command) => `status=$?; printf '\\0'; (exit $status)\n${command}`).join('\n');
  const { PATH, HOME } = process.env;
  const env = {
    PATH: [join(folder, '.bin'), dirname(process.execPath), PATH].join(delimiter),
    HOME,
    XDG_CACHE_HOME: join(built, '.cache'),
    LC_ALL: 'C.UTF-8',
  };
  const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], { cwd: folder, env, encoding: 'utf8' });
  const outputs = stdout.split('\0').slice(1);
  return commands.map((command, index) => `$ ${command}\n${whole(outputs[index] ?? '')}`).join('');
}

function whole(output: string): string {
  return output === '' || output.endsWith('\n') ? output : `${output}\n`;
}
