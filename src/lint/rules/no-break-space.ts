import { type Passage, sourceSpan } from '../../model/passage.ts';
import { codePointAfter, codePointBefore, isFullWidthPunctuation, isHan, isKana } from '../../text/index.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** Special spaces, with the ordinary ones beside them. U+3000 belongs to Chinese text. */
const OTHER = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const RUNS =
  /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*/g;
/** Deliberate no-break spaces: `5 km`, `p. 7`, `Dr. Smith`, `J. K.`, `§ 3`, a spaced dash, French `word :`. */
const STICKS_BEFORE = /(?:\d|(?:^|[\s(])[A-Za-z]{1,4}\.|[§¶№#«‹$€£¥–—/+=<>±×])$/;
const STICKS_AFTER = /^[\d%‰°:;!?»›–—$€£¥/+=<>±×]/;

/** A writer who types `&nbsp;` inside a name means it: `Module&nbsp;Stability`. */
const NAME = /\p{Lu}[\p{L}\p{N}]*\u00a0\p{Lu}$/u;
const REFERENCE = /&(?:nbsp|#160|#[xX]0*[aA]0);/;

export const noBreakSpace: Rule = {
  id: 'no-break-space',
  group: 'spaces',
  what: 'A no-break space, or another special space, between two words.',
  why: 'Special spaces come from web pages and word processors. Lines do not break at them and searches do not find the words around them (Unicode Standard, section 6.2). Deliberate ones, as in `5 km`, `p. 7` or beside a dash, are left alone.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab\u00a0opened.' },
  good: { body: 'The lab opened.' },
  isLocal: true,
  *check(context) {
    if (context.language === 'fr') return;
    const { text: source } = context.source;
    const find = function* (passage: Passage) {
      if (passage.text.trim() === '') return;
      for (const match of specialSpaces(passage.text)) {
        const { start, end } = sourceSpan(passage, match.span);
        const isName = NAME.test(passage.text.slice(Math.max(0, match.span.start - 40), match.span.end + 1));
        if (!isName || !REFERENCE.test(source.slice(start, end))) yield match;
      }
    };
    yield* inAllPassages(context, find, OTHER);
  },
};

function* specialSpaces(text: string): Generator<TextMatch> {
  for (const { span, found } of matches(text, RUNS)) {
    const [blanks] = found;
    const { start, end } = span;
    if (isBesideHan(text, start, end)) continue;
    const isOuter = start === 0 || end === text.length;
    if (blanks.length === 1 && !isOuter && isDeliberate(text, start, end)) continue;
    const message = 'no-break or other special space between words';
    yield { message, advice: 'Use an ordinary space.', span, edits: [{ span, text: isOuter ? '' : ' ' }] };
  }
}

function isDeliberate(text: string, start: number, end: number): boolean {
  return STICKS_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || STICKS_AFTER.test(text.charAt(end));
}

function isBesideHan(text: string, start: number, end: number): boolean {
  return isWide(codePointBefore(text, start)) || isWide(codePointAfter(text, end));
}

function isWide(codePoint: number): boolean {
  return isHan(codePoint) || isKana(codePoint) || isFullWidthPunctuation(codePoint);
}
