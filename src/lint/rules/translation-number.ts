import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import type { TextMatch } from '../passages.ts';
import { inPassage, inProse } from '../passages.ts';
import { numbersIn, numbersOf, type Quantity } from '../prose/numbers.ts';
import type { Rule, Violation } from '../rule.ts';
import { shortened } from '../source-text/source-text.ts';
import { comparableVersion, type FirstVersion, placeOf, printedText } from '../translation/first-version.ts';
import { counterpart, hasNumber, isCompared, isSmallFigure } from '../translation/numbers.ts';
import { simplifiedPassage } from '../translation/simplified.ts';

export const translationNumber: Rule = {
  id: 'translation-number',
  group: 'source',
  what: 'A number that differs from the first version of the story in another language.',
  why: 'Between Chinese and English, a number changes its magnitude: 1,200 万 is 12 million, and 1.2 亿 is 120 million. An error by a factor of ten is easy to make and hard to see. The rule converts magnitudes, percentages, money, rounded numbers and converted measures. It leaves out whole numbers below ten without a unit. A number that only the first version has is a suggestion.',
  severity: 'warning',
  needs: 'first version',
  bad: { body: 'The lab cost 12 million yuan.', translationOf: { body: '实验室耗资 1.2 亿元。', house: 'abab-zh' } },
  good: { body: 'The lab cost 120 million yuan.', translationOf: { body: '实验室耗资 1.2 亿元。', house: 'abab-zh' } },
  *check(context) {
    const first = comparableVersion(context);
    if (!first) return;
    const own = printedText(context);
    const { text } = first.text.source;
    const isEver = (number: Quantity) => isCompared(number) || isSmallFigure(text, number);
    const missing = new Set(first.text.numbers.filter((one) => isEver(one) && !hasNumber(text, one, own)));
    let offset = 0;
    for (const passage of context.passages) {
      yield* inPassage(passage, inProse(passage, changedNumbers(passage, offset, context, first, missing)));
      offset += passage.text.length + 2;
    }
    yield* leftOut(context, first, missing);
  },
};

/** @param missing what the first version has and the second does not; a number that was compared is taken out. */
function* changedNumbers(
  passage: Passage,
  offset: number,
  context: RuleContext,
  first: FirstVersion,
  missing: Set<Quantity>,
): Generator<TextMatch> {
  const plain = simplifiedPassage(passage);
  const { text } = plain;
  for (const number of passage === context.headline ? numbersIn(text, true) : numbersOf(plain.text)) {
    const isSmall = !isCompared(number);
    if ((isSmall && !isSmallFigure(text, number)) || hasNumber(text, number, first.text)) continue;
    const near = counterpart(context.prose, number, offset + number.span.start, first.text, missing);
    if (isSmall && !(near && isSmallFigure(first.text.source.text, near))) continue;
    if (near) missing.delete(near);
    yield {
      message: `number '${shortened(written(passage.text, number), 30)}' is not in the first version`,
      advice: near
        ? `Compare ${placeOf(first.context, near.span.start)}: '${written(first.context.prose, near)}'.`
        : `Check it against ${first.context.source.path}.`,
      span: number.span,
    };
  }
}

function written(text: string, { span }: Quantity): string {
  return text.slice(span.start, span.end);
}

function* leftOut(context: RuleContext, first: FirstVersion, missing: ReadonlySet<Quantity>): Generator<Violation> {
  const span = context.headline?.span ?? { start: 0, end: Math.min(1, context.source.text.length) };
  for (const number of missing) {
    if (!isCompared(number)) continue;
    yield {
      message: `number '${shortened(written(first.context.prose, number), 24)}' of the first version is left out`,
      advice: `Compare ${placeOf(first.context, number.span.start)}.`,
      span,
      severity: 'information',
    };
  }
}
