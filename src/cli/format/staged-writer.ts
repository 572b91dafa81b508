import { FileError } from '../files/error.ts';
import { writeBlobs } from '../git/objects.ts';
import type { Repository } from '../git/repository.ts';
import type { Scratch } from '../git/scratch.ts';
import { type Replacement, replaceStaged } from '../git/staging.ts';
import type { Summary } from '../run/summary.ts';
import type { Console } from '../terminal/console.ts';
import type { StagedChange } from './staged-notes.ts';
import type { WorkingFiles, WorkingOutcome } from './working-file.ts';

/** A note whose formatted blob is written. */
export interface Prepared extends Replacement, StagedChange {}

/** The message about a working file that does not follow its blob. */
const SAID: Readonly<Record<WorkingOutcome, string | undefined>> = {
  follows: undefined,
  apart: 'unstaged edits overlap with the formatting: the working file was formatted separately',
  left: 'unstaged edits overlap with the formatting: only the staged version was formatted',
};

/**
 * Writes formatted staged notes: first the blobs, then the working files, and last the index in one step.
 *
 * This order loses no word, even if the process is killed. A blob that nothing refers to changes nothing. A working file is
 * replaced completely or not at all, and only if it has not changed since it was read. After that, the index still has the
 * staged text, and the next run formats it the same way. With the index first, the next run would find nothing to do, and
 * the next `git add` would stage the unformatted text again. If a working file cannot be written, its index entry stays.
 */
export class StagedWriter {
  readonly #repository: Repository;
  readonly #scratch: Scratch;
  readonly #working: WorkingFiles;
  readonly #console: Console;
  readonly #summary: Summary;
  readonly #ready: Prepared[] = [];

  constructor(repository: Repository, scratch: Scratch, working: WorkingFiles, console: Console, summary: Summary) {
    this.#repository = repository;
    this.#scratch = scratch;
    this.#working = working;
    this.#console = console;
    this.#summary = summary;
  }

  /** Writes the blobs of some notes and lets the working files follow. What cannot be written is reported and left. */
  async prepare(changes: readonly StagedChange[]): Promise<void> {
    const blobs = changes.map(({ after }) => after);
    const oids = await writeBlobs(this.#repository.git, this.#scratch, blobs);
    const notes = changes.map((change, at) => ({ ...change, oid: oids[at] ?? '' }));
    const outcomes = await this.#working.follow(notes);
    for (const [at, note] of notes.entries()) {
      const outcome = outcomes[at];
      if (outcome?.status !== 'fulfilled') {
        await this.#refuse(outcome?.reason, note.name);
        continue;
      }
      const said = SAID[outcome.value];
      if (said !== undefined) await this.#console.line(`${note.name}: ${said}`);
      this.#ready.push(note);
    }
  }

  /** Puts all that is prepared into the index. What was staged anew in the meantime is reported and left. */
  async commit(): Promise<readonly Prepared[]> {
    const left = new Set(await replaceStaged(this.#repository, this.#ready));
    const done = this.#ready.filter(({ entry }) => !left.has(entry));
    for (const { entry, name } of this.#ready) {
      if (!left.has(entry)) this.#summary.add('changed');
      else await this.#refuse(stagedAnew(name), name);
    }
    return done;
  }

  async #refuse(error: unknown, name: string): Promise<void> {
    await this.#console.problem(error, name);
    this.#summary.add('failed');
  }
}

function stagedAnew(name: string): FileError {
  return new FileError(name, 'ECHANGED', `another program staged '${name}' in the meantime`, 'Run again.');
}
