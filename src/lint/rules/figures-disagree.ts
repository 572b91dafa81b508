import type { Passage } from '../../model/passage.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import { formsOf } from '../prose/figure-forms.ts';
import { ANY_PRODUCT, faultOfProduct } from '../prose/figure-products.ts';
import { faultOf } from '../prose/figures.ts';
import { lowered, numbersOf } from '../prose/numbers.ts';
import { sentences } from '../prose/sentences.ts';
import { AMOUNT, PERCENT, POINTS, skeletonOf } from '../prose/skeleton.ts';
import type { Rule } from '../rule.ts';

const ANY =
  /\b(?:each|apiece|average|including|of wh(?:ich|om)|among them|in all|total|half a per ?cent)\b|\b(?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)(?:[,.)）;；:]| of (?:them|those|it|that|this|the (?:sum|money|total|amount|price|budget)))|[$€£]\d[\d.,]*(?: [a-z]+)? (?:per|a) [a-z]|, (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?) (?:in|at|from|on) [A-Z]|其中|每|均|%|％|per ?cent|\bpct\b|\b(?:up|down)\b[ a-z]{0,12} from\b|(?:doubl|tripl|quadrupl|halv)(?:e|ing)|\b(?:in|by) half\b|\bfrom [^;]{1,60} to\b|\bto [^;]{1,60} from\b|made up of|[a-z\d]: [^;]{1,60}\band\b|\b(?:wo)?men\b|\bboys\b|\bwins\b|\bgold\b|百分|[从由][^。；]{1,30}[至到为]|男[^。；]{1,20}女/;

export const figuresDisagree: Rule = {
  id: 'figures-disagree',
  group: 'numbers',
  what: 'Figures in one sentence that do not give the result that the sentence states: a change, a share, a sum of parts or a product.',
  why: 'From 5 tons to 10 tons is a rise of 100%, not 50%, and from 4% to 5% is one percentage point, not 1%. The AP Stylebook asks editors to check all arithmetic, and to tell percent from percentage points. The rule allows what rounding and words such as *about* and *nearly* allow. Quotations are left alone.',
  severity: 'warning',
  bad: { body: 'Output rose from 5 tons to 10 tons, or 50%.' },
  good: { body: 'Output rose from 5 tons to 10 tons, or 100%.' },
  isLocal: true,
  *check(context) {
    if (context.language !== 'en' && context.language !== 'zh') return;
    yield* outsideQuotations(context, (passage) => disagreements(passage, context.language), ANY);
  },
};

const FIGURE = new RegExp(`[${AMOUNT}${PERCENT}${POINTS}]`, 'g');

function* disagreements(passage: Passage, language: string): Generator<TextMatch> {
  const { text } = passage;
  const skeleton = skeletonOf(text, numbersOf(text));
  const found: TextMatch[] = [];
  const most = Math.max(...skeleton.text.split(/[.;!?。；！？]/).map((part) => part.match(FIGURE)?.length ?? 0));
  if (most < 2) return;
  const lower = lowered(skeleton.text);
  for (const form of formsOf(language)) {
    if (form.least > most || !form.signs.every((sign) => sign.test(lower))) continue;
    for (const { span, found: match } of matches(lower, form.pattern)) {
      const quantities = skeleton.quantities(span);
      const start = sentenceStart(skeleton.text, span.start);
      const sentence = skeleton.text.slice(start, span.end);
      const earlier = skeleton.quantities({ start, end: span.start });
      const fault = faultOf(form, { text, sentence, matched: match[0], quantities, earlier });
      const [first, last] = [quantities[0], quantities.at(-1)];
      if (!fault || !first || !last) continue;
      const whole = { start: first.span.start, end: last.span.end };
      // A wrong result comes before a wrong direction, which may follow from it.
      if (!found.some((one) => one.span.start < whole.end && whole.start < one.span.end))
        found.push({ ...fault, span: whole });
    }
  }
  if (ANY_PRODUCT.test(text)) {
    for (const { start, end } of sentences(passage)) {
      const quantities = numbersOf(text).filter(({ span }) => start <= span.start && span.end <= end);
      const fault = quantities.length > 2 ? faultOfProduct(text, quantities) : undefined;
      if (fault && !found.some(({ span }) => span.start < fault.span.end && fault.span.start < span.end))
        found.push(fault);
    }
  }
  yield* found.sort((one, other) => one.span.start - other.span.start);
}

/** How far back a number may be that a form refers to. */
const REACH = 300;

function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - REACH), at);
  const end = Math.max(
    ...['. ', '! ', '? ', '; ', '\n', '。', '！', '？', '；'].map((mark) => before.lastIndexOf(mark)),
  );
  return Math.max(0, at - before.length) + (end === -1 ? 0 : end + 1);
}
