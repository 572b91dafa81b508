import { codePointAfter, codePointBefore } from '../../text/index.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const ANY = new RegExp(INVISIBLE.source);

/** From right to left: Hebrew, Arabic and their like. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/;
const ZWJ = 0x200d;

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  group: 'spaces',
  what: 'A character that nobody sees stands in the text: a zero-width space, a soft hyphen, a byte order mark, a control.',
  why: 'It comes along from a web page or a chat, parts a word for search and speech, and can make a line read otherwise than it is written (Unicode Technical Report 36). Joiners stay in emoji and in scripts that are written with them, marks of direction beside Arabic and Hebrew.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab\u200b opened.' },
  good: { body: 'The lab opened.' },
  *check(context) {
    yield* inAllPassages(context, ({ text }) => hits(text), ANY);
  },
};

function* hits(text: string): Generator<TextMatch> {
  const isMixed = RIGHT_TO_LEFT.test(text);
  for (const { span } of matches(text, INVISIBLE)) {
    const { start, end } = span;
    const unit = text.charCodeAt(start);
    if (isJoiner(unit) && isNeeded(text, start, end)) continue;
    if (isMixed && isDirection(unit)) continue;
    yield {
      message: `here stands ${nameOf(unit)}, which nobody sees`,
      advice: 'Remove it.',
      span,
      edits: [{ span, text: '' }],
    };
  }
}

function isJoiner(unit: number): boolean {
  return unit >= 0x200b && unit <= ZWJ;
}

/** Between emoji, or beside a letter of a script that is joined, or parted into words, by it. */
function isNeeded(text: string, start: number, end: number): boolean {
  const before = codePointBefore(text, start);
  const after = codePointAfter(text, end);
  if (text.charCodeAt(start) === ZWJ && isPictographBefore(before) && isPictograph(after)) return true;
  return isComplex(before) || isComplex(after);
}

/** Arabic to Georgian: Indic scripts, Thai, Lao, Tibetan and Burmese among them; Khmer and Mongolian; Arabic forms. */
function isComplex(codePoint: number): boolean {
  return (
    (codePoint >= 0x590 && codePoint <= 0x109f) ||
    (codePoint >= 0x1700 && codePoint <= 0x1aaf) ||
    (codePoint >= 0xfb1d && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfefc)
  );
}

/** A skin tone and U+FE0F belong to the emoji before. */
function isPictographBefore(codePoint: number): boolean {
  return codePoint === 0xfe0f || isPictograph(codePoint);
}

function isPictograph(codePoint: number): boolean {
  return (codePoint >= 0x1f000 && codePoint <= 0x1faff) || (codePoint >= 0x2190 && codePoint <= 0x2bff);
}

/** Marks and isolates; an override turns words around wherever it stands. */
function isDirection(unit: number): boolean {
  if (unit === 0x202d || unit === 0x202e) return false;
  return unit === 0x61c || (unit >= 0x200e && unit <= 0x202c) || (unit >= 0x2066 && unit <= 0x2069);
}

function nameOf(unit: number): string {
  if (unit === 0xad) return 'a soft hyphen';
  if (unit === 0x200b) return 'a zero-width space';
  if (unit === 0x200c || unit === ZWJ || unit === 0x2060) return 'a joiner';
  if (unit === 0xfeff) return 'a byte order mark';
  if (unit < 0xa0) return 'a control character';
  return isDirection(unit) || unit === 0x202d || unit === 0x202e ? 'a mark of direction' : 'a mark';
}
