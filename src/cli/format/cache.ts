import { join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { projectKey } from '../cache/keys.ts';
import { digestOf, Records, readRecords } from '../cache/records.ts';
import type { ProjectConfig } from '../config/config-resolver.ts';
import { cacheFolder } from '../files/cache-folder.ts';
import type { SkipReason } from '../run/summary.ts';

/** The result for one note. An error of a `failed` one has been reported. */
export type Formatted =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly bytes: Uint8Array }
  | { readonly kind: 'skipped'; readonly why: SkipReason }
  | { readonly kind: 'failed' };

/** The cached results, by the byte that encodes them. Changes and errors are not cached: each run has to report them. */
const VERDICTS: readonly Formatted[] = [
  { kind: 'unchanged' },
  { kind: 'skipped', why: 'no note' },
  { kind: 'skipped', why: 'structured' },
];

/**
 * Caches, by content, house and options, which files are formatted or are not notes, so that a run formats only
 * the notes that have changed. A user has one file for each version of copydesk. Processes can share it. If two write at
 * the same time, one loses its new results.
 */
export class Cache {
  readonly path: string;
  /** The file was damaged, and is rebuilt. */
  readonly isDamaged: boolean;
  readonly #records: Records;
  readonly #used = new Map<string, number>();
  readonly #keys = new WeakMap<ProjectConfig, Buffer>();
  #hasNew: boolean;

  private constructor(path: string, records: Records | 'damaged') {
    this.path = path;
    this.isDamaged = records === 'damaged';
    this.#hasNew = this.isDamaged;
    this.#records = records === 'damaged' ? new Records() : records;
  }

  /** The user's cache; undefined if there is no folder for it. */
  static open(environment: Readonly<Record<string, string | undefined>>): Cache | undefined {
    const folder = cacheFolder(environment);
    if (folder === undefined) return undefined;
    const path = join(folder, `format-${manifest.version}.cache`);
    const records = readRecords(path);
    return records && new Cache(path, records);
  }

  /** What a verdict depends on, in short. @param flags what else than bytes, house and options has a say. */
  digest(bytes: Uint8Array, project: ProjectConfig, flags: string): Buffer {
    let key = this.#keys.get(project);
    if (key === undefined) {
      key = digestOf(projectKey(project));
      this.#keys.set(project, key);
    }
    return digestOf(Buffer.concat([key, Buffer.from(`${flags}\n`), bytes]));
  }

  get(digest: Buffer): Formatted | undefined {
    const found = this.#records.get(digest);
    const verdict = found === undefined ? undefined : VERDICTS[found];
    if (verdict && found !== undefined) this.#used.set(digest.toString('latin1'), found);
    return verdict;
  }

  add(digest: Buffer, formatted: Formatted): void {
    const why = formatted.kind === 'skipped' ? formatted.why : undefined;
    const found = VERDICTS.findIndex(
      (one) => one.kind === formatted.kind && (one.kind !== 'skipped' || one.why === why),
    );
    if (found === -1) return;
    this.#used.set(digest.toString('latin1'), found);
    this.#hasNew = true;
  }

  /**
   * Writes new results after those that others have written since. Results used in this run move to the end, so that unused
   * ones are dropped first. Never throws.
   */
  save(): void {
    if (!this.#hasNew) return;
    const found = readRecords(this.path);
    if (found) (found === 'damaged' ? new Records() : found).with(this.#used).write(this.path);
  }
}
