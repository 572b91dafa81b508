import { inPassage } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { listed } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';

export const relativeTime: Rule = {
  id: 'relative-time',
  group: 'words',
  what: 'The note tells a time from the day on which it is read, and has no date.',
  why: 'A post is read for years, and *this week* is true for one: a reader can only reckon it back from the date of the post. The reference post has *this week* and no date, so this is information and no more. `words.relative_times` in `house.yaml` has the words; what somebody said, and the laws, which hold at any time, are left alone.',
  severity: 'information',
  bad: {
    front: { date: null },
    body: 'The lab opened this week.\n\nIts director said, "We sleep, and the lab does not."',
  },
  good: { body: 'The lab opened this week.\n\nIts director said, "We sleep, and the lab does not."' },
  *check(context) {
    if (context.article.date !== undefined || context.note.fields.some(({ key }) => key === 'date')) return;
    const laws = new Set(context.lawPassages.flat());
    const list = context.house.words.relative_times;
    for (const passage of context.passages) {
      if (laws.has(passage)) continue;
      const found = [...listed(passage.text, list)].filter(({ span }) => !isQuotedAt(passage, span));
      const message = 'a time is told from the day of reading, and the note has no date';
      const advice = 'Give the note a date, or write the day itself.';
      yield* inPassage(
        passage,
        found.map(({ span }) => ({ message, advice, span })),
      );
    }
  },
};
