import type { Inline, Prose } from '../../model/article.ts';
import type { NumberedFootnote } from '../footnotes.ts';
import { backLinks, type HtmlLayout, htmlPrinter } from './printer.ts';

/** Prose as HTML without a final line end. Its outermost headings have this level. */
export function proseHtml(prose: Prose, level: number, layout: HtmlLayout): string {
  return htmlPrinter.blocks(prose, { level, open: [], ...layout }).trimEnd();
}

/** Inlines as HTML, for a place inside a paragraph. */
export function inlineHtml(inlines: readonly Inline[], layout: HtmlLayout): string {
  return htmlPrinter.inlines(inlines, { level: 1, open: [], ...layout });
}

/** Prose for an item of a list. One paragraph alone has no element. */
export function itemHtml(prose: Prose, level: number, layout: HtmlLayout): string {
  const [only, ...others] = prose;
  if (only?.type === 'paragraph' && others.length === 0) return inlineHtml(only.tokens, layout);
  return proseHtml(prose, level, layout);
}

/** A footnote with the links back to its references at the end of its last paragraph. */
export function footnoteHtml(footnote: NumberedFootnote, layout: HtmlLayout): string {
  const html = itemHtml(footnote.prose, 3, layout);
  const links = backLinks(footnote, layout);
  if (links === '') return html;
  if (html.endsWith('</p>')) return `${html.slice(0, -'</p>'.length)} ${links}</p>`;
  return footnote.prose.at(-1)?.type === 'paragraph' ? `${html} ${links}` : `${html}\n<p>${links}</p>`;
}
