import { join } from 'node:path';
import { FileError, fault } from '../files/error.ts';
import type { Input } from '../files/inputs.ts';
import { LARGEST } from '../files/read.ts';
import { NOTE_ENDING } from '../files/search.ts';
import { readBlobs } from '../git/objects.ts';
import { Repository } from '../git/repository.ts';
import { findStaged, isFile, type Staged } from '../git/staging.ts';
import type { NoteSource, RunContext } from './pipeline.ts';
import { shownPath } from './read-note.ts';

/** Few enough for memory, and enough that starting a process does not matter. */
export const CHUNK = 256;

/** A staged file that may be a note. */
export interface StagedFile {
  readonly entry: Staged;
  /** The path as messages show it, usable from here. */
  readonly name: string;
}

/** The staged files that may be notes: by their ending, or because `notes:` names them. Reports problems with a name. */
export async function stagedFiles(
  repository: Repository,
  staged: readonly Staged[],
  ending: RegExp,
  { console, summary, configResolver }: RunContext,
): Promise<StagedFile[]> {
  const found: StagedFile[] = [];
  for (const entry of staged) {
    if (!isFile(entry)) continue;
    const name = shownPath(join(repository.top, entry.path));
    try {
      if (!ending.test(entry.path) && !(await configResolver.of(name)).isNote(name)) continue;
      if (entry.path.includes('\ufffd')) throw unnameable(name);
      found.push({ entry, name });
    } catch (error) {
      await console.problem(error, name);
      summary.add('failed');
    }
  }
  return found;
}

/** Reads notes as git's index has them, wherever their working files are. */
export class StagedSource implements NoteSource {
  readonly #context: RunContext;
  readonly #oids = new Map<Input, string>();
  #repository: Repository | undefined;
  #blobs = new Map<Input, Uint8Array>();

  constructor(context: RunContext) {
    this.#context = context;
  }

  /** @throws {UsageError} outside a repository, and if a merge left files in conflict. */
  async find(): Promise<readonly Input[]> {
    const repository = await Repository.open(this.#context.host.environment, '--staged');
    this.#repository = repository;
    for (const { entry, name } of await stagedFiles(
      repository,
      await findStaged(repository),
      NOTE_ENDING,
      this.#context,
    )) {
      this.#oids.set({ kind: 'file', path: name, isListed: true }, entry.oid);
    }
    return [...this.#oids.keys()];
  }

  async read(input: Input): Promise<Uint8Array> {
    if (!this.#blobs.has(input)) await this.#readFrom(input);
    const bytes = this.#blobs.get(input);
    if (!bytes) throw fault(input.path, 'ENOENT');
    if (bytes.length > LARGEST) throw fault(input.path, 'EFBIG');
    return bytes;
  }

  /** Reads a note and those after it, which are read next. */
  async #readFrom(input: Input): Promise<void> {
    if (!this.#repository) return;
    const inputs = [...this.#oids.keys()];
    const at = inputs.indexOf(input);
    const next = inputs.slice(at, at + CHUNK);
    const blobs = await readBlobs(
      this.#repository.git,
      next.map((one) => this.#oids.get(one) ?? ''),
    );
    this.#blobs = new Map(next.flatMap((one, index) => (blobs[index] ? [[one, blobs[index]]] : [])));
  }
}

function unnameable(name: string): FileError {
  return new FileError(name, 'EILSEQ', `file name '${name}' is not UTF-8`, 'Rename it with `git mv`.');
}
