/* What is compared and counted: `fewer seats`, `less water than the old one did`. */
import type { Place } from './by-class.ts';
import { DETERMINERS, FINITE, NOUN_PHRASE_END, PREPOSITIONS, PRONOUNS } from './closed-classes.ts';

/** `Less students applied`, `has less workers than`. */
export function isCountable({ before, after, isEnd, isStart, classes }: Place): boolean {
  const [noun = '', next] = after;
  const [word = ''] = before;
  if (!classes.isPluralNoun(noun) || UNCOUNTED.test(noun)) return false;
  const isAfter =
    before.length === 0
      ? isStart
      : (AFTER_WHAT.test(word) || /^\d[\d.]*%$|^percent$/.test(word) || classes.isPast(word)) &&
        !/^(?:no|or|much|even|still|any)$/.test(word);
  if (!isAfter) return false;
  if (before.length === 0)
    return (
      next !== undefined &&
      (FINITE.has(next) || classes.isPast(next) || classes.isVerb(next) || NOUN_PHRASE_END.has(next))
    );
  return next === undefined ? isEnd : NOUN_PHRASE_END.has(next) || FINITE.has(next);
}

const AFTER_WHAT =
  /^(?:has|have|had|having|with|were|are|was|is|got|get|gets|see|saw|sees|seen|employ|employs|employed|employing|used|uses|use|using|take|takes|took|need|needs|needed|sold|sells|sell|selling|built|build|hired|hire|hiring|made|make|makes|making|means|meant|meaning|attract|attracted|attracts|produce|produced|produces|buy|bought|win|won|drew|draw|issued|reported|suffered|carry|carries|carried|cast|commit|committed|serve|serves|served|wrote|published|offer|offers|offered|operate|operates|flew|ran|due|while|and|but|that)$/;

/** What is measured and not counted, although the noun is in the plural. */
const UNCOUNTED =
  /(?:ics|ings)$|^(?:dollars|euros|pounds|cents|miles|metres|meters|kilomet\w+|hours|minutes|seconds|days|weeks|months|years|degrees|percent\w*|points|goods|damages|taxes|costs|expenses|fees|proceeds|losses|emissions|funds|resources|supplies|sales|revenues|profits|wages|calories|carbs|means|thanks|news|sports|arms|drugs|fuels|assets|liabilities|nerves|guts|brains|police|people's)$/;

/** `uses less water then the old one did`: a comparison, whose second part has no verb but `do`. */
export function isComparison(place: Place): boolean {
  const { before, rest, classes } = place;
  const [noun = '', one = '', two = ''] = before;
  const words = rest.trim().split(' ');
  const [first = ''] = words;
  if (COMPARATIVES.test(noun)) return isRestWithoutVerb(words, place);
  if (before.includes('rather') || before.includes('sooner')) return before.includes('would') && classes.isVerb(first);
  const more = /^(?:more|less|fewer)$/.test(one) ? 1 : 2;
  if (more === 2 && !/^(?:more|less|fewer)$/.test(two)) return false;
  if (/^(?:once|no|any|some|even)$/.test(before[more + 1] ?? '')) return false;
  if (!classes.isNoun(noun) && !classes.isPluralNoun(noun)) return false;
  if (words.length > 6 || !(DETERMINERS.has(first) || /^(?:he|she|it|they|we|last|in|ever|[$\d].*)$/.test(first)))
    return false;
  const last = words[words.length - 1] ?? '';
  const isVerb = (word: string): boolean => FINITE.has(word) || classes.isPast(word);
  return !words.slice(0, -1).some(isVerb) && (!isVerb(last) || FINITE.has(last));
}

const COMPARATIVES =
  /^(?:farther|further|earlier|higher|lower|faster|slower|bigger|smaller|larger|older|younger|longer|shorter|cheaper|stronger|weaker|harder|easier|wider|deeper|richer|poorer|closer|heavier|lighter|quicker|simpler|safer|warmer|colder|hotter|newer|tougher|brighter|darker|louder|taller|narrower|broader|tighter|steeper|bolder|calmer|thinner|thicker|greater|better|worse|later)$/;

/** `earlier then forecast`, `farther then Hubble`. */
function isRestWithoutVerb(words: readonly string[], { classes }: Place): boolean {
  const [first = ''] = words;
  if (words.length > 3 || first === '' || PREPOSITIONS.has(first) || /^(?:and|or|but|as|because|when|now)$/.test(first))
    return false;
  if (/^(?:forecast|expected|planned|thought|predicted|feared|hoped|usual|average|normal|ever|before)$/.test(first))
    return true;
  return words.every(
    (word) => !FINITE.has(word) && !classes.isPast(word.toLowerCase()) && !classes.isVerb(word.toLowerCase()),
  );
}

/** `First the lights went out, than the pumps stopped`: nothing in the sentence is compared. */
export function isSequence({ before, after, sentence, classes }: Place): boolean {
  if (before.length > 0 || !/, $/.test(sentence)) return false;
  if (!DETERMINERS.has(after[0] ?? '') && !PRONOUNS.has(after[0] ?? '') && !classes.isPast(after[0] ?? ''))
    return false;
  return !/\b(?:more|less|fewer|rather|other|else|different|differently|prefer\w*|sooner|superior|\w+(?:[lr]ier|gger|nner|tter|dder|[rtgpkdn]her|[pkghsnd]er))\b/i.test(
    sentence.replace(
      /\b(?:river|after|over|under|never|ever|number|order|member|leader|power|winter|summer|water|paper|driver|player|teacher|worker|mother|father|brother|together|whether|another|weather)s?\b/gi,
      '',
    ),
  );
}
