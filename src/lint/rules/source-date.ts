import type { Passage } from '../../model/passage.ts';
import type { TextMatch } from '../passages.ts';
import { weekdayIn } from '../prose/dates.ts';
import type { Rule } from '../rule.ts';
import { type SourceDays, sourceDays } from '../source-text/days.ts';
import { type MissingDate, missingDates, nearestDate } from '../source-text/missing-dates.ts';
import { quoteSource, readSourceText, type SourceText } from '../source-text/source-text.ts';
import { inStory } from '../source-text/story.ts';

export const sourceDate: Rule = {
  id: 'source-date',
  group: 'source',
  what: 'A day, a weekday, a month or a year that the source text does not have.',
  why: 'Readers rely on dates, but dates are often retyped and seldom checked. The rule compares each date with the text that `source_text` or `check --source` names. It works out what *Tuesday*, *yesterday* and *last year* mean from the dates of the source and the `date` of the note.',
  severity: 'warning',
  bad: { body: 'The lab opened on May 8, 2026.', sourceText: 'The lab opened on May 7, 2026.' },
  good: { body: 'The lab opened on May 7.', sourceText: 'The lab opened on 7 May 2026.' },
  *check(context) {
    const { sourceText } = context;
    if (!sourceText) return;
    const source = readSourceText(sourceText);
    if (source.language === undefined) return;
    const days = sourceDays(source, context.article.date);
    yield* inStory(context, (passage) => describedIn(passage, source, days));
  },
};

function* describedIn(passage: Passage, source: SourceText, days: SourceDays): Generator<TextMatch> {
  for (const missing of missingDates(passage, days)) {
    const { kind, span } = missing;
    const written = passage.text.slice(span.start, span.end);
    yield { message: `${kind} '${written}' is not in the source`, advice: advice(missing, source), span };
  }
}

function advice({ date }: MissingDate, source: SourceText): string {
  const near = date && nearestDate(date, source.dates);
  if (!near || weekdayIn(2000, near.month, near.day) === undefined) return 'Check it against the source.';
  return `Compare ${quoteSource(source, near.span.start, near.span.end)}.`;
}
