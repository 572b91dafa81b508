import type { WeightRanges } from '../count.ts';
import type { Limits } from './limit.ts';

const CONFIGURATION = 'https://github.com/twitter/twitter-text/blob/master/config/v3.json';

export const X = {
  checked: '2026-11',
  /** The weighted length of a post. */
  weight: { max: 280, reference: CONFIGURATION },
  /** The same for an account with a subscription. X says 25,000 characters, of which the weighted length is the most. */
  premiumWeight: { max: 25_000, reference: 'https://help.x.com/en/using-x/x-premium' },
  /** How many characters a URL counts, whatever its length. */
  url: { max: 23, reference: 'https://docs.x.com/fundamentals/counting-characters' },
} as const satisfies Limits;

/** The weights of `CONFIGURATION`: Latin and some punctuation count 1, other characters 2. */
export const X_WEIGHTS: WeightRanges = {
  scale: 100,
  light: 100,
  heavy: 200,
  lightRanges: [
    [0, 4351],
    [8192, 8205],
    [8208, 8223],
    [8242, 8247],
  ],
};
