import { inPassage } from '../passages.ts';
import { endsInAbbreviation } from '../prose/sentences.ts';
import type { Rule } from '../rule.ts';

/** One full stop behind a word or a mark that closes; `...` and `?.` are something else. */
const FINAL = /(?<=[^\s.。．!?…])[.。．]\s*$/;

export const headlinePeriod: Rule = {
  id: 'headline-period',
  group: 'headline',
  what: 'The headline ends in a full stop.',
  why: 'A headline is a title and no sentence: that of the reference post, its source line and its labels end without a full stop, and every other line has one. An abbreviation keeps its own.',
  severity: 'warning',
  fix: 'safe',
  bad: { front: { headline: '"Lab Opens at Night."' } },
  good: { front: { headline: '"Lab Opens at Night"' } },
  *check({ headline }) {
    if (!headline) return;
    const { text } = headline;
    const found = FINAL.exec(text);
    if (!found || endsInAbbreviation(text.trimEnd())) return;
    const span = { start: found.index, end: found.index + 1 };
    const message = 'the headline ends in a full stop';
    yield* inPassage(headline, [{ message, advice: 'Leave it out.', span, edits: [{ span, text: '' }] }]);
  },
};
