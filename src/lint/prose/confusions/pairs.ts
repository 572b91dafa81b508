import { AUXILIARY, BE, END, HAVE, POSSESSIVE, type Row } from './row.ts';

/** The names in capitals that stand for a pattern. */
const NAMES: Readonly<Record<string, string>> = { AUX: AUXILIARY, BE, HAVE, POS: POSSESSIVE, END };

/**
 * Returns the rows of a table in plain text. A line has the wrong word, the right one and its contexts: words before and after
 * `_`, as a pattern. `+` stands for a space in the right words.
 */
export function rowsOf(table: string): Row[] {
  return table
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [wrong = '', right = '', ...rest] = line.split(' ');
      const contexts = rest.join(' ').split(' / ');
      return contexts.map((context): Row => {
        const [before = '', after = ''] = context.split('_');
        return [patternBefore(before), wrong, patternAfter(after), right.replaceAll('+', ' ')];
      });
    });
}

function patternBefore(context: string): string {
  return context.trim() === '' ? '' : `(?<![\\w'’-])${patternOf(context)}`;
}

/** What follows the word is whole words, if it ends in one. */
function patternAfter(context: string): string {
  const text = context.trimEnd();
  return text === '' ? '' : `${patternOf(text)}(?![\\w-])`;
}

function patternOf(context: string): string {
  return context.replace(/\((?!\?)/g, '(?:').replace(/\b[A-Z]{2,4}\b/g, (name) => NAMES[name] ?? name);
}
