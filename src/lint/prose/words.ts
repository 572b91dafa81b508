import { isHan, isKana } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';

/** Returns the length in words, or in characters for Chinese and Japanese. */
export function lengthOf({ language }: RuleContext, text: string): { count: number; unit: 'word' | 'character' } {
  const isSpaceless = language === 'zh' || language === 'ja';
  return isSpaceless ? { count: characterCount(text), unit: 'character' } : { count: wordCount(text), unit: 'word' };
}

/** Counts runs between spaces that hold a letter or a digit. `AI-assisted/dominated` is one word, and so is a code span. */
export function wordCount(text: string): number {
  let count = 0;
  let inWord = false;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) inWord = counted = false;
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

/** Counts Chinese characters and kana, and each run of letters or digits as one. Punctuation does not count. */
export function characterCount(text: string): number {
  let count = 0;
  let inRun = false;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isHan(codePoint) || isKana(codePoint)) {
      count++;
      inRun = false;
    } else if (isSpace(codePoint) || !isWordUnit(codePoint)) {
      inRun = inRun && (codePoint === 0x2e || codePoint === 0x2c);
    } else if (!inRun) {
      count++;
      inRun = true;
    }
  }
  return count;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0xa0 || unit === 0x3000 || unit === 0x202f;
}

/** Anything but Latin and Chinese punctuation. */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return /[A-Za-z0-9]/.test(String.fromCharCode(unit));
  if (unit < 0xc0 || (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x303f)) return false;
  return !((unit >= 0xff00 && unit <= 0xff0f) || (unit >= 0xff1a && unit <= 0xff20) || unit === 0xfffc);
}
