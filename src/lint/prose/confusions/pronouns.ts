/* Who is the subject and whom the object. */
import type { Place } from './by-class.ts';
import { DETERMINERS, FINITE, PREPOSITIONS, PRONOUNS } from './closed-classes.ts';

const SAY =
  /^(?:says?|said|believed?|believes|thinks?|thought|alleged?|alleges|suspect(?:s|ed)?|claim(?:s|ed)?|fear(?:s|ed)?|hoped?|hopes|felt|insist(?:s|ed)?|argued?|argues|knew|knows?)$/;

/** `the officer whom found the child`, `whom police say forged the letters`: a subject. */
export function isSubject(place: Place): boolean {
  const { before, after } = place;
  if (PREPOSITIONS.has(before[0] ?? '') || before[0] === 'than') return false;
  if (isPredicateAt(0, place)) return true;
  // Whom police say forged. Not: whom police say they arrested.
  return [1, 2].some(
    (at) => SAY.test(after[at] ?? '') && !PRONOUNS.has(after[at + 1] ?? '') && isPredicateAt(at + 1, place),
  );
}

function isPredicateAt(at: number, { after, isEnd, classes }: Place): boolean {
  const [verb = '', next] = after.slice(at);
  if (FINITE.has(verb))
    return !/^(?:do|does|did)$/.test(verb) && !PRONOUNS.has(next ?? '') && !DETERMINERS.has(next ?? '');
  if (!classes.isPast(verb) || classes.isNoun(verb)) return false;
  if (next === undefined) return isEnd || at > 0;
  return at > 0 || DETERMINERS.has(next) || PRONOUNS.has(next) || PREPOSITIONS.has(next) || /^[$\d]/.test(next);
}

/** Verbs whose object is a person. */
const PEOPLE_VERBS =
  /^(?:chose|elected|appointed|met|hired|fired|dismissed|killed|married|blamed|accused|arrested|named|nominated|picked|selected|shot|beat|defeated|replaced|supported|backed|endorsed|interviewed|questioned|detained|charged|convicted|sentenced|trained|rescued|injured|wounded|betrayed|admired|loved|trusted|hated|feared|mentored|coached|recruited|invited|treated|attacked|criticized|praised|represented|succeeded|admits|identified|saw|love|trust|want|wanted|need|admire)$/;
/** What follows a verb that has no object of its own. */
const NO_OBJECT =
  /^(?:in|on|at|after|before|last|when|while|for|with|as|from|during|to|by|and|but|because|has|have|had|is|was|will|would|most|again|twice|today|yesterday)$/;
const PERSON =
  /(?:man|woman|men|women|or|ors|er|ers|ist|ists|ant|ants|ent|ents|ee|ees|person|people|candidates?|judges?|chief|child|children|brother|sister|friends?|victims?|suspects?|nurses?|colleagues?|heroes|hero|boys?|girls?|thieves|thief|guards?|pilots?|captains?|coach|coaches|kings?|queens?|popes?)$/;

/** `the candidate who the unions chose in March`: an object. */
export function isPersonalObject({ before, after, isEnd, classes, sentence }: Place): boolean {
  const last = before[0] ?? /([a-z]+), $/.exec(sentence)?.[1] ?? '';
  if (!PERSON.test(before[0] ?? '') || /^(?:ever|over|under|after|other|never|for|or|her|whether|want)$/.test(last))
    return false;
  const [first = '', second = ''] = after;
  const size = /^(?:he|she|they|we|i)$/.test(first) || classes.isPluralNoun(first) ? 1 : 2;
  if (size === 2 && !(DETERMINERS.has(first) && (classes.isNoun(second) || classes.isPluralNoun(second)))) return false;
  const [verb = '', next] = after.slice(size);
  return PEOPLE_VERBS.test(verb) && (next === undefined ? isEnd : NO_OBJECT.test(next));
}
