import { printVerified } from '../../format/html/print.ts';
import type { Footnote, Prose } from '../../model/article.ts';
import { findFences } from '../../read/front-matter/index.ts';
import { wordsOfProse } from '../../read/html/words.ts';
import { parseMarkdown } from '../../read/markdown/index.ts';
import { indent, proseMarkdown } from '../../write/markdown/printer.ts';

/** The prose of a source, with the footnotes that it refers to. */
export interface SourceProse {
  readonly prose: Prose;
  readonly footnotes: readonly Footnote[];
}

/** The ending of the file decides, because stars and brackets in wire text are often no Markdown. */
export function isMarkdown(text: string, name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name) && !/^\s*<(?:!doctype|html)\b/i.test(text);
}

/** The prose of Markdown, without its front matter. Undefined if it is nested too deep. */
export function proseOfMarkdown(text: string): SourceProse | undefined {
  const fences = findFences(text);
  const { items, tooComplex } = parseMarkdown(text, fences.kind === 'found' ? fences.whole.end : 0);
  if (tooComplex) return undefined;
  return {
    prose: items.flatMap((item) => (item.kind === 'block' ? [item.block] : [])),
    footnotes: items.flatMap((item) => item.footnotes).map(({ label, prose }) => ({ label, prose })),
  };
}

/** The definition of a footnote. */
export function footnoteMarkdown({ label, prose }: Footnote, labels: readonly string[]): string {
  const text = printVerified(prose, wordsOfProse(prose), undefined, labels) ?? proseMarkdown(prose, 3);
  return `[^${label}]: ${indent(text, 4)}`;
}
