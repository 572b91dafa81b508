import type { Usage } from '../../../model/house.ts';
import type { Passage } from '../../../model/passage.ts';
import type { TextMatch } from '../../passages.ts';
import { GROUPS_OF, isPlural, isSingular } from '../number.ts';
import { startsOf } from '../slips.ts';
import { type Subject, subjectAt } from '../subject.ts';
import { FORM, GROUP, LEXICAL, THIRD } from './forms.ts';

/** A subject may also begin after these. After `, and` it may be the last part of a list, so it counts only if it is plural. */
const CLAUSE_START =
  /(?:(, and|;)|, but|, so|\b(?:said|says|because|although)(?: that)?) (?=(?:the|its|his|her|their|a|an|these|those|many|several|most|some) )/g;

/** Finds verbs that agree with the noun beside them and not with their subject: `the list of bidders were late`. */
export function* acrossPhrases(passage: Passage, way: Usage['collective_nouns']): Generator<TextMatch> {
  const { text } = passage;
  const starts = startsOf(text).map((start) => ({ start, isList: false }));
  const clauses = Array.from(text.matchAll(CLAUSE_START), ({ 0: found, 1: list, index }) => ({
    start: index + found.length,
    isList: list === ', and',
  }));
  for (const { start, isList } of [...starts, ...clauses]) {
    const subject = subjectAt(text, start);
    if (!subject || subject.phrases.length === 0) continue;
    const { span, verb } = subject;
    // `The report on the fire experts say`: a clause without `that` may begin inside the phrase.
    if (IS_LEXICAL.test(verb) ? !hasShortPhrase(subject) : OBJECT_CLAUSE.test(text.slice(span.end, span.end + 70)))
      continue;
    const isSlip = SINGULAR_VERB.test(verb) ? isPluralSubject(subject) : !isList && isSingularSubject(subject, way);
    if (!isSlip) continue;
    const number = SINGULAR_VERB.test(verb)
      ? 'plural subject with a singular verb'
      : 'singular subject with a plural verb';
    yield { message: `${number} in '${shortened(text.slice(span.start, span.end))}'`, advice: FORM, span };
  }
}

const SINGULAR_VERB = new RegExp(`^(?:is|was|has|doesn|(?:${THIRD})$)`);
const IS_LEXICAL = new RegExp(`^(?:${LEXICAL})$`);
/** After the verb of a clause without `that`: `the plan for schools people have made is new`. */
const OBJECT_CLAUSE =
  /^ (?:(?:it|he|she|we|they|you|why|what|how|where|when)\b|(?:[a-z]+ ){1,3}(?:is|was|has|are|were|will|would|can|could|may)\b)/;
const SINGULAR_DETERMINER = /^(?:a|an|this|that|each|every|another)$/;

function isPluralSubject({ determiner, head }: Subject): boolean {
  return !SINGULAR_DETERMINER.test(determiner) && (isPlural(head) || /^(?:people|men|women|children)$/.test(head));
}

function isSingularSubject(
  { determiner, head, isCompound, phrases }: Subject,
  way: Usage['collective_nouns'],
): boolean {
  if (isCompound || /^(?:these|those|both|many|several|most|some)$/.test(determiner)) return false;
  if (head === 'number' && /^an?$/.test(determiner)) return false;
  if (GROUPS_OF.has(head) || GROUP.test(head))
    return way === 'singular' && phrases[0]?.[0] === 'of' && GROUPS_OF.has(head);
  return isSingular(head);
}

function shortened(text: string): string {
  const words = text.split(' ');
  return words.length <= 7 ? text : `${words.slice(0, 3).join(' ')} … ${words.slice(-2).join(' ')}`;
}

/** Whether one noun is in the last phrase, with its article at most. */
function hasShortPhrase({ phrases }: Subject): boolean {
  const [, ...nouns] = phrases.at(-1) ?? [];
  return nouns.length === 1 || (nouns.length === 2 && /^(?:the|its|his|her|their|these|those)$/.test(nouns[0] ?? ''));
}
