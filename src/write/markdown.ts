import type { Prose } from '../model/article.ts';
import { createContext, type Printer } from './context.ts';
import type { Format } from './format.ts';
import { headingMarkdown, indent, proseMarkdown } from './markdown/blocks.ts';
import { escapeText } from './markdown/escape.ts';
import { inlinesMarkdown } from './markdown/inlines.ts';
import { runTemplate } from './templates.ts';

const printer: Printer = {
  prose: (prose, after?: Prose) => proseMarkdown(prose, after),
  item: (prose) => indent(proseMarkdown(prose), 2),
  inline: (inlines) => inlinesMarkdown(inlines).replaceAll('\\\n', ' '),
  plain: (text) => headingMarkdown(escapeText(text)),
  join: (parts, separator) => parts.join(separator),
};

/** CommonMark with GFM's tables, as markdownlint's defaults have it; a post in it is itself a note. */
export const markdown: Format = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  write: (article, house) => `${runTemplate(house, 'post.md.hbs', createContext(article, house, printer)).trimEnd()}\n`,
};
