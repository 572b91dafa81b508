import type { English } from './english.ts';

export type Variant = 'american' | 'british';

/** How American spelling becomes British: one change in a word. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/or(?=$|s$|ed$|ing$|able$|ful|less|ite|hood|er)/, 'our'],
  [/iz(?=e|ing|ation|able)/, 'is'],
  [/yz(?=e|ing|able)/, 'ys'],
  [/er(?=s?$)/, 're'],
  [/tered$/, 'tred'],
  [/og(?=s?$)/, 'ogue'],
  [/l(?=ed$|ing$|ers?$|ors?$|ous$|ery$)/, 'll'],
  [/ll(?=s?$|ment|ful)/, 'l'],
  [/ens(?=es?$|eless)/, 'enc'],
  [/e/, 'ae'],
  [/e/, 'oe'],
  [/am(?=s?$)/, 'amme'],
  [/eck(?=s?$|book)/, 'eque'],
  [/gray/, 'grey'],
  [/mold/, 'mould'],
  [/plow/, 'plough'],
  [/skept/, 'scept'],
  [/dg(?=ment)/, 'dge'],
  [/ire(?=s?$)/, 'yre'],
  [/euver/, 'oeuvre'],
  [/euver(?=ing)/, 'oeuvr'],
];

/** How British spelling becomes American. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/our/, 'or'],
  [/is(?=e|ing|ation|able)/, 'iz'],
  [/ys(?=e|ing|able)/, 'yz'],
  [/re(?=s?$)/, 'er'],
  [/tred$/, 'tered'],
  [/ogue(?=s?$)/, 'og'],
  [/ll(?=ed$|ing$|ers?$|ors?$|ous$|ery$)/, 'l'],
  [/l(?=s?$|ment|ful)/, 'll'],
  [/enc(?=es?$|eless)/, 'ens'],
  [/ae|oe/, 'e'],
  [/amme(?=s?$)/, 'am'],
  [/eque(?=s?$|book)/, 'eck'],
  [/grey/, 'gray'],
  [/mould/, 'mold'],
  [/plough/, 'plow'],
  [/scept/, 'skept'],
  [/dge(?=ment)/, 'dg'],
  [/yre(?=s?$)/, 'ire'],
  [/oeuvre?/, 'euver'],
];

/**
 * Returns the spelling of a word in the other variant of English, and the variant that the word is in. Undefined for a word
 * that both have, and for one without a counterpart.
 */
export function counterpartOf(word: string, english: English): { variant: Variant; other: string } | undefined {
  const variant = english.find(word)?.variant;
  if (variant === undefined || variant === 'name') return undefined;
  const wanted = variant === 'american' ? 'british' : 'american';
  for (const [from, to] of variant === 'american' ? BRITISH : AMERICAN) {
    const other = word.replace(from, to);
    if (other !== word && english.find(other)?.variant === wanted) return { variant, other };
  }
  return undefined;
}
