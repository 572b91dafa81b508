import type { Input } from '../files/inputs.ts';
import type { Console, Said } from '../terminal/console.ts';
import type { NoteReader } from './note-reader.ts';
import type { Job, NoteFile, RunContext } from './pipeline.ts';

/** What the work on a note came to. Without a result, an error is among what there is to say. */
export interface Worked<Result> {
  readonly result?: Result;
  readonly said: Said;
}

/** Does the work on a note, and keeps what there is to say about it. */
export async function workOn<Result>(job: Job<Result>, note: NoteFile, console: Console): Promise<Worked<Result>> {
  const recorder = console.recorder();
  try {
    const result = await job.work(note, recorder);
    return { result, said: recorder.said };
  } catch (error) {
    await recorder.problem(error, note.name);
    return { said: recorder.said };
  }
}

/** How many notes may wait for the disk while others are worked on. */
const WINDOW = 16;

/** The notes of a run: one is worked on while those before it are written, and they are settled in order. */
export class NoteQueue<Result> {
  readonly #job: Job<Result>;
  readonly #reader: NoteReader;
  readonly #context: RunContext;
  readonly #window: number;
  readonly #waiting: (() => Promise<void>)[] = [];
  /** The files of the notes that wait. */
  readonly #files = new Set<string>();

  constructor(job: Job<Result>, reader: NoteReader, context: RunContext) {
    this.#job = job;
    this.#reader = reader;
    this.#context = context;
    this.#window = job.write && !job.asks ? WINDOW : 0;
  }

  async add(input: Input): Promise<void> {
    this.#waiting.push(await this.#begin(input));
    await this.#settleAll(this.#window);
  }

  /** Settles the notes that are left. */
  end(): Promise<void> {
    return this.#settleAll(0);
  }

  async #settleAll(left: number): Promise<void> {
    while (this.#waiting.length > left) await this.#waiting.shift()?.();
  }

  /** Reads and works on a note. @returns what settles it. */
  async #begin(input: Input): Promise<() => Promise<void>> {
    const { summary, output } = this.#context;
    const name = this.#reader.nameOf(input);
    try {
      const found = await this.#reader.read(input, (file) => this.#waitFor(file));
      if (found.kind === 'note') return await this.#work(found.note, found.file);
      if (found.kind === 'skipped') return () => summary.skip(found.why, name);
      return async () => {
        summary.pass();
        if (this.#job.printsStdin) await output.document(found.bytes);
      };
    } catch (error) {
      return () => this.#fail(error, name);
    }
  }

  /** Two paths can lead to one file: it is read again only when it has been written. */
  async #waitFor(file: string): Promise<void> {
    if (this.#files.has(file)) await this.#settleAll(0);
  }

  async #work(note: NoteFile, file: string | undefined): Promise<() => Promise<void>> {
    const worked = await workOn(this.#job, note, this.#context.console);
    const { result } = worked;
    const written = result && this.#job.write?.(note, result);
    // Nobody waits for it yet.
    written?.catch(() => {});
    if (file !== undefined) this.#files.add(file);
    return async () => {
      await this.#settle(note, worked, written);
      if (file !== undefined) this.#files.delete(file);
    };
  }

  async #settle(note: NoteFile, { result, said }: Worked<Result>, written: Promise<void> | undefined): Promise<void> {
    const { summary, console } = this.#context;
    await console.relay(said);
    if (result === undefined) return summary.add('failed');
    try {
      await written;
      await this.#job.settle(note, result);
    } catch (error) {
      await this.#fail(error, note.name);
    }
  }

  async #fail(error: unknown, name: string): Promise<void> {
    this.#context.summary.add('failed');
    await this.#context.console.problem(error, name);
  }
}
