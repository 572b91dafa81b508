import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from '../../src/format.ts';
import { note } from '../cli/program.ts';

const root = resolve(import.meta.dirname, '../..');

/** A place for a test, with the program built from the sources as they are: `dist/` may be old, or being written. */
export class Place {
  readonly dir = mkdtempSync(join(tmpdir(), 'copydesk-durable-'));
  readonly bin = join(this.dir, 'bin/copydesk.js');

  constructor() {
    mkdirSync(join(this.dir, 'bin'));
    copyFileSync(join(root, 'bin/copydesk.js'), this.bin);
    execFileSync(process.execPath, [join(root, 'esbuild.config.mjs'), join(this.dir, 'dist')], { cwd: root });
  }

  /** Starts `copydesk format` with arguments; with `preload`, a module that is loaded before it. */
  start(args: readonly string[], preload?: string): Running {
    return this.run(['format', ...args], preload === undefined ? [] : ['--require', preload]);
  }

  /** Starts copydesk with arguments, and Node with its own. @param environment more variables. */
  run(
    args: readonly string[],
    ofNode: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ): Running {
    const child = spawn(process.execPath, [...ofNode, this.bin, ...args], {
      cwd: this.dir,
      env: { PATH: process.env.PATH, HOME: this.dir, XDG_CACHE_HOME: join(this.dir, 'cache'), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { child, ended: ended(child) };
  }

  remove(): void {
    // What a test has killed may still be writing.
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ended(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text) => (said[name] += text));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done({ code, signal, ...said }));
  });
}

/** Notes that are out of shape, of a size that is not written in one page. */
export class Notes {
  readonly folder: string;
  readonly #old = new Map<string, string>();
  readonly #new = new Map<string, string>();

  private constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  static async write(folder: string, count: number, kilobytes: number): Promise<Notes> {
    const notes = new Notes(folder);
    for (let at = 0; at < count; at++) {
      const body = `A lab opened on day ${at}.\n\n`.repeat(kilobytes * 40);
      const text = `${note({ body: body.trimEnd(), front: `source: The Lab\nheadline: Lab ${at} Opens` })}\n\n\n`;
      const shaped = (await format(text)).text;
      if (shaped === undefined || shaped === text) throw new Error('the note is in shape already');
      notes.#old.set(`note-${at}.md`, text);
      notes.#new.set(`note-${at}.md`, shaped);
    }
    notes.reset();
    return notes;
  }

  get names(): readonly string[] {
    return [...this.#old.keys()];
  }

  /** Every note as it was, whatever was done to it. */
  reset(): void {
    for (const [name, text] of this.#old) writeFileSync(join(this.folder, name), text);
  }

  /** How many are old and how many new; what is neither is `torn`, what is no note is `strange`. */
  look(): { old: number; new: number; torn: readonly string[]; strange: readonly string[] } {
    const found = { old: 0, new: 0, torn: [] as string[], strange: [] as string[] };
    const names = readdirSync(this.folder);
    for (const name of new Set([...names, ...this.names])) {
      const text = names.includes(name) ? readFileSync(join(this.folder, name), 'utf8') : undefined;
      if (!this.#old.has(name)) found.strange.push(name);
      else if (text === this.#old.get(name)) found.old++;
      else if (text === this.#new.get(name)) found.new++;
      else found.torn.push(name);
    }
    return found;
  }
}
