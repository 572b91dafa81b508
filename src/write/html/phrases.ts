/**
 * Where a Chinese headline breaks best: after a mark that ends a clause, before a quotation or a bracket, and after one. Marks
 * that close or follow stay on the line of what they belong to.
 */
const BREAK =
  /(?<=[，。：；！？、…—”’」』）》】])(?![，。：；！？、…—”’」』）》】])|(?<![“‘「『（《【])(?=[“‘「『（《【])/u;

/**
 * The phrases of a Chinese headline, which a page keeps whole if they fit: browsers know no words of Chinese and break between
 * any two characters. Empty for one phrase, and for other languages.
 */
export function phrasesOf(headline: string, lang: string): readonly string[] {
  if (!/^zh(?:-|$)/i.test(lang)) return [];
  const phrases = headline.split(BREAK).filter((phrase) => phrase !== '');
  return phrases.length > 1 ? phrases : [];
}
