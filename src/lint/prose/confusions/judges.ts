import { COLLECTIVES } from '../number.ts';
import type { Place } from './by-class.ts';
import { DETERMINERS, FINITE } from './closed-classes.ts';
import { isComparison, isCountable, isSequence } from './comparisons.ts';
import { isOwnerOfSubject, isPossessed, isPossessedAfterVerb } from './possession.ts';
import { isGerundPredicate, isPlaceAfterVerb, isPredicate } from './predicates.ts';
import { isPersonalObject, isSubject } from './pronouns.ts';

/** Returns the right word, or undefined if the word may be right. */
type Judge = (place: Place) => string | undefined;

/** By word: who decides about it. */
export const JUDGES: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['there', (place) => (isPossessedAfterVerb(place) ? 'their' : undefined)],
  ['their', (place) => (isPlaceAfterVerb(place) ? 'there' : isPredicate(place) ? "they're" : undefined)],
  ["they're", (place) => (isPossessed(place) ? 'their' : undefined)],
  ['your', (place) => (isPredicate(place) ? "you're" : undefined)],
  ["you're", (place) => (isPossessed(place) ? 'your' : undefined)],
  ['its', (place) => (isPredicate(place) ? "it's" : undefined)],
  ["it's", (place) => (isPossessed(place) ? 'its' : undefined)],
  ["who's", (place) => (isOwnerOfSubject(place) ? 'whose' : undefined)],
  ['whose', (place) => (isGerundPredicate(place) ? "who's" : undefined)],
  ['lead', (place) => (isSingularSubject(place) ? 'led' : undefined)],
  ['less', (place) => (isCountable(place) ? 'fewer' : undefined)],
  ['then', (place) => (isComparison(place) ? 'than' : undefined)],
  ['than', (place) => (isSequence(place) ? 'then' : undefined)],
  ['whom', (place) => (isSubject(place) ? 'who' : undefined)],
  ['who', (place) => (isPersonalObject(place) ? 'whom' : undefined)],
  ['past', (place) => (isHandedOver(place) ? 'passed' : undefined)],
]);

/** `The tip lead police to`: one thing cannot `lead`. Not: the team lead, a group that leads. */
function isSingularSubject({ before: words, after, isStart, classes }: Place): boolean {
  // `A trail of blood lead officers`.
  const before = words[1] === 'of' ? words.slice(2) : words;
  const [noun = '', ...left] = before;
  const [object = '', next = ''] = after;
  if (
    !isStart ||
    before.length > 3 ||
    !/^(?:the|a|an|this|that|his|her|its|their|our)$/.test(left[left.length - 1] ?? '')
  )
    return false;
  if (
    !classes.isNoun(noun) ||
    classes.isPluralNoun(noun) ||
    before.some((word) => FINITE.has(word)) ||
    GROUPS.test(noun) ||
    /s$/.test(noun)
  )
    return false;
  if (object === 'to' || object === 'into') return DETERMINERS.has(next) || classes.isPluralNoun(next);
  return (
    (DETERMINERS.has(object) && object !== 'that') ||
    /^(?:police|officers|investigators|officials|detectives|many|some|people|him|them|her|us|authorities|lawmakers|doctors|scientists|researchers)$/.test(
      object,
    )
  );
}

const GROUPS = new RegExp(
  `^(?:${COLLECTIVES}|side|pair|majority|minority|number|project|product|design|tech|tooth|pencil|dog|sales|account|regional|policy|research|press|editorial|police|data|staff|people)$`,
);

/** `The mayor past the file to the prosecutor.` */
function isHandedOver({ before, after, isStart, classes }: Place): boolean {
  const [noun = '', article = ''] = before;
  if (!isStart || before.length !== 2 || !/^(?:the|his|her|its|their)$/.test(article)) return false;
  if (!/(?:or|er|ist|man|ee|ian|nt|or|ief|ess|ate|ment|il)$/.test(noun) || !classes.isNoun(noun)) return false;
  return DETERMINERS.has(after[0] ?? '') && (after.slice(2).includes('to') || LEGAL.test(after[1] ?? ''));
}

const LEGAL = /^(?:bill|law|measure|budget|resolution|motion|test|exam|legislation|act|ban|amendment)$/;
