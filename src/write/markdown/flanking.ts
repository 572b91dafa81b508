/*
 * The characters beside a run of delimiters decide whether it opens or closes emphasis (CommonMark 0.31.2, section 6.2). If a
 * letter would prevent that, it is written as a character reference. `out` is the output so far; only its last part counts.
 */

/** Writes the last letter of `out` as a reference if the delimiter could not open after it. */
export function spellLast(out: string[], core: string, delimiter: string): void {
  const part = last(out);
  const letter = lastOf(part);
  if (!isLetter(letter) || isLetterInside(firstOf(without(core, delimiter.charAt(0), 'start')))) return;
  const before = part.slice(0, -letter.length);
  // A literal backslash before the letter would escape the reference.
  out[out.length - 1] = (/(?<!\\)(?:\\\\)*\\$/.test(before) ? `${before}\\` : before) + reference(letter);
}

/** Writes the first letter of `text` as a reference if the delimiter could not close before it. */
export function spellFirst(text: string, out: readonly string[]): string {
  const part = last(out);
  const first = firstOf(text);
  const end = part.at(-1) ?? '';
  if (!/[*~]/.test(end) || !isLetter(first) || isLetterInside(lastOf(without(part, end, 'end')))) return text;
  return reference(first) + text.slice(first.length);
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

function reference(letter: string): string {
  return `&#x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
}

/**
 * Whether the character outside a delimiter counts as a letter. An emoji is punctuation, but some parsers, including marked,
 * see only its second half. So an emoji counts as a letter outside and as punctuation inside.
 */
function isLetter(character: string): boolean {
  return character.length > 1 || isLetterInside(character);
}

function isLetterInside(character: string): boolean {
  return character.length === 1 && !/[\s\p{P}\p{S}]/u.test(character);
}
