import { FRACTION_WORDS } from './figure-fractions.ts';
import { AMOUNT, OTHER, PERCENT, POINTS } from './skeleton.ts';

/** How the sentences of news relate figures to each other, as patterns over a skeleton. */
export interface FigureForm {
  /**
   * `change`: Z is the change from A to B. `share`: Z is A in percent of B. `multiple`: B is `ratio` times A. `rise` and
   * `fall`: B is above or below A. `parts`: the numbers after the first are its parts, or in the order `PT` those before the
   * last. `subset`: B is a part of A. `fraction`: A is a part of B that words name. `half-point`: B is half a point from A.
   */
  readonly kind: 'change' | 'share' | 'multiple' | 'rise' | 'fall' | 'parts' | 'subset' | 'fraction' | 'half-point';
  /** The roles of the numbers in the order of the text. */
  readonly order: string;
  /** Each of them matches each text that the pattern matches, and is quick to try. */
  readonly signs: readonly RegExp[];
  /** The fewest numbers of one sentence that the pattern matches. */
  readonly least: number;
  /** For a skeleton in lower case. With the flag `g`. */
  readonly pattern: RegExp;
  readonly ratio?: number;
}

const A = `[${AMOUNT}${PERCENT}]`;
const NOT = `[^${AMOUNT}${PERCENT}${POINTS}${OTHER}.;!?:。；！？]`;
/** Text without numbers. */
const gap = (most: number) => `${NOT}{0,${most}}?`;

/** Verbs that need no object: `Output rose from 5 tons to 10 tons`. */
const ROSE =
  'r[io]ses?|risen|gr[eo]ws?|grown|increased|climb(?:s|ed)|jump(?:s|ed)|surge[sd]|soar(?:s|ed)|swelled|expanded|raised|lifted|boosted|went up|shot up';
const FELL =
  'fell|falls|fallen|dropped|declined|decreased|shrank|shrunk|plunged|slumped|sank|tumbled|slipped|slid|dipped|cut|reduced|lowered|slashed|trimmed|narrowed|went down';
const VERB = `${ROSE}|${FELL}|rising|growing|increas(?:e|ing)|climb(?:ing)?|jump(?:ing)?|surg(?:e|ing)|soar(?:ing)?|rais(?:e|ing)|lift(?:ing)?|boost(?:ing)?|up|fall(?:ing)?|drop(?:ping)?|declin(?:e|ing)|decreas(?:e|ing)|shrink(?:ing)?|cutting|reduc(?:e|ing)|lower(?:ing)?|slash(?:ing)?|down`;
const NOUN =
  '(?:increase|rise|jump|gain|growth|surge|climb|decrease|decline|drop|fall|cut|reduction|loss|change|improvement|difference|leap|hike|slump|plunge|saving|discount)';
/** Text without another clause, whose figures would be others. */
const same = (most: number, others = 'and') =>
  `(?:(?!\\b(?:and|as|while|when|after|because|with|if|but|than|whose|which|${others})\\b)${NOT}){0,${most}}?`;
/** What shows that a percentage is no result of the figures beside it: it has another base or another span of time. */
const NO_RESULT =
  '(?!,? (?:of(?! (?:them|those|the total|all)\\b)|a (?:year|month|week|quarter|day)|per|each|every|annual|annually|yearly|year[- ]o|on (?:average|the year)|compound|more|less|higher|lower|fewer|above|below|compared|from a|than|points?)\\b|[- ]?(?:CAGR|APR))';
const ANY_RATE = `[${PERCENT}${POINTS}]`;
const Z = `${ANY_RATE}${NO_RESULT}`;
const ADJECTIVE = '(?:(?!average|annual|yearly|compound|mean)[a-z]+ )?';
const RESULT = `(?:(?:,? or,? (?:by |up |down |an? ${ADJECTIVE}${NOUN} of )?|,? (?:an?|the) ${ADJECTIVE}${NOUN} of |,? (?:up|down) (?:by )?| ?[(（](?:an? |up |down |by |or |[+-])?)${Z}|,? (?:an?|the) ${Z}[- ]${ADJECTIVE}${NOUN})`;
const FROM_TO = `\\bfrom ${A}${same(50)} to ${A}`;
/** `rose 3% to $45, up from $30`: the percentage may be that of a day, and the older price that of a year ago. */
const TO_FROM = `\\bto ${A}${same(40, 'up|down')},? from ${A}`;
/** What a part is called: `five members of the 20`, but not `13 million, an increase of 1 million`. */
const PART = `(?:(?!\\b(?:an?|the)\\b|,)${NOT}){0,25}?`;
/** `in bonds`, `for the Greens`, `guards`. */
const PIECE =
  '(?: (?:in|for|to|from|at|on))?(?: (?:the|an?))?(?: (?!(?:in|for|to|from|at|on|the|an?|and)\\b)[A-Za-z-]+){1,2}?';
