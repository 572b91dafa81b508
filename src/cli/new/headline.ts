import { hasHan, isKana } from '../../text/index.ts';
import { UsageError } from '../exit.ts';

/** What YAML cannot hold without an escape, and no reader sees. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** A headline on one line, as a note is read. @throws {UsageError} for an empty one and for control characters. */
export function headlineOf(given: string): string {
  const line = given.replace(/\s+/g, ' ').trim();
  if (line === '') throw new UsageError('the headline is empty', NAME_IT);
  const found = UNPRINTABLE.exec(line)?.[0];
  if (found === undefined) return line;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new UsageError(
    `the headline contains the control character U+${code}`,
    'Remove it, or type the headline again.',
  );
}

/** Whether a headline has Chinese characters and no Japanese ones. */
export function isChinese(headline: string): boolean {
  return hasHan(headline) && ![...headline].some((character) => isKana(character.codePointAt(0) ?? 0));
}

export const NAME_IT = 'Write the headline in quotation marks: copydesk new "Lab Opens at Night".';
