import { distance } from 'fastest-levenshtein';
import { memoize } from '../memoize.ts';
import { hasName } from '../source-text/known-names.ts';
import type { SourceText } from '../source-text/source-text.ts';

/** A word in Latin letters with a capital, which may start in lower case: `Whitlock`, `iPhone`. */
const LATIN =
  /(?<![A-Za-z\u00c0-\u024f\d/@#._&=])[A-Za-z\u00c0-\u024f]{2,}(?:['’][A-Za-z\u00c0-\u024f]{2,})?(?![A-Za-z\u00c0-\u024f\d/@_=])/g;
const CAPITAL = /[A-Z\u00c0-\u00de]/;

export interface LatinName {
  readonly name: string;
  readonly index: number;
}

/** Yields the words with a capital, without `’s`. */
export function* latinNames(text: string): Generator<LatinName> {
  for (const { 0: word, index } of text.matchAll(LATIN)) {
    if (CAPITAL.test(word)) yield { name: word.replace(/['’]s$/, ''), index };
  }
}

/** Units in Latin letters, which the other version may write out. */
const UNIT = /^(?:[KMGTP]i?B|[kMGT]?Wh?|[kMG]?Hz|[KMG]bps|mAh|MHz|GHz|USD|EUR|GBP|RMB|CNY|JPY|HKD|Pa|dB|km|kg)$/;
/** How much of a note is searched for the words of an acronym, which is a search for each. */
const LONGEST = 20_000;
const ACRONYM = /^[A-Z]{2,6}s?$/;

/** Whether the other version has a name, in another form, or the words that an acronym stands for. */
export function hasLatinName(name: string, other: SourceText): boolean {
  return (
    UNIT.test(name) ||
    hasName(name, other) ||
    (ACRONYM.test(name) && hasInitials(name, other.source.text.slice(0, LONGEST)))
  );
}

/** `GDP` for `gross domestic product`. */
function hasInitials(acronym: string, text: string): boolean {
  const words = [...acronym.replace(/s$/, '').toLowerCase()].map((letter) => `${letter}[a-z]*`);
  return new RegExp(`(?<![A-Za-z])${words.join('[ -](?:(?:of|and|the|for|in) )?')}(?![A-Za-z])`, 'i').test(text);
}

export function isAcronym(name: string): boolean {
  return ACRONYM.test(name);
}

const namesIn = memoize(({ source: { text } }: SourceText): ReadonlySet<string> => {
  return new Set(Array.from(latinNames(text), ({ name }) => name));
});

/** Short names that are alike may both be right: `Meta` and `Beta`. */
const LONG = 6;

/**
 * The name of the other version that is one or two letters away.
 * @param own the version with the name, which must lack a short one.
 */
export function nearName(name: string, other: SourceText, own?: SourceText): string | undefined {
  const most = name.length < 4 ? 0 : name.length < 7 ? 1 : 2;
  let best: string | undefined;
  let least = most + 1;
  const ownNames = own ? namesIn(own) : new Set();
  for (const one of namesIn(other)) {
    if ((name.length < LONG && ownNames.has(one)) || Math.abs(one.length - name.length) >= least || isForm(one, name))
      continue;
    const edits = distance(name, one);
    if (edits >= least) continue;
    least = edits;
    best = one;
  }
  return best;
}

/** Two forms of one word: `Lab` and `Labs`. */
function isForm(one: string, other: string): boolean {
  const plain = (word: string) => word.toLowerCase().replace(/(?:e?s|n|an)$/, '');
  return one.toLowerCase() === other.toLowerCase() || plain(one) === plain(other);
}