const NUMBER_OR_ONE = `(?:${AMOUNT}|an?|one)`;
/** A part of a list: `$50 million in bonds`, `two guards`, `a guard`. */
const ONE_PART = `${NUMBER_OR_ONE}${PIECE}`;
/** `six in Hamburg` */
const PLACED = `${AMOUNT} (?:in|at|from|on) (?:the )?[A-Za-z-]+(?: [A-Z][a-z]+)?`;
/** `including $3 billion from banks`, but not `including the $3 billion fund`. */
const NO_NAME =
  '(?=(?: [a-z]+)?(?:[.,;)]| (?:in|from|of|for|to|was|were|is|are|will|went|goes|came|who|with|at|that)\\b)|$)';
const GROUP = '(?:delegation|group|team|panel|jury|board|crew|class|committee|party|council|staff|cast|squad)';
const OF =
  "(?: out)? of (?:(?:the|an?|its|their|all|some|these|those|our|his|her|a total of|more than|[\\w-]+['’]s?) ){0,4}";

/** @param sign what every match has, beside what its kind and its pattern show. */
function form(kind: FigureForm['kind'], order: string, pattern: string, sign = ANY, ratio?: number): FigureForm {
  return {
    kind,
    order,
    signs: [
      SIGNS[kind] ?? ANY,
      pattern.includes(`from ${A}`) ? /from / : ANY,
      pattern.includes(ANY_RATE) ? new RegExp(ANY_RATE) : ANY,
      sign,
    ],
    least: kind === 'parts' ? 3 : order.length,
    // In lower case: a pattern that ignores case takes twice as long to compile.
    pattern: new RegExp(pattern.toLowerCase(), 'g'),
    ...(ratio === undefined ? {} : { ratio }),
  };
}

const ANY = /^/;
const SIGNS: Readonly<Partial<Record<FigureForm['kind'], RegExp>>> = {
  share: new RegExp(PERCENT),
  subset: /including|of wh(?:ich|om)|among them|其中/,
  fraction: new RegExp(
    `(?:half|third|quarter|fifth|sixth|eighth|tenth|${OTHER})(?:[,.)）;；:]| of (?:them|those|it|that|this|the (?:sum|money|total|amount|price|budget)))`,
  ),
};

