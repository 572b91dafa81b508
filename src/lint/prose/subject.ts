import type { Span } from '../../text/index.ts';
import { LEXICAL, THIRD } from './agreement/forms.ts';
import { isPlural } from './number.ts';

/** A subject with all that depends on it, up to its verb: `the list of bidders from Oslo` before `were`. */
export interface Subject {
  /** The word before the noun: `the`, `each`. In lower case. */
  readonly determiner: string;
  /** The noun that the verb follows: `list`. */
  readonly head: string;
  /** Whether another plural noun precedes the head: `the sales plan`. */
  readonly isCompound: boolean;
  /** The words of each phrase with a preposition: `[of, bidders]`. */
  readonly phrases: readonly (readonly string[])[];
  readonly verb: string;
  /** From the determiner to the verb. */
  readonly span: Span;
}

const DETERMINERS = words(
  'the a an its his her their our my this that these those each every another both many several most some',
);
const PREPOSITIONS = words(
  'of in on at from for with near between behind across under over by against to within outside inside about into among after before around along',
);
const VERBS = words(
  `is are was were has have isn't aren't wasn't weren't hasn't haven't don't doesn't ${THIRD.replaceAll('|', ' ')} ${LEXICAL.replaceAll('|', ' ')}`,
);
/** Words that are no part of a noun with its adjectives, so that something else than a simple subject is there. */
const OTHERS = words(
  'and or nor but that which who whom whose what how where when why while if as than because so not no never only also even just more less ' +
    'i you he she it we they me him us them himself herself itself themselves there here then now such ' +
    'do does did had will would can could may might must shall should be been being am said all one ones other others both either neither ' +
    'up down out off per plus vs via unlike like except including without during since until till through throughout despite versus',
);
/** Participles that may follow the noun: `the boxes found on the quay`. */
const PARTICIPLES = words(
  'found made held seen given taken built sold sent kept left born known drawn written shown caught put set cut read hit lost paid brought bought run led said told due able',
);
const LONGEST = 16;
const WORD = /([A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'’-]*|[$€£]?\d[\d,.]*\d|\d)(?= )/y;

/** Reads the subject that begins at an offset. Undefined for anything but a noun with its article and simple phrases. */
export function subjectAt(text: string, start: number): Subject | undefined {
  const all: string[] = [];
  let at = start;
  for (let count = 0; count < LONGEST; count++) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0].replace('’', "'");
    if (word === undefined) return undefined;
    if (count === 0 && !DETERMINERS.has(word.toLowerCase())) return undefined;
    if (VERBS.has(word)) return subjectOf(all, word, { start, end: at + word.length });
    if (count > 0 && OTHERS.has(word)) return undefined;
    all.push(word);
    at += word.length + 1;
  }
  return undefined;
}

function subjectOf(all: readonly string[], verb: string, span: Span): Subject | undefined {
  const firstPhrase = all.findIndex((word) => PREPOSITIONS.has(word));
  const noun = all.slice(1, firstPhrase === -1 ? all.length : firstPhrase);
  const head = noun.at(-1) ?? '';
  const phrases = phrasesOf(firstPhrase === -1 ? [] : all.slice(firstPhrase));
  const isSimple = noun.length <= 4 && noun.every((word, index) => isModifier(word) || index === noun.length - 1);
  if (!isSimple || !/^[a-z][a-z-]+$/.test(head) || DETERMINERS.has(head) || !phrases.every(isSimplePhrase))
    return undefined;
  const isCompound = noun.slice(0, -1).some((word) => isPlural(word));
  return { determiner: (all[0] ?? '').toLowerCase(), head, isCompound, phrases, verb, span };
}

function phrasesOf(all: readonly string[]): readonly (readonly string[])[] {
  const phrases: string[][] = [];
  for (const word of all) {
    if (PREPOSITIONS.has(word)) phrases.push([word]);
    else phrases.at(-1)?.push(word);
  }
  return phrases;
}

function isModifier(word: string): boolean {
  return !DETERMINERS.has(word) && !PARTICIPLES.has(word);
}

/**
 * Whether one noun follows the preposition. In `of the test the lab has` and `of tests workers have`, a clause without
 * `that` does.
 */
function isSimplePhrase([, ...all]: readonly string[]): boolean {
  const rest = all.slice(1);
  const isNamed = (word: string) => /^[A-Z\d]/.test(word);
  return (
    all.length > 0 &&
    all.length <= 5 &&
    !rest.some((word) => DETERMINERS.has(word) || PARTICIPLES.has(word) || /(?:ed|ing|ly)$/.test(word)) &&
    !all.slice(0, -1).some((word) => isPlural(word)) &&
    !rest.some((word, index) => isNamed(word) && /^[a-z]/.test(all[index] ?? '') && !DETERMINERS.has(all[index] ?? ''))
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
