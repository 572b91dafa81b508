import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import { inPassage, inProse, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';
import { type SourceDays, sourceDays } from '../source-text/days.ts';
import { type MissingDate, missingDates, nearestDate } from '../source-text/missing-dates.ts';
import { comparableVersion, type FirstVersion, placeOf } from '../translation/first-version.ts';
import { simplifiedPassage } from '../translation/simplified.ts';

export const translationDate: Rule = {
  id: 'translation-date',
  group: 'source',
  what: 'A day, a weekday, a month or a year that differs from the first version of the story in another language.',
  why: 'Readers rely on dates, and every translation retypes them. `March 3` and 3 月 3 日 are the same, and *Tuesday* and *yesterday* are worked out from the `date` of the first version. Times of day are not compared.',
  severity: 'warning',
  needs: 'first version',
  bad: {
    body: 'The lab opened on March 3, 2026.',
    translationOf: { body: '实验室于 2026 年 3 月 2 日开放。', house: 'abab-zh' },
  },
  good: {
    body: 'The lab opened on March 3.',
    translationOf: { body: '实验室于 2026 年 3 月 3 日开放。', house: 'abab-zh' },
  },
  *check(context) {
    const first = comparableVersion(context);
    if (!first) return;
    const days = sourceDays(first.text, first.context.article.date ?? context.article.date, true);
    for (const passage of context.passages)
      yield* inPassage(passage, inProse(passage, changedDates(passage, days, first)));
  },
};

function* changedDates(passage: Passage, days: SourceDays, first: FirstVersion): Generator<TextMatch> {
  const plain = simplifiedPassage(passage);
  const ownYear = first.context.article.date?.slice(0, 4);
  for (const missing of [...missingDates(plain, days), ...missingHanMonths(plain.text, days)]) {
    const { kind, span } = missing;
    if (kind === 'year' && passage.text.slice(span.start, span.end) === ownYear && isBesideMonth(plain.text, span))
      continue;
    if (kind === 'year' && /^s\b/.test(plain.text.slice(span.end)) && first.text.source.text.includes('年代')) continue;
    const written = passage.text.slice(span.start, span.end);
    yield { message: `${kind} '${written}' is not in the first version`, advice: advice(missing, first), span };
  }
}

/** A translation may add the year of the story to a month. */
function isBesideMonth(text: string, { start, end }: Span): boolean {
  return (
    /^ ?年 ?\d{1,2} ?月/.test(text.slice(end, end + 8)) ||
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December),? $/.test(
      text.slice(Math.max(0, start - 12), start),
    )
  );
}

/** `3 月` without a day. */
const HAN_MONTH = /(?<![\d.]|农历 ?|第 ?)(\d{1,2}) ?月份?(?! ?\d|[球薪租龄度])/g;

function* missingHanMonths(text: string, days: SourceDays): Generator<MissingDate> {
  for (const { 0: month, 1: number, index } of text.matchAll(HAN_MONTH)) {
    if (!days.hasMonth(Number(number))) yield { kind: 'month', span: { start: index, end: index + month.length } };
  }
}

function advice({ date }: MissingDate, { context, text }: FirstVersion): string {
  const near = date && nearestDate(date, text.dates);
  if (!near) return `Check it against ${context.source.path}.`;
  const { start, end } = near.span;
  return `Compare ${placeOf(context, start)}: '${context.prose.slice(start, end)}'.`;
}
