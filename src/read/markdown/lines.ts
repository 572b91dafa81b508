import type { Token, Tokens } from 'marked';

/*
 * marked takes containers apart and reads their lines anew, dedented: but each of them is still the end of the line that
 * it was. So every token can be followed by its line.
 */

/** The blocks of a container whose first line is `line`, each with the line on which it begins. Blank space is none. */
export function* onLines(tokens: readonly Token[], line: number): Generator<{ token: Token; at: number }> {
  let at = line;
  let isOpen = false; // the line of the token before
  for (const token of tokens) {
    if (token.type === 'checkbox') continue;
    if (isOpen && !token.raw.startsWith('\n')) at++;
    if (token.type !== 'space') yield { token, at };
    at += feeds(token.raw);
    isOpen = !token.raw.endsWith('\n');
  }
}

/** The items of a list whose first line is `line`. */
export function* itemsOnLines({ items }: Tokens.List, line: number): Generator<{ item: Tokens.ListItem; at: number }> {
  let at = line;
  for (const item of items) {
    yield { item, at };
    at += feeds(item.raw);
  }
}

function feeds(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf('\n'); at !== -1; at = raw.indexOf('\n', at + 1)) count++;
  return count;
}
