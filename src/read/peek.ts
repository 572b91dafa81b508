import type { CstNote } from '../model/cst.ts';
import type { Entry, Mapping } from '../model/data.ts';
import { canonicalKey, keyNames } from '../model/keys.ts';
import type { Note } from '../model/note.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';
import type { Source } from '../text/index.ts';
import { DiagnosticCollector } from './diagnostics.ts';
import { findFences, peekFrontMatter, readYaml } from './front-matter/index.ts';
import { readNote } from './note.ts';
import { slug } from './values.ts';

/** Whether a file is a note, and the slug that names its post. */
export interface Peek {
  readonly isNote: boolean;
  readonly slug?: string;
}

/**
 * Classifies a file by its content, see `isNote`. Reads the prose only if the front matter does not decide. Structured data
 * is a note if it has a headline or a source. A file with invalid front matter counts as a note, so that the problem is
 * reported.
 */
export function peek(source: Source, structured: boolean, vocabulary: Vocabulary): Peek {
  const entries = structured ? structuredEntries(source) : peekFrontMatter(source);
  if (entries === undefined) return { isNote: !structured };
  const found = slugOf(entries, source);
  const isNote = structured ? isNamed(entries) : entries.some(isNoteKey) || hasNotePart(source, vocabulary);
  return found === undefined ? { isNote } : { isNote, slug: found };
}

/** Other programs also write `title`, and other data has keys such as `id`. */
function isNamed(entries: readonly Pick<Entry, 'name'>[]): boolean {
  return entries.some(({ name }) => name !== 'title' && ['headline', 'source'].includes(canonicalKey(name) ?? ''));
}

/** Whether a key tells a note from other Markdown: other programs also write `title`. */
function isNoteKey({ name }: { readonly name: string }): boolean {
  return name !== 'title' && canonicalKey(name) !== undefined;
}

/** Sections that other documents do not have. A README often has a heading such as Notes. */
const TELLING_SECTIONS: readonly string[] = ['insight', 'laws', 'house'];

/** Whether Markdown has a part of a note: a key of the front matter, a section of the house, or a last source line. */
function isNote({ fields, sections, sourceLine }: Note): boolean {
  return (
    sourceLine !== undefined || fields.some(isNoteKey) || sections.some(({ kind }) => TELLING_SECTIONS.includes(kind))
  );
}

/** Whether the prose has a part of a note. Most files are ruled out before they are parsed. */
function hasNotePart(source: Source, vocabulary: Vocabulary): boolean {
  if (!hasSection(source.text, vocabulary) && !hasSourceLabel(source.text, vocabulary)) return false;
  const { note } = readNote(source, vocabulary);
  return note === undefined || isNote(note);
}

function hasSourceLabel(text: string, { sourceLabels }: Vocabulary): boolean {
  const lower = text.toLowerCase();
  return [...sourceLabels.keys()].some((label) => lower.includes(label.toLowerCase()));
}

function slugOf(entries: readonly Entry[], source: Source): string | undefined {
  const entry = entries.find(({ name }) => name === 'slug');
  const collector = new DiagnosticCollector(source);
  const value = entry && slug(entry.value, 'slug', collector);
  return collector.failed ? undefined : value;
}

/** The names of the keys that `isNamed` looks for, at the start of a line or in braces. */
const NAMED = new RegExp(
  `(?:^|[{,])[ \\t]*["']?(?:${keyNames()
    .filter((name) => isNamed([{ name }]))
    .join('|')})["']?[ \\t]*:`,
  'm',
);

/** Most data files are ruled out before they are parsed as YAML, which is slow. */
function structuredEntries({ text }: Source): Mapping['entries'] | undefined {
  if (!NAMED.test(text) || !mayNameKeys(text)) return [];
  const yaml = readYaml(text, 0, { maxLength: text.length });
  return 'mapping' in yaml ? yaml.mapping.entries : undefined;
}

/** Whether JSON has a key that `isNamed` looks for. True for other text. */
function mayNameKeys(text: string): boolean {
  try {
    const data: unknown = JSON.parse(text);
    return isNamed(Object.keys(Object(data)).map((name) => ({ name })));
  } catch {
    return true;
  }
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|^ {0,3}(\S.*)\n {0,3}(?:=+|-+)[ \t]*$/gm;

function hasSection(text: string, { sections }: Vocabulary): boolean {
  for (const [, atx, setext] of text.matchAll(HEADING))
    if (sections.has(normalizeName(atx ?? setext ?? ''))) return true;
  return false;
}

/** Whether a file found in a folder is a note: see `onlyNotes`. */
export function isNoteFile(source: Source, cst: CstNote | undefined, vocabulary: Vocabulary): boolean {
  return cst ? isNote(cst.note) : looksBroken(source, vocabulary);
}

/** A note that cannot be read counts as a note, so that the problem is reported. */
function looksBroken(source: Source, vocabulary: Vocabulary): boolean {
  return findFences(source.text).kind !== 'none' && peek(source, false, vocabulary).isNote;
}
