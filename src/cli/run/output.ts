import { FileError } from '../files/error.ts';
import type { Host } from '../host.ts';
import type { Console } from '../terminal/console.ts';

/** Standard output of a run that may have more to do than to print: what it does not take any more is dropped. */
export class Output {
  readonly #host: Host;
  readonly #console: Console;
  #isGone = false;

  constructor(host: Host, console: Console) {
    this.#host = host;
    this.#console = console;
  }

  /** Nobody reads it any more, or it has failed, which has been said. */
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
    if (this.#isGone) return;
    try {
      this.#isGone = !(await write());
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#isGone = true;
      await this.#console.fileError(error);
    }
  }
}
