import type { Host } from '../host.ts';

/** Progress is shown only after this many milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** Shows the progress of a long run on one line of stderr, if it is a terminal. */
export class Progress {
  readonly #host: Host;
  readonly #started = Date.now();
  readonly #isShown: boolean;
  total = 0;
  #done = 0;
  #last = 0;

  constructor(host: Host) {
    this.#host = host;
    this.#isShown = host.isTerminal(2);
  }

  async step(): Promise<void> {
    this.#done++;
    if (!this.#isShown) return;
    const elapsed = Date.now() - this.#started;
    if (elapsed < PATIENCE || elapsed - this.#last < INTERVAL) return;
    this.#last = elapsed;
    await this.#host.write(2, `\r${this.#done} of ${this.total} notes\u001b[K`);
  }

  /** Clears the line, if there is one. */
  async end(): Promise<void> {
    if (this.#last > 0) await this.#host.write(2, '\r\u001b[K');
  }
}
