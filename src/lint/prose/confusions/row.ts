/**
 * A word that is wrong between other words: what comes before it, the wrong word, what comes after it, and the right word. The
 * first and the third are sources of regular expressions that ignore case and touch the word. A row matches only text that
 * has no other reading: `more then 40`, but not `it was cheaper then`. Words are in lower case, with straight apostrophes.
 */
export type Row = readonly [after: string, wrong: string, before: string, right: string];

/** What the rows share. All of them are sources of regular expressions. */
export const AUXILIARY = "(?:will|would|could|may|might|can|cannot|should|must|to|not|\\w+n['’]t)";
export const HAVE = '(?:has|have|had|having)';
export const BE = '(?:is|are|was|were|be|been|being)';
export const POSSESSIVE = '(?:its|his|her|their|our|my|your)';
export const OBJECT = `(?:the|an?|this|these|those|that|${POSSESSIVE})`;
/** The start of a sentence or of a clause. */
export const CLAUSE = '(?:^|[.!?:;,] |[“"]|\\b(?:and|but|so|because|when|after|before|that) )';
export const START = '(?:^|[.!?] )["“]?';
/** Nothing more of the clause follows. */
export const END = '(?:[.,;:!?)]|$)';
