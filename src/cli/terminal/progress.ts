import type { Host } from '../host.ts';

/** Before this, nobody needs to be told. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** How far a long run has come, on one line of a terminal's stderr, once it has taken longer than a second. */
export class Progress {
  readonly #host: Host;
  readonly #total: number;
  readonly #started = performance.now();
  readonly #shown: boolean;
  #done = 0;
  #last = 0;

  constructor(host: Host, total: number) {
    this.#host = host;
    this.#total = total;
    this.#shown = host.isTerminal(2);
  }

  async step(): Promise<void> {
    this.#done++;
    if (!this.#shown) return;
    const elapsed = performance.now() - this.#started;
    if (elapsed < PATIENCE || elapsed - this.#last < INTERVAL) return;
    this.#last = elapsed;
    await this.#host.write(2, `\r${this.#done} of ${this.#total} notes\u001b[K`);
  }

  async end(): Promise<void> {
    if (this.#last > 0) await this.#host.write(2, '\r\u001b[K');
  }
}
