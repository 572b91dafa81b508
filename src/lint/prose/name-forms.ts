import { LETTER } from './lower-case-words.ts';
import { sameNames } from './same-names.ts';

/** Returns a word in lower case, without accents and without the ending of a possessive. */
export function plainForm(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss');
}

/** The plain forms of a name: `Müller` is also written Mueller. */
export function spellingsOf(name: string): readonly string[] {
  const german = name.replace(/[äöü]/gi, (letter) => `${plainForm(letter)}e`);
  return german === name ? [plainForm(name)] : [plainForm(name), plainForm(german)];
}

const WORDS = new RegExp(`[${LETTER}\\u0300-\\u036f]+(?:['’][${LETTER}]+)*`, 'g');

/** Returns the plain forms of all words of a text. */
export function plainForms(text: string): ReadonlySet<string> {
  const words = text.match(WORDS) ?? [];
  return new Set(words.map(plainForm));
}

/** What a name takes to name a people, a plural, a follower or a quality. */
const ENDINGS = new Set(
  ' s es n an ans ian ians ean eans ese ish i is ic ics al er ers y ies ys a as ia e o os en ism ist ists ite ites ium ization isation ize ized istan esque'.split(
    ' ',
  ),
);
/** A shorter stem belongs to too many words. */
const SHORTEST = 3;

/** Whether one of some words is a form of a name: `Italian` for `Italy`, `Dems` for `Democrats`, `Moscow` for `Russia`. */
export function hasForm(name: string, words: ReadonlySet<string>): boolean {
  if (words.has(name) || sameNames(name).some((one) => words.has(one))) return true;
  const short = name.length > SHORTEST ? name.replace(/s$/, '') : name;
  for (const word of words) {
    if (word.startsWith(short.slice(0, SHORTEST)) && isForm(short, word)) return true;
    // `Latinoamericano` and `beta.digitalgov.example`.
    if (word.length > name.length + 2 && name.length > 5 && word.includes(name.slice(0, -1))) return true;
  }
  return false;
}

function isForm(name: string, word: string): boolean {
  // `Dems` are Democrats and `Cavs` are Cavaliers.
  if (word.startsWith(name) && word.length > name.length + 2) return true;
  let same = 0;
  while (same < name.length && name[same] === word[same]) same++;
  return (
    same >= Math.max(SHORTEST, Math.min(name.length, word.length) - 4) &&
    ENDINGS.has(name.slice(same)) &&
    ENDINGS.has(word.slice(same))
  );
}
