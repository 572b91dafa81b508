import type { Typography } from '../../src/model/house.ts';

export const KEEP: Typography = {
  quotes: 'keep',
  dashes: 'keep',
  ellipsis: 'keep',
  dots: 'keep',
  spaces: 'keep',
  han: 'keep',
};

/** Houses that ship, and a house of book typography. */
export const ABAB: Typography = { ...KEEP, quotes: 'straight', dots: 'middle', spaces: 'single' };
export const ABAB_ZH: Typography = { ...KEEP, dots: 'middle', spaces: 'single', han: 'full-width' };
export const BOOK: Typography = {
  ...ABAB,
  quotes: 'curly',
  dashes: 'em',
  ellipsis: 'character',
};

export const PROFILES: Readonly<Record<string, Typography>> = {
  keep: KEEP,
  abab: ABAB,
  'abab-zh': ABAB_ZH,
  book: BOOK,
  'book, spaced dashes': { ...BOOK, dashes: 'spaced-en' },
  typewriter: { ...ABAB, ellipsis: 'dots' },
  'zh, curly': { ...ABAB_ZH, quotes: 'curly' },
  'zh, straight': { ...ABAB_ZH, quotes: 'straight' },
  'zh, spaces kept': { ...ABAB_ZH, spaces: 'keep', dots: 'keep' },
  'zh, all': { ...BOOK, han: 'full-width' },
  'zh, all, spaced dashes, dots': { ...BOOK, han: 'full-width', dashes: 'spaced-en', ellipsis: 'dots' },
};
