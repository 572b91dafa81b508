import { deskOf } from '../../desk.ts';
import { format } from '../../format.ts';
import { findFences } from '../../read/front-matter/index.ts';
import { isStructured, isStructuredByName } from '../../render.ts';
import { createSource, type Source } from '../../text/index.ts';
import type { Project, Projects } from '../configuration.ts';
import type { PassedOver } from '../notes/passed-over.ts';
import type { Skipped } from '../notes/skips.ts';
import type { Reporter } from '../reporter.ts';
import { decodeNote } from '../source.ts';
import type { Cache } from './cache.ts';

/** Names that have a say in whether it is Markdown, see `isStructured`. */
const TELLING = /\.(?:ya?ml|json)$|^<.*>$/i;

/** What became of the bytes of one note. A `failed` one has been reported. */
export type Formatted =
  | { readonly kind: 'clean' }
  | { readonly kind: 'changed'; readonly bytes: Uint8Array }
  | { readonly kind: 'skipped'; readonly why: Skipped }
  | { readonly kind: 'failed' };

/** A note that is YAML or JSON stays as it is. */
export const STRUCTURED: Formatted = { kind: 'skipped', why: 'structured' };

export interface FormatterOptions {
  /** Also what does not look like a note. */
  readonly force: boolean;
  /** Say what was left as written. */
  readonly verbose: boolean;
}

/** Formats bytes by the configuration of the path that they stand at: the same for a file, for stdin and for a blob. */
export class Formatter {
  readonly #options: FormatterOptions;
  readonly #projects: Projects;
  readonly #reporter: Reporter;
  /** What earlier runs found clean. Where it knows the bytes of a file they are not looked at. */
  cache: Cache | undefined;
  /** Asked of what links lead to, once there is anything to do: for all the notes of a cache that would take too long. */
  passedOver: PassedOver | undefined;

  constructor(options: FormatterOptions, projects: Projects, reporter: Reporter) {
    this.#options = options;
    this.#projects = projects;
    this.#reporter = reporter;
  }

  /**
   * @param name the path by which it is configured, and that messages use.
   * @param isGiven whether it is a note for certain: standard input is, a file is one if it looks like one.
   */
  async format(bytes: Uint8Array, name: string, isGiven: boolean): Promise<Formatted> {
    try {
      return await this.#format(bytes, name, isGiven || this.#options.force);
    } catch (error) {
      if (error instanceof Error && error.name === 'BrokenPromise') await this.#reporter.broken(name, error);
      else await this.#reporter.problem(error);
      return { kind: 'failed' };
    }
  }

  /** Whether two versions of a note mean the same; no word is said about it. */
  async meansTheSame(before: Uint8Array, after: Uint8Array, name: string): Promise<boolean> {
    const { house } = await this.#projects.of(name);
    const [was, is] = [before, after].map((bytes) => decodeNote(bytes, name));
    if (!was || !is || 'problem' in was || 'problem' in is) return false;
    const { meansTheSame } = await import('../../promise.ts');
    return meansTheSame(was.text, is.text, deskOf(house));
  }

  async #format(bytes: Uint8Array, name: string, isGiven: boolean): Promise<Formatted> {
    const project = await this.#projects.of(name);
    const isNote = isGiven || project.isNote(name);
    const digest = this.cache?.digest(bytes, project, `${isNote} ${TELLING.test(name)}`);
    const known = digest === undefined ? undefined : this.cache?.get(digest);
    if (known) return known;
    if (await this.passedOver?.hasTarget(name)) return { kind: 'skipped', why: 'ignored' };
    const formatted = await this.#look(bytes, name, isNote, project);
    if (digest !== undefined) this.cache?.add(digest, formatted);
    return formatted;
  }

  async #look(bytes: Uint8Array, name: string, isNote: boolean, project: Project): Promise<Formatted> {
    const { house, endOfLine, removeBom } = project;
    if (isStructuredByName(name)) return STRUCTURED;
    const decoded = decodeNote(bytes, name);
    if ('problem' in decoded) {
      if (!isNote && !beginsLikeNote(decoded.problem.source)) return { kind: 'skipped', why: 'no note' };
      await this.#reporter.diagnostic(decoded.problem);
      return { kind: 'failed' };
    }
    const { text } = decoded;
    const source = createSource(name, text);
    if (isStructured(source)) return STRUCTURED;
    const options = { path: name, house, removeBom, onlyNotes: !isNote, ...(endOfLine ? { endOfLine } : {}) };
    const result = await format(text, options);
    if (!result.isNote) return { kind: 'skipped', why: 'no note' };
    for (const diagnostic of result.diagnostics) await this.#reporter.diagnostic(diagnostic);
    if (result.text === undefined) return { kind: 'failed' };
    if (this.#options.verbose)
      for (const { span, reason } of result.left) await this.#reporter.left(source, span, reason);
    return result.text === text ? { kind: 'clean' } : { kind: 'changed', bytes: Buffer.from(result.text) };
  }
}

/**
 * Whether what cannot be decoded has a fence where a note has one. UTF-16 is full of NULs; its mark, and whatever else is
 * not UTF-8, was decoded to replacement characters.
 */
function beginsLikeNote({ text }: Source): boolean {
  return findFences(text.replace(/^\ufffd+/, '').replaceAll('\0', '')).kind !== 'none';
}
