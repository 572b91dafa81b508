import { join } from 'node:path';
import type { ConfigResolver } from '../config/config-resolver.ts';
import { FileError, fault } from '../files/error.ts';
import type { IgnoreFilter } from '../files/ignore-filter.ts';
import { LARGEST } from '../files/read.ts';
import { checkOut, readBlobs } from '../git/objects.ts';
import type { Repository } from '../git/repository.ts';
import { isFile, type Staged } from '../git/staging.ts';
import { shownPath } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Formatted, Formatter } from './formatter.ts';
import type { Tally } from './tally.ts';

/** What is a note by its name alone; `notes:` in the configuration may name more. */
const MARKDOWN = /\.(?:md|markdown)$/i;

/** Few enough to hold in memory, many enough that the start of a process does not count. */
const CHUNK = 256;

/** A staged note that is not in shape. */
export interface StagedChange {
  readonly entry: Staged;
  /** The path as messages show it, usable from here. */
  readonly name: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Looks at the notes in git's index. Changes nothing. */
export class StagedNotes {
  readonly #repository: Repository;
  readonly #configResolver: ConfigResolver;
  readonly #ignoreFilter: IgnoreFilter;
  readonly #formatter: Formatter;
  readonly #console: Console;
  readonly #tally: Tally;

  constructor(
    repository: Repository,
    configResolver: ConfigResolver,
    ignoreFilter: IgnoreFilter,
    formatter: Formatter,
    console: Console,
    tally: Tally,
  ) {
    this.#repository = repository;
    this.#configResolver = configResolver;
    this.#ignoreFilter = ignoreFilter;
    this.#formatter = formatter;
    this.#console = console;
    this.#tally = tally;
  }

  /** What may be a note among all that is staged. What is ignored is counted as skipped. */
  async among(staged: readonly Staged[]): Promise<Staged[]> {
    const found: Staged[] = [];
    for (const entry of staged) {
      if (!isFile(entry)) continue;
      try {
        const name = this.#nameOf(entry);
        if (!MARKDOWN.test(entry.path) && !(await this.#configResolver.of(name)).isNote(name)) continue;
        if (entry.path.includes('\ufffd')) throw unnameable(name);
        if (await this.#ignoreFilter.has(name)) this.#tally.add('skipped', 'ignored');
        else found.push(entry);
      } catch (error) {
        await this.#console.problem(error);
        this.#tally.add('failed');
      }
    }
    return found;
  }

  /** Formats blobs. Those that are not in shape are returned, some at a time; what became of the others is counted. */
  async *changes(entries: readonly Staged[], progress: Progress): AsyncGenerator<readonly StagedChange[]> {
    for (let at = 0; at < entries.length; at += CHUNK) {
      const changes = await this.#format(entries.slice(at, at + CHUNK), progress);
      yield await this.#withGitsLineEnds(changes);
    }
    await progress.end();
  }

  async #format(entries: readonly Staged[], progress: Progress): Promise<StagedChange[]> {
    const oids = entries.map(({ oid }) => oid);
    const blobs = await readBlobs(this.#repository.git, oids);
    const changes: StagedChange[] = [];
    for (const [at, entry] of entries.entries()) {
      await progress.step();
      const name = this.#nameOf(entry);
      const before = blobs[at] ?? Buffer.of();
      const formatted = await this.#formatOne(before, name);
      if (formatted.kind === 'changed') changes.push({ entry, name, before, after: formatted.bytes });
      else this.#tally.add(formatted.kind, formatted.kind === 'skipped' ? formatted.why : undefined);
    }
    return changes;
  }

  async #formatOne(bytes: Uint8Array, name: string): Promise<Formatted> {
    if (bytes.length <= LARGEST) return this.#formatter.format(bytes, name, false);
    await this.#console.fileError(fault(name, 'EFBIG'));
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
      this.#tally.add('clean');
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

function unnameable(name: string): FileError {
  return new FileError(name, 'EILSEQ', `the name of a staged file is not UTF-8: ${name}`, 'Rename it with `git mv`.');
}
