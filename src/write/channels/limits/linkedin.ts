import type { Limits } from './limit.ts';

export const LINKEDIN = {
  checked: '2026-11',
  /** UTF-16 units of a post as readers see it, without the backslashes. */
  characters: { max: 3000, reference: 'https://www.linkedin.com/help/linkedin/answer/a528176' },
} as const satisfies Limits;
