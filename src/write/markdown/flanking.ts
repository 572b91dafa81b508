/*
 * What stands either side of a run of delimiters decides whether it opens or closes: CommonMark 0.31.2, section 6.2.
 * Functions take what is printed already as its parts, and look at the last one alone.
 */

/** Before a delimiter that could not open after a letter. */
export function spellLast(out: string[], core: string, delimiter: string): void {
  const part = last(out);
  const letter = lastOf(part);
  if (!isLetter(letter) || isLetterInside(firstOf(without(core, delimiter.charAt(0), 'start')))) return;
  const before = part.slice(0, -letter.length);
  // A backslash that stood for itself before a letter would escape the reference.
  out[out.length - 1] = (/(?<!\\)(?:\\\\)*\\$/.test(before) ? `${before}\\` : before) + reference(letter);
}

/** After a delimiter that could not close before a letter. */
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
 * Is this no punctuation, outside of a delimiter? An emoji is, but some parsers, marked among them, look at its second
 * half alone: so outside it counts as a letter, which is spelt, and inside as none.
 */
function isLetter(character: string): boolean {
  return character.length > 1 || isLetterInside(character);
}

function isLetterInside(character: string): boolean {
  return character.length === 1 && !/[\s\p{P}\p{S}]/u.test(character);
}
