import { FileError } from '../files/error.ts';
import type { Patches } from '../files/patch.ts';
import type { Host } from '../host.ts';
import type { Console } from '../terminal/console.ts';
import type { Progress } from '../terminal/progress.ts';

/** Standard output of a run. After an error, or when its reader is gone, the rest is dropped. */
export class Output {
  readonly #host: Host;
  readonly #console: Console;
  readonly #progress: Progress;
  #patches: Patches | undefined;
  #isGone = false;

  constructor(host: Host, console: Console, progress: Progress) {
    this.#host = host;
    this.#console = console;
    this.#progress = progress;
  }

  /** Nobody reads it any more, or it has failed and the error has been reported. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Prints text made safe for a terminal, if it goes to one. */
  print(text: string): Promise<void> {
    return this.#attempt(() => this.#host.print(text));
  }

  write(text: string | Uint8Array): Promise<void> {
    return this.#attempt(() => this.#host.write(1, text));
  }

  /** Prints the text of a note: exactly, or made safe for a terminal. */
  document(text: Uint8Array): Promise<void> {
    if (!this.#host.isTerminal(1)) return this.write(text);
    return this.print(new TextDecoder().decode(text).replaceAll('\r\n', '\n'));
  }

  /** Prints the patch of a note, or says on stderr that git could not apply one. */
  async patch(name: string, before: Uint8Array, after: Uint8Array): Promise<void> {
    const { outsideRepository, Patches } = await import('../files/patch.ts');
    this.#patches ??= new Patches();
    const patch = this.#patches.of(name, before, after);
    if (patch === undefined) await this.#console.line(outsideRepository(name));
    else await this.print(patch);
  }

  async #attempt(write: () => Promise<boolean>): Promise<void> {
    if (this.#isGone) return;
    // On a terminal, stdout and stderr share a line.
    await this.#progress.end();
    try {
      this.#isGone = !(await write());
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#isGone = true;
      await this.#console.fileError(error);
    }
  }
}
