import type { Edit } from '../../text/index.ts';
import { outsideQuotations, type TextMatch } from '../passages.ts';
import { pleonasms } from '../prose/pleonasms.ts';
import { possibleRewrites, type Rewrite, rewritesIn } from '../prose/rewrites.ts';
import type { Rule } from '../rule.ts';

export const redundancy: Rule = {
  id: 'redundancy',
  group: 'words',
  what: 'Words that say the same thing twice, such as *9 a.m. in the morning* or *free gift*.',
  why: 'One of the two words adds nothing. The AP Stylebook names *10 p.m. Monday night*, *12 noon* and *strangled to death*; the M in ATM already means machine. Quotations are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: 'The lab opened at 9 a.m. in the morning and returned back to work.' },
  good: { body: 'The lab opened at 9 a.m. and returned to work.' },
  isLocal: true,
  *check(context) {
    if (context.language !== 'en') return;
    const possible = possibleRewrites(context, pleonasms());
    if (possible.length > 0) yield* outsideQuotations(context, ({ text }) => redundant(text, possible));
  },
};

function* redundant(text: string, rewrites: readonly Rewrite[]): Generator<TextMatch> {
  for (const { span, slip, edit } of rewritesIn(text, rewrites)) {
    const advice = edit.text.trim() === '' ? `Remove '${slip.trim()}'.` : `Write '${edit.text.trim()}'.`;
    const edits = [withoutSecondPeriod(text, edit)];
    yield { message: `'${slip.trim()}' says the same thing twice`, advice, span, edits, isSafe: false };
  }
}

/** `at 9 p.m. at night.` has one period less than its words. */
function withoutSecondPeriod(text: string, edit: Edit): Edit {
  const { start, end } = edit.span;
  const isSecond = text[end] === '.' && (text.slice(0, start) + edit.text).endsWith('.');
  return isSecond ? { ...edit, span: { start, end: end + 1 } } : edit;
}
