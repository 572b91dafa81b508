import { AUXILIARY, BE, END, HAVE, POSSESSIVE, type Row } from './row.ts';

/** The names in capitals that stand for a pattern. */
const NAMES: Readonly<Record<string, string>> = { AUX: AUXILIARY, BE, HAVE, POS: POSSESSIVE, END };

/**
 * A table of rows in plain text. A line has the wrong word, the right one and its contexts: words before and after `_`, as a
 * pattern. `+` stands for a space in the right words. A line is read when its word is first found.
 */
export class Pairs {
  readonly #lines = new Map<string, string[]>();

  constructor(tables: readonly string[]) {
    for (const table of tables) for (const line of table.split('\n')) if (line !== '') this.#add(line);
  }

  #add(line: string): void {
    const word = line.slice(0, line.indexOf(' '));
    const lines = this.#lines.get(word);
    if (lines) lines.push(line);
    else this.#lines.set(word, [line]);
  }

  has(word: string): boolean {
    return this.#lines.has(word);
  }

  rowsOf(word: string): readonly Row[] {
    return (this.#lines.get(word) ?? []).flatMap(rowsIn);
  }
}

function rowsIn(line: string): Row[] {
  const [wrong = '', right = '', ...rest] = line.split(' ');
  const contexts = rest.join(' ').split(' / ');
  return contexts.map((context): Row => {
    const [before = '', after = ''] = context.split('_');
    return [patternBefore(before), wrong, patternAfter(after), right.replaceAll('+', ' ')];
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
