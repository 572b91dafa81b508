import type { English } from './english.ts';
import { LETTER } from './lower-case-words.ts';
import { plainForm } from './name-forms.ts';
import { sameNames } from './same-names.ts';

/** Shorter names have too many forms. */
const SHORTEST = 4;
/** Words with a capital, as in a headline. Compounds, handles and acronyms are none. */
const WORD = new RegExp(
  `(?<![${LETTER}@#/_.&’'-])[A-Z\\u00c0-\\u00de][${LETTER}]*[a-z\\u00df-\\u00ff][${LETTER}]*(?:['’][${LETTER}]+)*(?![${LETTER}/_@-]|\\.[${LETTER}])`,
  'g',
);

/** A name of a title, without the ending of a possessive. */
export interface TitleName {
  readonly name: string;
  readonly index: number;
}

/** Yields the words with a capital that are names by the dictionary. In a headline, other words have capitals, too. */
export function* titleNames(text: string, english: English): Generator<TitleName> {
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const name = written.replace(/['’]s?$/, '');
    if (name.length >= SHORTEST && isName(name, english)) yield { name, index };
  }
}

/** Countries and cities whose names are also words. */
const PLACES = new Set(['china', 'turkey', 'japan', 'chad', 'cuba', 'jordan', 'panama', 'hamburg']);

/** Whether a word is a name: the dictionary has it only with a capital, or not at all and in no form of a common word. */
function isName(name: string, english: English): boolean {
  const lower = plainForm(name);
  if (PLACES.has(lower)) return true;
  if (/^[A-Z]{2}|['’\d]/.test(name) || isPeople(lower)) return false;
  const entry = english.find(lower);
  if (entry) return entry.variant === 'name' && !CALENDAR.has(lower.replace(/s$/, ''));
  return (
    !/(?:ing|ed|ly|able|ness|less|ful|[iy][sz]e[srd]?|tions?|ware|ical|ional|ism|days?|rooms?|ous)$/.test(lower) &&
    !hasCommonStem(lower, english)
  );
}

/** `American` and `Spanish`: a story about a country need not name its people or its language. */
function isPeople(name: string): boolean {
  return /(?:an|ese|ish|ic|is|ino|ch)s?$/.test(name) && (sameNames(name).length > 0 || PEOPLES.has(name));
}

const PEOPLES = new Set(
  'african asian european latino latinos hispanic arabic islamic christian christians'.split(' '),
);

const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december christmas easter halloween thanksgiving ramadan'.split(
    ' ',
  ),
);

/** `Unretires` and `Preorders`: a common word with a prefix or a suffix. */
function hasCommonStem(word: string, english: English): boolean {
  const isCommon = (stem: string) => stem.length > 2 && english.find(stem)?.variant !== 'name' && english.has(stem);
  return (
    isCommon(word.replace(/(?:e?s|ers?)$/, '')) ||
    isCommon(word.replace(/^(?:un|re|pre|de|non|co|over|sub|anti|mega|super|micro|cyber|bio|geo|multi|mis|out|up)/, ''))
  );
}
