import { format } from '../../format.ts';
import { resolveHouse } from '../../house/resolve.ts';
import { findFences } from '../../read/front-matter/index.ts';
import { isStructured, isStructuredByName } from '../../read/structured.ts';
import { createSource, type Source } from '../../text/index.ts';
import type { ConfigResolver, ProjectConfig } from '../config/config-resolver.ts';
import type { IgnoreFilter } from '../files/ignore-filter.ts';
import { testNote } from '../run/note-test.ts';
import { decodeNote } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import type { Cache, Formatted } from './cache.ts';

/** The file names that decide whether a file is Markdown, see `isStructured`. */
const TELLING = /\.(?:ya?ml|json)$|^<.*>$/i;

/** A note in YAML or JSON is not formatted. */
const STRUCTURED: Formatted = { kind: 'skipped', why: 'structured' };

export interface FormatterOptions {
  /** Also format files that do not look like notes. */
  readonly anyFile: boolean;
  /** Report what was left unformatted. */
  readonly verbose: boolean;
}

/** Formats bytes with the configuration of their path: of a file, of stdin or of a blob. */
export class Formatter {
  readonly #options: FormatterOptions;
  readonly #configResolver: ConfigResolver;
  /** Decides about the targets of links. It is not asked for cached notes: for a thousand that would take too long. */
  ignoreFilter: IgnoreFilter | undefined;

  constructor(options: FormatterOptions, configResolver: ConfigResolver) {
    this.#options = options;
    this.#configResolver = configResolver;
  }

  /**
   * @param name the path by which it is configured, and that messages use.
   * @param isNamed whether a person named it, or it is stdin: see `testNote`.
   * @param console for what is wrong with it.
   */
  async format(bytes: Uint8Array, name: string, isNamed: boolean, console: Console): Promise<Formatted> {
    try {
      return await this.#format(bytes, name, isNamed, console);
    } catch (error) {
      await console.problem(error, name);
      return { kind: 'failed' };
    }
  }

  /** Whether two versions of a note mean the same. Prints nothing. */
  async meansTheSame(before: Uint8Array, after: Uint8Array, name: string): Promise<boolean> {
    const { house } = await this.#configResolver.of(name);
    const [was, is] = [before, after].map((bytes) => decodeNote(bytes, name));
    if (!was || !is || 'problem' in was || 'problem' in is) return false;
    const { meansTheSame } = await import('../../format/safe-format.ts');
    return meansTheSame(was.text, is.text, resolveHouse(house));
  }

  async #format(bytes: Uint8Array, name: string, isNamed: boolean, console: Console): Promise<Formatted> {
    const project = await this.#configResolver.of(name);
    const test = testNote(name, isNamed, project, this.#options.anyFile);
    if (test === 'no note') return { kind: 'skipped', why: 'no note' };
    if (await this.ignoreFilter?.hasTarget(name)) return { kind: 'skipped', why: 'ignored' };
    return this.#look(bytes, name, test === 'note', project, console);
  }

  /** What the result for a note depends on, in short; undefined if the note need not be read. */
  async digest(cache: Cache, bytes: Uint8Array, name: string, isNamed: boolean): Promise<Buffer | undefined> {
    const project = await this.#configResolver.of(name);
    const test = testNote(name, isNamed, project, this.#options.anyFile);
    return test === 'no note' ? undefined : cache.digest(bytes, project, `${test === 'note'} ${TELLING.test(name)}`);
  }

  async #look(
    bytes: Uint8Array,
    name: string,
    isNote: boolean,
    project: ProjectConfig,
    console: Console,
  ): Promise<Formatted> {
    const { house, endOfLine, removeBom } = project;
    if (isStructuredByName(name)) return STRUCTURED;
    const decoded = decodeNote(bytes, name);
    if ('problem' in decoded) {
      if (!isNote && !beginsLikeNote(decoded.problem.source)) return { kind: 'skipped', why: 'no note' };
      await console.diagnostic(decoded.problem);
      return { kind: 'failed' };
    }
    const { text } = decoded;
    const source = createSource(name, text);
    if (isStructured(source)) return STRUCTURED;
    const options = { path: name, house, removeBom, onlyNotes: !isNote, ...(endOfLine ? { endOfLine } : {}) };
    const result = await format(text, options);
    if (!result.isNote) return { kind: 'skipped', why: 'no note' };
    for (const diagnostic of result.diagnostics) await console.diagnostic(diagnostic);
    if (result.text === undefined) return { kind: 'failed' };
    if (this.#options.verbose)
      for (const { span, reason } of result.unformatted) await console.left(source, span, reason);
    return result.text === text ? { kind: 'unchanged' } : { kind: 'changed', bytes: Buffer.from(result.text) };
  }
}

/**
 * Whether text that cannot be decoded begins with a front matter fence. UTF-16 contains NULs, and its byte order mark was
 * decoded to replacement characters.
 */
function beginsLikeNote({ text }: Source): boolean {
  return findFences(text.replace(/^\ufffd+/, '').replaceAll('\0', '')).kind !== 'none';
}