const english = (): readonly FigureForm[] => [
  form('change', 'ABZ', `${FROM_TO}${same(50)}${RESULT}`),
  form('change', 'BAZ', `\\bto ${A}${gap(40)},? (?:up |down )?from ${A}${same(40)}${RESULT}`),
  form('change', 'ZAB', `\\b(?:${VERB}|by|an?|the) (?:by )?${Z}${same(40)},? ${FROM_TO}`),
  form('change', 'ZBA', `\\b(?:${VERB}|by|an?|the) (?:by )?${Z}${same(40)},? ${TO_FROM}`),
  form('change', 'ZAB', `\\b(?:${VERB}) ${same(30)}by ${AMOUNT}${same(20)},? ${FROM_TO}`),
  form('change', 'ZBA', `\\b(?:${ROSE}|${FELL}) (?:by )?${AMOUNT}${same(20)},? ${TO_FROM}`),
  form(
    'share',
    'ABZ',
    `${A}${PART}${OF}${A}${same(60)}(?:,? or,? ${Z}|,? ?[(（–—-] ?${Z}(?: of (?:them|those|the total))?[)）])`,
    / of /,
  ),
  form(
    'share',
    'BAZ',
    `\\bof (?:(?:the|its|their|all) )?${AMOUNT}${gap(40)}, ${A}${same(30)}(?:,? or,? ${Z}|,? ?[(（]${Z}(?: of (?:them|those|the total))?[)）])`,
    /of /,
  ),
  form('share', 'ABZ', `${AMOUNT} in (?:every )?${AMOUNT}(?: [a-z]+){0,2}(?:,? or ${Z}| [(（]${Z}[)）])`, / in /),
  form(
    'share',
    'ZAB',
    `${PERCENT}${gap(40)}(?:[(（]| — |, or )${A}${gap(20)}(?:${OF}|/)${A}${gap(20)}[)）,.]`,
    /[(（]| — |, or /,
  ),
  ...(
    [
      ['doubl(?:e[ds]?|ing)', 2, /doubl/],
      ['tripl(?:e[ds]?|ing)', 3, /tripl/],
      ['quadrupl(?:e[ds]?|ing)', 4, /quadrupl/],
      ['(?:halv(?:e[ds]?|ing)|(?:in|by) half(?! an?\\b))', 0.5, /hal[fv]/],
    ] as const
  ).flatMap(([word, ratio, sign]) => [
    form('multiple', 'AB', `\\b${word}\\b${same(40)},? ${FROM_TO}`, sign, ratio),
    form('multiple', 'BA', `\\b${word}\\b${same(40)},? ${TO_FROM}`, sign, ratio),
  ]),
  form('rise', 'AB', `\\b(?:(?:${ROSE})\\b${same(40)}|up) ${FROM_TO}`),
  form('rise', 'BA', `\\b(?:${ROSE})\\b${same(30)} ${TO_FROM}`),
  form('fall', 'AB', `\\b(?:(?:${FELL})\\b${same(40)}|down) ${FROM_TO}`),
  form('fall', 'BA', `\\b(?:${FELL})\\b${same(30)} ${TO_FROM}`),
  form('rise', 'BA', `${A}${gap(60)}(?:,|[(（]|–|—|-| is| was| are| were) ?up (?:[a-z]+ly )?from ${A}`),
  form('fall', 'BA', `${A}${gap(60)}(?:,|[(（]|–|—|-| is| was| are| were) ?down (?:[a-z]+ly )?from ${A}`),
  form(
    'parts',
    '',
    `(?:\\b${GROUP} of ${AMOUNT}|${AMOUNT} [a-z]+)(?:,|:| [–—-]| [(（]) ?(?:${AMOUNT} [a-z]+(?:, | ))+and ${AMOUNT} [a-z]+(?= ?[.;,)）–—]|$)`,
    / and /,
  ),
  form(
    'parts',
    '',
    `${AMOUNT}(?: [a-z]+)?(?::|,? made up of|,? consisting of|,? comprising) (?:${ONE_PART},? ){1,8}and ${ONE_PART}(?=[.;)]|$)`,
    /:|made up of|consisting of|comprising/,
  ),
  // `$12 million is split three ways: $5 million for schools and $7 million for roads`
  form(
    'parts',
    '',
    `${AMOUNT}${gap(40)}\\b(?:split|divided|shared|broken down)\\b(?: [a-z]+)?(?: ${AMOUNT} [a-z]+)?: (?:${ONE_PART},? ){1,8}and ${ONE_PART}(?=[.;)]|$)`,
    /split|divided|shared|broken down/,
  ),
  form('parts', '', `${AMOUNT} [a-z]+(?:,| [–—-]) ${PLACED}(?:, ${PLACED}){0,8},? and ${PLACED}(?=[.;,)]|$)`, / and /),
  form(
    'parts',
    'PT',
    `(?:${AMOUNT}${PIECE}, ){0,8}${AMOUNT}${PIECE},? (?:and|plus) ${AMOUNT}${PIECE}, (?:(?:for|or|making|giving|bringing) )?(?:(?:an?|the|its) )?(?:total (?:of|to) ${AMOUNT}|${AMOUNT}${PIECE} (?:in all|in total|altogether|combined|overall))`,
    /total|in all|altogether|combined|overall/,
  ),
  form('subset', 'AB', `${AMOUNT}${same(30)}, (?:including|of which|of whom|among them) ${AMOUNT}${NO_NAME}`),
  form(
    'fraction',
    'AB',
    `${AMOUNT}${PART}${OF}${AMOUNT}(?: [a-z]+){0,3}(?:,? or,? | [(（]|, )${FRACTION_WORDS}(?=[,.)）;:]| of (?:them|those|the total)\\b)`,
  ),
  form(
    'fraction',
    'BA',
    `${AMOUNT}${gap(70)}\\b${FRACTION_WORDS} of (?:it|that|this|them|the (?:sum|money|total|amount|price|budget))(?:,| or| [–—-]| [(（]) ?${AMOUNT}`,
  ),
  form('share', 'BAZ', `${AMOUNT} [a-z]+${gap(30)}, (?:and|of whom|of which) ${AMOUNT},? or,? ${Z}`, /, (?:and|of wh)/),
  form(
    'fraction',
    'BA',
    `(?:\\bof (?:(?:the|its|their|all) )?${AMOUNT}${gap(40)}, |${AMOUNT} [a-z]+${gap(30)}, (?:and|of whom|of which) )${AMOUNT},? or,? ${FRACTION_WORDS}(?=[,.)；;])`,
  ),
  form('half-point', 'AB', `${FROM_TO}${same(30)} (?:of|by) half a per ?cent(?!age)`, /half a per/),
  form('rise', 'BA', `\\bup ${TO_FROM}`),
];

const UP = '(?:增长|增加|上升|上涨|提高|提升|扩大|攀升|跃升|上调|调高|增|升|涨)';
const DOWN = '(?:下降|减少|下跌|降低|缩减|缩小|回落|下调|调低|降|减|跌|缩)';
const HAN_FROM = `[从由] ?${gap(12)}${A}${gap(12)}`;
const CHANGED = `(?:增长|增加|上升|上涨|提高|提升|扩大|增幅|涨幅|升幅|下降|减少|下跌|降低|缩减|降幅|跌幅)(?:了|为|达到|达)? ?`;

const chinese = (): readonly FigureForm[] => [
  form('change', 'ABZ', `${HAN_FROM}(?:${UP}|${DOWN})[至到为] ?${A}${gap(12)}[，（(] ?${CHANGED}${ANY_RATE}(?! ?以)`),
  form('change', 'ZAB', `${CHANGED}${ANY_RATE}[，（(] ?${HAN_FROM}(?:${UP}|${DOWN})[至到为] ?${A}`),
  form(
    'share',
    'BAZ',
    `${AMOUNT}${gap(12)}(?:之)?中[，有]{0,2} ?${AMOUNT}${gap(20)}，占(?:比|总数的|总数)?(?:为|达)? ?${PERCENT}`,
  ),
  form('share', 'ABZ', `${AMOUNT}${gap(12)}，占(?:全部|总共|所有)? ?${AMOUNT}${gap(12)}的 ?${PERCENT}`),
  form(
    'multiple',
    'AB',
    `${HAN_FROM}(?:${UP}|翻)[至到为] ?${A}${gap(12)}[，（(] ?(?:实现)?翻(?:了)?(?:一番|倍)`,
    ANY,
    2,
  ),
  form('multiple', 'AB', `${HAN_FROM}(?:${UP}|翻)[至到为] ?${A}${gap(12)}[，（(] ?(?:实现)?翻(?:了)?两番`, ANY, 4),
  form('multiple', 'AB', `${HAN_FROM}翻(?:了?一番|番|倍)[至到为，] ?${gap(2)}${A}`, ANY, 2),
  form('rise', 'AB', `${HAN_FROM}${UP}[至到为] ?${A}`),
  form('fall', 'AB', `${HAN_FROM}${DOWN}[至到为] ?${A}`),
  form(
    'parts',
    '',
    `${AMOUNT} ?[人名位]${gap(16)}[，：（(] ?(?:其中)?[，：]?男[性生]? ?${AMOUNT} ?[人名位]?[，、]? ?女[性生]? ?${AMOUNT}`,
  ),
  form('parts', '', `${AMOUNT} ?[人名位]${gap(8)}[，：（(] ?(?:其中)? ?${AMOUNT} ?男${gap(2)}${AMOUNT} ?女`),
  form('subset', 'AB', `${AMOUNT} ?${gap(6)}，其中(?:(?![增减较同比])[\\u4e00-\\u9fff]){0,4} ?${AMOUNT}`),
];

const made = new Map<string, readonly FigureForm[]>();

/** Returns the forms of a language. Made on first use, because most notes need none. */
export function formsOf(language: string): readonly FigureForm[] {
  const forms = made.get(language) ?? (language === 'zh' ? chinese() : english());
  made.set(language, forms);
  return forms;
}
