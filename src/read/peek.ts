import type { CstNote } from '../model/cst.ts';
import type { Entry, Mapping } from '../model/data.ts';
import { canonicalKey } from '../model/keys.ts';
import type { Note } from '../model/note.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';
import type { Source } from '../text/index.ts';
import { DiagnosticCollector } from './diagnostics.ts';
import { findFences, peekFrontMatter, readYaml } from './front-matter/index.ts';
import { slug } from './values.ts';

/** Whether a file is a note, and the slug that names its post. */
export interface Peek {
  readonly isNote: boolean;
  readonly slug?: string;
}

/**
 * Classifies a file without reading its prose. A note has a headline or a source, under any alias except `title`, or a
 * section of the house. A file with invalid front matter counts as a note, so that the problem is reported.
 */
export function peek(source: Source, structured: boolean, vocabulary: Vocabulary): Peek {
  const entries = structured ? structuredEntries(source) : peekFrontMatter(source);
  if (entries === undefined) return { isNote: !structured };
  const named = entries.some(
    ({ name }) => name !== 'title' && ['headline', 'source'].includes(canonicalKey(name) ?? ''),
  );
  const found = slugOf(entries, source);
  const isNote = named || (!structured && hasSection(source.text, vocabulary));
  return found === undefined ? { isNote } : { isNote, slug: found };
}

/** Whether a note has a headline, a source or a section of the house. */
function isNote({ fields, sections }: Note): boolean {
  const named = fields.some(({ name, key }) => name !== 'title' && (key === 'headline' || key === 'source'));
  return named || sections.some(({ kind }) => kind !== 'body' && kind !== 'unknown');
}

function slugOf(entries: readonly Entry[], source: Source): string | undefined {
  const entry = entries.find(({ name }) => name === 'slug');
  const collector = new DiagnosticCollector(source);
  const value = entry && slug(entry.value, 'slug', collector);
  return collector.failed ? undefined : value;
}

/** Only the start of a file is searched first, because reading a large data file is slow. */
function structuredEntries({ text }: Source): Mapping['entries'] | undefined {
  if (!/^[ \t{,"]*(?:headline|hed|标题|source|sources|attribution|来源)"?[ \t]*:/m.test(text.slice(0, 65_536)))
    return [];
  const yaml = readYaml(text, 0, { maxLength: text.length });
  return 'mapping' in yaml ? yaml.mapping.entries : undefined;
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|^ {0,3}(\S.*)\n {0,3}(?:=+|-+)[ \t]*$/gm;

function hasSection(text: string, { sections }: Vocabulary): boolean {
  for (const [, atx, setext] of text.matchAll(HEADING))
    if (sections.has(normalizeName(atx ?? setext ?? ''))) return true;
  return false;
}

/** Whether a file found in a folder is a note: see `onlyNotes`. */
export function isNoteFile(source: Source, cst: CstNote | undefined, vocabulary: Vocabulary): boolean {
  return cst ? looksLikeNote(cst) : looksBroken(source, vocabulary);
}

/** Requires front matter, because a post and other texts have the same headings. */
function looksLikeNote({ note, front }: CstNote): boolean {
  return front !== undefined && isNote(note);
}

/** A note that cannot be read counts as a note, so that the problem is reported. */
function looksBroken(source: Source, vocabulary: Vocabulary): boolean {
  return findFences(source.text).kind !== 'none' && peek(source, false, vocabulary).isNote;
}
