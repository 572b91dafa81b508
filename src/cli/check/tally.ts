import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { CheckRequest } from '../check.ts';
import { EXIT } from '../exit.ts';
import type { Summary } from '../reporters/reporter.ts';
import { count, type Skipped, Skips } from '../run/skips.ts';
import type { Console } from '../terminal/console.ts';

/** Counts what became of each note, and makes of it the exit code and the one line that says so. */
export class Tally {
  readonly #request: CheckRequest;
  readonly #console: Console;
  readonly #found: Record<Severity, number> = { fatal: 0, error: 0, warning: 0, information: 0 };
  readonly #skips = new Skips();
  #notes = 0;
  #passed = 0;
  #refused = 0;
  #fixed = 0;
  #changed = 0;
  #safe = 0;
  #unsafe = 0;

  constructor(request: CheckRequest, console: Console) {
    this.#request = request;
    this.#console = console;
  }

  /** Whether a finding makes the run fail. */
  fails(severity: Severity): boolean {
    return (
      severity === 'fatal' || severity === 'error' || (severity === 'warning' && this.#request.failOn === 'warning')
    );
  }

  /** A note that was looked at, with what is left to find. */
  note(findings: readonly Diagnostic[], fixed = 0, isChanged = false): void {
    this.#notes++;
    this.#fixed += fixed;
    if (isChanged) this.#changed++;
    if (isChanged && this.#request.mode === 'diff') this.#console.fail(EXIT.findings);
    for (const { severity, fix } of findings) {
      this.#found[severity]++;
      if (fix?.isSafe) this.#safe++;
      else if (fix) this.#unsafe++;
      if (this.fails(severity)) this.#console.fail(severity === 'fatal' ? EXIT.trouble : EXIT.findings);
    }
  }

  skip(why: Skipped, number = 1): void {
    this.#skips.add(why, number);
  }

  /** Standard input that is ignored: an editor has got what it asked for, and nothing is said. */
  pass(): void {
    this.#passed++;
  }

  refuse(): void {
    this.#refused++;
  }

  /** Whether not one note was met. */
  get isEmpty(): boolean {
    return this.#notes + this.#refused === 0;
  }

  summary(known: number): Summary {
    const { fatal, error, warning, information } = this.#found;
    return {
      notes: this.#notes,
      skipped: this.#skips.total,
      refused: this.#refused,
      fatal,
      errors: error,
      warnings: warning,
      information,
      known,
      fixed: this.#fixed,
      changed: this.#changed,
    };
  }

  /** The line for a person. */
  async say(known: number): Promise<void> {
    if (this.isEmpty) return this.#nothing();
    const { mode, unsafeFixes, verbose } = this.#request;
    const { error, warning, information } = this.#found;
    const errors = error + this.#found.fatal;
    const found = [
      ...(this.#changed > 0 ? [`${this.#changed} ${mode === 'diff' ? 'would change' : 'put right'}`] : []),
      ...(errors > 0 ? [count(errors, 'error')] : []),
      ...(warning > 0 ? [count(warning, 'warning')] : []),
    ];
    const parts = [
      ...(found.length > 0 || this.#notes === 0 ? found : ['nothing to mend']),
      ...(information > 0 ? [`${count(information, 'remark')}${verbose ? '' : ' (--verbose)'}`] : []),
      ...(known > 0 ? [`${known} known to the baseline`] : []),
      ...(this.#refused > 0 ? [`${this.#refused} refused`] : []),
      ...this.#skips.parts,
    ];
    await this.#console.line(`${count(this.#notes + this.#refused, 'note')}: ${parts.join(', ')}`);
    if (mode === 'fix') return;
    const hints = [
      ...(this.#safe > 0 ? [`--fix puts ${this.#safe} of them right`] : []),
      ...(this.#unsafe > 0 && !unsafeFixes
        ? [`--fix --unsafe-fixes ${this.#unsafe} ${this.#safe > 0 ? 'more' : 'of them'}`]
        : []),
    ];
    if (hints.length > 0 && mode === 'look') await this.#console.line(hints.join(', '));
  }

  async #nothing(): Promise<void> {
    if (this.#request.allowNone || this.#passed > 0) return;
    this.#console.fail(EXIT.nothing);
    if (this.#skips.total > 0) await this.#console.line(this.#skips.nothing('check'));
  }
}
