import { type HouseContext, houseFor, resolveHouse } from './house/resolve.ts';
import { checkArguments } from './model/arguments.ts';
import type { Article } from './model/article.ts';
import { Clock } from './model/clock.ts';
import type { Diagnostic, Severity } from './model/diagnostic.ts';
import type { House } from './model/house.ts';
import type { Note } from './model/note.ts';
import { voidApproval } from './read/approval.ts';
import { toArticle } from './read/article.ts';
import { keepRootCauses } from './read/diagnostics.ts';
import { embargoed } from './read/embargo.ts';
import { placeOfMissingKey } from './read/missing-place.ts';
import { readNote } from './read/note.ts';
import { isStructured, readStructured } from './read/structured.ts';
import { placeOfUrl } from './read/url-place.ts';
import { createSource, type Source, span } from './text/index.ts';
import { typeset } from './typography/typeset.ts';
import {
  FORMATS,
  type Format,
  type FormatName,
  type Reason,
  UnprintableError,
  type WriteOptions,
} from './write/index.ts';
import { lostLinks, type Printed } from './write/lost-links.ts';

export interface ReadOptions {
  /** The file name in messages. A name that ends in .yaml, .yml or .json makes it a structured note. Default `<note>`. */
  readonly path?: string;
  /** The house, or the name of a built-in one. Default `abab`. */
  readonly house?: House | string;
  /** Whether to print a story that is under embargo or withdrawn. Default: false. */
  readonly force?: boolean;
  /** Whether to read a story for its follow-up. A withdrawn story has one too. Default: false. */
  readonly followUp?: boolean;
  /** The moment, in milliseconds since 1970, that decides whether an embargo has passed. Default: now. */
  readonly now?: number;
}

/** A story that is ready to print: the Article in the typography of its house, and the house. */
export interface Post {
  readonly article: Article;
  readonly house: House;
}

export interface PostResult {
  /** Absent if an error prevents it. */
  readonly post?: Post;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns the story that the house prints. Problems in the note are diagnostics; the function throws only for wrong arguments.
 * @param text the decoded text of the note, with or without a byte order mark, with any line ends.
 * @throws {TypeError} for an argument of the wrong type.
 * @throws {RangeError} for an unknown house.
 */
export function readPost(text: string, options: ReadOptions = {}): PostResult {
  checkArguments('readPost', text, options);
  const houseContext = resolveHouse(options.house);
  const source = createSource(options.path ?? '<note>', text);
  const read = readSource(source, houseContext);
  if (!read.note) return { diagnostics: read.diagnostics };
  return postOf(read.note, read.diagnostics, houseContext, options);
}

function readSource(source: Source, { vocabulary }: HouseContext) {
  return isStructured(source) ? readStructured(source, vocabulary) : readNote(source, vocabulary);
}

function postOf(
  note: Note,
  diagnostics: readonly Diagnostic[],
  houseContext: HouseContext,
  { force = false, followUp = false, now }: ReadOptions,
): PostResult {
  const house = houseFor(note, houseContext);
  const { article, diagnostics: found } = toArticle(note, house, houseContext.vocabulary);
  const withheld = article && !force ? embargoed(article, note, new Clock(now), followUp) : [];
  const unapproved = article ? voidApproval(article, note) : [];
  const all = [...keepRootCauses([...diagnostics, ...found]), ...withheld, ...unapproved].sort(
    (a, b) => a.span.start - b.span.start,
  );
  return article && withheld.length === 0
    ? { post: { article: typeset(article, house), house }, diagnostics: all }
    : { diagnostics: all };
}

export interface RenderOptions extends ReadOptions, WriteOptions {
  /** The name of an output format. Default: `markdown`. */
  readonly to?: FormatName;
}

export interface RenderResult {
  /** The post with one final line feed. Absent if an error prevents it. */
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns a note rendered as a post. Problems in the note are diagnostics; the function throws only for wrong arguments and
 * templates.
 * @throws {TypeError} for an argument of the wrong type.
 * @throws {RangeError} for an unknown house or format, for a width that is not a positive integer, and for the follow-up of a
 * format without one.
 * @throws {TemplateError} if a template of the house fails.
 */
export function render(text: string, options: RenderOptions = {}): RenderResult {
  checkArguments('render', text, options);
  const format = formatNamed(options.to ?? 'markdown');
  if (options.followUp && !format.followsUp) throw new RangeError(`render: '${format.name}' has no follow-up`);
  const { post, diagnostics } = readPost(text, options);
  if (!post) return { diagnostics };
  try {
    const printed = format.write(post.article, post.house, options);
    const lost = lostLinkWarnings(text, options, post, [{ format, options }]);
    const warnings = format.warnings?.(post.article, post.house) ?? [];
    const found = warnings.map((reason) => atPlace(text, options, reason, 'warning'));
    return { text: printed, diagnostics: [...diagnostics, ...lost, ...found] };
  } catch (error) {
    if (!(error instanceof UnprintableError)) throw error;
    return { diagnostics: [...diagnostics, refusal(text, options, error)] };
  }
}

/** Returns warnings about relative links that posts in these formats print as text. Reads the note again if there are any. */
export function lostLinkWarnings(
  text: string,
  { path = '<note>', house }: ReadOptions,
  post: Post,
  printed: readonly Printed[],
): readonly Diagnostic[] {
  const lost = lostLinks(post.article, post.house, printed);
  if (lost.length === 0) return [];
  const source = createSource(path, text);
  const { note } = readSource(source, resolveHouse(house));
  const passages = [
    ...(note?.sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.passages)) ?? []),
    ...(note?.footnotes().flatMap((footnote) => footnote.passages()) ?? []),
  ];
  const marks = passages.flatMap((passage) => passage.marks);
  return lost.map(({ url, message, advice }) => {
    const mark = marks.find((one) => one.type === 'link' && one.href === url);
    return { rule: 'lost-link', severity: 'warning', message, advice, source, span: mark?.span ?? span(0, 0) };
  });
}

/** Returns a reason for which a format cannot print a note as a diagnostic with a position. Reads the note again. */
export function refusal(text: string, options: ReadOptions, error: UnprintableError): Diagnostic {
  return atPlace(text, options, error, 'error');
}

/** A reason as a diagnostic with its position in the note. Reads the note again. */
export function atPlace(
  text: string,
  { path = '<note>', house }: ReadOptions,
  { rule, message, advice, key, url }: Reason,
  severity: Severity,
): Diagnostic {
  const source = createSource(path, text);
  const { note } = readSource(source, resolveHouse(house));
  const field = key && note?.fields.find((one) => one.key === key);
  const place = (url === undefined ? undefined : placeOfUrl(url, text)) ?? field?.value.span;
  return { rule, severity, message, advice, source, span: place ?? (note ? placeOfMissingKey(note) : span(0, 0)) };
}

/** @throws {RangeError} for an unknown format. */
export function formatNamed(name: string): Format {
  const format = FORMATS.find((one) => one.name === name);
  if (!format)
    throw new RangeError(`unknown format '${name}'; known formats: ${FORMATS.map((one) => one.name).join(', ')}`);
  return format;
}
