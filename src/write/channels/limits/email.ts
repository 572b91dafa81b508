import type { Limits } from './limit.ts';

export const EMAIL = {
  checked: '2026-11',
  /** Bytes of the HTML part. Gmail hides what is beyond about 102 KB. */
  htmlBytes: {
    max: 102_000,
    reference: 'https://www.spamresource.com/2022/01/what-is-gmail-clipping-and-what-to-do.html',
  },
} as const satisfies Limits;
