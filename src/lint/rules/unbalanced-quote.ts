import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import { openQuotes } from '../prose/double-quotes.ts';
import type { Rule } from '../rule.ts';

const MARK = /["“”„「」『』]/;
/** Attributes and data are written in marks by their own rules. */
const DATA = /=["“]|["”][ \t]*:[ \t]*["“[{]/;
const OPENED = 'this quotation is opened and never closed';
const CLOSED = 'this quotation is closed and was never opened';

export const unbalancedQuote: Rule = {
  id: 'unbalanced-quote',
  group: 'quotation marks',
  what: 'A double quotation mark has no partner.',
  why: 'Where a mark is missing, nobody can tell whose words they are. A quotation of several paragraphs opens each of them and closes the last one only (Chicago Manual of Style, GB/T 15834); the marks of inches and seconds, as in `6"`, are none of quotation.',
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
      // A quotation that only forgot to open its next paragraph is one fault and not two.
      const strays = wasOpen ? astray.slice(1) : astray;
      const opened = open.slice(0, next && open.length === 1 && goesOn(context, passage, next) ? 0 : 1);
      isOpen = opened.length > 0;
      yield* inPassage(passage, hits(opened, strays));
    }
  },
};

function* hits(opened: readonly number[], closed: readonly number[]): Generator<TextMatch> {
  for (const at of opened)
    yield { message: OPENED, advice: 'Close it where the words end.', span: { start: at, end: at + 1 } };
  for (const at of closed)
    yield { message: CLOSED, advice: 'Open it where the words begin.', span: { start: at, end: at + 1 } };
}

/** Whether a quotation goes on in the next paragraph, which then opens it again. */
function goesOn({ source }: RuleContext, passage: Passage, next: Passage): boolean {
  if (passage.kind !== 'paragraph' || next.kind !== 'paragraph' || !/^["“„「『]/.test(next.text)) return false;
  return !/^#{1,6} /m.test(source.text.slice(passage.span.end, next.span.start));
}
