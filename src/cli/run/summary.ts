import { EXIT } from '../exit.ts';
import type { Console } from '../terminal/console.ts';
import { lineSafe } from './read-note.ts';

/** Why a file is skipped. */
export type SkipReason = 'no note' | 'structured' | 'ignored';

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  'no note': 'not a note',
  structured: 'YAML and JSON are left unchanged',
  ignored: 'ignored',
};

/** The commands that have a summary. */
type Verb = 'format' | 'check' | 'render' | 'approve' | 'correct' | 'withdraw' | 'preview';

/** The result for a note. An uncorrected one of a folder has no follow-up. */
export type NoteOutcome = 'changed' | 'unchanged' | 'uncorrected' | 'failed';

export interface SummaryOptions {
  /** `--allow-none`. */
  readonly allowNone: boolean;
  /** A changed note makes the run exit with 1. */
  readonly failsOnChange: boolean;
  /** `--verbose`: name each skipped file. */
  readonly verbose: boolean;
}

/** Counts the results of a run and prints the summary line. */
export class Summary {
  readonly #console: Console;
  readonly #options: SummaryOptions;
  readonly #counts: Record<NoteOutcome, number> = { changed: 0, unchanged: 0, uncorrected: 0, failed: 0 };
  readonly #skipped: Record<SkipReason, number> = { 'no note': 0, structured: 0, ignored: 0 };
  #passed = 0;

  constructor(console: Console, options: SummaryOptions) {
    this.#console = console;
    this.#options = options;
  }

  add(outcome: NoteOutcome): void {
    this.#counts[outcome]++;
    // Set now, because a run whose reader is gone has an exit code but no summary.
    if (outcome === 'changed' && this.#options.failsOnChange) this.#console.fail(EXIT.findings);
  }

  async skip(why: SkipReason, path: string): Promise<void> {
    this.#skipped[why]++;
    if (this.#options.verbose) await this.#console.line(`${lineSafe(path)}: skipped: ${SKIPPED[why]}`);
  }

  /** Counts a note from stdin that is printed unchanged, which needs no message. */
  pass(): void {
    this.#passed++;
  }

  of(outcome: NoteOutcome): number {
    return this.#counts[outcome];
  }

  get notes(): number {
    return Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
  }

  get skipped(): number {
    const { 'no note': others, structured, ignored } = this.#skipped;
    return others + structured + ignored;
  }

  /** Prints `3 notes checked: 1 not formatted; 1 file skipped (not a note)`. @param parts empty ones are dropped. */
  async say(done: string, parts: readonly string[]): Promise<void> {
    const { text, colon, comma, semicolon } = this.#console.messages;
    const all = [...parts, some(this.#counts.failed, 'failed')].filter((part) => part !== '').map(text);
    const { ignored } = this.#skipped;
    const others = this.skipped - ignored;
    const skips = [
      others > 0 ? `${count(others, 'file')} skipped (${others === 1 ? 'not a note' : 'not notes'})` : '',
      ignored > 0 ? `${count(ignored, 'file')} ignored` : '',
    ].filter((part) => part !== '');
    const head = text(`${count(this.notes, 'note')}${done}`) + colon + all.join(comma);
    await this.#console.line([head, ...skips.map(text)].join(semicolon));
  }

  /** If the run met no note, says why and makes it exit with 4. @returns whether there was no note. */
  async sayNothing(verb: Verb): Promise<boolean> {
    if (this.notes > 0) return false;
    if (this.#options.allowNone || this.#passed > 0) return true;
    this.#console.fail(EXIT.nothing);
    if (this.skipped > 0) await this.#console.reason(this.#reason(verb));
    return true;
  }

  #reason(verb: Verb): string {
    const { ignored, structured } = this.#skipped;
    const files = count(this.skipped, 'file');
    if (ignored === this.skipped) return `nothing to ${verb}: ${files} ignored`;
    const found = `${files}${ignored > 0 ? ` (${ignored} ignored)` : ''}`;
    if (ignored + structured === this.skipped)
      return `nothing to ${verb} in ${found}: YAML and JSON are left unchanged`;
    const nothing = `no notes found in ${found}: no file has a note key, a section or a source line`;
    return verb === 'format' || verb === 'check' ? `${nothing}; use --any-file to ${verb} any file` : nothing;
  }
}

/** `1 note`, `2 notes`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** `2 failed`; nothing for none. */
export function some(number: number, what: string): string {
  return number > 0 ? `${number} ${what}` : '';
}
