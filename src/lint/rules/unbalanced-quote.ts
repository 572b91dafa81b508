import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import { openQuotes } from '../prose/double-quotes.ts';
import type { Rule } from '../rule.ts';

const MARK = /["“”„「」『』]/;
/** Attributes and JSON have their own rules for quotation marks. */
const DATA = /=["“]|["”][ \t]*:[ \t]*["“[{]/;
const OPENED = 'quotation is never closed';
const CLOSED = 'quotation is never opened';

export const unbalancedQuote: Rule = {
  id: 'unbalanced-quote',
  group: 'quotation marks',
  what: 'A double quotation mark without a partner.',
  why: 'If a mark is missing, readers cannot tell where the quoted words begin or end. A quotation of several paragraphs opens each of them and closes only the last (Chicago Manual of Style, GB/T 15834). Marks for inches and seconds, as in `6"`, do not count.',
  severity: 'warning',
  bad: { body: 'The lab opened.\n\nIts director said, "We sleep, and the lab does not.' },
  good: { body: 'The lab opened.\n\nIts director said, "We sleep, and the lab does not."' },
  *check(context) {
    const { passages } = context;
    let isOpen = false;
    for (const [index, passage] of passages.entries()) {
      const wasOpen = isOpen;
      isOpen = false;
      if (!MARK.test(passage.text) || DATA.test(passage.text)) continue;
      const { open, astray } = openQuotes(passage.text);
      const next = passages[index + 1];
      // A quotation that does not open its next paragraph is one problem, not two.
      const strays = wasOpen ? astray.slice(1) : astray;
      const opened = open.slice(0, next && open.length === 1 && continues(context, passage, next) ? 0 : 1);
      isOpen = opened.length > 0;
      yield* inPassage(passage, unbalanced(opened, strays));
    }
  },
};

function* unbalanced(opened: readonly number[], closed: readonly number[]): Generator<TextMatch> {
  for (const at of opened) yield { message: OPENED, advice: 'Add the closing mark.', span: { start: at, end: at + 1 } };
  for (const at of closed) yield { message: CLOSED, advice: 'Add the opening mark.', span: { start: at, end: at + 1 } };
}

/** Whether the next paragraph continues the quotation, and so opens it again. */
function continues({ source }: RuleContext, passage: Passage, next: Passage): boolean {
  if (passage.kind !== 'paragraph' || next.kind !== 'paragraph' || !/^["“„「『]/.test(next.text)) return false;
  return !/^#{1,6} /m.test(source.text.slice(passage.span.end, next.span.start));
}
