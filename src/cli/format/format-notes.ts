import { isStructuredByName } from '../../read/structured.ts';
import { ConfigResolver } from '../config/config-resolver.ts';
import { UsageError } from '../exit.ts';
import { createWriter } from '../files/atomic.ts';
import { IgnoreFilter } from '../files/ignore-filter.ts';
import type { Input } from '../files/inputs.ts';
import type { Patches } from '../files/patch.ts';
import { readBytes } from '../files/read.ts';
import { refuseStream } from '../files/target.ts';
import { abandon } from '../files/temporary.ts';
import type { FormatRequest } from '../format.ts';
import type { Host } from '../host.ts';
import { findNotes } from '../run/find-notes.ts';
import { Output } from '../run/output.ts';
import { nameOf } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import { Progress } from '../terminal/progress.ts';
import { openCache } from './cached.ts';
import { type Formatted, Formatter, STRUCTURED } from './formatter.ts';
import { Tally } from './tally.ts';

/** Formats every note of a request; what goes wrong with one is reported and the others go on. */
export async function formatNotes(request: FormatRequest, host: Host, console: Console): Promise<void> {
  const configResolver = new ConfigResolver(request, 'house', 'print');
  const ignoreFilter = new IgnoreFilter(configResolver);
  const formatter = new Formatter(request, configResolver, console);
  if (request.staged) {
    const { formatStaged } = await import('./staged.ts');
    return formatStaged(request, configResolver, formatter, host, console);
  }
  if (request.mode === 'write') host.beforeStop(abandon);
  formatter.ignoreFilter = ignoreFilter;
  const tally = new Tally(request, console);
  const { inputs, problems, skipped } = await findNotes(request, ignoreFilter, host);
  for (const problem of problems) {
    const isNothing = problem.code === 'ENOMATCH';
    if (!(isNothing && request.allowNone)) await console.fileError(problem);
    if (!isNothing) tally.add('failed');
  }
  tally.skip('no note', skipped);
  if (inputs.length + problems.length + skipped === 0 && !request.allowNone) {
    await console.line(`nothing to format: ${request.filesFrom} names no files`);
  }
  refuseMixture(request, inputs);
  formatter.cache = await openCache(request, inputs, host, console);
  const run = new Run(request, host, console, formatter, ignoreFilter);
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
  readonly #console: Console;
  readonly #formatter: Formatter;
  readonly #ignoreFilter: IgnoreFilter;
  readonly #writer = createWriter({ durable: 'each' });
  #patches: Patches | undefined;

  constructor(request: FormatRequest, host: Host, console: Console, formatter: Formatter, ignoreFilter: IgnoreFilter) {
    this.#request = request;
    this.#host = host;
    this.#output = new Output(host, console);
    this.#console = console;
    this.#formatter = formatter;
    this.#ignoreFilter = ignoreFilter;
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
      if (isFile && (await this.#ignoreFilter.has(name))) return IGNORED;
      if (isFile && isStructuredByName(name)) return STRUCTURED;
      if (isFile && this.#request.mode === 'write') refuseStream(input.path);
      const bytes = isFile ? readBytes(input.path) : await this.#host.readStdin();
      if (!isFile && this.#request.stdinFilepath !== undefined && (await this.#ignoreFilter.has(name))) {
        if (this.#request.mode === 'print') await this.#output.write(bytes);
        return IGNORED;
      }
      const formatted = await this.#formatter.format(bytes, name, !isFile);
      await this.#done(input, name, bytes, formatted);
      return formatted;
    } catch (error) {
      await this.#console.problem(error);
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
      if (patch === undefined) await this.#console.line(leftOut(name));
      else if (patch !== '') await this.#output.print(patch);
    }
  }
}
