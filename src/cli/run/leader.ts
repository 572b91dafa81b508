import type { MessagePort } from 'node:worker_threads';
import { shareStop } from '../files/temporary.ts';
import { type Host, processHost } from '../host.ts';
import type { Said } from '../terminal/console.ts';
import type { NoteFile, RunContext } from './pipeline.ts';
import type { Worked } from './worked.ts';

/* Both ends of the line between the main thread and a worker, which runs the same command on the notes that it is sent. */

/** The index of no note. */
export const NONE = -1;

/** What a worker starts with. */
export interface WorkerData {
  readonly args: readonly string[];
  readonly columns: number | undefined;
  /** The index of the note at work in its batch, so that the main thread knows which one stopped the worker. */
  readonly at: Int32Array;
  readonly stop: Int32Array;
}

/** What the main thread sends: notes to work on, or that there are no more. */
export type Order = readonly NoteFile[] | 'end';

/** What a worker sends: the results of a batch, or what there is to say about its end. */
export type Report = readonly Worked<unknown>[] | Said;

/** What a worker does with its notes. */
export interface Follower {
  work(note: NoteFile): Promise<Worked<unknown>>;
  /** Puts on the disk what was written. */
  flush(): Promise<void>;
}

/** The main thread, as a worker sees it. */
export class Leader {
  readonly #port: MessagePort;
  readonly #at: Int32Array;

  constructor(port: MessagePort, { at, stop }: WorkerData) {
    this.#port = port;
    this.#at = at;
    shareStop(stop);
  }

  /** Works on notes until there are no more. */
  follow({ work, flush }: Follower, { console }: RunContext): Promise<void> {
    return new Promise((resolve) => {
      let before: Promise<unknown> = Promise.resolve();
      this.#port.on('message', (order: Order) => {
        before = before.then(async () => {
          if (order !== 'end') return this.#port.postMessage((await this.#workAll(order, work)) satisfies Report);
          const recorder = console.recorder();
          await flush().catch((error: unknown) => recorder.problem(error));
          this.#port.postMessage(recorder.said satisfies Report);
          this.#port.close();
          resolve();
        });
        // Stops the worker, which the main thread is told.
        before.catch((error: unknown) =>
          setImmediate(() => {
            throw error;
          }),
        );
      });
    });
  }

  async #workAll(notes: readonly NoteFile[], work: Follower['work']): Promise<readonly Worked<unknown>[]> {
    const report: Worked<unknown>[] = [];
    for (const [at, note] of notes.entries()) {
      Atomics.store(this.#at, 0, at);
      report.push(await work(note));
    }
    Atomics.store(this.#at, 0, NONE);
    return report;
  }
}

/** The process as a worker sees it. What it prints is dropped: the main thread prints what it reports. */
export function workerHost(port: MessagePort, data: WorkerData): Host {
  const drop = () => Promise.resolve(true);
  return {
    ...processHost,
    columns: data.columns,
    write: drop,
    print: drop,
    beforeStop: () => {},
    leader: new Leader(port, data),
  };
}
