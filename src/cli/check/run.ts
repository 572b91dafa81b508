import { resolve } from 'node:path';
import { Projects } from '../configuration.ts';
import { UsageError } from '../exit.ts';
import { createWriter } from '../files/atomic.ts';
import type { Input } from '../files/inputs.ts';
import type { Patches } from '../files/patch.ts';
import { readBytes } from '../files/read.ts';
import { refuseStream } from '../files/target.ts';
import { abandon } from '../files/temporary.ts';
import type { Host } from '../host.ts';
import { findNotes, mayBeMany } from '../notes/find.ts';
import { PassedOver } from '../notes/passed-over.ts';
import { count } from '../notes/skips.ts';
import { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import type { Reporter } from '../reporter.ts';
import { nameOf } from '../source.ts';
import { loadPaint, wantsColour } from '../terminal/colour.ts';
import type { Baseline } from './baseline.ts';
import { Checker } from './checker.ts';
import type { CheckRequest } from './command.ts';
import { openBaseline } from './open-baseline.ts';
import { loadReport } from './report/index.ts';
import type { Report } from './report/report.ts';
import { rulesFor, withConfiguration } from './rules.ts';
import { changedSince } from './since.ts';
import { Tally } from './tally.ts';

/** Checks every note of a request; what goes wrong with one is reported and the others go on. */
export async function checkNotes(request: CheckRequest, host: Host, reporter: Reporter): Promise<void> {
  const projects = new Projects(request, 'house');
  const passedOver = new PassedOver(projects);
  const tally = new Tally(request, reporter);
  if (request.mode === 'fix' || request.baseline !== undefined) host.beforeStop(abandon);
  if (mayBeMany(request)) host.staySmall('young');
  const everywhere = request.since !== undefined && request.notes.length === 0 && request.filesFrom === undefined;
  const found = await findNotes(everywhere ? { ...request, notes: ['.'] } : request, passedOver, host);
  for (const problem of found.problems) {
    const isNothing = problem.code === 'ENOMATCH';
    if (!(isNothing && (request.allowNone || everywhere))) await reporter.fileError(problem);
    if (!isNothing) tally.refuse();
  }
  const { since } = request;
  const named = withoutRepeats(found.inputs);
  const inputs = since === undefined ? named : await changedSince(since, named, host.environment);
  tally.skip('no note', found.skipped);
  if (
    inputs.length + found.problems.length + found.skipped === 0 &&
    request.filesFrom !== undefined &&
    !request.allowNone
  ) {
    await reporter.line(`nothing to check: ${request.filesFrom} names no files`);
  }
  const desks = await withConfiguration(request, inputs, projects, reporter);
  if (!desks) return;
  const rules = rulesFor(request, desks);
  const isStdin = inputs.some(({ kind }) => kind === 'stdin');
  const baseline = await openBaseline(request, isStdin);
  if (isStdin && inputs.length > 1 && request.mode === 'fix') {
    throw new UsageError(
      'a note on standard output and others in place do not go together',
      'Leave out the - or the files.',
    );
  }
  // A note that is printed has standard output for itself.
  const stream = request.mode === 'fix' && isStdin ? 2 : 1;
  const colour = wantsColour({ isTTY: host.isTerminal(stream) }, host.environment, request.color);
  const report = await loadReport(request.report, {
    paint: await loadPaint(colour),
    width: stream === 2 || host.isTerminal(stream) ? host.columns : undefined,
    verbose: request.verbose,
    fails: (severity) => tally.fails(severity),
    rules,
  });
  const run = new Run(request, host, reporter, { tally, report, baseline, stream });
  if (!(await run.all(inputs, new Checker(request, projects), passedOver))) return;
  if (since !== undefined && tally.isEmpty) return reporter.line(`no note has changed since ${since}`);
  await baseline?.save();
  if (baseline?.isNew) {
    await reporter.line(
      `${request.baseline} is new: it knows ${count(baseline.known, 'finding')}, which ${baseline.known === 1 ? 'is' : 'are'} not told from now on`,
    );
  }
  await tally.say(baseline?.known ?? 0);
}

/** A note that is named twice is reported once. */
function withoutRepeats(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((input) => [input.kind === 'file' ? resolve(input.path) : '-', input])).values()];
}

