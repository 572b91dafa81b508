import type { House } from '../model/house.ts';
import { safeUrl } from '../model/url.ts';
import { printDate } from './dates.ts';
import { Footnotes } from './footnotes.ts';
import type { Format } from './format.ts';
import { escapeLineStart, escapeText } from './markdown/escape.ts';
import { headingMarkdown, indent, inlinesMarkdown, proseMarkdown } from './markdown/printer.ts';
import { createContext, type Printer } from './template/context.ts';
import { runTemplate } from './template/run.ts';

const plain: Printer['plain'] = (text) => headingMarkdown(escapeText(text));
const label: Printer['label'] = (text) => escapeLineStart(plain(text) as string);

const printerOf = (house: House): Printer => ({
  prose: (prose, level, after) => proseMarkdown(prose, level, after),
  items: (items) => {
    const texts = items.map((prose) => indent(proseMarkdown(prose, 3), 2));
    const last = texts.findLastIndex((text) => text !== '');
    if (items.every(([first, ...others]) => first?.type === 'paragraph' && others.length === 0)) return texts;
    return texts.map((text, index) => (text === '' || index >= last ? text : `${text}\n`));
  },
  footnote: ({ prose }) => noDefinition(indent(proseMarkdown(prose, 3), 4)),
  inline: (inlines) => inlinesMarkdown(inlines).replaceAll('\\\n', ' '),
  plain,
  label,
  join: (parts, separator) => parts.join(escapeText(separator)),
  date: (written) => plain(printDate(written, house)),
});

/**
 * A footnote whose first line is no URL that runs. Markdown without footnotes reads one word after `[^1]:`, and perhaps a title,
 * as the URL of a link. A comment after it prevents that, and is not printed.
 */
function noDefinition(footnote: string): string {
  const [line = '', word = ''] = /^(\S+)(?:[ \t]+["'(].*)?$/m.exec(footnote.split('\n', 1)[0] ?? '') ?? [];
  return line === '' || safeUrl(word.replace(/^<(.*)>$/, '$1')) !== undefined
    ? footnote
    : `${line} <!-- -->${footnote.slice(line.length)}`;
}

/** CommonMark with GFM tables that markdownlint accepts by default. A Markdown post is itself a note. */
export const markdown: Format<'markdown'> = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  printsAll: true,
  write: (article, house) =>
    `${runTemplate(house, 'post.md.hbs', createContext(article, house, new Footnotes(article, house), printerOf(house))).trimEnd()}\n`,
};
