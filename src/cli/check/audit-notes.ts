import { refuseUnknownRule, withConfiguration } from '../config/rules.ts';
import { EXIT, UsageError } from '../exit.ts';
import type { IgnoreFilter } from '../files/ignore-filter.ts';
import type { Input } from '../files/inputs.ts';
import type { CheckRequest } from '../requests.ts';
import { type Job, type NoteFile, type RunContext, withoutRepeats } from '../run/pipeline.ts';
import { count } from '../run/summary.ts';
import { Audit } from './audit.ts';
import { auditJson, auditText } from './audit-report.ts';
import type { Baseline } from './baseline.ts';
import { type CheckedFile, Checker } from './checker.ts';
import { openBaseline } from './open-baseline.ts';

/** Reports what each rule finds in published posts, and which rules do not suit the house. Findings do not fail the run. */
export class AuditJob implements Job<CheckedFile | 'ignored'> {
  readonly writes = false;
  readonly writesInPlace = false;
  readonly printsStdin = false;
  readonly isAlone = true;
  readonly #request: CheckRequest;
  readonly #context: RunContext;
  readonly #ignoreFilter: IgnoreFilter;
  readonly #checker: Checker;
  readonly #audit = new Audit();
  #baseline: Baseline | undefined;

  constructor(request: CheckRequest, context: RunContext, ignoreFilter: IgnoreFilter) {
    this.#request = request;
    this.#context = context;
    this.#ignoreFilter = ignoreFilter;
    this.#checker = new Checker(request, context.configResolver);
  }

  async start(found: readonly Input[]): Promise<readonly Input[] | undefined> {
    const inputs = withoutRepeats(found);
    const houses = await withConfiguration(this.#request, inputs, this.#context.configResolver, this.#context.console);
    if (!houses) return undefined;
    await refuseUnknownRule(this.#request, houses);
    this.#baseline = await openBaseline(this.#request, false);
    if (this.#baseline?.isNew)
      throw new UsageError(`no such baseline '${this.#request.baseline}'`, 'Create it with a run without --audit.');
    return inputs;
  }

  async work(note: NoteFile): Promise<CheckedFile | 'ignored'> {
    if (note.isFile && (await this.#ignoreFilter.hasTarget(note.name))) return 'ignored';
    return this.#checker.check(note, true);
  }

  async settle({ name }: NoteFile, checked: CheckedFile | 'ignored'): Promise<void> {
    const { summary, console } = this.#context;
    if (checked === 'ignored') return summary.skip('ignored', name);
    if (checked.kind === 'no note') return summary.skip('no note', name);
    const { findings, linted } = checked;
    const fatal = findings.find(({ severity }) => severity === 'fatal');
    if (fatal || !linted) {
      // The other posts are still worth a report.
      if (fatal) await console.diagnostic(fatal);
      summary.add('failed');
      return;
    }
    const left = new Set(this.#baseline?.unknown(name, findings, false) ?? findings);
    const accepted = findings.filter((finding) => !left.has(finding));
    this.#audit.add(name, linted, [...left], accepted);
    summary.add('unchanged');
  }

  async finish(): Promise<void> {
    const { output, summary, console } = this.#context;
    if (summary.of('unchanged') === 0) return;
    const result = this.#audit.result();
    await output.print(this.#request.report === 'json' ? auditJson(result) : auditText(result, console.messages));
  }

  async summarise(): Promise<void> {
    const { summary, console } = this.#context;
    if (await summary.sayNothing('check')) return;
    if (summary.of('failed') > 0) console.fail(EXIT.trouble);
    await summary.say(' audited', [count(this.#audit.findings, 'finding')]);
  }
}
