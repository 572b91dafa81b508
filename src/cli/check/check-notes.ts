import type { Diagnostic } from '../../model/diagnostic.ts';
import { ConfigResolver } from '../config/config-resolver.ts';
import { refuseUnknownRule, rulesFor, withConfiguration } from '../config/rules.ts';
import { UsageError } from '../exit.ts';
import { Writer } from '../files/atomic.ts';
import { IgnoreFilter } from '../files/ignore-filter.ts';
import type { Input } from '../files/inputs.ts';
import type { Host } from '../host.ts';
import { loadReporter } from '../reporters/index.ts';
import type { Reporter } from '../reporters/reporter.ts';
import type { CheckRequest } from '../requests.ts';
import {
  type Changes,
  createContext,
  type Job,
  type NoteFile,
  type RunContext,
  runPipeline,
  withoutRepeats,
} from '../run/pipeline.ts';
import { count } from '../run/summary.ts';
import { loadPaint, wantsColour } from '../terminal/colour.ts';
import type { Console } from '../terminal/console.ts';
import type { Baseline } from './baseline.ts';
import type { CheckCache } from './cache.ts';
import { type CheckedFile, Checker } from './checker.ts';
import { FindingCounts } from './finding-counts.ts';
import { type FixChooser, openFixChooser } from './fix-chooser.ts';
import { openBaseline } from './open-baseline.ts';
import { openCheckCache } from './open-cache.ts';
import { changedSince } from './since.ts';

/** Checks the notes of a request. @param changes of a run that is not the first. */
export async function checkNotes(
  request: CheckRequest,
  host: Host,
  console: Console,
  changes?: Changes,
): Promise<void> {
  const configResolver = new ConfigResolver(request, 'house');
  const ignoreFilter = new IgnoreFilter(configResolver);
  const { allowNone, verbose, quiet } = request;
  const options = { allowNone, verbose, quiet, failsOnChange: request.mode === 'diff' };
  const parts = { host, console, configResolver, ignoreFilter, ...(changes ? { changes } : {}) };
  const context = createContext(parts, options);
  // With --since alone, the notes are all that have changed; that there are none is no problem.
  const everywhere = request.since !== undefined && request.notes.length === 0 && request.filesFrom === undefined;
  const search = everywhere ? { ...request, notes: ['.'], allowNone: true } : request;
  const source = request.staged ? new (await import('../run/staged-files.ts')).StagedSource(context) : undefined;
  const JobOf = request.mode === 'audit' ? (await import('./audit-notes.ts')).AuditJob : CheckJob;
  await runPipeline(new JobOf(request, context, ignoreFilter), search, context, source);
}

class CheckJob implements Job<CheckedFile | 'ignored'> {
  readonly writes: boolean;
  readonly writesInPlace: boolean;
  readonly printsStdin: boolean;
  readonly isAlone: boolean;
  readonly #request: CheckRequest;
  readonly #context: RunContext;
  readonly #ignoreFilter: IgnoreFilter;
  readonly #checker: Checker;
  readonly #counts: FindingCounts;
  readonly #writer = new Writer({ durable: 'each' });
  #baseline: Baseline | undefined;
  #cache: CheckCache | undefined;
  #chooser: FixChooser | undefined;
  #reporter: Reporter | undefined;
  /** Where the report goes: stderr, if a fixed note is printed to stdout. */
  #stream: 1 | 2 = 1;

  constructor(request: CheckRequest, context: RunContext, ignoreFilter: IgnoreFilter) {
    const fixes = request.mode === 'fix' || request.mode === 'ask';
    this.writes = fixes || request.baseline !== undefined;
    this.writesInPlace = fixes;
    this.printsStdin = fixes;
    this.isAlone = request.mode === 'ask';
    this.#request = request;
    this.#context = context;
    this.#ignoreFilter = ignoreFilter;
    this.#checker = new Checker(request, context.configResolver);
    this.#counts = new FindingCounts(request, context.console, context.summary);
  }

