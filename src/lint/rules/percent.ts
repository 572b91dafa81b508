import type { Passage } from '../../model/passage.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** `60 percent`, `60-percent`, `60 per cent`, `60 pct` and `60 %`, but not `percentage points`. */
const WORDS = /(?<=\d)(?:[ \u00a0\u202f-]?(?:percent|per cent|pct)(?![a-z])|[ \u00a0\u202f]%(?![a-z0-9]))/gi;
/** `60%` and `60 %`, but not the `%20` of a URL. */
const SIGN = /(?<=\d)[ \u00a0\u202f]?%(?![a-z0-9%])/gi;
const HAS_WORD = new RegExp(WORDS.source, 'i');
const HAS_SIGN = new RegExp(SIGN.source, 'i');

export const percent: Rule = {
  id: 'percent',
  group: 'numbers',
  what: 'A percentage that is not written in the style of the house.',
  why: 'The AP Stylebook has used the sign with figures since 2019, as does the reference post: `60%`. The Chicago Manual of Style prefers `60 percent` in running text. Quotations are left alone.',
  severity: 'warning',
  fix: 'safe',
  options: ['usage.percent'],
  bad: { body: 'Costs rose 60 percent.' },
  good: { body: 'Costs rose 60%.' },
  isLocal: true,
  *check(context) {
    const { percent: way } = context.house.usage;
    if (way === 'keep' || context.language !== 'en') return;
    yield* outsideQuotations(context, (passage) => percentages(passage, way), way === 'sign' ? HAS_WORD : HAS_SIGN);
  },
};

function* percentages({ text, kind }: Passage, way: 'sign' | 'word'): Generator<TextMatch> {
  // Headlines and tables have no room for the word.
  if (way === 'word' && kind !== 'paragraph') return;
  const message =
    way === 'sign'
      ? "percentage without '%'; the house writes '60%'"
      : "percentage with '%'; the house writes '60 percent'";
  for (const { span } of matches(text, way === 'sign' ? WORDS : SIGN))
    yield { message, span, edits: [{ span, text: way === 'sign' ? '%' : ' percent' }] };
}
