import { codePointAfter, codePointBefore, isFullWidthPunctuation, isHan, isKana } from '../../text/index.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** Spaces of a width or a stickiness of their own, with the ordinary ones beside them. U+3000 is Han text's, and stays beside it. */
const OTHER = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const RUNS =
  /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*/g;
/** Where one is typed on purpose: `5 km`, `p. 7`, `Dr. Smith`, `J. K.`, `§ 3`, a spaced dash, `word :` of French. */
const STICKS_BEFORE = /(?:\d|(?:^|[\s(])[A-Za-z]{1,4}\.|[§¶№#«‹$€£¥–—/+=<>±×])$/;
const STICKS_AFTER = /^[\d%‰°:;!?»›–—$€£¥/+=<>±×]/;

export const noBreakSpace: Rule = {
  id: 'no-break-space',
  group: 'spaces',
  what: 'A no-break space, or another that only looks like a space, stands between two words.',
  why: 'It comes along from a web page or a word processor: the words do not part at the end of a line, and a search for them finds nothing (Unicode Standard, section 6.2). Where one is meant, as in `5 km`, `p. 7` or beside a dash, it is left alone.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab\u00a0opened.' },
  good: { body: 'The lab opened.' },
  *check(context) {
    if (context.language === 'fr') return;
    yield* inAllPassages(context, ({ text }) => (text.trim() === '' ? [] : hits(text)), OTHER);
  },
};

function* hits(text: string): Generator<TextMatch> {
  for (const { span, found } of matches(text, RUNS)) {
    const [blanks] = found;
    const { start, end } = span;
    if (isBesideHan(text, start, end)) continue;
    const isOuter = start === 0 || end === text.length;
    if (blanks.length === 1 && !isOuter && isMeant(text, start, end)) continue;
    const message = 'this space only looks like one: words do not part at it';
    yield { message, advice: 'Type an ordinary space.', span, edits: [{ span, text: isOuter ? '' : ' ' }] };
  }
}

function isMeant(text: string, start: number, end: number): boolean {
  return STICKS_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || STICKS_AFTER.test(text.charAt(end));
}

function isBesideHan(text: string, start: number, end: number): boolean {
  return isWide(codePointBefore(text, start)) || isWide(codePointAfter(text, end));
}

function isWide(codePoint: number): boolean {
  return isHan(codePoint) || isKana(codePoint) || isFullWidthPunctuation(codePoint);
}
