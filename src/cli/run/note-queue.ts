import type { Input } from '../files/inputs.ts';
import type { NoteReader } from './note-reader.ts';
import type { Job, NoteFile, RunContext } from './pipeline.ts';
import { BATCH, type Threads } from './threads.ts';
import { type Worked, workOn } from './worked.ts';

/** How many notes may wait for the disk while others are worked on, or for other threads. */
const WINDOW = { disk: 16, threads: 8 * BATCH };

/** A note whose turn to be settled comes later. */
interface Begun {
  readonly settle: () => Promise<void>;
  /** The work on it, in whichever thread. Absent if there is none. */
  readonly worked?: Promise<unknown>;
}

/** The notes of a run. One is worked on while those before it are written, and they are settled in order. */
export class NoteQueue<Result> {
  readonly #job: Job<Result>;
  readonly #reader: NoteReader;
  readonly #threads: Threads<Result>;
  readonly #context: RunContext;
  readonly #waiting: (() => Promise<void>)[] = [];
  /** The files of the notes that wait. */
  readonly #files = new Set<string>();

  constructor(job: Job<Result>, reader: NoteReader, threads: Threads<Result>, context: RunContext) {
    this.#job = job;
    this.#reader = reader;
    this.#threads = threads;
    this.#context = context;
  }

  async add(input: Input): Promise<void> {
    const { progress } = this.#context;
    const { settle, worked = Promise.resolve() } = await this.#begin(input);
    this.#waiting.push(settle);
    const counted = worked.then(() => progress.step());
    if (!this.#threads.areSeveral) await counted;
    await this.#settleAll(this.#window);
  }

  /** How many notes may wait. */
  get #window(): number {
    if (this.#threads.areSeveral) return WINDOW.threads;
    return this.#job.writesInPlace && !this.#job.isAlone ? WINDOW.disk : 0;
  }

  /** Settles the notes that are left. */
  async end(): Promise<void> {
    await this.#threads.flush();
    await this.#settleAll(0);
  }

  async #settleAll(left: number): Promise<void> {
    while (this.#waiting.length > left) await this.#waiting.shift()?.();
  }

  /** Reads a note and begins the work on it. */
  async #begin(input: Input): Promise<Begun> {
    const { summary, output } = this.#context;
    const name = this.#reader.nameOf(input);
    try {
      const found = await this.#reader.read(input, (file) => this.#waitFor(file));
      if (found.kind === 'note') return await this.#work(found.note, found.file);
      if (found.kind === 'skipped') return { settle: () => summary.skip(found.why, name) };
      const pass = async () => {
        summary.pass();
        if (this.#job.printsStdin) await output.document(found.bytes);
      };
      return { settle: pass };
    } catch (error) {
      return { settle: () => this.#fail(error, name) };
    }
  }

  /** Two paths can lead to one file: it is read again only when it has been written. */
  async #waitFor(file: string): Promise<void> {
    if (this.#files.has(file)) await this.end();
  }

  async #work(note: NoteFile, file: string | undefined): Promise<Begun> {
    const known = await this.#job.known?.(note);
    if (known !== undefined) return { settle: () => this.#try(note, () => this.#job.settle(note, known)) };
    const { worked } = await this.#threads.work(note, this.#window === 0);
    const written = worked.then((what) => (what.kind === 'done' ? this.#job.write?.(note, what.result) : undefined));
    // Nobody waits for it yet.
    written.catch(() => {});
    if (file !== undefined) this.#files.add(file);
    const settle = async () => {
      await this.#settle(note, await worked, written);
      if (file !== undefined) this.#files.delete(file);
    };
    return { settle, worked };
  }

  async #settle(note: NoteFile, worked: Worked<Result>, written: Promise<void>): Promise<void> {
    const { summary, console } = this.#context;
    if (worked.kind === 'back') {
      const again = await workOn(this.#job, note, console, true);
      return this.#settle(note, again, Promise.resolve());
    }
    await console.relay(worked.said);
    if (worked.kind === 'failed') return summary.add('failed');
    await this.#try(note, async () => {
      await written;
      await this.#job.settle(note, worked.result);
    });
  }

  async #try({ name }: NoteFile, settle: () => Promise<void>): Promise<void> {
    try {
      await settle();
    } catch (error) {
      await this.#fail(error, name);
    }
  }

  async #fail(error: unknown, name: string): Promise<void> {
    this.#context.summary.add('failed');
    await this.#context.console.problem(error, name);
  }
}
