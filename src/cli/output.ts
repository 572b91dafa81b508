import type { Host } from './host.ts';

/** Standard output of a run that may have more to do than to print: what it does not take any more is dropped. */
export class Output {
  readonly #host: Host;
  #isGone = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Nobody reads it any more. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** As `print` of a host. */
  print(text: string): Promise<void> {
    return this.#attempt(() => this.#host.print(text));
  }

  /** As `write` of a host. */
  write(text: string | Uint8Array): Promise<void> {
    return this.#attempt(() => this.#host.write(1, text));
  }

  async #attempt(write: () => Promise<boolean>): Promise<void> {
    if (!this.#isGone && !(await write())) this.#isGone = true;
  }
}
