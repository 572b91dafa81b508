import { EXIT } from '../exit.ts';
import type { FormatRequest } from '../format.ts';
import { count, type Skipped, Skips } from '../run/skips.ts';
import type { Console } from '../terminal/console.ts';
import type { Formatted } from './formatter.ts';

/** Counts what became of each file, and makes of it the exit code and the one line that says so. */
export class Tally {
  readonly #request: FormatRequest;
  readonly #console: Console;
  readonly #counts: Record<Exclude<Formatted['kind'], 'skipped'>, number> = { changed: 0, clean: 0, failed: 0 };
  readonly #skips = new Skips();
  #passed = 0;

  constructor(request: FormatRequest, console: Console) {
    this.#request = request;
    this.#console = console;
  }

  /** @param why for a `skipped` one. */
  add(kind: Formatted['kind'], why: Skipped = 'no note'): void {
    if (kind === 'skipped') this.skip(why);
    else this.#counts[kind]++;
    // At once: a run that nobody reads has no summary, but an exit code.
    if (kind === 'changed' && (this.#looks || this.#request.exitNonzeroOnChange)) this.#console.fail(EXIT.findings);
  }

  skip(why: Skipped, number = 1): void {
    this.#skips.add(why, number);
  }

  /** Standard input that is skipped goes through as it is: an editor has got what it asked for, and nothing is said. */
  pass(): void {
    this.#passed++;
  }

  get #looks(): boolean {
    return this.#request.mode === 'check' || this.#request.mode === 'diff';
  }

  async summary(): Promise<void> {
    const { changed, clean, failed } = this.#counts;
    const looks = this.#looks;
    const notes = changed + clean + failed;
    if (notes === 0) return this.#nothing();
    if (notes + this.#skips.total < 2 && this.#request.mode === 'print') return;
    const parts: string[] = [];
    if (changed > 0) parts.push(looks ? `${changed} not in shape` : `${changed} formatted`);
    if (clean > 0) parts.push(looks ? `${clean} in shape` : `${clean} unchanged`);
    if (failed > 0) parts.push(`${failed} refused`);
    parts.push(...this.#skips.parts);
    await this.#console.line(`${count(notes, 'note')}: ${parts.join(', ')}`);
  }

  /** Not one note, and why. */
  async #nothing(): Promise<void> {
    const { allowNone, staged } = this.#request;
    if (allowNone || this.#passed > 0) return;
    this.#console.fail(EXIT.nothing);
    if (this.#skips.total > 0) return this.#console.line(this.#skips.nothing('format'));
    if (staged) await this.#console.line('no note is staged: `git add` one first');
  }
}
