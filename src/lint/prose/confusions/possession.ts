/* Whose something is: `their trucks`, `its licence`, `whose name`. */
import type { Place } from './by-class.ts';
import {
  CLAUSE_STARTS,
  CLAUSE_VERBS,
  DETERMINERS,
  FINITE,
  NOUN_PHRASE_END,
  PLACE_VERBS,
  PREPOSITIONS,
  PRONOUNS,
  TIMES,
} from './closed-classes.ts';

/** `parked there trucks across`: a verb before, a bare noun after it, and then the end of the noun phrase. */
export function isPossessedAfterVerb(place: Place): boolean {
  const { before, after, isEnd, classes } = place;
  const [verb = '', second = ''] = before;
  const [noun = '', next] = after;
  if (isAttribute(noun, place) && !/^(?:thing|time|hand|class)$/.test(next ?? '') && classes.isNoun(next ?? ''))
    return !CLAUSE_VERBS.has(verb) && !PLACE_VERBS.has(verb) && isVerbWithObject(verb, second, place);
  if (noun === '' || TIMES.has(noun) || !(classes.isPluralNoun(noun) || POSSESSED_ONE.test(noun))) return false;
  const isParticle = PARTICLES.test(verb) && classes.isPast(second) && !PLACE_VERBS.has(second);
  if (PREPOSITIONS.has(verb) && !isParticle && !classes.isOnlyNoun(noun)) return false;
  const isClosed = next === undefined ? isEnd : NOUN_PHRASE_END.has(next) || (FINITE.has(next) && classes.isPast(verb));
  if (!isClosed || CLAUSE_VERBS.has(verb) || PLACE_VERBS.has(verb)) return false;
  if (isParticle) return true;
  if (PREPOSITIONS.has(verb))
    return !/^(?:over|by|near|from|through|in|around|under)$/.test(verb) || POSSESSED.test(noun);
  return isVerbWithObject(verb, second, place);
}

const PARTICLES = /^(?:down|up|off|out|away|over|aside|back)$/;

/** Things that people have, but do not meet in a place. */
const POSSESSED =
  /^(?:hometown|homes|houses|families|wives|husbands|parents|sons|daughters|weapons|jobs|pensions|savings|wallets|belongings|classrooms|apartments|beds|careers|lawyers|tents|pockets)$/;

const POSSESSED_ONE =
  /^(?:money|luggage|homework|furniture|childhood|hometown|citizenship|territory|leader|son|daughter|husband|wife|father|mother|property|equipment|ability|opinion|identity|confidence|dignity|innocence|independence|allegiance|majority|campaign|season|title|livelihood|clothing)$/;

/** The third person of verbs with an object, none of which is a common noun. */
const TRANSITIVE =
  /^(?:wants|needs|loses|gets|takes|gives|raises|sells|closes|opens|defends|keeps|makes|brings|buys|pays|publishes|launches|celebrates|fosters|improves|reduces|increases|expands|extends|protects|manages|operates|owns|uses|leaves|sends|spends|wins|meets|holds|loves|hates|carries|builds|leads|earns|teaches|trains|destroys|damages|threatens|supports|replaces|reaches|moves|changes|doubles|opens|denies|receives|serves|covers|controls)$/;

/** Whether a word is a verb that an object follows, by its form or by the word before it. */
function isVerbWithObject(verb: string, before: string, { classes }: Place): boolean {
  if (classes.isPast(verb) || (classes.isGerund(verb) && !classes.isNoun(verb))) return true;
  // `The union wants`, `the strikers want`.
  if (TRANSITIVE.test(verb))
    return /^(?:he|she|it|who|that|which)$/.test(before) || (classes.isNoun(before) && !classes.isPluralNoun(before));
  if (classes.isVerb(verb) && !classes.isNoun(verb) && classes.isPluralNoun(before)) return true;
  if (/^(?:want|need)$/.test(verb) && classes.isPluralNoun(before)) return true;
  return (
    classes.isVerb(verb) && /^(?:to|will|would|can|could|may|might|must|should|not|cannot|did|they|we)$/.test(before)
  );
}