  async start(found: readonly Input[]): Promise<readonly Input[] | undefined> {
    const { host, console, configResolver } = this.#context;
    const { since, mode, report, verbose, color } = this.#request;
    const named = withoutRepeats(found);
    const inputs = since === undefined ? named : await changedSince(since, named, host.environment);
    const houses = await withConfiguration(this.#request, inputs, configResolver, console);
    if (!houses) return undefined;
    await refuseUnknownRule(this.#request, houses);
    if (this.#request.source !== undefined && inputs.length > 1)
      throw new UsageError("'--source' needs one note", 'Write source_text in each note.');
    const isStdin = inputs.some(({ kind }) => kind === 'stdin');
    this.#baseline = await openBaseline(this.#request, isStdin);
    if (isStdin && inputs.length > 1 && mode === 'fix')
      throw new UsageError('a note from stdin cannot be fixed together with files', "Leave out '-' or the files.");
    this.#stream = mode === 'fix' && isStdin ? 2 : 1;
    const isTerminal = host.isTerminal(this.#stream);
    this.#cache = await openCheckCache(this.#request, inputs, this.#context);
    if (mode === 'diff') return inputs;
    this.#reporter = await loadReporter(report, {
      paint: await loadPaint(wantsColour({ isTTY: isTerminal }, host.environment, color)),
      width: this.#stream === 2 || isTerminal ? host.columns : undefined,
      messages: console.messages,
      verbose,
      fails: (severity) => this.#counts.fails(severity),
      rules: () => rulesFor(houses),
    });
    if (mode === 'ask') this.#chooser = await openFixChooser(host, this.#request, console.messages);
    await this.#report(this.#reporter.start?.());
    return inputs;
  }

  get isOver(): boolean {
    return this.#chooser?.isOver ?? false;
  }

  async known(note: NoteFile): Promise<CheckedFile | undefined> {
    const known = this.#cache && note.isFile ? await this.#checker.recall(note, this.#cache) : undefined;
    // For a link to an ignored file, the work says so.
    return known && (await this.#ignoreFilter.hasTarget(note.name)) ? undefined : known;
  }

  async work(note: NoteFile, _: Console, isInOrder: boolean): Promise<CheckedFile | 'ignored'> {
    // A staged note is never a link, whatever its working file is.
    if (note.isFile && !this.#request.staged && (await this.#ignoreFilter.hasTarget(note.name))) return 'ignored';
    if (this.#chooser) await this.#context.progress.end();
    this.#chooser?.startNote();
    const checked = await this.#checker.check(note, isInOrder, this.#chooser?.accepts);
    if (checked.kind === 'no note') return checked;
    // No run but an audit needs what the rules saw, and it cannot come from another thread.
    const { linted: _linted, ...plain } = checked;
    return plain;
  }

  async write({ input, bytes, isFile }: NoteFile, checked: CheckedFile | 'ignored'): Promise<void> {
    if (!this.writesInPlace || !isFile || checked === 'ignored' || checked.kind !== 'note' || !checked.isChanged)
      return;
    await this.#writer.write(input.path, Buffer.from(checked.text), { expected: bytes });
  }

  async settle(note: NoteFile, result: CheckedFile | 'ignored'): Promise<void> {
    const { name, bytes, isFile } = note;
    const { summary, output } = this.#context;
    const { mode, quiet } = this.#request;
    if (result === 'ignored') return summary.skip('ignored', name);
    const checked = await this.#checker.compared(note, result);
    this.#cache?.add(note, checked);
    if (checked.kind === 'no note') return summary.skip('no note', name);
    const { text, isChanged, fixed } = checked;
    const after = isChanged ? Buffer.from(text) : bytes;
    const findings = this.#baseline?.unknown(name, checked.findings, isFile) ?? checked.findings;
    if (mode === 'diff' && isChanged) await output.patch(name, bytes, after);
    if (mode === 'fix' && !isFile) await output.document(after);
    // A finding with a fix was shown with the question.
    const shown = findings.filter((finding) => (!quiet || isError(finding)) && !(this.#chooser && finding.fix));
    await this.#report(this.#reporter?.note({ name, text, findings: shown }));
    if (mode !== 'diff') this.#counts.add(findings, fixed);
    // Last, because the pipeline counts a note with an error as failed.
    summary.add(isChanged ? 'changed' : 'unchanged');
  }

  async finish(): Promise<void> {
    this.#cache?.save();
    await this.#report(this.#reporter?.end?.(this.#counts.data(this.#baseline?.known ?? 0)));
  }

  async summarise(): Promise<void> {
    const { host, summary, console } = this.#context;
    const { since, baseline: path, staged, allowNone } = this.#request;
    if (since !== undefined && summary.notes === 0) return console.line(`no notes have changed since '${since}'`);
    await this.#baseline?.save(host.environment);
    const known = this.#baseline?.known ?? 0;
    if (this.#baseline?.isNew) await console.line(`created '${path}' with ${count(known, 'finding')}`);
    if (!(await summary.sayNothing('check'))) return this.#counts.say(known);
    if (staged && summary.skipped === 0 && !allowNone) await console.reason('no note is staged: run `git add` first');
  }

  async #report(text = ''): Promise<void> {
    const { host, output, progress } = this.#context;
    if (text === '') return;
    if (this.#stream === 1) return this.#reporter?.isPainted ? output.write(text) : output.print(text);
    await progress.end();
    await host.write(2, text);
  }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'fatal' || severity === 'error';
}
