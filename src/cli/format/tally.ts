import { EXIT } from '../exit.ts';
import type { Reporter } from '../reporter.ts';
import type { FormatRequest } from './command.ts';
import type { Formatted, Skipped } from './formatter.ts';

/** Counts what became of each file, and makes of it the exit code and the one line that says so. */
export class Tally {
  readonly #request: FormatRequest;
  readonly #reporter: Reporter;
  readonly #counts: Record<Formatted['kind'], number> = { changed: 0, clean: 0, skipped: 0, failed: 0 };
  readonly #skipped: Record<Skipped, number> = { 'no note': 0, structured: 0, ignored: 0 };
  #passed = 0;

  constructor(request: FormatRequest, reporter: Reporter) {
    this.#request = request;
    this.#reporter = reporter;
  }

  /** @param why for a `skipped` one. */
  add(kind: Formatted['kind'], why: Skipped = 'no note'): void {
    this.#counts[kind]++;
    if (kind === 'skipped') this.#skipped[why]++;
  }

  /** Standard input that is skipped goes through as it is: an editor has got what it asked for, and nothing is said. */
  pass(): void {
    this.#passed++;
  }

  async summary(): Promise<void> {
    const { changed, clean, skipped, failed } = this.#counts;
    const { mode, exitNonzeroOnChange } = this.#request;
    const looks = mode === 'check' || mode === 'diff';
    if (changed > 0 && (looks || exitNonzeroOnChange)) this.#reporter.fail(EXIT.findings);
    const notes = changed + clean + failed;
    if (notes === 0) return this.#nothing();
    if (notes + skipped < 2 && mode === 'print') return;
    const parts: string[] = [];
    if (changed > 0) parts.push(looks ? `${changed} not in shape` : `${changed} formatted`);
    if (clean > 0) parts.push(looks ? `${clean} in shape` : `${clean} unchanged`);
    if (failed > 0) parts.push(`${failed} refused`);
    const { ignored } = this.#skipped;
    if (skipped > ignored) parts.push(`${skipped - ignored} skipped that are no notes`);
    if (ignored > 0) parts.push(`${ignored} ignored`);
    await this.#reporter.line(`${count(notes, 'note')}: ${parts.join(', ')}`);
  }

  /** Not one note, and why. */
  async #nothing(): Promise<void> {
    const { allowNone, staged } = this.#request;
    const { skipped } = this.#counts;
    const { ignored, structured } = this.#skipped;
    if (allowNone || this.#passed > 0) return;
    this.#reporter.fail(EXIT.nothing);
    if (skipped === 0 && staged) await this.#reporter.line('no note is staged: `git add` one first');
    if (skipped === 0) return;
    const files = count(skipped, 'file');
    const rest = ignored > 0 ? `, ${ignored} of them ignored` : '';
    if (ignored === skipped) await this.#reporter.line(`nothing to format: ${files} ignored`);
    else if (ignored + structured === skipped)
      await this.#reporter.line(`nothing to format among ${files}${rest}: YAML and JSON stay as they are`);
    else {
      const advice = 'a note has front matter with a headline or a source; --force formats any file';
      await this.#reporter.line(`no notes among ${files}${rest}: ${advice}`);
    }
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
