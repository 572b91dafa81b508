/* What somebody is or does, and where: `they’re losing`, `there on Monday`. */
import type { Place } from './by-class.ts';
import {
  CLAUSE_STARTS,
  CLAUSE_VERBS,
  DETERMINERS,
  FINITE,
  NOUN_PHRASE_END,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
} from './closed-classes.ts';

/** `went their on Monday`, `moved their.` */
export function isPlaceAfterVerb({ before, after, isEnd, isMark }: Place): boolean {
  const [first, second = '', third = ''] = after;
  if (first === undefined)
    return (
      isEnd &&
      isMark &&
      before.length > 0 &&
      !PREPOSITIONS.has(before[0] ?? '') &&
      !/^(?:and|or|not|than)$/.test(before[0] ?? '')
    );
  if (/^(?:because|until|since)$/.test(first)) return true;
  if (!/^(?:on|in|at|for|from|to|with|by|during|when|after|before)$/.test(first)) return false;
  if (first === 'to') return DETERMINERS.has(second) && !POSSESSIVES.has(second);
  return (
    /^(?:\d[\d:,.]*|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?$/.test(second) ||
    (DETERMINERS.has(second) && third !== '' && !/^(?:and|or)$/.test(third)) ||
    /^(?:january|february|march|april|june|july|august|september|october|november|december)$/.test(second)
  );
}

/** `If your late,` and `said its reviewing the plan`: what follows is no noun but what somebody is or does. */
export function isPredicate(place: Place): boolean {
  const { before, after, isEnd, isStart, classes } = place;
  const [first = '', second] = after;
  const isClause =
    before.length === 0 ? isStart : CLAUSE_VERBS.has(before[0] ?? '') || CLAUSE_STARTS.has(before[0] ?? '');
  if (isAdjectiveBefore(place)) return true;
  if (!isClause || /^(?:before|after|since)$/.test(before[0] ?? '')) return false;
  if (PARTICIPLES.test(first) && /^(?:about|by|that|of|to|for)$/.test(second ?? '')) return true;
  if (isGerundPredicate(place)) return true;
  const isAlone = (word: string): boolean => classes.isCommon(word) && isNoNoun(word, place);
  if (PREDICATE_ADVERBS.has(first)) {
    if (second === undefined || after.length > 3 || !isEnd) return false;
    return isAlone(second) && !classes.isVerb(second) && (after.length === 2 || NOUN_PHRASE_END.has(after[2] ?? ''));
  }
  const isState = STATES.test(first) || (isAlone(first) && !classes.isVerb(first));
  return after.length === 1 && isEnd && (STATES.test(first) || (before.length > 0 && isState));
}

function isNoNoun(word: string, { classes }: Place): boolean {
  return !classes.isNoun(word) && !classes.isPluralNoun(word) && !FINITE.has(word) && !NO_ADJECTIVE.test(word);
}

/** What somebody feels, before `about`, `by` or `that`. */
const PARTICIPLES =
  /^(?:worried|concerned|scared|frightened|afraid|aware|unaware|proud|sure|convinced|interested|committed|prepared|opposed|determined|pleased|tired|sick|ashamed|glad|happy|shocked|outraged|responsible|guilty|capable|expected|supposed|entitled|ready|eager|unlikely|likely|unable|able|unwilling|willing|keen|due)$/;

/** `its illegal to tape calls`: an adjective before what can follow no noun. */
function isAdjectiveBefore(place: Place): boolean {
  const [first = '', second = ''] = place.after;
  if (
    place.word === 'their' ||
    PREPOSITIONS.has(place.before[0] ?? '') ||
    !/^(?:to|that|how|why|whether)$/.test(second)
  )
    return false;
  if (
    /^(?:likely|unlikely|illegal|legal|unclear|clear|possible|impossible|important|hard|easy|difficult|safe|unsafe|necessary|vital|wrong|too|sad|strange|fair|unfair|true|obvious|crucial|essential|amazing|unusual|rare|normal|better|wise|nice|funny|ironic|dangerous|tempting|cheaper|easier|harder)$/.test(
      first,
    )
  )
    return first !== 'safe' || second === 'to';
  return false;
}

/** Adjectives that the dictionary has as nouns. */
const STATES =
  /^(?:ready|sick|ill|dead|wrong|right|safe|welcome|free|fine|okay|crazy|mad|alone|late|early|scared|tired|bored|lucky|sorry|lying|joking|kidding|dying|leaving|winning|losing)$/;

const PREDICATE_ADVERBS: ReadonlySet<string> = new Set('all both so too very not still'.split(' '));

/** Words without a noun that may stand for one: `their latest`, `your own`, `its first and second`. */
const NO_ADJECTIVE =
  /(?:est|st|nd|rd|th|ed|[^e]en|ing|s)$|^(?:own|very|elderly|young|few|many|others?|same|more|less|most|each|respective|former|and|or|but|of|in|on|at|to|too|own|data|media|criteria)$/;

/** `their losing half of it`, where no verb follows that would make it a subject. */
export function isGerundPredicate({ before, after, rest, classes, isStart }: Place): boolean {
  const [gerund = '', next = ''] = after;
  const [word] = before;
  const isClause =
    word === undefined ? isStart : CLAUSE_VERBS.has(word) || CLAUSE_STARTS.has(word) || PRONOUNS.has(word);
  if (!isClause || word === 'and' || word === 'or' || !classes.isGerund(gerund)) return false;
  const isObject = DETERMINERS.has(next) || PRONOUNS.has(next) || /^\d/.test(next);
  const isAdverbial =
    PREPOSITIONS.has(next) &&
    next !== 'of' &&
    (!classes.isNoun(gerund) || /^(?:coming|going|looking|asking|losing|fighting|working|lying)$/.test(gerund));
  return (isObject || isAdverbial) && !rest.split(' ').some((one) => FINITE.has(one));
}
