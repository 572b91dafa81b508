import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { NOTE_ENDING } from '../files/search.ts';
import { shownPath } from '../run/read-note.ts';

/** What a document is to copydesk, by its name. */
export type DocumentKind = 'note' | 'copydesk.yaml' | 'house.yaml' | 'other';

/** A document without a file is checked as a new note in the current folder. */
const UNTITLED = 'untitled.md';

/** The path of a document, as messages show it. */
export function pathOf({ uri }: Pick<TextDocument, 'uri'>): string {
  return shownPath(resolve(filePath(uri) ?? UNTITLED));
}

/** The path of a `file:` URI. Undefined for any other URI, and for one that no file can have. */
export function filePath(uri: string): string | undefined {
  if (!/^file:/i.test(uri) || uri.includes('%00')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** A document that is neither a file nor new, such as an old version in a comparison, is left alone. */
export function kindOf({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): DocumentKind {
  const path = filePath(uri);
  if (path === undefined) return /^untitled:/i.test(uri) && languageId === 'markdown' ? 'note' : 'other';
  const name = basename(path);
  if (name === 'copydesk.yaml' || name === 'house.yaml') return name;
  return NOTE_ENDING.test(name) ? 'note' : 'other';
}
