import type { Labels } from '../model/house.ts';

/** `Label: text`. A label that a writer has ended with a colon gets no second one. */
export function labelled(label: string, text: string, { colon }: Pick<Labels, 'colon'>): string {
  return `${/[:：]/.test(colon) ? label.replace(/[:：]$/, '') : label}${colon}${text}`;
}