interface Parts {
  readonly tally: Tally;
  readonly report: Report;
  readonly baseline: Baseline | undefined;
  /** Where the report goes. */
  readonly stream: 1 | 2;
}

class Run {
  readonly #request: CheckRequest;
  readonly #host: Host;
  readonly #output: Output;
  readonly #reporter: Reporter;
  readonly #parts: Parts;
  readonly #writer = createWriter({ durable: 'each' });
  #progress: Progress | undefined;
  #patches: Patches | undefined;

  constructor(request: CheckRequest, host: Host, reporter: Reporter, parts: Parts) {
    this.#request = request;
    this.#host = host;
    this.#output = new Output(host, reporter);
    this.#reporter = reporter;
    this.#parts = parts;
  }

  /** @returns false when it ended early: where no file is written, and nobody reads on, nothing is left to be done. */
  async all(inputs: readonly Input[], checker: Checker, passedOver: PassedOver): Promise<boolean> {
    const { report, tally, baseline } = this.#parts;
    const writes = this.#request.mode === 'fix' || baseline !== undefined;
    const isReport = this.#request.mode !== 'diff';
    if (isReport) await this.#tell(report.start?.() ?? '');
    this.#progress = new Progress(this.#host, inputs.length);
    for (const input of inputs) {
      await this.#progress.step();
      await this.#one(input, checker, passedOver);
      if (this.#output.isGone && !writes) break;
    }
    if (isReport) await this.#tell(report.end?.(tally.summary(baseline?.known ?? 0)) ?? '');
    await this.#progress.end();
    return writes || !this.#output.isGone;
  }

  async #one(input: Input, checker: Checker, passedOver: PassedOver): Promise<void> {
    const { tally } = this.#parts;
    const { mode, stdinFilepath } = this.#request;
    const name = nameOf(input, stdinFilepath);
    try {
      const isFile = input.kind === 'file';
      const isIgnored = (isFile || stdinFilepath !== undefined) && (await passedOver.has(name));
      if (isFile && (isIgnored || (await passedOver.hasTarget(name)))) return tally.skip('ignored');
      if (isFile && mode === 'fix') refuseStream(input.path);
      const bytes = isFile ? readBytes(input.path) : await this.#host.readStdin();
      if (isIgnored) {
        tally.pass();
        return mode === 'fix' ? this.#output.write(bytes) : undefined;
      }
      const looked = await checker.look(bytes, name, !isFile);
      if (looked.kind === 'no note') return tally.skip('no note');
      const after = looked.isChanged ? Buffer.from(looked.text) : bytes;
      if (mode === 'fix' && isFile && looked.isChanged)
        await this.#writer.write(input.path, after, { expected: bytes });
      const findings = this.#parts.baseline?.unknown(name, looked.findings, isFile) ?? looked.findings;
      tally.note(mode === 'diff' ? [] : findings, looked.fixed, looked.isChanged);
      if (mode === 'fix' && !isFile) await this.#output.write(after);
      if (mode !== 'diff') await this.#tell(this.#parts.report.note({ name, text: looked.text, findings }));
      else if (looked.isChanged) await this.#tellPatch(name, bytes, after);
    } catch (error) {
      tally.refuse();
      if (error instanceof Error && error.name === 'BrokenPromise') await this.#reporter.broken(name, error);
      else await this.#reporter.problem(error);
    }
  }

  async #tellPatch(name: string, before: Uint8Array, after: Uint8Array): Promise<void> {
    const { leftOut, Patches } = await import('../files/patch.ts');
    this.#patches ??= new Patches();
    const patch = this.#patches.of(name, before, after);
    if (patch === undefined) await this.#reporter.line(leftOut(name));
    else await this.#tell(patch);
  }

  async #tell(text: string): Promise<void> {
    if (text === '') return;
    // On a terminal both streams share a line.
    await this.#progress?.end();
    const { report, stream } = this.#parts;
    const isSafe = report.isPainted && this.#request.mode !== 'diff';
    if (stream === 2) await this.#host.write(stream, text);
    else await (isSafe ? this.#output.write(text) : this.#output.print(text));
  }
}
