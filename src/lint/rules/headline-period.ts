import { endsInAbbreviation } from '../../text/sentences.ts';
import { inPassage } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** One full stop after a word or a closing mark, but not `...` or `?.`. */
const FINAL = /(?<=[^\s.。．!?…])[.。．]\s*$/;

export const headlinePeriod: Rule = {
  id: 'headline-period',
  group: 'headline',
  what: 'A full stop at the end of the headline.',
  why: 'A headline is a title, not a sentence. The reference post ends its headline, its source line and its labels without a full stop. An abbreviation keeps its own.',
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
    const message = 'full stop at the end of the headline';
    yield* inPassage(headline, [{ message, advice: 'Remove the full stop.', span, edits: [{ span, text: '' }] }]);
  },
};
