import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { sharedStop } from '../files/temporary.ts';
import type { Console, Said } from '../terminal/console.ts';
import { NONE, type Order, type Report, type WorkerData } from './leader.ts';
import type { NoteFile } from './pipeline.ts';
import type { Worked } from './worked.ts';

/** The batches that a worker may have. With a second one it need not wait for the main thread. */
const BATCHES = 2;
/** A worker that is at the same note in two checks in a row is stopped, and the run continues without the note. */
const DEADLINE_MS = 120_000;

/** The script of a worker, beside the program. */
const SCRIPT = join(dirname(import.meta.url), 'worker.cjs');

export interface CrewOptions extends Pick<WorkerData, 'args' | 'columns'> {
  readonly console: Console;
  /** A test passes a script and a deadline of its own. */
  readonly script?: string;
  readonly deadline?: number;
}

/** Threads that work on notes as the main thread does. */
export class Pool<Result> {
  readonly #crews: Crew<Result>[];

  /** @param size the number of workers. */
  constructor(size: number, crew: CrewOptions) {
    this.#crews = Array.from({ length: size }, () => new Crew(crew));
  }

  /** Sends notes to a worker that has room. @returns undefined if none has. */
  send(notes: readonly NoteFile[]): Promise<readonly Worked<Result>[]> | undefined {
    return this.#crews.find((crew) => crew.hasRoom)?.send(notes);
  }

  /** Waits until what the workers wrote is on the disk, and stops them. */
  end(): Promise<readonly Said[]> {
    return Promise.all(this.#crews.map((crew) => crew.end()));
  }
}

interface Batch<Result> {
  readonly notes: readonly NoteFile[];
  readonly resolve: (worked: readonly Worked<Result>[]) => void;
}

/** A worker and the batches that it has. */
class Crew<Result> {
  readonly #console: Console;
  readonly #worker: Worker;
  readonly #at = new Int32Array(new SharedArrayBuffer(4)).fill(NONE);
  readonly #batches: Batch<Result>[] = [];
  #atEnd: ((said: Said) => void) | undefined;
  #isGone = false;

  constructor({ args, columns, console, script = SCRIPT, deadline = DEADLINE_MS }: CrewOptions) {
    this.#console = console;
    const workerData: WorkerData = { args, columns, at: this.#at, stop: sharedStop() };
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    this.#worker = new Worker(script, { workerData });
    this.#worker.on('message', (report: Report) => this.#take(report));
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', () => this.#lose(new Error('its thread has stopped')));
    this.#watch(deadline);
  }

  get hasRoom(): boolean {
    return !this.#isGone && this.#batches.length < BATCHES;
  }

  send(notes: readonly NoteFile[]): Promise<readonly Worked<Result>[]> {
    return new Promise((resolve) => {
      this.#batches.push({ notes, resolve });
      this.#worker.postMessage(notes satisfies Order);
    });
  }

  /** @returns what there is to say about its end. */
  end(): Promise<Said> {
    return new Promise((resolve) => {
      if (this.#isGone) return resolve(this.#console.recorder().said);
      this.#atEnd = resolve;
      this.#worker.postMessage('end' satisfies Order);
    });
  }

  #take(report: Report): void {
    if ('exit' in report) {
      this.#isGone = true;
      this.#atEnd?.(report);
    } else this.#batches.shift()?.resolve(report as readonly Worked<Result>[]);
  }

  /** Gives its notes back, but for the one that stopped it. */
  async #lose(error: Error): Promise<void> {
    if (this.#isGone) return;
    this.#isGone = true;
    await this.#worker.terminate();
    const at = Atomics.load(this.#at, 0);
    for (const [batch, { notes, resolve }] of this.#batches.entries()) {
      const lost = batch === 0 ? notes[at] : undefined;
      const failed = lost && { kind: 'failed' as const, said: await this.#problem(error, lost.name) };
      resolve(notes.map((note) => (note === lost && failed ? failed : { kind: 'back' })));
    }
    this.#atEnd?.(await this.#problem(error, 'a thread'));
  }

  async #problem(error: Error, name: string): Promise<Said> {
    const recorder = this.#console.recorder();
    await recorder.problem(error, name);
    return recorder.said;
  }

  /** Stops the worker when one note takes longer than the deadline. */
  #watch(deadline: number): void {
    let seen: Batch<Result> | undefined;
    let at = NONE;
    const timer = setInterval(() => {
      const [first] = this.#batches;
      const now = Atomics.load(this.#at, 0);
      if (first && now !== NONE && first === seen && now === at) void this.#lose(new Error('it took too long'));
      [seen, at] = [first, now];
      if (this.#isGone) clearInterval(timer);
    }, deadline);
    timer.unref();
  }
}
