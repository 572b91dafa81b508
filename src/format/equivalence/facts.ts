const URL = /(?:https?:\/\/|ftp:\/\/|mailto:|www\.)[^\s<>"'`\\|，。；、）》”’]+/gi;
const NUMBER = /\d+(?:[.,:]\d+)*/g;
const QUOTATION = /“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|"[^"\n]*"/g;
/** List marks at the start of a line, behind those of quotes and lists around it. */
const LIST_MARKS = /^(?:[ \t>]|[-*+][ \t]+|\d{1,9}[.)](?:[ \t]+|$))+/gm;

/** How often a text says what: a quotation, a number, an address. */
export type Facts = ReadonlyMap<string, number>;

/**
 * The quotations, numbers and addresses of texts, whoever reads them: what a writer could least forgive to lose. Blanks and
 * marks in a quotation do not count, the numbers of a list are no facts, and a quotation does not go on from text to text.
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

/** The first fact that a text lacks of those that another has. */
export function lostFact(before: Facts, after: Facts): string | undefined {
  for (const [fact, count] of before) if ((after.get(fact) ?? 0) < count) return fact;
  return undefined;
}
