import { isHan, isKana } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';

/** How long a text is, in what its language is counted in. */
export interface Length {
  readonly count: number;
  readonly unit: 'words' | 'characters';
}

/** Words; in a language that is written without spaces, characters. */
export function lengthOf({ language }: RuleContext, text: string): Length {
  const isSpaceless = language === 'zh' || language === 'ja';
  return isSpaceless ? { count: characterCount(text), unit: 'characters' } : { count: wordCount(text), unit: 'words' };
}

/** What stands between blanks and has more than punctuation: `AI-assisted/dominated` and a stretch of code are one each. */
export function wordCount(text: string): number {
  let count = 0;
  let inWord = false;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit)) inWord = counted = false;
    else {
      if (!inWord) inWord = true;
      if (!counted && isWordUnit(unit)) {
        counted = true;
        count++;
      }
    }
  }
  return count;
}

/** Han characters and kana, a run of letters or digits as one; punctuation is none. */
export function characterCount(text: string): number {
  let count = 0;
  let inRun = false;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isHan(codePoint) || isKana(codePoint)) {
      count++;
      inRun = false;
    } else if (isBlank(codePoint) || !isWordUnit(codePoint)) {
      inRun = inRun && (codePoint === 0x2e || codePoint === 0x2c);
    } else if (!inRun) {
      count++;
      inRun = true;
    }
  }
  return count;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0xa0 || unit === 0x3000 || unit === 0x202f;
}

/** A letter, a digit, `%`, a currency, code: anything but the punctuation of Latin and Han. */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return /[A-Za-z0-9]/.test(String.fromCharCode(unit));
  if (unit < 0xc0 || (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x303f)) return false;
  return !((unit >= 0xff00 && unit <= 0xff0f) || (unit >= 0xff1a && unit <= 0xff20) || unit === 0xfffc);
}
