/* Compares words of a word list. */

/** The word with single spaces, so that a line break makes no difference. */
export function spacedWord(word: string): string {
  return word.trim().replace(/\s+/g, ' ');
}

/** A key that ignores white space, the kind of apostrophe and case. */
export function plainWord(word: string): string {
  return spacedWord(word).replaceAll('’', "'").toLowerCase();
}

/** Whether a word matches only in its own case. By default, words with capitals do. */
export function isCased(word: string, ignoreCase?: boolean): boolean {
  return ignoreCase === undefined ? word !== word.toLowerCase() : !ignoreCase;
}
