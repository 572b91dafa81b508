/** How a text bounds a number: `about 40`, `nearly 40`, `more than 40`, `fewer than 40`. */
export type Hedge = 'about' | 'nearly' | 'over' | 'under';

export interface Hedged {
  readonly hedge: Hedge | undefined;
  readonly from: number;
  readonly to: number;
}

const BEFORE: readonly (readonly [Hedge, RegExp])[] = [
  [
    'over',
    /(?:\b(?:(?:just |slightly |well )?(?:more than|over|above|upwards? of)|(?:at )?least|no (?:less|fewer) than|as (?:many|much) as|a minimum of|exceed(?:s|ed|ing)?|topp(?:ed|ing)|surpass(?:ed|ing))|超过|超|逾|至少|不少于|不低于|突破) ?$/i,
  ],
  [
    'under',
    /(?:\b(?:(?:just |slightly |well )?(?:less than|fewer than|under|below)|at most|up to|no more than|a maximum of)|不到|不足|低于|至多|最多|不超过) ?$/i,
  ],
  ['nearly', /(?:\b(?:nearly|almost|close to|just short of|approaching)|将近|接近|近) ?$/i],
  [
    'about',
    /(?:\b(?:about|around|roughly|approximately|approx\.|some|an estimated|estimated|circa)|[~≈]|大约|约|大概|左右) ?$/i,
  ],
];
const AFTER: readonly (readonly [Hedge, RegExp])[] = [
  ['over', /^(?:\+|-plus|-odd| or more\b| ?以上)/],
  ['about', /^(?: or so\b| ?左右| ?上下)/],
];

/**
 * Finds the words that bound a number, and where the number starts and ends with them.
 * @param isMore whether the number itself says so, as in `3000 多万`.
 */
export function hedgeAround(text: string, start: number, end: number, isMore: boolean): Hedged {
  const before = text.slice(Math.max(0, start - 24), start);
  for (const [hedge, pattern] of BEFORE) {
    const found = pattern.exec(before);
    if (found) return { hedge, from: start - before.length + found.index, to: end };
  }
  const after = text.slice(end, end + 10);
  for (const [hedge, pattern] of AFTER) {
    const found = pattern.exec(after);
    if (found) return { hedge, from: start, to: end + found[0].length };
  }
  return { hedge: isMore ? 'over' : undefined, from: start, to: end };
}
