import type { Inline, Prose } from '../../model/article.ts';
import type { Labels } from '../../model/house.ts';
import { htmlPrinter } from './printer.ts';

/** Prose as HTML without a final line end. Its outermost headings have this level. */
export function proseHtml(prose: Prose, level: number, labels: Labels): string {
  return htmlPrinter.blocks(prose, { level, open: [], labels }).trimEnd();
}

/** Inlines as HTML, for a place inside a paragraph. */
export function inlineHtml(inlines: readonly Inline[], labels: Labels): string {
  return htmlPrinter.inlines(inlines, { level: 1, open: [], labels });
}

/** Prose for an item of a list. One paragraph alone has no element. */
export function itemHtml(prose: Prose, level: number, labels: Labels): string {
  const [only, ...others] = prose;
  if (only?.type === 'paragraph' && others.length === 0) return inlineHtml(only.tokens, labels);
  return proseHtml(prose, level, labels);
}
