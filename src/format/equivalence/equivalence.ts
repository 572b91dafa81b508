import type { Article } from '../../model/article.ts';
import type { CstNote } from '../../model/cst.ts';
import { type Data, isNothing, plainData } from '../../model/data.ts';
import type { House } from '../../model/house.ts';
import type { Note } from '../../model/note.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { draftArticle } from '../../read/article.ts';
import { DiagnosticCollector } from '../../read/diagnostics.ts';
import { parseMarkdown } from '../../read/markdown/index.ts';
import { ExcessError } from '../../read/markdown/lexer/limits.ts';
import { lostFact } from './facts.ts';
import { bothPieces, bySection, type SectionHtml } from './pieces.ts';

/** Everything that decides whether two notes mean the same. */
export interface Equivalence {
  /** What the author wrote: comments and values of the front matter, and the blocks of the text. */
  readonly texts: readonly string[];
  readonly article: Article;
  readonly fields: ReadonlyMap<string, string>;
  /** The HTML of every section by two parsers, by parser and section. */
  readonly html: ReadonlyMap<string, SectionHtml>;
}

/** What decides whether a note means the same as another. Undefined if it is too complex for one of the parsers. */
export function equivalenceOf(cst: CstNote, house: House, vocabulary: Vocabulary): Equivalence | undefined {
  try {
    return read(cst, house, vocabulary);
  } catch (error) {
    if (error instanceof ExcessError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function read({ note, blocks }: CstNote, house: House, vocabulary: Vocabulary): Equivalence {
  const { text } = note.source;
  const from = note.frontMatter?.end ?? 0;
  const body = text.slice(from);
  const html = new Map<string, SectionHtml>();
  for (const [parser, pieces] of Object.entries(bothPieces(body))) {
    for (const [section, found] of bySection(note, pieces, from)) html.set(`${parser} ${section}`, found);
  }
  const article = draftArticle(note, house, vocabulary, new DiagnosticCollector(note.source));
  return { texts: textsOf({ note, blocks }), article, fields: fieldsOf(note), html };
}

function textsOf({ note, blocks }: CstNote): readonly string[] {
  const { text } = note.source;
  const comments = text.slice(0, note.frontMatter?.end ?? 0).match(/^#.*$/gm) ?? [];
  const values = note.fields.flatMap(({ value }) => scalarsOf(value));
  return [...comments, ...values, ...blocks.map(({ span }) => text.slice(span.start, span.end))];
}

/** Why two notes do not mean the same, or undefined if they do. */
export function explainDifference(before: Equivalence, after: Equivalence): string | undefined {
  if (!isSameData(before.article, after.article)) return 'the story would change';
  for (const [name, value] of before.fields)
    if (after.fields.get(name) !== value) return `the value of '${name}' would change`;
  for (const [section, html] of before.html) {
    const found = after.html.get(section);
    if (found?.equals(html)) continue;
    // A headline or source that left the text is part of the Article, which is compared above but has no unsafe URLs.
    if (found !== undefined || !MOVED.test(section)) return 'the text would change';
    const url = lostUrl(html.html, after.fields);
    if (url !== undefined) return `the link to '${url}' would be lost`;
  }
  if ([...after.html.keys()].some((section) => !before.html.has(section))) return 'the text would change';
  const lost = lostFact(before.texts, after.texts);
  return lost === undefined ? undefined : `'${lost}' would be lost`;
}

/** Whether two Articles or parts of them are the same. They are plain data. */
function isSameData(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
  const entries = Object.entries(before);
  const others = after as Readonly<Record<string, unknown>>;
  return (
    entries.length === Object.keys(after).length && entries.every(([key, value]) => isSameData(value, others[key]))
  );
}

/** The first URL of a section in HTML that is in no value. */
function lostUrl(html: string, fields: ReadonlyMap<string, string>): string | undefined {
  const values = unescaped([...fields.values()].join('\n'));
  return [...html.matchAll(LINK)].map(([, url = '']) => url).find((url) => !values.includes(unescaped(url)));
}

/** A URL without what HTML and YAML spell differently. */
function unescaped(url: string): string {
  return url.replace(/%[\da-f]{2}|&(?:amp|quot|lt|gt|#39);|[^\w.:/?#=+-]/gi, '');
}

/** Whether two versions of a block differ in meaning, read with the link definitions of their note. */
export function differsInIsolation(before: string, after: string, definitions: string): boolean {
  const [first, second] = [before, after].map((text) => blockEquivalence(`${text}\n\n${definitions}`));
  return first !== second;
}

function blockEquivalence(text: string): string {
  const { items } = parseMarkdown(text);
  const blocks = items.flatMap((item) => (item.kind === 'block' ? [item.block] : []));
  return JSON.stringify([blocks, Object.values(bothPieces(text)).map((pieces) => pieces.map(({ html }) => html))]);
}

/** Values by canonical key. The Article covers a headline or source that comes from the text. */
function fieldsOf({ fields }: Note): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { key, name, value } of fields) {
    // The formatter may fill it from the text.
    if ((key === 'headline' || key === 'source') && isNothing(value)) continue;
    const place = key ?? `"${name}"`;
    found.set(found.has(place) ? `${place} as ${name}` : place, JSON.stringify(plainData(value)));
  }
  return found;
}

function scalarsOf(data: Data): string[] {
  switch (data.kind) {
    case 'scalar':
      return data.value === null ? [] : [data.value];
    case 'sequence':
      return data.items.flatMap(scalarsOf);
    case 'mapping':
      return data.entries.flatMap(({ value }) => scalarsOf(value));
  }
}

/** Sections that may become a key. */
const MOVED = / (?:headline|source)$/;
const LINK = /\b(?:href|src)="([^"]*)"/g;