/** `got they're money back`, `carry it's papers`: the object of a verb or a preposition. */
export function isPossessed(place: Place): boolean {
  const { before, after, classes, word } = place;
  const [verb = '', second = ''] = before;
  const [first = '', next = ''] = after;
  if (before.some((word) => /^(?:what|whatever|where|when|if|once|how|who|which|as|than|all|everything)$/.test(word)))
    return false;
  if (isOrdinal(place)) return true;
  const isNoun = (noun: string): boolean =>
    (classes.isOnlyNoun(noun) ||
      (word !== "you're" && classes.isPluralNoun(noun)) ||
      (word === "you're" && classes.isPluralNoun(noun) && !PEOPLE.test(noun))) &&
    !PREDICATE_NOUNS.test(noun);
  const isObject =
    isNoun(first) ||
    (word === "you're" && YOURS.test(first)) ||
    (isAttribute(first, place) && isNoun(next) && !FINITE.has(first));
  // `They're families were not told`.
  if (isNoun(first) && FINITE.has(next) && next !== 'is' && next !== 'do') return true;
  if (
    FREE_PREPOSITIONS.test(verb) &&
    classes.isNoun(first) &&
    !/(?:ing|ed)$|^(?:right|welcome|safe|free|fine|sick|late)$/.test(first) &&
    !PREDICATE_NOUNS.test(first)
  )
    return true;
  if (!isObject || CLAUSE_VERBS.has(verb)) return false;
  if (/^(?:of|with|for|at|by|from|into|against|during|between|among|to|under|behind|within|without|across)$/.test(verb))
    return true;
  if (isVerbWithObject(verb, second, place)) return true;
  const isImperative = before.length === 1 && place.isStart && classes.isVerb(verb);
  return isImperative && !CLAUSE_STARTS.has(verb) && !/^(?:yes|no|well|man|now|so|just|right|like)$/.test(verb);
}

/** Prepositions that end no clause. */
const FREE_PREPOSITIONS = /^(?:of|with|for|from|into|against)$/;
const PEOPLE =
  /(?:ers|ors|ists|ents|ants|ians|friends|adults|citizens|kids|guys|parents|americans|fans|heroes|experts)$/;

/** `you're first visit`: an ordinal with a noun and no article. */
function isOrdinal({ after, classes, word }: Place): boolean {
  const [first = '', noun = ''] = after;
  if (!/^(?:first|second|third|fourth|fifth|last|latest|biggest|largest|oldest|own|next|main|entire)$/.test(first))
    return false;
  if (
    !classes.isNoun(noun) ||
    /ing$|^(?:nature|choice|class|place|rate|base|hand|grade|best|fiddle|generation|person|degree|party|tier|thing|aid|light|up|in|on|out|to|order|call|minute|resort|cousin|or|and)$/.test(
      noun,
    )
  )
    return false;
  return word === "it's" || word === "you're" || word === "they're";
}

/** Nouns that are also verbs and do not name people. */
const YOURS =
  /^(?:time|turn|place|seats?|chance|phones?|names?|votes?|house|hands?|head|feet|eyes|mind|work|way|life|lives|jobs?|cars?|bags?|food|water|plans?|words?|questions?|dreams?|rights|taxes|bills|tickets?|shoes|heart)$/;

/** Nouns that tell what somebody is: `if you're family`. */
const PREDICATE_NOUNS =
  /^(?:family|president|captain|history|coffee|worth|now|more|much|great|possible|common|most|fun|business|people|men|women|children|police|time|news|friends|students|today|tonight|tomorrow|winter|summer|mid.*|noon|art|science|luck|magic|\w+day|\w+teen|\w+ty)$/;

/** Whether a word can stand before a noun and cannot end a clause: `oldest`, `first`, `own`. */
function isAttribute(word: string, { classes }: Place): boolean {
  if (/^(?:own|first|second|third|last|next|new|former|main|entire|whole|annual|biggest|largest|oldest)$/.test(word))
    return true;
  return classes.isKnown(word) && /(?:est|ual|nal|ial)$/.test(word) && !classes.isVerb(word);
}

/** `who's license had expired`, `who's name few voters know`. */
export function isOwnerOfSubject({ after, classes }: Place): boolean {
  const isAdjective = (word: string): boolean =>
    /^(?:first|second|third|last|latest|new|own|only|former|late|main|eldest|youngest|older|younger|best|best-known)$/.test(
      word,
    );
  const words = isAdjective(after[0] ?? '') ? after.slice(1) : after;
  const [noun = '', next = ''] = words;
  if (
    !(classes.isNoun(noun) || classes.isPluralNoun(noun) || noun === 'works') ||
    /ing$|^(?:home|here|right|back|there|in|out|run|come|become|cut|hit|put|set|shut|let|read|cost|hurt|split|spread|left|lost|dead)$/.test(
      noun,
    )
  )
    return false;
  const isVerb = classes.isPast(next) || (classes.isVerb(next) && (!classes.isNoun(next) || next === 'sell'));
  if (classes.isPluralNoun(noun) && isVerb) return true;
  if (
    FINITE.has(next) ||
    (classes.isPast(next) &&
      !classes.isNoun(next) &&
      (NEXT_OF_VERB.has(words[2] ?? '') || /^[$\d]/.test(words[2] ?? '')))
  )
    return true;
  return /^(?:he|she|they|we|i|few|many|nobody|police|officials)$/.test(next);
}

const NEXT_OF_VERB: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...PREPOSITIONS,
  ...PRONOUNS,
  'more',
  'less',
  'about',
  'when',
  'after',
  'last',
]);
