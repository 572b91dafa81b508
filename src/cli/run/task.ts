import type { Command } from 'commander';
import type { Host } from '../host.ts';
import type { Console } from '../terminal/console.ts';

/** What the program runs after the options of a command are parsed. */
export interface Task {
  /** `--color` or `--no-color`, where given. */
  readonly color?: boolean;
  /** Print only errors. */
  readonly isQuiet?: boolean;
  /** `--config`, where given. */
  readonly config?: string;
  /** Whether the note comes from standard input. On a terminal the program prints the help instead of waiting. */
  readonly readsStdin: boolean;
  /** Loads what the command needs, so that the start of one command does not pay for the others. */
  run(host: Host, console: Console): Promise<void>;
}

export type StartTask = (task: Task, command: Command) => Promise<void>;
