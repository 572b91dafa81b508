import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildPackage } from '../docs/session.ts';

/** The program, built from the sources as they are. */
export const built = buildPackage();

export interface Size {
  readonly columns?: number;
  readonly rows?: number;
}

let count = 0;

/** A terminal of tmux with a shell in it. */
export class Terminal {
  /** An empty folder, where the shell is. */
  readonly folder = mkdtempSync(join(tmpdir(), 'copydesk-terminal-'));
  readonly #socket = `copydesk-${process.pid}-${++count}`;
  readonly #log = join(this.folder, '.typed');

  constructor({ columns = 80, rows = 24 }: Size, environment: Readonly<Record<string, string>> = {}) {
    const variables = {
      PATH: `${process.execPath.replace(/\/[^/]*$/, '')}:/usr/bin:/bin`,
      HOME: this.folder,
      LC_ALL: 'C.UTF-8',
      XDG_CACHE_HOME: join(built, '.cache'),
      PS1: '$ ',
      ...environment,
    };
    const set = Object.entries(variables).map(([name, value]) => `${name}=${quoted(value)}`);
    const shell = `env -i TERM=tmux-256color ${set.join(' ')} bash --norc --noprofile`;
    const size = ['-x', String(columns), '-y', String(rows)];
    this.#tmux('-f', '/dev/null', 'new-session', '-d', ...size, '-c', this.folder, shell);
    this.#tmux('pipe-pane', '-o', `cat > ${quoted(this.#log)}`);
  }

  /** Types a command and presses Enter. */
  async run(command: string): Promise<void> {
    await this.until((screen) => screen.includes('$'));
    this.type(command.replace(/^copydesk/, `${process.execPath} ${built}/bin/copydesk.js`));
    this.press('Enter');
  }

  type(text: string): void {
    this.#tmux('send-keys', '-l', text);
  }

  /** Presses a key by its name in tmux, such as `Enter` or `C-c`. */
  press(key: string): void {
    this.#tmux('send-keys', key);
  }

  /** What the terminal shows. */
  get screen(): string {
    return this.#tmux('capture-pane', '-p').trimEnd();
  }

  /** All that was written to the terminal, with escape sequences. */
  get written(): string {
    return readFileSync(this.#log, 'utf8');
  }

  /** Waits until the screen is as expected, and returns it. */
  async until(isExpected: (screen: string) => boolean): Promise<string> {
    for (let tries = 0; tries < 600; tries++) {
      const { screen } = this;
      if (isExpected(screen)) return screen;
      await wait(50);
    }
    throw new Error(`the terminal shows:\n${this.screen}`);
  }

  close(): void {
    this.#tmux('kill-server');
  }

  #tmux(...args: readonly string[]): string {
    const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TMUX_TMPDIR: tmpdir() };
    return execFileSync('tmux', ['-u', '-L', this.#socket, ...args], { encoding: 'utf8', env });
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
