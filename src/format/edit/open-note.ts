import { houseFor, resolveHouse } from '../../house/resolve.ts';
import type { Approval, Article } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { House } from '../../model/house.ts';
import type { Key } from '../../model/keys.ts';
import type { Note } from '../../model/note.ts';
import { toDraft } from '../../read/article.ts';
import { keepRootCauses } from '../../read/diagnostics.ts';
import { readNote } from '../../read/note.ts';
import { isStructured, readStructured } from '../../read/structured.ts';
import { createSource } from '../../text/index.ts';

export interface EditOptions {
  /** The file name in messages. A name that ends in .yaml, .yml or .json makes it a structured note. Default `<note>`. */
  readonly path?: string;
  /** The house, or the name of a built-in one. Default `abab`. */
  readonly house?: House | string;
  /** When it is done: ISO 8601 with an offset. */
  readonly at: string;
}

export interface EditResult {
  /** The note with its byte order mark and line ends. Absent if the front matter cannot be edited. */
  readonly text?: string;
  /** The problems that prevent it. May be empty without a text, if the front matter is unusual YAML. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ApprovedResult extends EditResult {
  /** The approval of the note, which does not cover the edit. */
  readonly approval?: Approval;
}

/** A note with its story, or why it cannot be read. */
export interface OpenNote {
  readonly note?: Note;
  /** The story, without the parts that are missing or invalid. */
  readonly article?: Article;
  /** What prevents a post. */
  readonly errors: readonly Diagnostic[];
}

/** Reads a note whose front matter is about to be edited. */
export function openNote(text: string, { path = '<note>', house }: Pick<EditOptions, 'path' | 'house'>): OpenNote {
  const houseContext = resolveHouse(house);
  const { vocabulary } = houseContext;
  const source = createSource(path, text);
  const { note, diagnostics } = isStructured(source)
    ? readStructured(source, vocabulary)
    : readNote(source, vocabulary);
  if (!note) return { errors: diagnostics.filter(isError) };
  const { article, diagnostics: found } = toDraft(note, houseFor(note, houseContext), vocabulary);
  return { note, article, errors: keepRootCauses([...diagnostics, ...found]).filter(isError) };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'fatal' || severity === 'error';
}

/** The errors in the values of some keys. */
export function errorsAt(keys: readonly Key[], { fields }: Note, errors: readonly Diagnostic[]): readonly Diagnostic[] {
  const spans = fields.filter(({ key }) => key !== undefined && keys.includes(key)).map(({ value }) => value.span);
  return errors.filter(({ span }) => spans.some(({ start, end }) => start <= span.start && span.end <= end));
}
