import type { Passage } from '../../model/passage.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

/** `60 percent`, `60-percent`, `60 per cent`, `60 pct`; not `percentage points`. A space before the sign, too. */
const WORDS = /(?<=\d)(?:[ \u00a0\u202f-]?(?:percent|per cent|pct)(?![a-z])|[ \u00a0\u202f]%(?![a-z0-9]))/gi;
/** `60%`, `60 %`; not the `%20` of an address. */
const SIGN = /(?<=\d)[ \u00a0\u202f]?%(?![a-z0-9%])/gi;
const HAS_WORD = new RegExp(WORDS.source, 'i');
const HAS_SIGN = new RegExp(SIGN.source, 'i');

export const percent: Rule = {
  id: 'percent',
  group: 'numbers',
  what: 'A percentage is not written as the house writes it.',
  why: 'One post has one way. The reference post of the house has `60%`, and so has the AP Stylebook since 2019; the Chicago Manual of Style wants `60 percent` in running text: `usage.percent` in `house.yaml`. What somebody said is left as it was taken down.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'Costs rose 60 percent.' },
  good: { body: 'Costs rose 60%.' },
  *check(context) {
    const { percent: way } = context.house.usage;
    if (way === 'keep' || context.language !== 'en') return;
    yield* inAllPassages(context, (passage) => hits(passage, way), way === 'sign' ? HAS_WORD : HAS_SIGN);
  },
};

function* hits(passage: Passage, way: 'sign' | 'word'): Generator<TextMatch> {
  const { text, kind } = passage;
  // A headline and a table have no room for the word.
  if (way === 'word' && kind !== 'paragraph') return;
  for (const { span } of matches(text, way === 'sign' ? WORDS : SIGN)) {
    if (isQuotedAt(passage, span)) continue;
    if (way === 'sign')
      yield { message: 'the house writes a percentage with its sign, as in 60%', span, edits: [{ span, text: '%' }] };
    else yield { message: 'the house writes the word, as in 60 percent', span, edits: [{ span, text: ' percent' }] };
  }
}
