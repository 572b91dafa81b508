import { resolve } from 'node:path';
import type { CheckRequest } from '../check.ts';
import { ConfigResolver } from '../config/config-resolver.ts';
import { rulesFor, withConfiguration } from '../config/rules.ts';
import { UsageError } from '../exit.ts';
import { createWriter } from '../files/atomic.ts';
import { IgnoreFilter } from '../files/ignore-filter.ts';
import type { Input } from '../files/inputs.ts';
import type { Patches } from '../files/patch.ts';
import { readBytes } from '../files/read.ts';
import { refuseStream } from '../files/target.ts';
import { abandon } from '../files/temporary.ts';
import type { Host } from '../host.ts';
import { loadReporter } from '../reporters/index.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { findNotes } from '../run/find-notes.ts';
import { Output } from '../run/output.ts';
import { nameOf } from '../run/read-note.ts';
import { count } from '../run/skips.ts';
import { loadPaint, wantsColour } from '../terminal/colour.ts';
import type { Console } from '../terminal/console.ts';
import { Progress } from '../terminal/progress.ts';
import type { Baseline } from './baseline.ts';
import { Checker } from './checker.ts';
import { openBaseline } from './open-baseline.ts';
import { changedSince } from './since.ts';
import { Tally } from './tally.ts';

/** Checks every note of a request; what goes wrong with one is reported and the others go on. */
export async function checkNotes(request: CheckRequest, host: Host, console: Console): Promise<void> {
  const configResolver = new ConfigResolver(request, 'house');
  const ignoreFilter = new IgnoreFilter(configResolver);
  const tally = new Tally(request, console);
  if (request.mode === 'fix' || request.baseline !== undefined) host.beforeStop(abandon);
  const everywhere = request.since !== undefined && request.notes.length === 0 && request.filesFrom === undefined;
  const found = await findNotes(everywhere ? { ...request, notes: ['.'] } : request, ignoreFilter, host);
  for (const problem of found.problems) {
    const isNothing = problem.code === 'ENOMATCH';
    if (!(isNothing && (request.allowNone || everywhere))) await console.fileError(problem);
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
    await console.line(`nothing to check: ${request.filesFrom} names no files`);
  }
  const desks = await withConfiguration(request, inputs, configResolver, console);
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
  const reporter = await loadReporter(request.report, {
    paint: await loadPaint(colour),
    width: stream === 2 || host.isTerminal(stream) ? host.columns : undefined,
    verbose: request.verbose,
    fails: (severity) => tally.fails(severity),
    rules,
  });
  const run = new Run(request, host, console, { tally, reporter, baseline, stream });
  if (!(await run.all(inputs, new Checker(request, configResolver), ignoreFilter))) return;
  if (since !== undefined && tally.isEmpty) return console.line(`no note has changed since ${since}`);
  await baseline?.save();
  if (baseline?.isNew) {
    await console.line(
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
  readonly reporter: Reporter;
  readonly baseline: Baseline | undefined;
  /** Where the report goes. */
  readonly stream: 1 | 2;
}

class Run {
  readonly #request: CheckRequest;
  readonly #host: Host;
  readonly #output: Output;
  readonly #console: Console;
  readonly #parts: Parts;
  readonly #writer = createWriter({ durable: 'each' });
  #progress: Progress | undefined;
  #patches: Patches | undefined;

  constructor(request: CheckRequest, host: Host, console: Console, parts: Parts) {
    this.#request = request;
    this.#host = host;
    this.#output = new Output(host, console);
    this.#console = console;
    this.#parts = parts;
  }

  /** @returns false when it ended early: where no file is written, and nobody reads on, nothing is left to be done. */
  async all(inputs: readonly Input[], checker: Checker, ignoreFilter: IgnoreFilter): Promise<boolean> {
    const { reporter, tally, baseline } = this.#parts;
    const writes = this.#request.mode === 'fix' || baseline !== undefined;
    const isReport = this.#request.mode !== 'diff';
    if (isReport) await this.#tell(reporter.start?.() ?? '');
    this.#progress = new Progress(this.#host, inputs.length);
    for (const input of inputs) {
      await this.#progress.step();
      await this.#one(input, checker, ignoreFilter);
      if (this.#output.isGone && !writes) break;
    }
    if (isReport) await this.#tell(reporter.end?.(tally.summary(baseline?.known ?? 0)) ?? '');
    await this.#progress.end();
    return writes || !this.#output.isGone;
  }

  async #one(input: Input, checker: Checker, ignoreFilter: IgnoreFilter): Promise<void> {
    const { tally } = this.#parts;
    const { mode, stdinFilepath } = this.#request;
    const name = nameOf(input, stdinFilepath);
    try {
      const isFile = input.kind === 'file';
      const isIgnored = (isFile || stdinFilepath !== undefined) && (await ignoreFilter.has(name));
      if (isFile && (isIgnored || (await ignoreFilter.hasTarget(name)))) return tally.skip('ignored');
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
      if (mode !== 'diff') await this.#tell(this.#parts.reporter.note({ name, text: looked.text, findings }));
      else if (looked.isChanged) await this.#tellPatch(name, bytes, after);
    } catch (error) {
      tally.refuse();
      if (error instanceof Error && error.name === 'UnsafeFormatError') await this.#console.broken(name, error);
      else await this.#console.problem(error);
    }
  }

  async #tellPatch(name: string, before: Uint8Array, after: Uint8Array): Promise<void> {
    const { leftOut, Patches } = await import('../files/patch.ts');
    this.#patches ??= new Patches();
    const patch = this.#patches.of(name, before, after);
    if (patch === undefined) await this.#console.line(leftOut(name));
    else await this.#tell(patch);
  }

  async #tell(text: string): Promise<void> {
    if (text === '') return;
    // On a terminal both streams share a line.
    await this.#progress?.end();
    const { reporter, stream } = this.#parts;
    const isSafe = reporter.isPainted && this.#request.mode !== 'diff';
    if (stream === 2) await this.#host.write(stream, text);
    else await (isSafe ? this.#output.write(text) : this.#output.print(text));
  }
}
