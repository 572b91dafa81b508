import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import { memoize, memoizeText } from '../memoize.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import { numbersIn, numbersOf } from '../prose/numbers.ts';
import { countSame, type Figure, figuresOf, isResultOf, isSame, nounsOf, sharedWords } from '../prose/same-figure.ts';
import type { Rule } from '../rule.ts';

const DIGIT = /\d/;
const NUMERAL =
  /[二两三四五六七八九十百千万亿]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion)\b/i;

/** Titles of lists: `6 Ways to Sleep`, `Top 10`, `三大看点`. The list itself shows how many there are. */
const LIST =
  /^(?:[ -](?:[a-z’'-]+ ){0,2}(?:ways|things|reasons|tips|lessons|steps|facts|questions|takeaways|ideas|tricks|rules|signs|myths|mistakes|secrets|tools|points|examples|stories|trends|predictions|charts|books|minutes?)\b| ?(?:个|条|种|大|点|招|件|句|本|问|步)(?:方法|理由|问题|看点|建议|技巧|要点|趋势|误区|关键|事实|教训|原因|步骤|变化|启示|亮点)?)/i;
/** Words for percentages and counts that are no numbers. */
const WORDS: readonly (readonly [number, string, RegExp])[] = [
  [50, '%', /\bhal(?:f|ves|ved|ving)\b|一半|减半|过半|半数/i],
  [100, '%', /\bdoubl|\btwice\b|\bfull|\ball\b|翻|全部|一倍/i],
  [200, '%', /\btripl|\bthree(?:fold| times)\b|两倍/i],
  [25, '%', /\bquarters?\b/i],
  [33, '%', /\bthirds?\b/i],
  [2, '', /\b(?:both|twice|couple|pair|twins?|twofold|doubl)|两|双|俩/i],
  [10, '', /\bdecade\b|十/i],
  [20, '', /\btwo decades\b/i],
  [100, '', /\bcentury\b|\bcentenary\b|百年/i],
];
/** A zero too many makes a number ten times as large. Without like words, a number that is far off counts something else. */
const SLIP = 11;
const NEAR = 2.5;
/** Spans of time differ from each other more often than they contradict each other. */
const TIMES =
  /^(?:year|month|week|day|hour|minute|second|decade|century|times|个?多?(?:月|年|天|周|小时|星期|分钟)|岁)/;

export const headlineFigure: Rule = {
  id: 'headline-figure',
  group: 'headline',
  what: 'A number in the headline or the dek that the body and the insight do not have.',
  why: 'Headlines are often written last, and many readers read nothing else. It is a warning if the body has a different number, and a suggestion if the body has no such number, because the number may be a sum. Words count as digits, and a headline may round. Years, versions and the length of a list, as in *6 ways to*, are left alone.',
  severity: 'warning',
  bad: {
    front: { headline: '"Lab Cuts Costs by 40% With Robots"' },
    body: 'The lab cut its costs by 45%.\n\nIts director said, "We sleep, and the lab does not."',
  },
  good: {
    front: { headline: '"Lab Cuts Costs by 45% With Robots"' },
    body: 'The lab cut its costs by 45%.\n\nIts director said, "We sleep, and the lab does not."',
  },
  *check(context) {
    if (context.language !== 'en' && context.language !== 'zh') return;
    const titles = [context.headline, context.values.find(({ key, text }) => key === 'dek' && text !== '')];
    for (const title of titles) {
      const text = title?.text ?? '';
      if (!title || !(DIGIT.test(text) || NUMERAL.test(text)) || textOf(context) === '') continue;
      if (!areWritten(text, textOf(context))) yield* inPassage(title, unlikeBody(title, context));
    }
  },
};

function* unlikeBody(title: Passage, context: RuleContext): Generator<TextMatch> {
  const { text, key } = title;
  const where = key === 'dek' ? 'dek' : 'headline';
  for (const figure of figuresOf(text, numbersIn(text, true))) {
    const { span, written, role, unit } = figure;
    if (role !== 'amount' || unit === '/' || figure.value === 0 || isName(text, figure)) continue;
    const all = bodyFigures(context);
    if (all.some((one) => isSame(figure, one)) || isInRange(figure, all) || isSaid(figure, context)) continue;
    const other = contradiction(figure, all);
    const message = `${where} says ${written}, but the body ${other ? `says ${other.written}` : 'does not'}`;
    const advice = other ? `Correct the ${where} or the body.` : 'Add the number to the body, or check it.';
    yield { message, advice, span, ...(other ? {} : { severity: 'information' }) };
  }
}

/** Whether the body has each number of a title in the same digits. Then none has to be read, which takes longer. */
function areWritten(title: string, body: string): boolean {
  if (NUMERAL.test(title)) return false;
  return Array.from(title.matchAll(/[$€£¥]?\d+(?:[.,]\d+)*%?/g)).every(({ 0: written, index }) => {
    const at = body.indexOf(written);
    return at !== -1 && standsAlone(title, index, written.length) && standsAlone(body, at, written.length);
  });
}

/** Whether no digit, magnitude or unit continues a number. */
function standsAlone(text: string, start: number, length: number): boolean {
  const end = start + length;
  return /[\s(]/.test(text.charAt(start - 1) || ' ') && NOTHING_MORE.test(text.slice(end, end + 14));
}

const NOTHING_MORE =
  /^[.,;:!?)]?(?:\s(?!(?:hundred|thousand|million|billion|trillion|points?|percent|per cent|dollars?|euros?|yuan|yen)\b|[万亿千])|$)/i;

/** Whether a number of a headline is part of a name, or counts the items of a list. */
function isName(text: string, { span, unit, written }: Figure): boolean {
  if (unit !== '' || /[a-z万亿]/i.test(written.replace(/^[a-z-]+$/i, ''))) return false;
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const isList = /(?:^|[:：] ?|\bTop |\bThe )$/i.test(before) && LIST.test(text.slice(span.end));
  // `Python 3.12` and `Hack Week 2 at Acme`, but not `Fires 40`, `Kills 40` and `Hires 40 Workers`.
  const isVersion = /\.\d/.test(written);
  const isNamed = /(?:^|\s)[A-Z][\w’'-]*(?<!s|ed|ing|ly) $/.test(before) && !COUNTED.test(text.slice(span.end));
  return isList || isVersion || isNamed || /^[/:]\d/.test(text.slice(span.end));
}

/** A plural noun after a number, perhaps after an adjective. */
const COUNTED = /^[ -](?:[A-Za-z’'-]+ ){0,2}?(?:[A-Za-z-]+s|people|men|women|children)\b|^ ?[\u3400-\u9fff]/i;

const figuresInText = memoizeText((text) => figuresOf(text, numbersOf(text)));
const figuresInCell = memoizeText((text) => figuresOf(text, numbersOf(text), true));

function figuresIn({ text, kind }: Passage): readonly Figure[] {
  return kind === 'cell' ? figuresInCell(text) : figuresInText(text);
}

/** The figures outside the front matter and the headline. */
const bodyFigures = memoize((context: RuleContext): readonly Figure[] => bodyPassages(context).flatMap(figuresIn));

const bodyPassages = memoize(({ passages, note }: RuleContext): readonly Passage[] => {
  const title = new Set(note.headline?.block.passages ?? []);
  return passages.filter((passage) => passage.kind !== 'value' && !title.has(passage));
});

const textOf = memoize((context: RuleContext) =>
  bodyPassages(context)
    .map(({ text }) => text)
    .join('\n'),
);

function isInRange(figure: Figure, all: readonly Figure[]): boolean {
  return all.some(({ isRange, value, unit }, at) => {
    const end = all[at + 1];
    return isRange && end?.isRange && unit === figure.unit && figure.value >= value && figure.value <= end.value;
  });
}

/** Whether the body says the number in other words, or gives the figures of which it is the result. */
function isSaid(figure: Figure, context: RuleContext): boolean {
  const { value, unit } = figure;
  if (WORDS.some(([one, itsUnit, words]) => one === value && itsUnit === unit && words.test(textOf(context))))
    return true;
  if (unit === 'x') return true;
  return bodyPassages(context).some((passage) => isResultOf(figure, figuresIn(passage)));
}

/** Returns the figure of the body that contradicts one of the headline: the only one of its kind, or one in like words. */
function contradiction(figure: Figure, all: readonly Figure[]): Figure | undefined {
  const amounts = all.filter(({ role }) => role === 'amount');
  const alike = amounts.filter((one) => countSame(figure, one));
  const isTime = figure.unit === '' && nounsOf(figure).some((noun) => TIMES.test(noun));
  const least = isTime ? 3 : 1;
  const inLikeWords = alike.find((one) => isSlip(figure, one, SLIP) && sharedWords(figure, one) >= least);
  if (inLikeWords || isTime) return inLikeWords;
  const [only] = alike;
  if (only && isSlip(figure, only, NEAR) && new Set(alike.map(({ value }) => value)).size === 1) return only;
  // `Six Hurt as Tram Leaves Rails`: seven people were hurt when a tram left the rails.
  return amounts.find((one) => one.unit === figure.unit && isSlip(figure, one, NEAR) && sharedWords(figure, one) > 2);
}

/** Whether a number is so near to another, or has the same digits, that one may be a slip for the other. */
function isSlip({ value }: Figure, other: Figure, times: number): boolean {
  const ratio = Math.max(value, other.value) / Math.min(value, other.value);
  return ratio <= times || Number.isInteger(Number(Math.log10(ratio).toFixed(9)));
}
