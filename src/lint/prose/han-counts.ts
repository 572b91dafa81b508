import type { Passage } from '../../model/passage.ts';
import { matches, type TextMatch } from '../passages.ts';
import { sentences } from './sentences.ts';

/** What is counted in news. */
const UNIT =
  '(?:万|亿)?(?:元|美元|欧元|人|名|家|个|辆|架|艘|台|座|套|起|件|份|所|间|张|位|吨|公里|平方米|公顷|米|票|款|项|次)';
/** From eleven on, in characters. Not an ordinal, not a rough number such as 三十多 or 数百. */
const IN_HAN = new RegExp(
  `(?<![\\d第数几上近约零〇一二两三四五六七八九十百千万亿之初]|\\d )(?:[一二两三四五六七八九][百千][一二三四五六七八九零十百]*|[一二三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九])(?<unit>${UNIT})(?![多余几半])`,
  'g',
);
const IN_DIGITS = new RegExp(`\\d ?(?<unit>${UNIT})`, 'g');

/** Finds a count in characters beside one in digits with the same unit in one sentence: 300 家, 比去年多八十家. */
export function* mixedCounts(passage: Passage): Generator<TextMatch> {
  for (const { start, end } of sentences(passage)) {
    const text = passage.text.slice(start, end);
    const units = new Map(Array.from(text.matchAll(IN_DIGITS), ({ 0: found, groups }) => [groups?.unit, found]));
    if (units.size === 0) continue;
    for (const { span, found } of matches(text, IN_HAN)) {
      if (!units.has(found.groups?.unit)) continue;
      yield {
        message: `'${found[0]}' beside a number in digits`,
        advice: 'Use digits for both numbers.',
        span: { start: start + span.start, end: start + span.end },
        severity: 'warning',
      };
    }
  }
}
