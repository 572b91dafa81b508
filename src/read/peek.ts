import type { CstNote } from '../model/cst.ts';
import type { Entry, Mapping } from '../model/data.ts';
import { canonicalKey } from '../model/keys.ts';
import type { Note } from '../model/note.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';
import type { Source } from '../text/index.ts';
import { DiagnosticCollector } from './diagnostic-collector.ts';
import { findFences, peekFrontMatter, readYaml } from './front-matter/index.ts';
import { slug } from './values.ts';

/** What one look tells of a file: whether it is a note at all, and the slug by which its post is named. */
export interface Peek {
  readonly isNote: boolean;
  readonly slug?: string;
}

/**
 * Looks at a file without reading its prose. It is a note when it has a headline or a source (under any alias, but not by
 * `title` alone) or a section that the house knows; one whose front matter is broken is one too, so that somebody says so.
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

/** The same of a note that was read. */
function isNoteAtAll({ fields, sections }: Note): boolean {
  const named = fields.some(({ name, key }) => name !== 'title' && (key === 'headline' || key === 'source'));
  return named || sections.some(({ kind }) => kind !== 'body' && kind !== 'unknown');
}

function slugOf(entries: readonly Entry[], source: Source): string | undefined {
  const entry = entries.find(({ name }) => name === 'slug');
  const collector = new DiagnosticCollector(source);
  const value = entry && slug(entry.value, 'slug', collector);
  return collector.failed ? undefined : value;
}

/** A large file of data is no note that anybody wrote: one look at its start spares the reading. */
function structuredEntries({ text }: Source): Mapping['entries'] | undefined {
  if (!/^[ \t{,"]*(?:headline|hed|标题|source|sources|attribution|来源)"?[ \t]*:/m.test(text.slice(0, 65_536)))
    return [];
  const yaml = readYaml(text, 0, { bytes: text.length, keys: 1000 });
  return 'mapping' in yaml ? yaml.mapping.entries : undefined;
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|^ {0,3}(\S.*)\n {0,3}(?:=+|-+)[ \t]*$/gm;

function hasSection(text: string, { sections }: Vocabulary): boolean {
  for (const [, atx, setext] of text.matchAll(HEADING))
    if (sections.has(normalizeName(atx ?? setext ?? ''))) return true;
  return false;
}

/** Whether a file that was found in a folder is a note: see `onlyNotes`. */
export function isNoteFile(source: Source, cst: CstNote | undefined, vocabulary: Vocabulary): boolean {
  return cst ? looksLikeNote(cst) : looksBroken(source, vocabulary);
}

/** A file needs front matter to be told from a post, and from any other text with such headings. */
function looksLikeNote({ note, front }: CstNote): boolean {
  return front !== undefined && isNoteAtAll(note);
}

/** Of a note that cannot be read somebody has to be told. */
function looksBroken(source: Source, vocabulary: Vocabulary): boolean {
  return findFences(source.text).kind !== 'none' && peek(source, false, vocabulary).isNote;
}
