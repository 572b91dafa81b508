import { join, resolve } from 'node:path';
import type { ConfigResolver } from '../config/config-resolver.ts';
import type { IgnoreFiles } from './ignore.ts';
import { realPath } from './real-path.ts';

/** What ignore files and the configuration pass over, before anything of it is read. */
export class IgnoreFilter {
  readonly #configResolver: ConfigResolver;
  #ignoreFiles: IgnoreFiles | undefined;

  constructor(configResolver: ConfigResolver) {
    this.#configResolver = configResolver;
  }

  /**
   * By its own name.
   * @throws {FileError} for an ignore file that cannot be read, and what `Projects.of` throws.
   */
  async has(path: string): Promise<boolean> {
    const { isExcluded } = await this.#configResolver.of(path);
    return isExcluded(path) || (await this.#ignored()).isIgnored(path);
  }

  /** As `has`, of the file that links lead to: it is what would be written. False where there are none. */
  async hasTarget(path: string): Promise<boolean> {
    const real = realPath(path);
    return real !== resolve(path) && (await this.has(real));
  }

  /** As `has`, of a folder and so of all below it. What cannot be read is no reason: each note will say so. */
  async hasFolder(folder: string): Promise<boolean> {
    try {
      const { isExcluded } = await this.#configResolver.of(join(folder, '*'));
      return isExcluded(folder) || (await this.#ignored()).isFolderIgnored(folder);
    } catch (error) {
      if (error instanceof Error) return false;
      throw error;
    }
  }

  /** Does `notes:` in the configuration name it? One that cannot be read is no reason against: the note will say so. */
  async isNamedNote(path: string): Promise<boolean> {
    try {
      return (await this.#configResolver.of(path)).isNote(path);
    } catch (error) {
      if (error instanceof Error) return true;
      throw error;
    }
  }

  async #ignored(): Promise<IgnoreFiles> {
    this.#ignoreFiles ??= new (await import('./ignore.ts')).IgnoreFiles();
    return this.#ignoreFiles;
  }
}
