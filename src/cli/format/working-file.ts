import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Writer } from '../files/atomic.ts';
import { codeOf, fileError } from '../files/error.ts';
import { readBytes } from '../files/read.ts';
import type { Git } from '../git/git.ts';
import { type CheckedOut, checkOut, merge, type Versions } from '../git/objects.ts';
import type { Scratch } from '../git/scratch.ts';
import type { Replacement } from '../git/staging.ts';
import type { Console } from '../terminal/console.ts';
import type { Formatter } from './formatter.ts';

/** The number of files written at the same time. One by one, a thousand files take three times as long. */
const AT_ONCE = 8;

/** A note whose blob and working file are replaced. */
export interface Led extends Replacement {
  /** The path from here. */
  readonly name: string;
}

/**
 * - `follows`: it has the formatted text and its unstaged changes.
 * - `apart`: it was formatted separately.
 * - `left`: it is unchanged.
 */
export type WorkingOutcome = 'follows' | 'apart' | 'left';

/**
 * The bytes of a working file; undefined if there is none to write: it is deleted, was never checked out, or is a link or
 * below a linked folder.
 * @throws {FileError} when it cannot be read.
 */
function readWorkingFile(top: string, path: string): Uint8Array | undefined {
  const file = join(top, path);
  try {
    const isThere = lstatSync(file).isFile() && realpathSync(dirname(file)) === join(realpathSync(top), dirname(path));
    if (!isThere) return undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw fileError(file, error);
  }
  return readBytes(file);
}

/** Formats working files like the index, and keeps their unstaged changes. */
export class WorkingFiles {
  readonly #git: Git;
  readonly #scratch: Scratch;
  readonly #formatter: Formatter;
  readonly #quiet: Console;
  readonly #writer = new Writer({ durable: 'each' });

  /** @param quiet prints nothing: what is not staged may be half a note. */
  constructor(git: Git, scratch: Scratch, formatter: Formatter, quiet: Console) {
    this.#git = git;
    this.#scratch = scratch;
    this.#formatter = formatter;
    this.#quiet = quiet;
  }

  /** @returns what became of each; rejected: a failure of the disk or of a filter, and a file that changed meanwhile. */
  async follow(notes: readonly Led[]): Promise<PromiseSettledResult<WorkingOutcome>[]> {
    const [before, after] = await Promise.all([
      checkOut(
        this.#git,
        notes.map(({ entry: { path, oid } }) => ({ path, oid })),
      ),
      checkOut(
        this.#git,
        notes.map(({ entry: { path }, oid }) => ({ path, oid })),
      ),
    ]);
    const outcomes: PromiseSettledResult<WorkingOutcome>[] = [];
    for (let at = 0; at < notes.length; at += AT_ONCE) {
      const some = notes.slice(at, at + AT_ONCE);
      const followed = some.map((note, n) => this.#followOne(note, before[at + n], after[at + n]));
      outcomes.push(...(await Promise.allSettled(followed)));
    }
    return outcomes;
  }

  /** `before` and `after`: its blobs as git checks them out, with the line ends of working files, and through filters. */
  async #followOne({ name, entry }: Led, before: CheckedOut, after: CheckedOut): Promise<WorkingOutcome> {
    const bytes = readWorkingFile(this.#git.folder, entry.path);
    if (bytes === undefined) return 'follows';
    if (!(before instanceof Uint8Array)) throw before;
    if (!(after instanceof Uint8Array)) throw after;
    const isWhole = Buffer.compare(bytes, before) === 0;
    const merged = isWhole ? after : await this.#merged(name, { ours: bytes, base: before, theirs: after });
    const formatted = merged ?? (await this.#apart(name, bytes));
    if (formatted === undefined) return 'left';
    await this.#writer.write(name, formatted, { expected: bytes });
    const isSame = merged !== undefined || withoutReturns(formatted) === withoutReturns(after);
    return isSame ? 'follows' : 'apart';
  }

  /** Lines that are merged without a conflict may still make another list or fence of those around them. */
  async #merged(name: string, versions: Versions): Promise<Uint8Array | undefined> {
    const merged = await merge(this.#git, this.#scratch, versions);
    return merged && (await this.#formatter.meansTheSame(versions.ours, merged, name)) ? merged : undefined;
  }

  async #apart(name: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
    const formatted = await this.#formatter.format(bytes, name, false, this.#quiet);
    if (formatted.kind === 'unchanged') return bytes;
    return formatted.kind === 'changed' ? formatted.bytes : undefined;
  }
}

/** The line ends of a file can differ from those that git would check out. */
function withoutReturns(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
}
