import type { Passage } from '../../model/passage.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import { isPlural } from '../prose/number.ts';
import { REACH, SENTENCE, startsOf } from '../prose/slips.ts';
import type { Rule } from '../rule.ts';

/** A main clause, an adverb between commas, and a second main clause. */
const SPLICE =
  /\b[A-Z][^.!?,;:\n“”"()]{6,160}, (?<slip>(?:however|therefore|nevertheless|nonetheless|consequently|furthermore|moreover|thus)(?:,? (?:it|he|she|they|we|there|this|the [a-z]+) (?:is|was|has|had|will|would|can|could|did|does|are|were|have|may|[a-z]+ed)))\b/g;
/** With one of these, the first clause depends on the second: `When the lab opened, however, it was late.` */
const DEPENDENT =
  /\b(?:when|while|if|after|before|although|though|because|since|as|once|until|unless|whether|where|whenever|with|without|despite|unlike|like|given|even|during|in|for|at|on|by|to|under|among|from|what|who|that|which)\b/i;

const AUXILIARY =
  "(?:is|was|are|were|has|had|have|will|would|can|could|did|does|do|may|might|must|should)(?:n['’]t)?|cannot";
/** The past of verbs that take no clause: what follows one is no speech. These are no participles, or take no object. */
const PAST =
  'resigned|failed|fell|rose|grew|died|fled|collapsed|crashed|began|arrived|departed|returned|refused|burst|sank|exploded|went|came|ran|gave|took|knew|wanted|needed|lay|stood|sat|slept|waited|remained|survived|became|kept|spoke|wrote|drove|flew|swam|threw|chose|ate|drank|woke|withdrew|appeared|disappeared|happened|belonged|lived|worked|stayed|climbed|dropped|jumped|slipped|soared|surged|voted|agreed|celebrated|protested|escaped|vanished|erupted|ended|lasted';
/** With an object or at the end, these are no participles: `the company closed in May` may go on. */
const WITH_OBJECT =
  '(?:opened|closed|won|lost|left|denied|made|paid|sold|bought|built|cut|raised|joined|signed|approved|rejected|accepted|believed|stopped|started|filled|burned|doubled|changed|moved|got|blocked|hit|saw|met|held|cancel?led|beat|sent|brought|called|cost|needed|caused|reached|finished|followed|ordered|used|received|suffered|killed|saved|warned|blamed|praised|criticized|condemned)(?= (?:the|an?|his|her|its|their|all|more|nearly|about|only|nobody|nothing|everyone|him|them|it|with|out|up|down|off|over|again|[$€£]?\\d|two|three|four|five|six|seven|eight|nine|ten)\\b|[.])';
const PRONOUN = '(?:it|he|she|they|we|you|I|nobody|no one|everyone|everybody|nothing|there|this)';
const NOUN = `(?:(?:the|its|his|her|their|our) (?!(?:first|second|third|last|only|latest|same|most|least|worst|best|other|former|one|kind|sort|reason|idea|[a-z]+est)\\b)[a-z]+(?: (?!(?:${PAST})\\b)[a-z]+)?(?: (?:of|in|on|at) (?:the |its )?[a-z]+)?)`;
const SUBJECT = `(?:${PRONOUN}|${NOUN})`;
/** What a main clause does not begin with: a conjunction, a preposition, a participle. */
const NO_CLAUSE =
  '(?!(?:When|While|If|After|Before|Although|Though|Because|Since|As|Once|Until|Unless|Where|Whether|With|Without|Despite|Unlike|Like|Given|Even|During|In|For|At|On|By|To|Under|Among|From|What|Who|Whoever|That|Every time|Each time|Had|Should|Were|Not|Now|Whenever|Whatever|Wherever|However|Just|Only|So|Such|How|Why|Which|Whose|Either|Neither|Nor|Or|And|But|Yet|Let|No matter|No sooner|Hardly|Provided|Assuming|Rather|Through|Throughout|Across|Against|Between|Behind|Beside|Besides|Beyond|Inside|Outside|Over|Of|Off|Out|Up|Down|Near|Per|Upon|Within|Till|Than|Told|Asked|Born|Built|Made|Seen|Found|Left|Shot|Held|Faced|Known|Caught|Sent|Taken|Driven|Here|There|Then|Instead|Perhaps|Maybe|True|Please|Next|Last|First|Second|Third|Finally|[A-Z][a-z]+(?:ing|ed|ly))\\b)';
const INSIDE =
  '(?!(?:that|who|which|what|whose|if|when|how|where|why|whether|because|as|than|until|while|though|although|since|after|before|unless|once|not|never|so|such|too|more|less|sooner|longer|better)\\b)';
/** Two main clauses of one sentence, and nothing but a comma between them. The sentence has no other comma. */
const TWO_CLAUSES = new RegExp(
  `(?<first>${NO_CLAUSE}[A-Z][A-Za-z’']*(?! (?:first|second|third|next|last|only|moment|minute|day|time|year|week|instant|more|less|harder|longer|better|good|bad|best|worst|thing|result|problem|trouble|point|truth|fact)\\b)(?: ${INSIDE}[A-Za-z\\d$€£%’'-]+){1,16}), (?:(?<second>${SUBJECT}) (?<verb>(?:${AUXILIARY}|${PAST})(?![\\w’'-])|${WITH_OBJECT})|(?<short>(?:it|he|she|that|there|they|we|you|I)['’](?:s|re|m|ll|ve|d))(?= (?!been said\\b)))(?<rest>(?: [^\\s,;:()“”"?—–]+){0,18}?)(?<=[a-z\\d%])\\.(?=[”"]?(?:\\s|$))`,
  'y',
);
const HAS_VERB = new RegExp(
  ` (?:${AUXILIARY}|${PAST}|[a-z]{3,}ed|${WITH_OBJECT.replace(/\(\?= .*$/, '')})(?![\\w’'-])`,
);
/** `It was late, it was said`, `the court was told`: the second clause says who says so. */
const REPORTED =
  /^(?:(?:is|was|were|are|has|have|had|will|would|can|could|did|does|do)(?:n['’]t)? )?(?:been |also |since |later |already |now |not )*(?:said|says?|told|heard|learned|learnt|announced|reported|claimed|confirmed|revealed|understood|believed?|thought|hoped|feared|alleged|emerged|argued|added|warned|found|ruled|noted|explained|insisted|suggested|estimated|predicted|expected|knew|supposed|shown?|seems?|appears?|agreed|decided|stated|wrote|known)(?: (?:on|in|at|this|last|by|yesterday|earlier|later)\b.*)?$/;

const SPLICED = 'Start a new sentence, or use a semicolon or a conjunction.';

export const commaSplice: Rule = {
  id: 'comma-splice',
  group: 'punctuation',
  what: 'Two sentences that only a comma joins, or a comma and an adverb such as *however*.',
  why: 'A comma or an adverb cannot join two main clauses. They need a full stop, a semicolon or a word such as *and* or *but* between them (Chicago Manual of Style). Otherwise, the second clause looks like a part of the first. The rule reports a sentence that has no other comma. Attributions, and clauses that repeat their subject for effect, are left alone. With an adverb it is a suggestion.',
  severity: 'warning',
  bad: { body: 'The pumps failed, the tunnel filled with water.' },
  good: { body: 'The pumps failed, and the tunnel filled with water.' },
  isLocal: true,
  *check(context) {
    if (context.language === 'en') yield* outsideQuotations(context, splices, HAS_SPLICE);
  },
};

const HAS_SPLICE = new RegExp(
  `, (?:however|therefore|nevertheless|nonetheless|consequently|furthermore|moreover|thus)\\b|, (?:${SUBJECT} |(?:it|he|she|that|there|they|we|you|I)['’])`,
);

function* splices(passage: Passage): Generator<TextMatch> {
  yield* withAdverb(passage);
  yield* withoutConjunction(passage);
}

function* withAdverb({ text }: Passage): Generator<TextMatch> {
  for (const { span, found } of matches(text, SPLICE)) {
    const { slip = '' } = found.groups ?? {};
    const first = found[0].slice(0, -slip.length);
    if (DEPENDENT.test(first) || !SENTENCE.test(text.slice(Math.max(0, span.start - REACH), span.start))) continue;
    const start = span.end - slip.length;
    const word = slip.split(/[ ,]/, 1)[0] ?? '';
    yield {
      message: `comma splice before '${word}'`,
      advice: 'Start a new sentence, or use a semicolon.',
      span: { start, end: start + word.length },
      severity: 'information',
    };
  }
}

function* withoutConjunction(passage: Passage): Generator<TextMatch> {
  const { text } = passage;
  const starts = startsOf(text);
  for (const [index, start] of starts.entries()) {
    const comma = text.indexOf(', ', start);
    const end = starts[index + 1] ?? text.length;
    if (comma === -1) return;
    const next = text.indexOf(',', comma + 1);
    if (comma >= end || (next !== -1 && next < end)) continue;
    TWO_CLAUSES.lastIndex = start;
    const found = TWO_CLAUSES.exec(text);
    const { first = '', short = '', second = short, verb = '', rest = '' } = found?.groups ?? {};
    if (!found || !HAS_VERB.test(first) || REPORTED.test(`${verb}${rest}`) || isFigure(first, second, rest)) continue;
    const at = start + first.length + 2;
    const span = { start: at, end: at + second.length };
    yield { message: `comma splice before '${second}'`, advice: SPLICED, span };
  }
}

/** `He came, he saw`: a clause that begins as the first does, or the second half of a contrast, is a figure of speech. */
function isFigure(first: string, second: string, rest: string): boolean {
  const [subject = ''] = first.toLowerCase().split(' ');
  const words = second.split(' ');
  const isPronoun = words.length === 1;
  // `It is small, and for that reason, it is cheap`: the first comma belongs to the phrase.
  if (/ (?:and|but|or) (?:for|in|without|with|by|at|on|from|during|under|as|to)\b/.test(first)) return true;
  if (/\b(?:which|whom)\b/.test(second) || / (?:is|was|are|were)$/.test(first)) return true;
  if (/^(?:the|its|his|her|their)$/.test(words[0] ?? '') && words.length === 3 && isPlural(words[1] ?? '')) return true;
  if (/(?:n['’]t|\bnot|\bno)\b/.test(first) && isPronoun && !/^(?:Nobody|No one)/.test(first)) return true;
  return (isPronoun && subject === second) || / (?:and|or|but) /.test(rest) || /,/.test(rest);
}
