import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of the user's alone for what git only takes as a file. Made when it is first needed. */
export class Scratch {
  #folder: string | undefined;
  #count = 0;

  /** The path of a new file. */
  file(bytes: Uint8Array): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'copydesk-'));
    const path = join(this.#folder, String(++this.#count));
    writeFileSync(path, bytes, { flag: 'wx' });
    return path;
  }

  remove(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}
