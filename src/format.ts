import { type Desk, deskOf, houseFor } from './desk.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { House } from './model/house.ts';
import type { WrittenNote } from './model/written.ts';
import { findFences } from './read/front-matter/index.ts';
import { readWritten } from './read/note.ts';
import { isNoteAtAll, peek } from './read/peek.ts';
import { shapeOf } from './shape.ts';
import { createSource, type Source } from './text/index.ts';
import type { Left } from './write/note/index.ts';

export interface FormatOptions {
  /** The name that messages use. Default `<note>`. */
  readonly path?: string;
  /** The house whose headings and order of sections are canonical, or the name of one that comes with copydesk. Default `abab`. */
  readonly house?: House | string;
  /** How lines end. Default: as the note's first line does. */
  readonly endOfLine?: 'lf' | 'crlf';
  /** Take off a byte order mark. Default: keep it. */
  readonly removeBom?: boolean;
  /** Look first whether it is a note at all, as for a file that was found in a folder. Default: it is one. */
  readonly onlyNotes?: boolean;
}

export interface FormatResult {
  /** False, and nothing else is told, for a text that is no note: see `onlyNotes`. */
  readonly isNote: boolean;
  /** The note in the one shape, with its byte order mark and line ends; absent when it cannot be read. */
  readonly text?: string;
  /** What makes it unreadable: fatal, each. Empty when there is a text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly left: readonly Left[];
}

/**
 * Brings a Markdown note into the one shape. The result means the same (the same story, and the same HTML of every section
 * by two parsers), and formatting it again changes nothing; what cannot be had so is left as written. Content problems
 * are diagnostics, never exceptions: only what cannot be decoded into keys and text is one here.
 * @throws {RangeError} for a house's name that does not exist.
 * @throws {BrokenPromise} when it finds that it could not keep its promise at all: a bug.
 */
export async function format(text: string, options: FormatOptions = {}): Promise<FormatResult> {
  const desk = deskOf(options.house);
  const source = createSource(options.path ?? '<note>', text);
  const { written, diagnostics } = readWritten(source, desk.vocabulary);
  const isNote = !options.onlyNotes || isNoteFile(source, written, desk);
  if (!isNote) return { isNote, diagnostics: [], left: [] };
  if (!written) return { isNote, diagnostics: diagnostics.filter(({ severity }) => severity === 'fatal'), left: [] };
  const house = houseFor(written.note, desk);
  const { text: kept, left } = await shapeOf(written, house, desk);
  return { isNote, text: asFile(kept, source, options), diagnostics: [], left };
}

/** Whether a file that was found in a folder is a note: see `onlyNotes`. */
export function isNoteFile(source: Source, written: WrittenNote | undefined, desk: Desk): boolean {
  return written ? looksLikeNote(written) : looksBroken(source, desk);
}

/** A file needs front matter to be told from a post, and from any other text with such headings. */
function looksLikeNote({ note, front }: WrittenNote): boolean {
  return front !== undefined && isNoteAtAll(note);
}

/** Of a note that cannot be read somebody has to be told. */
function looksBroken(source: Source, { vocabulary }: Desk): boolean {
  return findFences(source.text).kind !== 'none' && peek(source, false, vocabulary).isNote;
}

/** With the line ends and the byte order mark of the file. */
function asFile(text: string, { bom, eol }: Source, { endOfLine, removeBom = false }: FormatOptions): string {
  const isCrlf = endOfLine === undefined ? eol === '\r\n' : endOfLine === 'crlf';
  return (bom && !removeBom ? '\ufeff' : '') + (isCrlf ? text.replaceAll('\n', '\r\n') : text);
}
