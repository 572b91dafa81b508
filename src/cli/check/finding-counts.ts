import { sourceTextRule } from '../../lint/rules/source-text.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { EXIT } from '../exit.ts';
import type { ReportTotals } from '../reporters/reporter.ts';
import type { CheckRequest } from '../requests.ts';
import { count, type Summary, some } from '../run/summary.ts';
import type { Console } from '../terminal/console.ts';

/** Counts findings for the exit code and the summary line. */
export class FindingCounts {
  readonly #request: CheckRequest;
  readonly #console: Console;
  readonly #summary: Summary;
  readonly #found: Record<Severity, number> = { fatal: 0, error: 0, warning: 0, information: 0 };
  #fixed = 0;
  #safe = 0;
  #unsafe = 0;

  constructor(request: CheckRequest, console: Console, summary: Summary) {
    this.#request = request;
    this.#console = console;
    this.#summary = summary;
  }

  /** Whether a finding makes the run fail. */
  fails(severity: Severity): boolean {
    return (
      severity === 'fatal' || severity === 'error' || (severity === 'warning' && this.#request.failOn === 'warning')
    );
  }

  /** @param findings what is left of a note's findings. */
  add(findings: readonly Diagnostic[], fixed: number): void {
    this.#fixed += fixed;
    for (const { severity, fix, rule } of findings) {
      this.#found[severity]++;
      if (fix?.isSafe) this.#safe++;
      else if (fix) this.#unsafe++;
      if (this.fails(severity)) this.#console.fail(cannotBeRead(severity, rule) ? EXIT.trouble : EXIT.findings);
    }
    if (this.#hasTooManyWarnings) this.#console.fail(EXIT.findings);
  }

  /** For a report. */
  data(known: number): ReportTotals {
    const { fatal, error, warning, information } = this.#found;
    const changed = this.#summary.of('changed');
    return {
      notes: changed + this.#summary.of('unchanged'),
      skipped: this.#summary.skipped,
      refused: this.#summary.of('failed'),
      fatal,
      errors: error,
      warnings: warning,
      information,
      known,
      fixed: this.#fixed,
      changed,
    };
  }

  async say(known: number): Promise<void> {
    const { mode, unsafeFixes, maxWarnings } = this.#request;
    const { fatal, error, warning } = this.#found;
    const changed = some(this.#summary.of('changed'), mode === 'diff' ? 'would change' : 'fixed');
    const problems = [
      fatal + error > 0 ? count(fatal + error, 'error') : '',
      warning > 0 ? count(warning, 'warning') : '',
    ];
    const hasProblems = fatal + error + warning > 0;
    const isClean = !hasProblems && changed === '' && this.#summary.notes > this.#summary.of('failed');
    const baseline = some(known, 'in the baseline');
    const parts = [changed, ...problems, isClean ? 'no problems' : '', this.#suggestions(hasProblems), baseline];
    await this.#summary.say(' checked', parts);
    if (this.#hasTooManyWarnings)
      await this.#console.line(`too many warnings: ${warning}, at most ${maxWarnings} pass`);
    if (mode !== 'look') return;
    const more = unsafeFixes ? 0 : this.#unsafe;
    const unsafe =
      this.#safe > 0 ? some(more, 'more with --unsafe-fixes') : some(more, 'fixable with --fix --unsafe-fixes');
    const hints = [some(this.#safe, 'fixable with --fix'), unsafe].filter((hint) => hint !== '');
    const { text, comma } = this.#console.messages;
    if (hints.length > 0) await this.#console.line(hints.map(text).join(comma));
  }

  get #hasTooManyWarnings(): boolean {
    return this.#found.warning > (this.#request.maxWarnings ?? Number.POSITIVE_INFINITY);
  }

  #suggestions(hasProblems: boolean): string {
    const { information } = this.#found;
    if (information === 0) return '';
    const suggestions = count(information, 'suggestion');
    if (this.#request.verbose || this.#request.quiet) return suggestions;
    if (!hasProblems) return `${suggestions} hidden`;
    return `${suggestions} (use --verbose to show ${information === 1 ? 'it' : 'them'})`;
  }
}

/** Whether a note, or the source text that it names, cannot be read. */
function cannotBeRead(severity: Severity, rule: string): boolean {
  return severity === 'fatal' || rule === sourceTextRule.id;
}
