import { formatNote } from './format/format-note.ts';
import type { Unformatted } from './format/print/index.ts';
import { houseFor, resolveHouse } from './house/resolve.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { House } from './model/house.ts';
import { readNote } from './read/note.ts';
import { isNoteFile } from './read/peek.ts';
import { createSource, type Source } from './text/index.ts';

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
  readonly unformatted: readonly Unformatted[];
}

/**
 * Brings a Markdown note into the one shape. The result means the same (the same story, and the same HTML of every section
 * by two parsers), and formatting it again changes nothing; what cannot be had so is left as written. Content problems
 * are diagnostics, never exceptions: only what cannot be decoded into keys and text is one here.
 * @throws {RangeError} for a house's name that does not exist.
 * @throws {BrokenPromise} when it finds that it could not keep its promise at all: a bug.
 */
export async function format(text: string, options: FormatOptions = {}): Promise<FormatResult> {
  const houseContext = resolveHouse(options.house);
  const source = createSource(options.path ?? '<note>', text);
  const read = readNote(source, houseContext.vocabulary);
  const { cst } = read;
  const isNote = !options.onlyNotes || isNoteFile(source, cst, houseContext.vocabulary);
  if (!isNote) return { isNote, diagnostics: [], unformatted: [] };
  if (!cst) return { isNote, diagnostics: read.diagnostics, unformatted: [] };
  const house = houseFor(cst.note, houseContext);
  const { text: kept, unformatted } = await formatNote(cst, house, houseContext);
  return { isNote, text: asFile(kept, source, options), diagnostics: [], unformatted };
}

/** With the line ends and the byte order mark of the file. */
function asFile(text: string, { bom, eol }: Source, { endOfLine, removeBom = false }: FormatOptions): string {
  const isCrlf = endOfLine === undefined ? eol === '\r\n' : endOfLine === 'crlf';
  return (bom && !removeBom ? '\ufeff' : '') + (isCrlf ? text.replaceAll('\n', '\r\n') : text);
}
