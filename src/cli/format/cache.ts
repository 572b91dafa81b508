import { statSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import type { ProjectConfig } from '../config/config-resolver.ts';
import { cacheFolder } from '../files/cache-folder.ts';
import type { Formatted } from './formatter.ts';
import { digestOf, Records, readRecords } from './records.ts';

/** What is remembered, by the byte that stands for it: that nothing is to be done. What is found, a run has to say again. */
const VERDICTS: readonly Formatted[] = [
  { kind: 'clean' },
  { kind: 'skipped', why: 'no note' },
  { kind: 'skipped', why: 'structured' },
];

/**
 * Remembers by content, for all that formats by the same house and options, what was clean or no note: a run over a
 * thousand notes of which ten have changed looks at ten. One file for a user and a version of copydesk, which many
 * processes may read and write at once: what one of two that write at the same moment has found may be lost, nothing else.
 */
export class Cache {
  readonly path: string;
  /** The file was there and made no sense: it is begun anew. */
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

  /** The user's cache; undefined where there can be none. */
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
      key = digestOf(keyOf(project));
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
   * Keeps what was new, behind what others have kept since. What this run has used goes to the end with it: the first to
   * go are those that nobody uses. Never throws.
   */
  save(): void {
    if (!this.#hasNew) return;
    const found = readRecords(this.path);
    if (found) (found === 'damaged' ? new Records() : found).with(this.#used).write(this.path);
  }
}

/** All of a project that formatting asks for; templates it does not. */
function keyOf({ house, endOfLine, removeBom }: ProjectConfig): string {
  return JSON.stringify([build(), endOfLine ?? '', removeBom, house], (name, value: unknown) => {
    if (name === 'templates') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

/** A build of the same version that formats in another way is another file: the bundle, or this one in a test. */
function build(): string {
  const here = import.meta.url;
  const { size, mtimeMs } = statSync(here.startsWith('file:') ? new URL(here) : here);
  return `${manifest.version} ${size} ${mtimeMs}`;
}
