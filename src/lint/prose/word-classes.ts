import type { English } from './english.ts';
import { isPlural } from './number.ts';
import { singular } from './skeleton.ts';

const IRREGULAR_PLURALS = new Set([
  'children',
  'men',
  'women',
  'people',
  'police',
  'wives',
  'lives',
  'knives',
  'feet',
  'teeth',
]);

/** Irregular past forms and participles that are not also something else, such as *left* or *felt*. */
const IRREGULAR_PASTS = new Set(
  (
    'began became bought brought built came caught chose drew drove ate fell fled flew forgot found gave got grew heard held hid kept knew ' +
    'laid led lent lost made met paid put ran rose said sang saw sent shot sold spent spoke stole stood swam swore taught tore took threw ' +
    'told understood went won wore woke wrote left hurt cut put set hit shut split spread beat broke drove bit struck swept fed fought sought ' +
    'hung rang shook slid stuck blew clung dug lit rode spun shrank sank stung swung wound bent burnt dealt fit froze grew hid shone slept spat sprang stank strove thrust wept'
  ).split(' '),
);

/** What a word can be, by the dictionary. Words are in lower case. */
export class WordClasses {
  readonly #english: English;

  constructor(english: English) {
    this.#english = english;
  }

  /** Whether the dictionary has the word, and it is no name. */
  isKnown(word: string): boolean {
    const entry = this.#english.find(word);
    return entry !== undefined && entry.variant !== 'name';
  }

  /** Whether it is known and not rare. */
  isCommon(word: string): boolean {
    const entry = this.#english.find(word);
    return entry !== undefined && entry.variant !== 'name' && entry.band < 2;
  }

  /** Whether it can be a noun in the singular. */
  isNoun(word: string): boolean {
    return this.#english.find(word)?.isNoun === true;
  }

  /** Whether it can be the base form of a verb. */
  isVerb(word: string): boolean {
    return this.#english.find(word)?.isVerb === true;
  }

  /** Whether it is the plural of a noun. It may be the third person of a verb, too. */
  isPluralNoun(word: string): boolean {
    return IRREGULAR_PLURALS.has(word) || (isPlural(word) && this.isNoun(singular(word)));
  }

  /** Whether it is a noun and can be no form of a verb: `weapons` and `patience`, but not `reports`. */
  isOnlyNoun(word: string): boolean {
    if (IRREGULAR_PLURALS.has(word)) return true;
    if (this.isPluralNoun(word)) return !this.isVerb(singular(word));
    return this.isNoun(word) && !this.isVerb(word) && !/(?:ing|ed)$/.test(word);
  }

  /** Whether it is the past form of a verb. */
  isPast(word: string): boolean {
    if (IRREGULAR_PASTS.has(word)) return true;
    return /ed$/.test(word) && stems(word.slice(0, -2)).some((stem) => this.isVerb(stem));
  }

  /** Whether it is the -ing form of a verb. It may be a noun, too: `losing`, `meeting`. */
  isGerund(word: string): boolean {
    return /ing$/.test(word) && stems(word.slice(0, -3)).some((stem) => this.isVerb(stem));
  }
}

/** The forms that a verb can have before -ed and -ing: `plan` for `plann`, `raise` for `rais`, `carry` for `carri`. */
function stems(stem: string): readonly string[] {
  return [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/([a-z])\1$/, '$1')];
}
