import { isStructuredByName } from '../../render.ts';
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
import { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import type { Reporter } from '../reporter.ts';
import { nameOf } from '../source.ts';
import { openCache } from './cached.ts';
import type { FormatRequest } from './command.ts';
import { type Formatted, Formatter, STRUCTURED } from './formatter.ts';
import { Tally } from './tally.ts';

/** Formats every note of a request; what goes wrong with one is reported and the others go on. */
export async function formatNotes(request: FormatRequest, host: Host, reporter: Reporter): Promise<void> {
  const projects = new Projects(request, 'house', 'print');
  const passedOver = new PassedOver(projects);
  const formatter = new Formatter(request, projects, reporter);
  if (request.staged) {
    const { formatStaged } = await import('./staged.ts');
    return formatStaged(request, projects, formatter, host, reporter);
  }
  if (request.mode === 'write') host.beforeStop(abandon);
  if (request.mode !== 'print' && mayBeMany(request)) host.staySmall('young');
  formatter.passedOver = passedOver;
  const tally = new Tally(request, reporter);
  const { inputs, problems, skipped } = await findNotes(request, passedOver, host);
  for (const problem of problems) {
    const isNothing = problem.code === 'ENOMATCH';
    if (!(isNothing && request.allowNone)) await reporter.fileError(problem);
    if (!isNothing) tally.add('failed');
  }
  tally.skip('no note', skipped);
  if (inputs.length + problems.length + skipped === 0 && !request.allowNone) {
    await reporter.line(`nothing to format: ${request.filesFrom} names no files`);
  }
  refuseMixture(request, inputs);
  formatter.cache = await openCache(request, inputs, host, reporter);
  const run = new Run(request, host, reporter, formatter, passedOver);
  const isWhole = await run.all(inputs, tally);
  formatter.cache?.save();
  if (isWhole) await tally.summary();
}

function refuseMixture({ mode }: FormatRequest, inputs: readonly Input[]): void {
  const stdin = inputs.some(({ kind }) => kind === 'stdin');
  if (mode === 'write' && stdin) {
    throw new UsageError('standard input cannot be written in place', 'Leave out --write: the note is printed.');
  }
  if (mode === 'print' && inputs.length > 1) {
    const advice = 'Format them in place with --write, or look with --check or --diff.';
    throw new UsageError(`${inputs.length} notes on one standard output would run together`, advice);
  }
}

const IGNORED: Formatted = { kind: 'skipped', why: 'ignored' };

class Run {
  readonly #request: FormatRequest;
  readonly #host: Host;
  readonly #output: Output;
  readonly #reporter: Reporter;
  readonly #formatter: Formatter;
  readonly #passedOver: PassedOver;
  readonly #writer = createWriter({ durable: 'each' });
  #patches: Patches | undefined;

  constructor(request: FormatRequest, host: Host, reporter: Reporter, formatter: Formatter, passedOver: PassedOver) {
    this.#request = request;
    this.#host = host;
    this.#output = new Output(host, reporter);
    this.#reporter = reporter;
    this.#formatter = formatter;
    this.#passedOver = passedOver;
  }

  /** @returns false when it ended early: where nothing is written, and nobody reads on, nothing is left to be done. */
  async all(inputs: readonly Input[], tally: Tally): Promise<boolean> {
    const progress = new Progress(this.#host, inputs.length);
    for (const input of inputs) {
      await progress.step();
      const formatted = await this.#one(input);
      if (formatted.kind !== 'skipped') tally.add(formatted.kind);
      else if (input.kind === 'stdin') tally.pass();
      else tally.add('skipped', formatted.why);
      if (this.#output.isGone && this.#request.mode !== 'write') break;
    }
    await progress.end();
    return this.#request.mode === 'write' || !this.#output.isGone;
  }

  async #one(input: Input): Promise<Formatted> {
    const name = nameOf(input, this.#request.stdinFilepath);
    try {
      const isFile = input.kind === 'file';
      if (isFile && (await this.#passedOver.has(name))) return IGNORED;
      if (isFile && isStructuredByName(name)) return STRUCTURED;
      if (isFile && this.#request.mode === 'write') refuseStream(input.path);
      const bytes = isFile ? readBytes(input.path) : await this.#host.readStdin();
      if (!isFile && this.#request.stdinFilepath !== undefined && (await this.#passedOver.has(name))) {
        if (this.#request.mode === 'print') await this.#output.write(bytes);
        return IGNORED;
      }
      const formatted = await this.#formatter.format(bytes, name, !isFile);
      await this.#done(input, name, bytes, formatted);
      return formatted;
    } catch (error) {
      await this.#reporter.problem(error);
      return { kind: 'failed' };
    }
  }

  async #done(input: Input, name: string, bytes: Uint8Array, formatted: Formatted): Promise<void> {
    const { mode } = this.#request;
    const isChanged = formatted.kind === 'changed';
    if (mode === 'print') {
      // What is skipped on standard input passes through, so that an editor loses nothing.
      const passes = formatted.kind === 'clean' || (formatted.kind === 'skipped' && input.kind === 'stdin');
      if (isChanged || passes) await this.#output.write(isChanged ? formatted.bytes : bytes);
      return;
    }
    if (!isChanged) return;
    if (mode === 'write') {
      await this.#writer.write(input.path, formatted.bytes, { expected: bytes });
      await this.#output.print(`${name}\n`);
    } else if (mode === 'check') {
      await this.#output.print(`${name}\n`);
    } else {
      const { leftOut, Patches } = await import('../files/patch.ts');
      this.#patches ??= new Patches();
      const patch = this.#patches.of(name, bytes, formatted.bytes);
      if (patch === undefined) await this.#reporter.line(leftOut(name));
      else if (patch !== '') await this.#output.print(patch);
    }
  }
}
