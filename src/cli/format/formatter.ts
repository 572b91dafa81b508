import { format } from '../../format.ts';
import { resolveHouse } from '../../house/resolve.ts';
import { findFences } from '../../read/front-matter/index.ts';
import { isStructured, isStructuredByName } from '../../read/structured.ts';
import { createSource, type Source } from '../../text/index.ts';
import type { ConfigResolver, ProjectConfig } from '../config/config-resolver.ts';
import type { IgnoreFilter } from '../files/ignore-filter.ts';
import { decodeNote } from '../run/read-note.ts';
import type { Skipped } from '../run/skips.ts';
import type { Console } from '../terminal/console.ts';
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
  readonly #configResolver: ConfigResolver;
  readonly #console: Console;
  /** What earlier runs found clean. Where it knows the bytes of a file they are not looked at. */
  cache: Cache | undefined;
  /** Asked of what links lead to, once there is anything to do: for all the notes of a cache that would take too long. */
  ignoreFilter: IgnoreFilter | undefined;

  constructor(options: FormatterOptions, configResolver: ConfigResolver, console: Console) {
    this.#options = options;
    this.#configResolver = configResolver;
    this.#console = console;
  }

  /**
   * @param name the path by which it is configured, and that messages use.
   * @param isGiven whether it is a note for certain: standard input is, a file is one if it looks like one.
   */
  async format(bytes: Uint8Array, name: string, isGiven: boolean): Promise<Formatted> {
    try {
      return await this.#format(bytes, name, isGiven || this.#options.force);
    } catch (error) {
      if (error instanceof Error && error.name === 'UnsafeFormatError') await this.#console.broken(name, error);
      else await this.#console.problem(error);
      return { kind: 'failed' };
    }
  }

  /** Whether two versions of a note mean the same; no word is said about it. */
  async meansTheSame(before: Uint8Array, after: Uint8Array, name: string): Promise<boolean> {
    const { house } = await this.#configResolver.of(name);
    const [was, is] = [before, after].map((bytes) => decodeNote(bytes, name));
    if (!was || !is || 'problem' in was || 'problem' in is) return false;
    const { meansTheSame } = await import('../../format/safe-format.ts');
    return meansTheSame(was.text, is.text, resolveHouse(house));
  }

  async #format(bytes: Uint8Array, name: string, isGiven: boolean): Promise<Formatted> {
    const project = await this.#configResolver.of(name);
    const isNote = isGiven || project.isNote(name);
    const digest = this.cache?.digest(bytes, project, `${isNote} ${TELLING.test(name)}`);
    const known = digest === undefined ? undefined : this.cache?.get(digest);
    if (known) return known;
    if (await this.ignoreFilter?.hasTarget(name)) return { kind: 'skipped', why: 'ignored' };
    const formatted = await this.#look(bytes, name, isNote, project);
    if (digest !== undefined) this.cache?.add(digest, formatted);
    return formatted;
  }

  async #look(bytes: Uint8Array, name: string, isNote: boolean, project: ProjectConfig): Promise<Formatted> {
    const { house, endOfLine, removeBom } = project;
    if (isStructuredByName(name)) return STRUCTURED;
    const decoded = decodeNote(bytes, name);
    if ('problem' in decoded) {
      if (!isNote && !beginsLikeNote(decoded.problem.source)) return { kind: 'skipped', why: 'no note' };
      await this.#console.diagnostic(decoded.problem);
      return { kind: 'failed' };
    }
    const { text } = decoded;
    const source = createSource(name, text);
    if (isStructured(source)) return STRUCTURED;
    const options = { path: name, house, removeBom, onlyNotes: !isNote, ...(endOfLine ? { endOfLine } : {}) };
    const result = await format(text, options);
    if (!result.isNote) return { kind: 'skipped', why: 'no note' };
    for (const diagnostic of result.diagnostics) await this.#console.diagnostic(diagnostic);
    if (result.text === undefined) return { kind: 'failed' };
    if (this.#options.verbose)
      for (const { span, reason } of result.unformatted) await this.#console.left(source, span, reason);
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
