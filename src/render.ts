import { type HouseContext, houseFor, resolveHouse } from './house/resolve.ts';
import type { Article } from './model/article.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { House } from './model/house.ts';
import type { Note } from './model/note.ts';
import { toArticle } from './read/article.ts';
import { embargoed } from './read/embargo.ts';
import { readNote } from './read/note.ts';
import { keepRootCauses } from './read/root-causes.ts';
import { isStructured, readStructured } from './read/structured.ts';
import { createSource } from './text/index.ts';
import { typeset } from './typography/typeset.ts';
import { FORMATS, type Format, type WriteOptions } from './write/index.ts';

export interface ReadOptions {
  /** The name that messages use; an ending .yaml, .yml or .json makes it a structured note. Default `<note>`. */
  readonly path?: string;
  /** The house, or the name of one that comes with copydesk. Default `abab`. */
  readonly house?: House | string;
  /** Also print what is under embargo or withdrawn. */
  readonly force?: boolean;
  /** The moment, in milliseconds since 1970, by which an embargo is judged. Default: now. */
  readonly now?: number;
}

/** A story ready to be written: the Article in its house's typography, and the house. Absent when an error forbids it. */
export interface Post {
  readonly article: Article;
  readonly house: House;
}

export interface PostResult {
  readonly post?: Post;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a note into the story that its house prints. Content problems are diagnostics, never exceptions.
 * @param text the decoded text of the note; a byte order mark and any line ends are fine.
 * @throws {RangeError} for a house's name that does not exist.
 */
export function readPost(text: string, options: ReadOptions = {}): PostResult {
  const houseContext = resolveHouse(options.house);
  const source = createSource(options.path ?? '<note>', text);
  const read = isStructured(source)
    ? readStructured(source, houseContext.vocabulary)
    : readNote(source, houseContext.vocabulary);
  if (!read.note) return { diagnostics: read.diagnostics };
  return postOf(read.note, read.diagnostics, houseContext, options);
}

function postOf(
  note: Note,
  diagnostics: readonly Diagnostic[],
  houseContext: HouseContext,
  { force = false, now }: ReadOptions,
): PostResult {
  const house = houseFor(note, houseContext);
  const { article, diagnostics: found } = toArticle(note, house, houseContext.vocabulary);
  const withheld = article && !force ? embargoed(article, note, now) : [];
  const all = [...keepRootCauses([...diagnostics, ...found]), ...withheld].sort((a, b) => a.span.start - b.span.start);
  return article && withheld.length === 0
    ? { post: { article: typeset(article, house), house }, diagnostics: all }
    : { diagnostics: all };
}

export interface RenderOptions extends ReadOptions, WriteOptions {
  /** `markdown` (default), `html`, `text` or `json`. */
  readonly to?: string;
}

export interface RenderResult {
  /** The post, ending in one line feed; absent when an error forbids it. */
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Renders a note as its house's post. Content problems are diagnostics, never exceptions.
 * @throws {RangeError} for a house or a format that does not exist, and for a width that is none.
 * @throws {TemplateError} for a template of the house's own that fails.
 */
export function render(text: string, options: RenderOptions = {}): RenderResult {
  const format = formatNamed(options.to ?? 'markdown');
  const { post, diagnostics } = readPost(text, options);
  return post ? { text: format.write(post.article, post.house, options), diagnostics } : { diagnostics };
}

/** @throws {RangeError} for a name that no format has. */
export function formatNamed(name: string): Format {
  const format = FORMATS.find((one) => one.name === name);
  if (!format)
    throw new RangeError(`no format is called ${name}; there are ${FORMATS.map((one) => one.name).join(', ')}`);
  return format;
}
