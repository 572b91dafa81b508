import type { Inline, Prose } from '../../model/article.ts';
import { htmlPrinter } from './printer.ts';

/** Prose as HTML without a final line end. Its outermost headings have this level. */
export function proseHtml(prose: Prose, level: number): string {
  return htmlPrinter.blocks(prose, { level, open: [] }).trimEnd();
}

/** Inlines as HTML, for a place inside a paragraph. */
export function inlineHtml(inlines: readonly Inline[]): string {
  return htmlPrinter.inlines(inlines, { level: 1, open: [] });
}

/** Prose for an item of a list. One paragraph alone has no element. */
export function itemHtml(prose: Prose, level: number): string {
  const [only, ...others] = prose;
  return only?.type === 'paragraph' && others.length === 0 ? inlineHtml(only.tokens) : proseHtml(prose, level);
}
