import { isStructuredByName } from '../../read/structured.ts';
import { ConfigResolver } from '../config/config-resolver.ts';
import { UsageError } from '../exit.ts';
import { Writer } from '../files/atomic.ts';
import { IgnoreFilter } from '../files/ignore-filter.ts';
import type { Input } from '../files/inputs.ts';
import type { Host } from '../host.ts';
import type { FormatRequest } from '../requests.ts';
import { type Changes, createContext, type Job, type NoteFile, type RunContext, runPipeline } from '../run/pipeline.ts';
import { logSafe } from '../run/read-note.ts';
import type { SkipReason } from '../run/summary.ts';
import type { Console } from '../terminal/console.ts';
import type { Cache, Formatted } from './cache.ts';
import { Formatter } from './formatter.ts';
import { sayFormatted, summaryOptions } from './summary.ts';

/** Formats the notes of a request. @param changes of a run that is not the first. */
export async function formatNotes(
  request: FormatRequest,
  host: Host,
  console: Console,
  changes?: Changes,
): Promise<void> {
  const configResolver = new ConfigResolver(request, 'house', 'print');
  const ignoreFilter = new IgnoreFilter(configResolver);
  const parts = { host, console, configResolver, ignoreFilter };
  const formatter = new Formatter(request, configResolver);
  if (request.staged) {
    const { formatStaged } = await import('./staged.ts');
    return formatStaged(request, formatter, parts);
  }
  formatter.ignoreFilter = ignoreFilter;
  const context = createContext({ ...parts, ...(changes ? { changes } : {}) }, summaryOptions(request));
  await runPipeline(new FormatJob(request, context, formatter), request, context);
}

class FormatJob implements Job<Formatted> {
  readonly writes: boolean;
  readonly writesInPlace: boolean;
  readonly printsStdin: boolean;
  readonly isAlone = false;
  readonly #request: FormatRequest;
  readonly #context: RunContext;
  readonly #formatter: Formatter;
  readonly #writer = new Writer({ durable: 'each' });
  #cache: Cache | undefined;
  /** What the cache lacks, until it is settled. */
  readonly #digests = new WeakMap<NoteFile, Buffer>();

  constructor(request: FormatRequest, context: RunContext, formatter: Formatter) {
    this.writes = request.mode === 'write';
    this.writesInPlace = this.writes;
    this.printsStdin = request.mode === 'print';
    this.#request = request;
    this.#context = context;
    this.#formatter = formatter;
  }

  async start(inputs: readonly Input[]): Promise<readonly Input[]> {
    const { mode } = this.#request;
    if (mode === 'write' && inputs.some(({ kind }) => kind === 'stdin')) {
      throw new UsageError('stdin cannot be written in place', 'Leave out --write to print the note.');
    }
    if (mode === 'print' && inputs.length > 1) {
      const advice = 'Format them in place with --write, or use --check or --diff.';
      throw new UsageError(`cannot print ${inputs.length} notes to stdout`, advice);
    }
    this.#cache = await this.#openCache(inputs);
    return inputs;
  }

  /** The results of earlier runs, if they save time: not for a few named files, nor if reasons have to be shown. */
  async #openCache(inputs: readonly Input[]): Promise<Cache | undefined> {
    const { host, console } = this.#context;
    const { mode, cache: isWanted, verbose } = this.#request;
    if (!isWanted || mode !== 'check' || verbose || inputs.every(({ base }) => base === undefined)) return undefined;
    const { Cache } = await import('./cache.ts');
    const cache = Cache.open(host.environment);
    if (cache?.isDamaged) await console.line(`warning: rebuilding the damaged cache: ${cache.path}`);
    return cache;
  }

  skips(name: string): SkipReason | undefined {
    return isStructuredByName(name) ? 'structured' : undefined;
  }

  async known(note: NoteFile): Promise<Formatted | undefined> {
    const { name, bytes, isNamed } = note;
    const digest = this.#cache && (await this.#formatter.digest(this.#cache, bytes, name, isNamed));
    if (digest === undefined) return undefined;
    const known = this.#cache?.get(digest);
    if (!known) this.#digests.set(note, digest);
    return known;
  }

  work({ name, bytes, isNamed }: NoteFile, console: Console): Promise<Formatted> {
    return this.#formatter.format(bytes, name, isNamed, console);
  }

  async write({ input, bytes }: NoteFile, formatted: Formatted): Promise<void> {
    if (formatted.kind !== 'changed' || this.#request.mode !== 'write') return;
    await this.#writer.write(input.path, formatted.bytes, { expected: bytes });
  }

  async settle(note: NoteFile, formatted: Formatted): Promise<void> {
    const { name, bytes, isFile } = note;
    const { output, summary } = this.#context;
    const digest = this.#digests.get(note);
    if (digest) this.#cache?.add(digest, formatted);
    const { mode, quiet } = this.#request;
    if (formatted.kind === 'changed') {
      if (mode === 'print') await output.document(formatted.bytes);
      else if (mode === 'diff') await output.patch(name, bytes, formatted.bytes);
      // Of --check, the names are the result.
      else if (!quiet || mode === 'check') await output.print(`${logSafe(name)}\n`);
    } else if (mode === 'print' && (formatted.kind === 'unchanged' || (formatted.kind === 'skipped' && !isFile))) {
      await output.document(bytes);
    }
    if (formatted.kind !== 'skipped') summary.add(formatted.kind);
    else if (isFile) await summary.skip(formatted.why, name);
    else summary.pass();
  }

  async finish(): Promise<void> {
    this.#cache?.save();
  }

  async summarise(): Promise<void> {
    const { summary } = this.#context;
    if (await summary.sayNothing('format')) return;
    if (this.#request.mode === 'print' && summary.notes + summary.skipped < 2) return;
    await sayFormatted(summary, this.#request.mode);
  }
}
