import type { Limits } from './limit.ts';

const LEXICON = 'https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json';

export const BLUESKY = {
  checked: '2026-11',
  graphemes: { max: 300, reference: LEXICON },
  /** Bytes of the text in UTF-8. */
  bytes: { max: 3000, reference: LEXICON },
  /** Topics that are no part of the text. */
  tags: { max: 8, reference: LEXICON },
  tagGraphemes: { max: 64, reference: LEXICON },
  tagBytes: { max: 640, reference: LEXICON },
} as const satisfies Limits;
