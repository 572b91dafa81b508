import { Parser, type Token } from 'marked';
import type { Inline, Prose } from '../../model/article.ts';
import { HtmlRenderer } from './renderer.ts';

let shared: { readonly parser: Parser; readonly renderer: HtmlRenderer } | undefined;

/** One parser for every note, made when the first is printed; nothing of a prose stays in it. */
function engine() {
  if (!shared) {
    const renderer = new HtmlRenderer();
    shared = { parser: new Parser({ renderer }), renderer };
  }
  return shared;
}

/** Prose as HTML without a final line end; its outermost headings are of `level`, deeper ones follow without a gap. */
export function proseHtml(prose: Prose, level: number): string {
  const { parser, renderer } = engine();
  renderer.begin(level);
  return parser.parse(prose as unknown as Token[]).trimEnd();
}

/** Inlines as HTML, for a place that is a paragraph already. */
export function inlineHtml(inlines: readonly Inline[]): string {
  return engine().parser.parseInline(inlines as unknown as Token[]);
}

/** Prose inside an item of a list: a paragraph alone is bare text. */
export function itemHtml(prose: Prose, level: number): string {
  const [only, ...others] = prose;
  return only?.type === 'paragraph' && others.length === 0 ? inlineHtml(only.tokens) : proseHtml(prose, level);
}
