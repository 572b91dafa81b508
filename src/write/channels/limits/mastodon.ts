import type { Limits } from './limit.ts';

const POSTING = 'https://docs.joinmastodon.org/user/posting/#text';

export const MASTODON = {
  checked: '2026-11',
  /** Graphemes of a post. A server can allow more. */
  characters: { max: 500, reference: POSTING },
  /** How many characters a URL counts, whatever its length. */
  url: { max: 23, reference: POSTING },
} as const satisfies Limits;
