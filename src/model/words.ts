/* Compares words of a word list. */

/** The word with single spaces, so that a line break makes no difference. */
export function spacedWord(word: string): string {
  return word.trim().replace(/\s+/g, ' ');
}

/** A key that ignores white space, the kind of apostrophe and quotation mark, and case. */
export function plainWord(word: string): string {
  return straightMarks(spacedWord(word)).toLowerCase();
}

/** The text with straight apostrophes and quotation marks. Its length is the same. */
export function straightMarks(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

/** Whether a word matches only in its own case. By default, words with capitals do. */
export function isCased(word: string, ignoreCase?: boolean): boolean {
  return ignoreCase === undefined ? word !== word.toLowerCase() : !ignoreCase;
}
