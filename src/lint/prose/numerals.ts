/** The numerals of English and Chinese, and the words for powers of ten. */

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '); // biome-ignore format: one line
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const MAGNITUDES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
  tn: 1e12,
  trn: 1e12,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};

/**
 * Numbers in English words, such as `nine hundred ninety-nine trillion`, `a million`, `half a million` and `two dozen`. The
 * pattern says which word may follow which, and names each only twice, because the time to compile it grows with its length.
 */
export const ENGLISH_NUMERAL = (() => {
  const tens = TENS.join('|');
  const ones = [...ONES].reverse().join('|');
  const powers = 'thousand|million|billion|trillion';
  // Of all these words, only the powers of ten end in `d` or `on`, and only the tens in `ty`.
  const after = `[ -](?:${powers})| (?:hundred|dozen)|[ -](?<=ty.)(?:${ONES.slice(1, 10).join('|')})|(?<=d|on) (?:and )?(?:${tens}|${ones})`;
  return `(?:${tens}|${ones}|(?:half )?an? (?:hundred|${powers}|dozen))(?:${after})*`;
})();
/** Numbers in Chinese characters. A single 十, 百, 千, 万 or 亿 is too often a word. */
export const HAN_NUMERAL = '[零〇一二两三四五六七八九十百千万亿]+';

/** Returns the value of a word such as `million`, `bn` or `万`. */
export function magnitudeOf(word: string): number {
  return MAGNITUDES[word] ?? MAGNITUDES[word.toLowerCase()] ?? 1;
}

/** Returns the value of a number in English words. */
export function englishValue(words: string): number {
  let total = 0;
  let current = 0;
  for (const word of words.toLowerCase().split(/[ -]/)) {
    if (word === 'half') current = 0.5;
    else if (word === 'a' || word === 'an') current ||= 1;
    else if (word === 'hundred') current *= 100;
    else if (word === 'dozen') current *= 12;
    else if (ONES.includes(word)) current += ONES.indexOf(word);
    else if (TENS.includes(word)) current += 20 + 10 * TENS.indexOf(word);
    else if (word !== 'and') {
      total += current * magnitudeOf(word);
      current = 0;
    }
  }
  return total + current;
}

const HAN_DIGITS = '零一二三四五六七八九';
const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Returns the value of a number in Chinese characters: `三百二十` and also digit by digit, as in `二〇二六`. */
export function hanValue(characters: string): number {
  const written = characters.replaceAll('两', '二').replaceAll('〇', '零');
  if (!/[十百千万亿]/.test(written)) return Number([...written].map((one) => HAN_DIGITS.indexOf(one)).join(''));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const one of written) {
    const ten = HAN_TENS[one];
    if (ten) {
      section += (digit || 1) * ten;
      digit = 0;
    } else if (one === '万' || one === '亿') {
      // 一万亿 multiplies the number before it.
      if (section + digit > 0) total = one === '亿' ? (total + section + digit) * 1e8 : total + (section + digit) * 1e4;
      else total = (total || 1) * (one === '亿' ? 1e8 : 1e4);
      section = digit = 0;
    } else digit = HAN_DIGITS.indexOf(one);
  }
  return total + section + digit;
}
