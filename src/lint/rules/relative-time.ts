import { inPassage } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { listed } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';

export const relativeTime: Rule = {
  id: 'relative-time',
  group: 'words',
  what: "A relative time, such as 'this week', in a note without a date.",
  why: 'A post is read for years, and *this week* is right for one of them. The AP Stylebook asks for the day or the date. The reference post has *this week* and no date, so this is only a suggestion. Quotations and laws are left alone.',
  severity: 'information',
  options: ['words.relative_times'],
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
      const message = 'relative time in a note without a date';
      const advice = 'Add a date to the front matter, or write the day itself.';
      yield* inPassage(
        passage,
        found.map(({ span }) => ({ message, advice, span })),
      );
    }
  },
};
