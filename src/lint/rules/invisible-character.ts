import { codePointAfter, codePointBefore } from '../../text/index.ts';
import { inPassage, matches, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const ANY = new RegExp(INVISIBLE.source);

/** Hebrew, Arabic and other scripts written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/;
const ZWJ = 0x200d;

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  group: 'spaces',
  what: 'An invisible character, such as a zero-width space, a soft hyphen or a byte order mark.',
  why: 'Invisible characters come from web pages and chats. They split words for search and speech, and can make a line read differently from how it is written (Unicode Technical Report 36). Joiners in emoji and complex scripts are left alone, as are direction marks beside Arabic and Hebrew.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab\u200b opened.' },
  good: { body: 'The lab opened.' },
  isLocal: true,
  *check(context) {
    if (!ANY.test(context.prose)) return;
    // Code-like text is searched too, because such a character breaks it.
    for (const passage of context.passages) yield* inPassage(passage, invisibleCharacters(passage.text));
  },
};

function* invisibleCharacters(text: string): Generator<TextMatch> {
  const isMixed = RIGHT_TO_LEFT.test(text);
  for (const { span } of matches(text, INVISIBLE)) {
    const { start, end } = span;
    const unit = text.charCodeAt(start);
    if (isJoiner(unit) && isNeeded(text, start, end)) continue;
    if (isMixed && isDirection(unit)) continue;
    yield {
      message: `invisible character ${nameOf(unit)}`,
      advice: 'Remove the character.',
      span,
      edits: [{ span, text: '' }],
    };
  }
}

function isJoiner(unit: number): boolean {
  return unit >= 0x200b && unit <= ZWJ;
}

/** Whether a joiner is part of an emoji, or beside a letter of a script that needs joiners. */
function isNeeded(text: string, start: number, end: number): boolean {
  const before = codePointBefore(text, start);
  const after = codePointAfter(text, end);
  if (text.charCodeAt(start) === ZWJ && isPictographBefore(before) && isPictograph(after)) return true;
  return isComplex(before) || isComplex(after);
}

/** Hebrew and Arabic to Burmese, with the Indic scripts, Thai, Lao and Tibetan; Khmer and Mongolian; Arabic forms. */
function isComplex(codePoint: number): boolean {
  return (
    (codePoint >= 0x590 && codePoint <= 0x109f) ||
    (codePoint >= 0x1700 && codePoint <= 0x1aaf) ||
    (codePoint >= 0xfb1d && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfefc)
  );
}

/** U+FE0F belongs to the emoji before it. */
function isPictographBefore(codePoint: number): boolean {
  return codePoint === 0xfe0f || isPictograph(codePoint);
}

function isPictograph(codePoint: number): boolean {
  return (codePoint >= 0x1f000 && codePoint <= 0x1faff) || (codePoint >= 0x2190 && codePoint <= 0x2bff);
}

/** Direction marks, embeddings and isolates, but not the overrides, which reverse any text. */
function isDirection(unit: number): boolean {
  if (unit === 0x202d || unit === 0x202e) return false;
  return unit === 0x61c || (unit >= 0x200e && unit <= 0x202c) || (unit >= 0x2066 && unit <= 0x2069);
}

const NAMES = new Map([
  [0xad, 'SOFT HYPHEN'],
  [0x61c, 'ARABIC LETTER MARK'],
  [0x180e, 'MONGOLIAN VOWEL SEPARATOR'],
  [0x200b, 'ZERO WIDTH SPACE'],
  [0x200c, 'ZERO WIDTH NON-JOINER'],
  [ZWJ, 'ZERO WIDTH JOINER'],
  [0x200e, 'LEFT-TO-RIGHT MARK'],
  [0x200f, 'RIGHT-TO-LEFT MARK'],
  [0x202a, 'LEFT-TO-RIGHT EMBEDDING'],
  [0x202b, 'RIGHT-TO-LEFT EMBEDDING'],
  [0x202c, 'POP DIRECTIONAL FORMATTING'],
  [0x202d, 'LEFT-TO-RIGHT OVERRIDE'],
  [0x202e, 'RIGHT-TO-LEFT OVERRIDE'],
  [0x2060, 'WORD JOINER'],
  [0x2066, 'LEFT-TO-RIGHT ISOLATE'],
  [0x2067, 'RIGHT-TO-LEFT ISOLATE'],
  [0x2068, 'FIRST STRONG ISOLATE'],
  [0x2069, 'POP DIRECTIONAL ISOLATE'],
  [0xfeff, 'BYTE ORDER MARK'],
]);

/** Unicode gives control characters no names; the rest are rare format characters. */
function nameOf(unit: number): string {
  const code = `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
  return `${code} ${NAMES.get(unit) ?? (unit < 0xa0 ? 'CONTROL' : 'FORMAT CHARACTER')}`;
}
