/** After any scheme with `//`, and in links and definitions after any scheme at all. */
const URL =
  /(?:\b[a-z][a-z\d+.-]{0,31}:\/\/|mailto:|www\.|(?=[a-z])(?<=\]\(<?|\]:[ \t]*<?|<)[a-z][a-z\d+.-]{1,31}:)[^\s<>"'`\\|，。；、）》”’]+/gi;
const NUMBER = /\d+(?:[.,:]\d+)*/g;
const QUOTATION = /“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|"[^"\n]*"/g;
/** Markers of quotes and lists at the start of a line. */
const LIST_MARKS = /^(?:[ \t>]|[-*+][ \t]+|\d{1,9}[.)](?:[ \t]+|$))+/gm;

/** How often a text contains each quotation, number and URL. */
export type Facts = ReadonlyMap<string, number>;

/**
 * The quotations, numbers and URLs of texts, found without a parser: what a writer would least forgive to lose. Spaces and
 * inline markup in a quotation do not count, nor do the numbers of list items. A quotation ends with its text.
 */
export function factsOf(texts: readonly string[]): Facts {
  const facts = new Map<string, number>();
  const add = (fact: string) => facts.set(fact, (facts.get(fact) ?? 0) + 1);
  for (const text of texts) {
    const bare = text.replace(LIST_MARKS, '');
    for (const [url] of bare.matchAll(URL)) add(url.replace(/(?<![).,:;!?\]*_])[).,:;!?\]*_]+$/, ''));
    for (const [number] of bare.matchAll(NUMBER)) add(number);
    for (const [quotation] of bare.replace(/[\s\\*_]+/g, '').matchAll(QUOTATION)) add(quotation);
  }
  return facts;
}

/** The first fact of one text that is missing from another. */
export function lostFact(before: Facts, after: Facts): string | undefined {
  for (const [fact, count] of before) if ((after.get(fact) ?? 0) < count) return fact;
  return undefined;
}
