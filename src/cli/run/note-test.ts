import { basename } from 'node:path';
import type { ProjectConfig } from '../config/config-resolver.ts';

/** Whether a file is a note before it is read: certainly, certainly not, or as its content decides. */
export type NoteTest = 'note' | 'no note' | 'by content';

/** Documents of a repository. A story may have a name such as `security.md`, so those names count in capitals only. */
const DOCUMENT =
  /^(?:(?:readme|changelog|licen[cs]e|contributing|code_of_conduct)(?:[._-][a-z]{2}(?:[-_][a-z]{2,4})?)?\.(?:md|markdown))$/i;
const CAPITALS =
  /^(?:AGENTS|AUTHORS|CHANGES|CLAUDE|CONTRIBUTORS|COPYING|GOVERNANCE|HISTORY|MAINTAINERS|NEWS|NOTICE|RELEASES|ROADMAP|SECURITY|SUPPORT|TODO)\.(?:md|markdown)$/;
/** Configurations that `copydesk check *` also names. */
const DATA = /^(?:package(?:-lock)?\.json|tsconfig(?:\..+)?\.json|(?:copydesk|house)\.ya?ml)$/i;

/**
 * A file that a person names is a note, and so is one that `notes:` names. Of other files `notes:` decides where it is set,
 * else their content, and always of a repository's own documents.
 * @param isNamed whether a person named it on the command line, or it is stdin.
 * @param anyFile `--any-file`.
 */
export function testNote(
  path: string,
  isNamed: boolean,
  { isNote, hasNotes }: ProjectConfig,
  anyFile: boolean,
): NoteTest {
  if (anyFile || /^<.*>$/.test(path)) return 'note';
  if (!isNamed && hasNotes && !isNote(path)) return 'no note';
  return (isNamed || hasNotes) && !isDocument(path) ? 'note' : 'by content';
}

/** Whether a file is a repository's own document by its name, such as README.md. */
export function isDocument(path: string): boolean {
  const name = basename(path);
  return DOCUMENT.test(name) || CAPITALS.test(name) || DATA.test(name);
}
