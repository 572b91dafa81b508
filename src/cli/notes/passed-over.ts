import { join } from 'node:path';
import type { Projects } from '../configuration.ts';
import type { IgnoreFiles } from '../files/ignore.ts';

/** What ignore files and the configuration pass over, before anything of it is read. */
export class PassedOver {
  readonly #projects: Projects;
  #ignoreFiles: IgnoreFiles | undefined;

  constructor(projects: Projects) {
    this.#projects = projects;
  }

  /** @throws {FileError} for an ignore file that cannot be read, and what `Projects.of` throws. */
  async has(path: string): Promise<boolean> {
    const { isExcluded } = await this.#projects.of(path);
    return isExcluded(path) || (await this.#ignored()).isIgnored(path);
  }

  /** The same of a folder and so of all below it. What cannot be read is no reason: each note will say so. */
  async hasFolder(folder: string): Promise<boolean> {
    try {
      const { isExcluded } = await this.#projects.of(join(folder, '*'));
      return isExcluded(folder) || (await this.#ignored()).isFolderIgnored(folder);
    } catch (error) {
      if (error instanceof Error) return false;
      throw error;
    }
  }

  /** Does `notes:` in the configuration name it? One that cannot be read is no reason against: the note will say so. */
  async isNamedNote(path: string): Promise<boolean> {
    try {
      return (await this.#projects.of(path)).isNote(path);
    } catch (error) {
      if (error instanceof Error) return true;
      throw error;
    }
  }

  async #ignored(): Promise<IgnoreFiles> {
    this.#ignoreFiles ??= new (await import('../files/ignore.ts')).IgnoreFiles();
    return this.#ignoreFiles;
  }
}
