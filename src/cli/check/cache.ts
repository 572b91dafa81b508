import type { Diagnostic } from '../../model/diagnostic.ts';
import { decode } from '../../read/decode.ts';
import { createSource } from '../../text/index.ts';
import { projectKey } from '../cache/keys.ts';
import type { Found } from '../cache/records.ts';
import { ResultCache } from '../cache/result-cache.ts';
import type { ProjectConfig } from '../config/config-resolver.ts';
import type { NoteFile } from '../run/pipeline.ts';
import type { CheckedFile } from './checker.ts';
import { findingsIn, storedFindings } from './stored-findings.ts';

/** What a code says about a file. */
const NO_NOTE = 0;
const NOTE = 1;
/** `--fix` may change it. */
const FIXABLE_NOTE = 2;

/** The file names that have a say in how a note is read, see `isStructured`. */
const TELLING = /\.(?:ya?ml|json)$|^<(?=.*>$)/i;

/** Caches what the rules found in notes, so that a run checks only the notes that have changed. */
export class CheckCache {
  readonly #results: ResultCache;
  readonly #missing = new WeakMap<NoteFile, Buffer>();

  private constructor(results: ResultCache) {
    this.#results = results;
  }

  /** The user's cache; undefined if there is no folder for it. @param rules those of `--rule`. */
  static open(
    environment: Readonly<Record<string, string | undefined>>,
    rules: readonly string[] | undefined,
  ): CheckCache | undefined {
    const keyOf = (project: ProjectConfig) =>
      projectKey(project, project.dictionary, project.channels ?? {}, rules ?? 'all');
    const results = ResultCache.open(environment, 'check', keyOf);
    return results && new CheckCache(results);
  }

  get path(): string {
    return this.#results.path;
  }

  get isDamaged(): boolean {
    return this.#results.isDamaged;
  }

  /**
   * The result of an earlier run. Undefined if there is none, or if it is damaged.
   * @param isNote whether the file is a note whatever it contains.
   */
  get(note: NoteFile, project: ProjectConfig, isNote: boolean): CheckedFile | undefined {
    const ending = TELLING.exec(note.name)?.[0].toLowerCase() ?? '';
    const digest = this.#results.digest(note.bytes, project, `${isNote} ${ending}`);
    const found = this.#results.get(digest);
    const checked = found && checkedIn(found, note);
    if (!checked) this.#missing.set(note, digest);
    return checked;
  }

  /** Records the result for a note that `get` did not find, unless it depends on more than that. */
  add(note: NoteFile, checked: CheckedFile): void {
    const digest = this.#missing.get(note);
    const found = digest && foundOf(checked);
    if (found) this.#results.add(digest, found);
  }

  /** Never throws. */
  save(): void {
    this.#results.save();
  }
}

function foundOf(checked: CheckedFile): Found | undefined {
  if (checked.kind === 'no note') return { code: NO_NOTE };
  const { isLasting, isFixable, findings } = checked;
  if (!isLasting) return undefined;
  const code = isFixable ? FIXABLE_NOTE : NOTE;
  return findings.length > 0 ? { code, body: storedFindings(findings) } : { code };
}

function checkedIn({ code, body }: Found, { bytes, name }: NoteFile): CheckedFile | undefined {
  if (code === NO_NOTE) return { kind: 'no note' };
  if (code !== NOTE && code !== FIXABLE_NOTE) return undefined;
  const isFixable = code === FIXABLE_NOTE;
  if (!body) return noteOf('', [], isFixable);
  const decoded = decode(bytes);
  if (decoded.kind !== 'text') return undefined;
  const { text } = decoded;
  const findings = findingsIn(body, createSource(name, text));
  return findings && noteOf(text, findings, isFixable);
}

function noteOf(text: string, findings: readonly Diagnostic[], isFixable: boolean): CheckedFile {
  return { kind: 'note', text, findings, fixed: 0, isChanged: false, isLasting: true, isFixable };
}
