/**
 * Characters that replace text that no pass may change. Passes replace only characters that they name, so a mask, or the same
 * character typed by a writer, always stays.
 */

/** An image: neither Latin nor Han. */
export const OBJECT = '\uFFFC';

/** A character of code or of a URL. Counts as Latin. A noncharacter, so that no text has it. */
export const VERBATIM = '\uFDD0';
