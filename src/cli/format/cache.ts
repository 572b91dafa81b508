import { projectKey } from '../cache/keys.ts';
import { ResultCache } from '../cache/result-cache.ts';
import type { ProjectConfig } from '../config/config-resolver.ts';
import type { SkipReason } from '../run/summary.ts';

/** The result for one note. An error of a `failed` one has been reported. */
export type Formatted =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly bytes: Uint8Array }
  | { readonly kind: 'skipped'; readonly why: SkipReason }
  | { readonly kind: 'failed' };

/** The cached results, by the number that encodes them. Changes and errors are not cached: each run has to report them. */
const VERDICTS: readonly Formatted[] = [
  { kind: 'unchanged' },
  { kind: 'skipped', why: 'no note' },
  { kind: 'skipped', why: 'structured' },
];

/** Caches which files are formatted or are not notes, so that a run formats only the notes that have changed. */
export class Cache {
  readonly #results: ResultCache;

  private constructor(results: ResultCache) {
    this.#results = results;
  }

  /** The user's cache; undefined if there is no folder for it. */
  static open(environment: Readonly<Record<string, string | undefined>>): Cache | undefined {
    const results = ResultCache.open(environment, 'format', projectKey);
    return results && new Cache(results);
  }

  get path(): string {
    return this.#results.path;
  }

  get isDamaged(): boolean {
    return this.#results.isDamaged;
  }

  /** What a verdict depends on, in short. @param flags what else than bytes, house and options has a say. */
  digest(bytes: Uint8Array, project: ProjectConfig, flags: string): Buffer {
    return this.#results.digest(bytes, project, flags);
  }

  get(digest: Buffer): Formatted | undefined {
    const found = this.#results.get(digest);
    return found && VERDICTS[found.code];
  }

  add(digest: Buffer, formatted: Formatted): void {
    const why = formatted.kind === 'skipped' ? formatted.why : undefined;
    const code = VERDICTS.findIndex(
      (one) => one.kind === formatted.kind && (one.kind !== 'skipped' || one.why === why),
    );
    if (code !== -1) this.#results.add(digest, { code });
  }

  /** Never throws. */
  save(): void {
    this.#results.save();
  }
}
