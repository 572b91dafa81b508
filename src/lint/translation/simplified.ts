import type { Passage } from '../../model/passage.ts';
import { memoize } from '../memoize.ts';

/** The traditional characters of numbers, units and days, and the simplified ones in the same order. */
const TRADITIONAL = '萬億兩點個餘歲週時鐘幣歐鎊號約過達漲禮曆陰農數將僅';
const SIMPLIFIED = '万亿两点个余岁周时钟币欧镑号约过达涨礼历阴农数将仅';
const PATTERN = new RegExp(`[${TRADITIONAL}]`, 'g');

/** Returns a text of the same length whose numbers and days are in simplified characters. */
export function withSimplifiedNumbers(text: string): string {
  return text.replace(PATTERN, (character) => SIMPLIFIED.charAt(TRADITIONAL.indexOf(character)));
}

/** The same for the text of a passage. */
export const simplifiedPassage = memoize((passage: Passage): Passage => {
  const text = withSimplifiedNumbers(passage.text);
  return text === passage.text ? passage : { ...passage, text };
});
