/** Words that a sentence has whatever it says. */
const SMALL = new Set(
  'the and for with from that this into over after its has was are but not out who his her their have been were will than then when while about also which where what they them more most some says said'.split(
    ' ',
  ),
);

/** Returns the first letters of the longer words of an English text, which forms of a word have in common. */
export function stemsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return new Set(words.filter((word) => !SMALL.has(word)).map((word) => word.slice(0, 4).replace(/(?<=^...)s$/, '')));
}

/** Returns how many of some stems are among others. */
export function sharedStems(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((stem) => others.has(stem)).length;
}
