import type { Passage } from '../../model/passage.ts';
import { beginsSentence } from '../../text/sentences.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, matches, outsideQuotations, type TextMatch } from '../passages.ts';
import { mixedCounts } from '../prose/han-counts.ts';
import { isPlural } from '../prose/number.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { sentences } from '../prose/sentences.ts';
import type { Rule } from '../rule.ts';

/** A number of five to nine digits, or one of four digits that is no year, before what is counted. */
const PLAIN =
  /(?<![\w.,#$€£¥:/@+-])(?:\d{5,9}|[3-9]\d{3}|2[2-9]\d\d)(?= (?:new |more |other |young |local |foreign )?([a-z]+)\b)(?![-/])/g;
const MONEY_PLAIN = /(?<=[$€£])\d{4,9}(?![\d,.]*\d|[a-zA-Z])/g;
/** A day without hyphens, as in the name of a snapshot: `20231107`. */
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/;
const HAS_PLAIN = /\d{4}/;
/** A number with a comma, and a number of one sentence with it that has none, whatever follows. */
const WITH_COMMA = /(?<![\w.,$€£¥])\d{1,3},\d{3}(?![\d,])/;
const BARE = /(?<![\w.,#$€£¥:/@+'’-])(?:\d{5,9}|[3-9]\d{3}|2[2-9]\d\d)(?![\w/:@%'’-]|[.,]\d)(?! [A-Z])/g;
/** Before a number that is a name: `room 4000`, `error 8080`. */
const NAMED =
  /\b(?:no|nos|number|room|page|port|line|error|code|version|model|flight|bus|route|highway|zip|box|section|bug|issue|item|id|form|year|width|size|top|type|rfc|pr|iso|snapshot|build|ticket|chapter|article)\.? $/i;
/** `ISO 9001`, `Boeing 7000`. At the start of a sentence, a capital makes no name: `Nearly 5000`. */
const CAPITAL = /[A-Z][\w’'-]* $/;
const COUNTED = /^(?:people|men|women|children|miles|dollars|euros|pounds|tons|tonnes|troops|staff|percent)$/;

export const thousands: Rule = {
  id: 'thousands',
  group: 'numbers',
  what: 'A number of thousands without a comma, such as `50000 people`.',
  why: '*50,000* is easier to read than *50000*. The AP Stylebook and the Chicago Manual of Style use a comma in numbers from 1,000. Years, room numbers, versions and other names are left alone, and so are quotations.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['usage.thousands'],
  bad: { body: 'The lab has 50000 sensors.' },
  good: { body: 'The lab has 50,000 sensors.' },
  isLocal: true,
  *check(context) {
    if (context.language === 'en' && context.house.usage.thousands === 'comma')
      yield* outsideQuotations(context, plainNumbers, HAS_PLAIN);
  },
};

function* plainNumbers(passage: Passage): Generator<TextMatch> {
  const { text } = passage;
  const reported = new Set<number>();
  for (const { span, found } of matches(text, PLAIN)) {
    const [number, noun = ''] = found;
    if (DAY.test(number)) continue;
    if (!isPlural(noun) && !COUNTED.test(noun)) continue;
    const before = text.slice(Math.max(0, span.start - 24), span.start);
    const capital = CAPITAL.exec(before)?.[0].length;
    if (NAMED.test(before) || (capital !== undefined && !beginsSentence(text, span.start - capital))) continue;
    reported.add(span.start);
    yield withComma(number, span);
  }
  for (const { span, found } of matches(text, MONEY_PLAIN)) yield withComma(found[0], span);
  if (!WITH_COMMA.test(text)) return;
  for (const { start, end } of sentences(passage)) {
    const sentence = text.slice(start, end);
    if (!WITH_COMMA.test(sentence)) continue;
    for (const { span, found } of matches(sentence, BARE)) {
      const at = { start: start + span.start, end: start + span.end };
      const before = text.slice(Math.max(0, at.start - 24), at.start);
      if (reported.has(at.start) || DAY.test(found[0]) || NAMED.test(before) || !COUNTING.test(before)) continue;
      yield withComma(found[0], at);
    }
  }
}

/** Words before a number that counts something. They are rare before a number that names something. */
const COUNTING =
  /\b(?:and|or|to|from|of|whom|about|nearly|almost|over|than|just|only|some|around|another|sold|had|has|have|with|for|by|was|were|are|is|but|against|at least|up to) $/i;

function withComma(number: string, span: TextMatch['span']): TextMatch {
  const right = number.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const edits = [{ span, text: right }];
  return { message: `'${number}' without a comma`, advice: `Write '${right}'.`, span, edits, isSafe: false };
}

const SYMBOLS: Readonly<Record<string, string>> = { dollar: '$', euro: '€', pound: '£' };
/** Round millions in figures: $5,000,000 and $1,500,000, but not $5,123,456. */
const ROUND = /([$€£])(\d{1,3})((?:,\d{3})?),(\d)00,000(?![\d,.]*\d)/g;
/** 5 million dollars, 400 euros. Not: Canadian dollars, a million dollars. */
const SPELLED =
  /(?<![\w.,$€£–-])(\d[\d,]*(?:\.\d+)?)( million| billion| trillion)? (dollar|euro|pound)s\b(?! (?:sterling|of|per))/g;
const RANGE = /\d[\d,.]*(?: (?:million|billion|trillion))? ?(?:to|and|or|[-–]) ?$/;
/** $5 million dollars. */
const TWICE = /[$€£]\d[\d,.]*(?: (?:million|billion|trillion))? (?:dollars|euros|pounds)\b/g;

export const moneyStyle: Rule = {
  id: 'money-style',
  group: 'numbers',
  what: 'An amount of money that is not written in the style of the house.',
  why: '*$5 million* is easier to read than *$5,000,000*. The AP Stylebook puts the sign before the figure and spells out *million* and *billion*. Exact amounts keep their figures, and quotations their words.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['usage.money'],
  bad: { body: 'The lab cost $5,000,000 in all.' },
  good: { body: 'The lab cost $5 million in all.' },
  isLocal: true,
  *check(context) {
    if (context.language === 'en' && context.house.usage.money === 'sign')
      yield* outsideQuotations(context, amounts, /[$€£]|\d (?:million |billion |trillion )?(?:dollar|euro|pound)s/);
  },
};

function* amounts({ text }: Passage): Generator<TextMatch> {
  for (const { span, found } of matches(text, ROUND)) {
    const [written, sign = '', first = '', middle = '', tenth = ''] = found;
    const isBillions = middle !== '';
    const tail = isBillions ? `${middle.slice(1)}${tenth}`.replace(/0+$/, '') : tenth.replace('0', '');
    // $1,234,500,000 has too many figures for a short form.
    if (tail.length > 2) continue;
    const right = `${sign}${first}${tail === '' ? '' : `.${tail}`} ${isBillions ? 'billion' : 'million'}`;
    yield rewritten(written, right, span);
  }
  for (const { span, found } of matches(text, SPELLED)) {
    const [written, figure = '', unit = '', currency = ''] = found;
    // A weight, or the end of a range: 5 pounds, 65 to 95 billion euros.
    if ((currency === 'pound' && unit === '') || RANGE.test(text.slice(Math.max(0, span.start - 12), span.start)))
      continue;
    yield rewritten(written, `${SYMBOLS[currency] ?? ''}${figure}${unit}`, span);
  }
  for (const { span, found } of matches(text, TWICE)) yield rewritten(found[0], found[0].replace(/ \w+$/, ''), span);
}

function rewritten(written: string, right: string, span: TextMatch['span']): TextMatch {
  const edits = [{ span, text: right }];
  return { message: `amount '${written}'`, advice: `Write '${right}'.`, span, edits, isSafe: false };
}

/** Two forms of one thing, of which a note uses one. */
interface Forms {
  readonly forms: readonly [RegExp, RegExp];
  readonly language: 'en' | 'zh';
}

const MIXED: readonly Forms[] = [
  { language: 'en', forms: [/[$€£]\d[\d,.]*(?:m|bn|mn|b|M|B)(?![\w])/g, /[$€£]\d[\d,.]* (?:million|billion)/g] },
  {
    language: 'en',
    forms: [/(?<![\w:.])\d{1,2}(?::\d\d)? ?(?:am|pm|AM|PM)(?!\w)/g, /(?<![\w:.])\d{1,2}(?::\d\d)? [ap]\.m\.?/g],
  },
  {
    language: 'en',
    forms: [
      /(?<![\w.])(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?!\d|\w|[.,]?\d)/g,
      /(?<![\w.])\d{1,2} (?:January|February|March|April|June|July|August|September|October|November|December)(?!\w)/g,
    ],
  },
  { language: 'zh', forms: [/百分之[零一二三四五六七八九十百点]+/g, /\d ?[%％]/g] },
  {
    language: 'zh',
    forms: [/[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]/g, /\d{1,2} ?月 ?\d{1,2} ?[日号]/g],
  },
  { language: 'zh', forms: [/[$＄] ?\d/g, /\d ?[万亿]? ?美元/g] },
];

export const mixedFigures: Rule = {
  id: 'mixed-figures',
  group: 'numbers',
  what: 'Two ways to write amounts, times, dates or percentages in one note.',
  why: 'Readers stop to ask whether *$5m* and *$5 million* differ. Every stylebook chooses one form, and GB/T 15835 requires one form in each text. The rule reports the form that the note uses less often, and warns where a Chinese sentence has both for one unit: 300 家 and 八十家. Quotations are left alone.',
  severity: 'information',
  bad: { body: 'The lab cost $5m. The port cost $40 million, and the quay $30 million.' },
  good: { body: 'The lab cost $5 million. The port cost $40 million, and the quay $30 million.' },
  *check(context) {
    if (context.language === 'zh') yield* outsideQuotations(context, mixedCounts, HAN_COUNT);
    for (const { language, forms } of MIXED) {
      if (context.language !== language || !forms.every((form) => context.prose.search(form) !== -1)) continue;
      const [first, second] = forms.map((form) => placesOf(context, form));
      if (!first?.[0] || !second?.[0]) continue;
      const [rare, usual] = first.length <= second.length ? [first, second[0]] : [second, first[0]];
      for (const { passage, match } of rare) {
        const message = `'${match.found}' and '${usual.match.found}' in one note`;
        yield* inPassage(passage, [{ message, advice: 'Use one form throughout the note.', span: match.span }]);
      }
    }
  },
};

/** A number in characters of which a sentence may have another in digits. */
const HAN_COUNT =
  /[十百千][一二三四五六七八九零十百]*(?:万|亿)?[元美欧人名家个辆架艘台座套起件份所间张位吨公平米票款项次]/;

interface Place {
  readonly passage: Passage;
  readonly match: { readonly span: TextMatch['span']; readonly found: string };
}

function placesOf({ passages }: RuleContext, form: RegExp): readonly Place[] {
  return passages.flatMap((passage) =>
    [...matches(passage.text, form)]
      .filter(({ span }) => !isQuotedAt(passage, span))
      .map(({ span, found }) => ({ passage, match: { span, found: found[0] } })),
  );
}
