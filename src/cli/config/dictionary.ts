import { join } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createSource, type Source, type Span } from '../../text/index.ts';
import { Invalid } from '../exit.ts';
import { isThere } from '../files/paths.ts';
import { readTextFile } from '../files/read.ts';
import { shownPath } from '../run/read-note.ts';

/** The name of the word list beside a configuration. */
export const DICTIONARY = 'dictionary.txt';

/**
 * Returns the words of the word list in a folder: one a line, without what follows `#`. None if there is no list.
 * @throws {Invalid} for a line with two words, and for a word that is listed twice; {FileError}.
 */
export function readDictionary(folder: string): readonly string[] {
  const file = join(folder, DICTIONARY);
  if (!isThere(file)) return [];
  const source = createSource(shownPath(file), readTextFile(file));
  const words = new Set<string>();
  const faults: Diagnostic[] = [];
  for (const { 0: line, index } of source.text.matchAll(/[^\n]+/g)) {
    const text = line.replace(/#.*/, '').trim();
    const start = index + line.indexOf(text);
    const span = { start, end: start + text.length };
    const word = text.toLowerCase();
    if (/\s/.test(text))
      faults.push(fault(source, span, `more than one word in '${text}'`, 'Put each word on a line.'));
    else if (words.has(word)) faults.push(fault(source, span, `duplicate word '${text}'`, 'Keep one of them.'));
    if (text !== '') words.add(word);
  }
  if (faults.length > 0) throw new Invalid(faults);
  return [...words];
}

function fault(source: Source, span: Span, message: string, advice: string): Diagnostic {
  return { rule: 'invalid-configuration', severity: 'fatal', source, span, message, advice };
}
