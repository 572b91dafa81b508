import type { Job, NoteFile, RunContext } from './pipeline.ts';
import type { Pool } from './pool.ts';
import { type Worked, workOn } from './worked.ts';

/** How many notes a thread gets together: enough to make the cost of messages small, and few enough for memory. */
export const BATCH = 32;
/** Before that, the pace means little, because V8 has not yet compiled the slow code. */
const WARM_MS = 500;
/**
 * A run starts other threads if this one would still need so long for the rest, at the pace of its last notes. Each of them
 * needs about a second to become as fast.
 */
const WORTHWHILE_MS = 2000;

interface Pending<Result> {
  readonly note: NoteFile;
  readonly resolve: (worked: Worked<Result> | Promise<Worked<Result>>) => void;
}

/** Works on notes in this thread and, once a run is long enough, in others. */
export class Threads<Result> {
  readonly #job: Job<Result>;
  readonly #context: RunContext;
  readonly #jobs: number | undefined;
  /** Not from `performance`, which loads ten modules of Node. */
  readonly #started = Date.now();
  #lastBatch = this.#started;
  #done = 0;
  #pool: Pool<Result> | undefined;
  #batch: Pending<Result>[] = [];

  /** @param jobs the number of threads; undefined for as many as pay. */
  constructor(job: Job<Result>, context: RunContext, jobs: number | undefined) {
    this.#job = job;
    this.#context = context;
    this.#jobs = jobs;
  }

  /** Whether notes are worked on out of order. */
  get areSeveral(): boolean {
    return this.#pool !== undefined;
  }

  /** Starts other threads if they pay. @param left the number of notes that are left. */
  async start(left: number): Promise<void> {
    const { console, host } = this.#context;
    const { args } = host;
    if (this.#pool || this.#jobs === 1 || left < 2 * BATCH || !args) return;
    if (this.#jobs === undefined && !this.#isWorthwhile(left)) return;
    const jobs = this.#jobs ?? process.getBuiltinModule('node:os').availableParallelism();
    const { Pool } = await import('./pool.ts');
    if (jobs > 1) this.#pool = new Pool(jobs - 1, { args, columns: host.columns, console });
  }

  #isWorthwhile(left: number): boolean {
    if (this.#done === 0 || this.#done % BATCH !== 0) return false;
    const now = Date.now();
    const pace = (now - this.#lastBatch) / BATCH;
    this.#lastBatch = now;
    return now - this.#started >= WARM_MS && pace * left >= WORTHWHILE_MS;
  }

  /**
   * @param isInOrder whether the notes before it are settled.
   * @returns a promise of the work, which is done when a batch is full.
   */
  async work(note: NoteFile, isInOrder: boolean): Promise<{ readonly worked: Promise<Worked<Result>> }> {
    const { console } = this.#context;
    this.#done++;
    if (!this.#pool) {
      const worked = await workOn(this.#job, note, console, isInOrder);
      return { worked: Promise.resolve(worked) };
    }
    const worked = new Promise<Worked<Result>>((resolve) => this.#batch.push({ note, resolve }));
    if (this.#batch.length === BATCH) await this.flush();
    return { worked };
  }

  /** Begins the work on the notes of a batch that is not full. */
  async flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length === 0) return;
    const sent = this.#pool?.send(batch.map(({ note }) => note));
    if (sent) {
      void sent.then((all) => {
        for (const [at, worked] of all.entries()) batch[at]?.resolve(worked);
      });
      return;
    }
    for (const { note, resolve } of batch) resolve(await workOn(this.#job, note, this.#context.console, false));
    // Takes in what the other threads report.
    await new Promise(setImmediate);
  }

  async end(): Promise<void> {
    for (const said of (await this.#pool?.end()) ?? []) await this.#context.console.relay(said);
  }
}
