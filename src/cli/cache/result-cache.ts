import { join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import type { ProjectConfig } from '../config/config-resolver.ts';
import { cacheFolder } from '../files/cache-folder.ts';
import { openRecords, type RecordFile, writeRecords } from './record-file.ts';
import { digestOf, type Found, Records } from './records.ts';

/** New bodies are kept until the end of the run. More than a cache has room for are not. */
const MOST_NEW_BYTES = 32 * 1024 * 1024;

/**
 * Caches what a command found about notes, by all that it depends on. A user has one file for each command and version of
 * copydesk. Processes can share it. If two write at the same time, one loses its new results.
 */
export class ResultCache {
  readonly path: string;
  /** The file was damaged, and is rebuilt. */
  readonly isDamaged: boolean;
  readonly #keyOf: (project: ProjectConfig) => string;
  readonly #keys = new WeakMap<ProjectConfig, Buffer>();
  readonly #file: RecordFile | undefined;
  /** What is hashed: the key of the project, the flags and the note. */
  readonly #hashed = Buffer.alloc(64 * 1024);
  readonly #used = new Set<string>();
  readonly #added = new Map<string, Found>();
  #addedBytes = 0;

  private constructor(path: string, file: RecordFile | 'damaged', keyOf: (project: ProjectConfig) => string) {
    this.path = path;
    this.isDamaged = file === 'damaged';
    this.#file = file === 'damaged' ? undefined : file;
    this.#keyOf = keyOf;
  }

  /**
   * The user's cache; undefined if there is no folder for it, or others can write to it.
   * @param keyOf returns everything in a project that a result depends on, and the build.
   */
  static open(
    environment: Readonly<Record<string, string | undefined>>,
    command: 'check' | 'format',
    keyOf: (project: ProjectConfig) => string,
  ): ResultCache | undefined {
    const folder = cacheFolder(environment);
    if (folder === undefined) return undefined;
    const path = join(folder, `${command}-${manifest.version}.cache`);
    const file = openRecords(path);
    return file && new ResultCache(path, file, keyOf);
  }

  /** What a result depends on, in short. @param flags what else than the bytes and the project has a say. */
  digest(bytes: Uint8Array, project: ProjectConfig, flags: string): Buffer {
    let key = this.#keys.get(project);
    if (key === undefined) {
      key = digestOf(this.#keyOf(project));
      this.#keys.set(project, key);
    }
    // A buffer of its own for each note would double what the hash costs.
    const start = key.copy(this.#hashed) + this.#hashed.write(`${flags}\n`, key.length);
    if (start + bytes.length > this.#hashed.length)
      return digestOf(Buffer.concat([this.#hashed.subarray(0, start), bytes]));
    this.#hashed.set(bytes, start);
    return digestOf(this.#hashed.subarray(0, start + bytes.length));
  }

  get(digest: Buffer): Found | undefined {
    const found = this.#file?.records.get(digest);
    if (found) this.#used.add(digest.toString('latin1'));
    return found;
  }

  add(digest: Buffer, found: Found): void {
    this.#addedBytes += found.body?.length ?? 0;
    if (this.#addedBytes <= MOST_NEW_BYTES) this.#added.set(digest.toString('latin1'), found);
  }

  /**
   * Writes new results after those that others have written since. Results used in this run move to the end, so that unused
   * ones are dropped first. Never throws.
   */
  save(): void {
    this.#file?.close();
    if (this.#added.size === 0 && !this.isDamaged) return;
    const now = openRecords(this.path);
    if (!now) return;
    const { records, close } = now === 'damaged' ? { records: new Records(), close: () => {} } : now;
    const all = records.with(this.#added, this.#used);
    // On Windows an open file cannot be replaced.
    close();
    writeRecords(this.path, all);
  }
}
