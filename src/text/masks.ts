/**
 * What stands in a run for what no pass may touch. Passes replace single characters that they name, so a mask —
 * or the same character typed by a writer — always survives.
 */

/** An image: an object in the line, neither Latin nor Han. */
export const OBJECT = '\uFFFC';

/** Code or an address, letter by letter: set apart from Han like any Latin word. A noncharacter, so no text has it. */
export const VERBATIM = '\uFDD0';
