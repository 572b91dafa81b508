import type { Quantity } from './numbers.ts';

/** Returns a number of a text for a message: as written, if that is short. */
export function shown({ span, value, unit }: Quantity, text: string): string {
  const written = text.slice(span.start, span.end);
  if (/^[A-Z][a-z]/.test(written)) return written.toLowerCase();
  return written.length <= 18 ? written : `${value.toLocaleString('en-US')}${unit === '%' ? '%' : ''}`;
}

/** Returns two numbers as written, in quotation marks if they start with a currency. */
export function together(a: Quantity, word: string, b: Quantity, text: string): string {
  const written = `${shown(a, text)} ${word} ${shown(b, text)}`;
  return /^[\p{Ll}\p{N}]/u.test(written) ? written : `'${written}'`;
}
