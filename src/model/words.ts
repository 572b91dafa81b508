/*
 * When two spellings are one word to a house: for what reads its lists, and for the rules that look for what they hold.
 */

/** A word with one blank between its parts; at a line end it is no other word. */
export function spacedWord(word: string): string {
  return word.trim().replace(/\s+/g, ' ');
}

/** The same for all spellings of a word: without regard to blanks, to the kind of apostrophe and to capitals. */
export function plainWord(word: string): string {
  return spacedWord(word).replaceAll('’', "'").toLowerCase();
}

/** Whether a word is found with its own capitals alone: where it has some, unless a rule says otherwise. */
export function isCased(word: string, ignoreCase?: boolean): boolean {
  return ignoreCase === undefined ? word !== word.toLowerCase() : !ignoreCase;
}
