import { loadPinyin } from './pinyin.ts';

const HAN = '\\p{Script=Han}';
const LATIN = '[A-Za-z0-9]';
/** Chinese has no space after these, and none beside the next two. */
const STOP = '[，。：；！？、]';
const OPENER = '[“‘（《「『【]';
const CLOSER = '[”’）》」』】]';
/** A mark of a look or a link in a text, see `marked` and `linked`. */
const MARK = '(?:\\x01.|\\x02|\\x03[^\\x03]*\\x03|\\x04)';
const MARKS = `${MARK}*`;

/** Where Chinese in Latin letters needs a space. The letter after `\x01` is a mark. */
const GAPS = [
  `(?<=${HAN})(?=${MARKS}(?:${LATIN}|${OPENER}))`,
  `(?<=(?<!\\x01)${LATIN})(?=${MARKS}${HAN})`,
  `(?<=${STOP})(?=${MARKS}(?:${HAN}|${LATIN}|${OPENER}))`,
  `(?<=${CLOSER})(?=${MARKS}${HAN})`,
  // Syllables of one run get theirs with the Pinyin.
  `(?<=${HAN})(?=${MARK}+${HAN})`,
];

/** Loads what replaces characters by ASCII ones. Chinese becomes Pinyin with a space between syllables. */
export async function loadAscii(): Promise<(text: string) => string> {
  const [{ default: anyAscii }, pinyin] = await Promise.all([import('any-ascii'), loadPinyin()]);
  const gaps = new RegExp(GAPS.join('|'), 'gu');
  const run = new RegExp(`${HAN}+`, 'gu');
  return (text) =>
    anyAscii(
      text
        .replaceAll('•', '*')
        .replace(gaps, ' ')
        .replace(run, (han) => pinyin(han).join(' ')),
    );
}
