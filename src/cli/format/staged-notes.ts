import { join } from 'node:path';
import { fault } from '../files/error.ts';
import { LARGEST } from '../files/read.ts';
import { checkOut, readBlobs } from '../git/objects.ts';
import type { Repository } from '../git/repository.ts';
import type { Staged } from '../git/staging.ts';
import type { RunContext } from '../run/pipeline.ts';
import { shownPath } from '../run/read-note.ts';
import { CHUNK, stagedFiles } from '../run/staged-files.ts';
import type { Formatted } from './cache.ts';
import type { Formatter } from './formatter.ts';

/** The file names of notes. `notes` in the configuration can add others. */
const MARKDOWN = /\.(?:md|markdown)$/i;

/** A staged note that is not formatted. */
export interface StagedChange {
  readonly entry: Staged;
  /** The path as messages show it, usable from here. */
  readonly name: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Finds the notes in git's index that are not formatted. Changes nothing. */
export class StagedNotes {
  readonly #repository: Repository;
  readonly #context: RunContext;
  readonly #formatter: Formatter;

  constructor(repository: Repository, context: RunContext, formatter: Formatter) {
    this.#repository = repository;
    this.#context = context;
    this.#formatter = formatter;
  }

  /** What may be a note among all that is staged. What is ignored is counted as skipped. */
  async among(staged: readonly Staged[]): Promise<Staged[]> {
    const { console, summary, ignoreFilter } = this.#context;
    const found: Staged[] = [];
    for (const { entry, name } of await stagedFiles(this.#repository, staged, MARKDOWN, this.#context)) {
      try {
        if (await ignoreFilter?.has(name)) await summary.skip('ignored', name);
        else found.push(entry);
      } catch (error) {
        await console.problem(error, name);
        summary.add('failed');
      }
    }
    return found;
  }

  /** Formats blobs. Yields those that change, some at a time, and counts the others. */
  async *changes(entries: readonly Staged[]): AsyncGenerator<readonly StagedChange[]> {
    for (let at = 0; at < entries.length; at += CHUNK) {
      const changes = await this.#format(entries.slice(at, at + CHUNK));
      yield await this.#withGitsLineEnds(changes);
    }
    await this.#context.progress.end();
  }

  async #format(entries: readonly Staged[]): Promise<StagedChange[]> {
    const { progress, summary } = this.#context;
    const oids = entries.map(({ oid }) => oid);
    const blobs = await readBlobs(this.#repository.git, oids);
    const changes: StagedChange[] = [];
    for (const [at, entry] of entries.entries()) {
      await progress.step();
      const name = this.#nameOf(entry);
      const before = blobs[at] ?? Buffer.of();
      const formatted = await this.#formatOne(before, name);
      if (formatted.kind === 'changed') changes.push({ entry, name, before, after: formatted.bytes });
      else if (formatted.kind === 'skipped') await summary.skip(formatted.why, name);
      else summary.add(formatted.kind);
    }
    return changes;
  }

  async #formatOne(bytes: Uint8Array, name: string): Promise<Formatted> {
    if (bytes.length <= LARGEST) return this.#formatter.format(bytes, name, false, this.#context.console);
    await this.#context.console.fileError(fault(name, 'EFBIG'));
    return { kind: 'failed' };
  }

  /**
   * `end_of_line: crlf` speaks of working files. Where git gives them that line end itself, it wants blobs without: one
   * with it would count as modified for ever.
   */
  async #withGitsLineEnds(changes: readonly StagedChange[]): Promise<StagedChange[]> {
    const gained = changes.filter(({ before, after }) => !hasCrLf(before) && hasCrLf(after));
    const blobs = gained.map(({ entry: { oid, path } }) => ({ oid, path }));
    const checkedOut = await checkOut(this.#repository.git, blobs);
    const converted = new Set(gained.filter((_, at) => hasCrLf(checkedOut[at])));
    return changes.flatMap((change) => {
      if (!converted.has(change)) return [change];
      const after = Buffer.from(Buffer.from(change.after).toString().replaceAll('\r\n', '\n'));
      if (Buffer.compare(after, change.before) !== 0) return [{ ...change, after }];
      this.#context.summary.add('unchanged');
      return [];
    });
  }

  #nameOf({ path }: Staged): string {
    return shownPath(join(this.#repository.top, path));
  }
}

function hasCrLf(bytes: unknown): boolean {
  return bytes instanceof Uint8Array && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('\r\n');
}
