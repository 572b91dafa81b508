import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from '../../src/format.ts';
import { file, note, type Parts } from '../cli/program.ts';

const root = resolve(import.meta.dirname, '../..');
const bin = join(root, 'bin/copydesk.js');
const scratch = mkdtempSync(join(tmpdir(), 'copydesk-hooks-'));

/** Nothing of the user's git, nor of the one that runs the tests. */
const environment: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A Writer',
  GIT_AUTHOR_EMAIL: 'writer@example.org',
  GIT_COMMITTER_NAME: 'A Writer',
  GIT_COMMITTER_EMAIL: 'writer@example.org',
  XDG_CACHE_HOME: join(scratch, 'cache'),
};

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Where {
  /** A folder below the top. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A repository of its own, and what a writer does in it. */
export class Repository {
  readonly top: string;

  constructor(options: readonly string[] = []) {
    this.top = mkdtempSync(join(scratch, 'repository-'));
    this.git('init', '-q', '-b', 'main', ...options);
  }

  /** What git prints. @throws when it fails. */
  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.top, encoding: 'utf8', env: environment, stdio: 'pipe' });
  }

  /** What git prints, given something to read. @throws when it fails. */
  stdin(input: string | Uint8Array, ...args: string[]): string {
    return execFileSync('git', args, { cwd: this.top, encoding: 'utf8', env: environment, stdio: 'pipe', input });
  }

  /** Runs git where it may fail: with a hook. */
  tryGit(args: readonly string[], where: Where = {}): Outcome {
    return this.#spawn('git', args, where);
  }

  staged(args: readonly string[] = [], where: Where = {}): Outcome {
    return this.#spawn(process.execPath, [bin, 'format', '--staged', ...args], where);
  }

  check(args: readonly string[] = [], where: Where = {}): Outcome {
    return this.#spawn(process.execPath, [bin, 'check', '--staged', ...args], where);
  }

  #spawn(program: string, args: readonly string[], { folder = '', environment: more = {} }: Where): Outcome {
    const options = { cwd: join(this.top, folder), env: { ...environment, ...more }, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(program, args, options);
    return { code: status, stdout, stderr };
  }

  write(name: string, text: string | Uint8Array): string {
    return file(this.top, name, text);
  }

  /** Writes and stages. */
  add(name: string, text: string | Uint8Array): string {
    const path = this.write(name, text);
    this.git('add', '--', `:(literal)${name}`);
    return path;
  }

  commit(): void {
    this.git('commit', '-q', '--no-verify', '--allow-empty', '-m', 'x');
  }

  read(name: string): string {
    return readFileSync(join(this.top, name), 'utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(join(this.top, name));
  }

  /** The names in a folder. */
  names(folder: string): readonly string[] {
    return readdirSync(folder).sort();
  }

  has(name: string): boolean {
    return existsSync(join(this.top, name));
  }

  /** What is staged under a name. */
  blob(name: string): string {
    return this.git('cat-file', 'blob', `:${name}`);
  }

  /** `git status` in short: a letter for the index, one for the working file. */
  status(): string {
    return this.git('status', '--short', '--untracked-files=no');
  }

  /** Runs the program before every commit. */
  hook(args = ''): void {
    const hook = this.write(
      '.git/hooks/pre-commit',
      `#!/bin/sh\nexec '${process.execPath}' '${bin}' format --staged ${args}\n`,
    );
    chmodSync(hook, 0o755);
  }

  /** A PATH on which git runs a script first: its arguments are the script's, `$GIT` is git itself. */
  spiedBy(script: string): Where {
    const folder = mkdtempSync(join(scratch, 'path-'));
    const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    chmodSync(file(folder, 'git', `#!/bin/sh\nGIT=${git}\n${script}\nexec ${git} "$@"\n`), 0o755);
    return { environment: { PATH: `${folder}:${process.env.PATH}` } };
  }
}

/** A note that is not in shape: around the insight are a blank and empty lines too many. */
export function messy(parts: Parts = {}): string {
  return note(parts).replace('## Insight', '\n\n\n## Insight').replace('It turns.', 'It turns. \n\n\n\n');
}

/** A note as copydesk writes it. */
export async function shaped(text: string): Promise<string> {
  return (await format(text)).text ?? '';
}

export function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
