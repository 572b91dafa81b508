import { formatNote } from './format/format-note.ts';
import type { Unformatted } from './format/print/index.ts';
import { houseFor, resolveHouse } from './house/resolve.ts';
import { checkArguments } from './model/arguments.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { House } from './model/house.ts';
import { readNote } from './read/note.ts';
import { isNoteFile } from './read/peek.ts';
import { createSource, type Source } from './text/index.ts';

export interface FormatOptions {
  /** The file name in messages. Default `<note>`. */
  readonly path?: string;
  /** The house with the canonical headings and the order of sections, or the name of a built-in one. Default `abab`. */
  readonly house?: House | string;
  /** The line ending of the result. Default: the one of the first line of the note. */
  readonly endOfLine?: 'lf' | 'crlf';
  /** Whether to remove a byte order mark. Default: false. */
  readonly removeBom?: boolean;
  /** Whether to skip a text that does not look like a note. Default: false. */
  readonly onlyNotes?: boolean;
}

export interface FormatResult {
  /** False for a text that `onlyNotes` skips. */
  readonly isNote: boolean;
  /** The formatted note with its byte order mark and line ends. Absent if the note cannot be read. */
  readonly text?: string;
  /** The fatal problems that prevent the note from being read. Empty if there is a text. */
  readonly diagnostics: readonly Diagnostic[];
  /** The parts of the note that are left as written. */
  readonly unformatted: readonly Unformatted[];
}

/**
 * Returns a Markdown note in canonical format. The result has the same Article and, by two parsers, the same HTML in every
 * section, and formatting it again changes nothing. A part that would break this is left as written. Problems in the note are
 * diagnostics; the function throws only for wrong arguments and bugs.
 * @throws {TypeError} for an argument of the wrong type.
 * @throws {RangeError} for an unknown house.
 * @throws {UnsafeFormatError} if not even the front matter keeps its meaning, which is a bug.
 */
export async function format(text: string, options: FormatOptions = {}): Promise<FormatResult> {
  checkArguments('format', text, options);
  const houseContext = resolveHouse(options.house);
  const source = createSource(options.path ?? '<note>', text);
  const read = readNote(source, houseContext.vocabulary);
  const { cst } = read;
  const isNote = !options.onlyNotes || isNoteFile(source, cst, houseContext.vocabulary);
  if (!isNote) return { isNote, diagnostics: [], unformatted: [] };
  if (!cst) {
    // Only fatal problems, because warnings need the Article of every block.
    return { isNote, diagnostics: read.diagnostics.filter(({ severity }) => severity === 'fatal'), unformatted: [] };
  }
  const house = houseFor(cst.note, houseContext);
  const { text: kept, unformatted } = await formatNote(cst, house, houseContext);
  return { isNote, text: asFile(kept, source, options), diagnostics: [], unformatted };
}

/** The text with the line ends and the byte order mark of its file. */
function asFile(text: string, { bom, eol }: Source, { endOfLine, removeBom = false }: FormatOptions): string {
  const isCrlf = endOfLine === undefined ? eol === '\r\n' : endOfLine === 'crlf';
  return (bom && !removeBom ? '\ufeff' : '') + (isCrlf ? text.replaceAll('\n', '\r\n') : text);
}
