import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './program.ts';

/** A terminal with a shell in the folder of a place, in which `copydesk` is a command. */
export class Terminal {
  readonly #place: Place;
  readonly #socket: string;

  constructor(place: Place, columns: number, variables: Readonly<Record<string, string>> = {}) {
    this.#place = place;
    this.#socket = join(place.dir, 'tmux');
    const size = ['-x', String(columns), '-y', '50'];
    const start = `copydesk() { ${process.execPath} ${place.bin} "$@"; }; PS1='$ '; clear`;
    // A shell that is hung up writes its history, perhaps while the folder is being removed.
    const set = Object.entries({ HISTFILE: '', ...variables }).map(([name, value]) => `${name}=${value}`);
    this.#tmux('-f', '/dev/null', 'new-session', '-d', ...size, 'env', ...set, 'bash', '--norc', '--noprofile');
    this.type(start);
  }

  type(line: string): void {
    this.#tmux('send-keys', '-l', line);
    this.press('Enter');
  }

  /** @param key such as `C-c`. */
  press(key: string): void {
    this.#tmux('send-keys', key);
  }

  /** The lines on the screen that are not empty. */
  get lines(): readonly string[] {
    return this.#tmux('capture-pane', '-p')
      .split('\n')
      .filter((line) => line !== '');
  }

  close(): void {
    this.#tmux('kill-server');
    rmSync(this.#socket, { force: true });
  }

  #tmux(...args: readonly string[]): string {
    const { dir } = this.#place;
    const env = { PATH: process.env.PATH, HOME: dir, XDG_CACHE_HOME: join(dir, 'cache'), TERM: 'xterm-256color' };
    return execFileSync('tmux', ['-S', this.#socket, ...args], { cwd: dir, env, encoding: 'utf8' });
  }
}
