import type { Labels } from '../model/house.ts';

export type StruckLabels = Pick<Labels, 'struck' | 'colon'>;

/** Words that are struck out, in plain text. Without a label, they would read as valid. */
export function struckOut(words: string, { struck, colon }: StruckLabels): string {
  return words.trim() === '' ? words : `[${struck}${colon}${words}]`;
}
