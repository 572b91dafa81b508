import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { environment } from './machine.ts';
import { root, type Step } from './recipes.ts';

export interface Ended {
  readonly status: number | null;
  /** Both streams, as a writer sees them. */
  readonly output: string;
}

/** How copydesk came onto the machine. */
export type Installed = 'dependency' | 'global' | 'nowhere';

const BIN = join(root, 'bin/copydesk.js');
const LEFTHOOK = join(root, `node_modules/lefthook-${process.platform}-${process.arch}/bin/lefthook`);

/** A repository of its own on a machine of its own: its home, git's configuration, the commands that it has. */
export class Repository {
  readonly dir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly #machine: string;
  /** A line for every start of copydesk. */
  readonly #calls: string;

  constructor(installed: Installed = 'dependency') {
    const machine = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-hooks-')));
    this.#machine = machine;
    this.dir = join(machine, 'desk');
    const global = join(machine, 'npm');
    this.env = environment(machine, global);
    for (const folder of [this.dir, join(machine, 'bin'), join(global, 'bin'), join(global, 'lib')]) {
      mkdirSync(folder, { recursive: true });
    }
    symlinkSync(LEFTHOOK, join(machine, 'bin/lefthook'));
    this.write('.gitignore', 'node_modules\n.husky/_\n');
    for (const name of ['husky', 'lint-staged']) this.#link(name, realpathSync(join(root, 'node_modules/.bin', name)));
    this.#calls = join(machine, 'calls');
    const shim = `#!/bin/sh\necho >>"${this.#calls}"\nexec "${process.execPath}" "${BIN}" "$@"\n`;
    const place = installed === 'global' ? join(global, 'bin/copydesk') : join(this.dir, 'node_modules/.bin/copydesk');
    if (installed !== 'nowhere') writeFileSync(place, shim, { mode: 0o755 });
    this.git('init', '--initial-branch=main');
    this.git('add', '.');
    this.git('commit', '--message=Nothing yet');
  }

  #link(name: string, target: string): void {
    const folder = join(this.dir, 'node_modules/.bin');
    mkdirSync(folder, { recursive: true });
    symlinkSync(target, join(folder, name));
  }

  remove(): void {
    rmSync(this.#machine, { recursive: true, force: true });
  }

  /** Carries out a recipe. */
  follow(steps: readonly Step[]): void {
    for (const { path, text, command } of steps) {
      this.write(path, text);
      if (command !== undefined) this.must('sh', '-c', command);
    }
    this.git('add', '.');
    this.git('commit', '--no-verify', '--allow-empty', '--message=The recipe');
  }

  run(program: string, ...args: readonly string[]): Ended {
    const options = { cwd: this.dir, env: this.env, encoding: 'utf8' as const, maxBuffer: 1 << 26 };
    const { status, stdout, stderr, error } = spawnSync(program, args, options);
    if (error) throw new Error(`${program} could not be run: ${error.message}`);
    return { status, output: stderr + stdout };
  }

  /** What it prints. It must succeed. */
  must(program: string, ...args: readonly string[]): string {
    const { status, output } = this.run(program, ...args);
    if (status !== 0) throw new Error(`${[program, ...args].join(' ')}: ${status}\n${output}`);
    return output;
  }

  git(...args: readonly string[]): string {
    return this.must('git', ...args);
  }

  /** Commits what is staged, with the hook. */
  commit(message = 'A story'): Ended {
    return this.run('git', 'commit', `--message=${message}`);
  }

  /** Writes files and stages them. */
  stage(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.git('add', '--', ...Object.keys(files));
  }

  write(path: string, text: string | Uint8Array): void {
    const file = join(this.dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(path: string): string {
    return readFileSync(join(this.dir, path), 'utf8');
  }

  /** A file as it was last committed. */
  committed(path: string): string {
    return this.git('show', `HEAD:${path}`);
  }

  /** How often copydesk was started. */
  get calls(): number {
    return existsSync(this.#calls) ? readFileSync(this.#calls, 'utf8').length : 0;
  }

  /** How many commits there are. */
  get commits(): number {
    return Number(this.git('rev-list', '--count', 'HEAD'));
  }
}
