import { positionAt } from '../../text/index.ts';
import { Invalid, UsageError } from '../exit.ts';
import { FileError } from '../files/error.ts';
import type { Console } from '../terminal/console.ts';
import type { ProblemReport } from './report.ts';

/** Prints the errors of a configuration, and keeps them for the report. An error that concerns several notes counts once. */
export class Problems {
  readonly #console: Console;
  readonly #seen = new Set<unknown>();
  readonly all: ProblemReport[] = [];

  constructor(console: Console) {
    this.#console = console;
  }

  /** @throws the error itself if it is a bug. */
  async add(error: unknown): Promise<void> {
    await this.#console.problem(error);
    if (this.#seen.has(error)) return;
    this.#seen.add(error);
    this.all.push(...reportsOf(error));
  }
}

function reportsOf(error: unknown): readonly ProblemReport[] {
  if (error instanceof Invalid) {
    return error.diagnostics.map(({ source, span, message, advice }) => ({
      path: source.path,
      line: positionAt(source, span.start).line,
      message,
      ...(advice === undefined ? {} : { advice }),
    }));
  }
  if (error instanceof FileError) return [{ path: error.path, message: error.message, advice: error.advice }];
  if (!(error instanceof Error)) return [];
  const advice = error instanceof UsageError ? error.advice : undefined;
  return [{ message: error.message, ...(advice === undefined ? {} : { advice }) }];
}
