/** After any scheme with `//`, and in links and definitions after any scheme at all. */
const URL =
  /(?:\b[a-z][a-z\d+.-]{0,31}:\/\/|mailto:|www\.|(?=[a-z])(?<=\]\(<?|\]:[ \t]*<?|<)[a-z][a-z\d+.-]{1,31}:)[^\s<>"'`\\|，。；、）》”’]+/gi;
/** The search for URLs looks at each letter, so most texts are ruled out first. */
const MAY_HOLD_URL = /:|[wW]{3}\./;
const NUMBER = /\d+(?:[.,:]\d+)*/g;
const QUOTATION = /“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|"[^"]*"/g;
/** Markers of quotes and lists at the start of a line. */
const LIST_MARKS = /^(?:[ \t>]|[-*+][ \t]+|\d{1,9}[.)](?:[ \t]+|$))+/gm;

/** How often a text contains each quotation, number and URL. */
type Facts = ReadonlyMap<string, number>;

/**
 * The quotations, numbers and URLs of texts, found without a parser: what a writer would least forgive to lose. Spaces and
 * inline markup in a quotation do not count, nor do the numbers of list items. A quotation ends with its text.
 */
function factsOf(texts: readonly string[]): Facts {
  const facts = new Map<string, number>();
  const add = (fact: string) => facts.set(fact, (facts.get(fact) ?? 0) + 1);
  for (const text of texts) {
    const bare = text.replace(LIST_MARKS, '');
    if (MAY_HOLD_URL.test(bare))
      for (const url of bare.match(URL) ?? []) add(url.replace(/(?<![).,:;!?\]*_])[).,:;!?\]*_]+$/, ''));
    for (const number of bare.match(NUMBER) ?? []) add(number);
    for (const quotation of bare.match(QUOTATION) ?? []) add(quotation.replace(/[\s\\*_]+/g, ''));
  }
  return facts;
}

/** The first fact of some texts that is missing from others. What both have is not searched. */
export function lostFact(before: readonly string[], after: readonly string[]): string | undefined {
  const found = factsOf(without(after, before));
  for (const [fact, count] of factsOf(without(before, after))) if ((found.get(fact) ?? 0) < count) return fact;
  return undefined;
}

/** The texts without others, each as often as it is among them. */
function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  return texts.filter((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}
