import { join, resolve } from 'node:path';
import type { ConfigResolver } from '../config/config-resolver.ts';
import type { IgnoreFiles, IgnoreRule } from './ignore.ts';
import { realPath } from './paths.ts';

/** Decides, before a file is read, whether ignore files or the configuration exclude it. */
export class IgnoreFilter {
  readonly #configResolver: ConfigResolver;
  #ignoreFiles: IgnoreFiles | undefined;

  constructor(configResolver: ConfigResolver) {
    this.#configResolver = configResolver;
  }

  /**
   * Whether a file is ignored, by its own name.
   * @throws {FileError} for an ignore file that cannot be read, and what `ConfigResolver.of` throws.
   */
  async has(path: string): Promise<boolean> {
    const { isExcluded } = await this.#configResolver.of(path);
    return isExcluded(path) || (await this.#ignored()).isIgnored(path);
  }

  /** As `has`, for the target of links, which is what would be written. False if the path has no links. */
  async hasTarget(path: string): Promise<boolean> {
    const real = realPath(path);
    return real !== resolve(path) && (await this.has(real));
  }

  /** As `has`, for a folder. False if the configuration cannot be read: each note reports the error. */
  async hasFolder(folder: string): Promise<boolean> {
    try {
      const { isExcluded } = await this.#configResolver.of(join(folder, '*'));
      return isExcluded(folder) || (await this.#ignored()).isFolderIgnored(folder);
    } catch (error) {
      if (error instanceof Error) return false;
      throw error;
    }
  }

  /** Why `has` or `hasFolder` is true: a line of an ignore file, or else `exclude:` in the configuration. */
  async reasonFor(path: string, isFolder: boolean): Promise<IgnoreRule | 'exclude' | undefined> {
    const { isExcluded } = await this.#configResolver.of(isFolder ? join(path, '*') : path);
    if (isExcluded(path)) return 'exclude';
    const files = await this.#ignored();
    return isFolder ? files.ruleForFolder(path) : files.ruleFor(path);
  }

  async #ignored(): Promise<IgnoreFiles> {
    this.#ignoreFiles ??= new (await import('./ignore.ts')).IgnoreFiles();
    return this.#ignoreFiles;
  }
}
