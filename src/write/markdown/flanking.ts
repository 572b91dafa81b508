import { asReferences, spacesAtEnd, withReferencesAtEnd } from './escape.ts';

/*
 * The characters beside a run of delimiters decide whether it opens or closes emphasis (CommonMark 0.31.2, section 6.2). If a
 * letter would prevent that, it is written as a character reference, which is punctuation to every parser. Parsers that know
 * the amendments for Chinese would not need it, but others would print the delimiters. `out` is the output so far; only its
 * last part counts.
 */

/** Writes the last letter of `out` as a reference if the delimiter could not open after it. */
export function spellLast(out: string[], core: string, delimiter: string): void {
  const part = last(out);
  const letter = lastOf(part);
  const mark = delimiter.charAt(0);
  if (!isLetter(letter) || (mark !== '_' && isLetterInside(firstOf(without(core, mark, 'start'))))) return;
  out[out.length - 1] = withReferencesAtEnd(part, letter.length);
}

/** Writes the first letter of `text` as a reference if the delimiter before it, the last of `out`, could not close. */
export function spellFirst(text: string, out: readonly string[]): string {
  const part = last(out);
  const first = firstOf(text);
  const mark = part.at(-1) ?? '';
  if (!/[*_~]/.test(mark) || !isLetter(first) || (mark !== '_' && isLetterInside(lastOf(without(part, mark, 'end')))))
    return text;
  return asReferences(first) + text.slice(first.length);
}

/** The content of emphasis without whitespace at its ends, beside which no delimiter opens or closes. */
export function withoutSpaceAtEnds(content: string): string {
  const text = withoutBreakAtEnd(content).replace(/^[^\S\n]+/, asReferences);
  return withReferencesAtEnd(text, spacesAtEnd(text));
}

/** Text without a line end before nothing but whitespace, where some parsers, including marked, read no hard break. */
export function withoutBreakAtEnd(text: string): string {
  return text.replace(/\\\n(?=[^\S\n]*$)/, '<br>');
}

export function last(out: readonly string[]): string {
  return out.at(-1) ?? '';
}

/** Text without the run of a character at its start or end. */
function without(text: string, character: string, side: 'start' | 'end'): string {
  let start = 0;
  let end = text.length;
  if (side === 'start') while (text[start] === character) start++;
  else while (end > 0 && text[end - 1] === character) end--;
  return text.slice(start, end);
}

function firstOf(text: string): string {
  return [...text.slice(0, 2)][0] ?? '';
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

/**
 * Whether the character outside a delimiter may count as a letter. Symbols such as € and emoji are punctuation since
 * CommonMark 0.31, but not to GitHub. So they count as letters outside a delimiter and as punctuation inside.
 */
function isLetter(character: string): boolean {
  return character !== '' && !/^[\s\p{P}$+<=>^`|~]$/u.test(character);
}

/** A variation selector counts as the symbol before it. */
function isLetterInside(character: string): boolean {
  return character.length === 1 && !/[\s\p{P}\p{S}]|[\ufe00-\ufe0f]/u.test(character);
}
