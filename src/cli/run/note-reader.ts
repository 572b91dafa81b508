import type { Input } from '../files/inputs.ts';
import { noteContent } from '../files/observe.ts';
import { readBytes } from '../files/read.ts';
import { refuseStream } from '../files/target.ts';
import type { SearchRequest } from '../requests.ts';
import type { Job, NoteFile, NoteSource, RunContext } from './pipeline.ts';
import { nameOf } from './read-note.ts';
import type { SkipReason } from './summary.ts';

/** What an input turned out to be. */
type Found =
  /** `file` tells a file that is written in place from others, whatever path leads to it. */
  | { readonly kind: 'note'; readonly note: NoteFile; readonly file?: string }
  | { readonly kind: 'skipped'; readonly why: SkipReason }
  /** Stdin under the name of an ignored file. */
  | { readonly kind: 'passed'; readonly bytes: Uint8Array };

/** Reads the notes of a run. */
export class NoteReader {
  readonly #job: Pick<Job<unknown>, 'writesInPlace' | 'skips' | 'planOf'>;
  readonly #request: SearchRequest;
  readonly #context: RunContext;
  readonly #source: NoteSource | undefined;

  constructor(
    job: Pick<Job<unknown>, 'writesInPlace' | 'skips' | 'planOf'>,
    request: SearchRequest,
    context: RunContext,
    source: NoteSource | undefined,
  ) {
    this.#job = job;
    this.#request = request;
    this.#context = context;
    this.#source = source;
  }

  /** The name that messages use. */
  nameOf(input: Input): string {
    return nameOf(input, this.#request.stdinFilepath);
  }

  /**
   * @param waitFor waits until nobody writes a file.
   * @throws {FileError}
   */
  async read(input: Input, waitFor: (file: string) => Promise<void>): Promise<Found> {
    const name = this.nameOf(input);
    const isFile = input.kind === 'file';
    const isIgnored = (isFile || this.#request.stdinFilepath !== undefined) && (await this.#isIgnored(name));
    const why = isIgnored ? 'ignored' : this.#job.skips?.(name);
    if (isFile && why !== undefined) return { kind: 'skipped', why };
    const file = isFile && this.#job.writesInPlace ? refuseStream(input.path) : undefined;
    if (file !== undefined) await waitFor(file);
    const bytes = await this.#bytesOf(input);
    if (isIgnored) return { kind: 'passed', bytes };
    const plan = this.#job.planOf?.(input);
    const note = { input, name, bytes, isFile, isNamed: this.#isNamed(input), ...(plan ? { plan } : {}) };
    return { kind: 'note', note, ...(file === undefined ? {} : { file }) };
  }

  async #isIgnored(name: string): Promise<boolean> {
    return (await this.#context.ignoreFilter?.has(name)) ?? false;
  }

  #isNamed({ kind, base, isListed }: Input): boolean {
    return kind === 'stdin' || (base === undefined && isListed !== true && !this.#request.allowNone);
  }

  async #bytesOf(input: Input): Promise<Uint8Array> {
    if (this.#source) return this.#source.read(input);
    if (input.kind !== 'file') return this.#context.host.readStdin();
    const bytes = readBytes(input.path);
    noteContent(input.path, bytes);
    return bytes;
  }
}
