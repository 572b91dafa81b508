import type { Block, Inline, InlineImage, Link, List, ListItem, Prose, Table, TableCell } from '../../model/article.ts';
import type { Labels } from '../../model/house.ts';
import { safeUrl } from '../../model/url.ts';
import { displayWidth } from '../../typography/width.ts';

/** Marks a line that must not be wrapped, while the post is put together. No note holds a NUL. */
export const VERBATIM = '\0';

/** Prose as lines of plain text, joined, without a final line end: one line per paragraph, nothing between two blocks. */
export function proseText(prose: Prose, labels: Labels): string {
  return prose.map((block) => blockText(block, labels)).join('\n');
}

function blockText(block: Block, labels: Labels): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlinesText(block.tokens, labels);
    case 'list':
      return list(block, labels);
    case 'blockquote':
      return prefix(proseText(block.tokens, labels), '> ', '> ');
    case 'code':
      return prefix(block.text, VERBATIM, VERBATIM);
    case 'table':
      return table(block, labels);
    case 'hr':
      return '* * *';
  }
}

function list({ ordered, start, items }: List, labels: Labels): string {
  const first = start ?? 1;
  return items.map((item, index) => listItem(item, ordered ? `${first + index}. ` : '- ', labels)).join('\n');
}

function listItem({ checked, tokens }: ListItem, marker: string, labels: Labels): string {
  const task = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
  return prefix(task + proseText(tokens, labels), marker, ' '.repeat(marker.length));
}

/** Puts `first` before the first line and `next` before the others; a verbatim line keeps its mark in front. */
function prefix(text: string, first: string, next: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      const before = index === 0 ? first : next;
      return line.startsWith(VERBATIM)
        ? VERBATIM + (before + line.slice(1)).replace(VERBATIM, '')
        : (before + line).trimEnd();
    })
    .join('\n');
}

function table({ align, header, rows }: Table, labels: Labels): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => cellText(cell, labels)));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    VERBATIM +
    row
      .map((text, column) => pad(text, widths[column] ?? 0, align[column]))
      .join(' | ')
      .trimEnd();
  return cells.map(line).join('\n');
}

function cellText({ tokens }: TableCell, labels: Labels): string {
  return inlinesText(tokens, labels).replaceAll('\n', ' ');
}

function pad(text: string, width: number, align: Table['align'][number] | undefined): string {
  const free = width - displayWidth(text);
  if (align === 'right') return ' '.repeat(free) + text;
  if (align === 'center') return ' '.repeat(free >> 1) + text + ' '.repeat(free - (free >> 1));
  return text + ' '.repeat(free);
}

/** Inlines as plain text: marks fall away, a hard break is a new line. */
export function inlinesText(inlines: readonly Inline[], labels: Labels): string {
  let out = '';
  for (const inline of inlines) out += inlineText(inline, labels);
  return out;
}

function inlineText(inline: Inline, labels: Labels): string {
  switch (inline.type) {
    case 'text':
    case 'codespan':
      return inline.text;
    case 'em':
    case 'strong':
    case 'del':
      return inlinesText(inline.tokens, labels);
    case 'br':
      return '\n';
    case 'link':
      return link(inline, labels);
    case 'image':
      return image(inline, labels);
  }
}

/** The text, and the address in parentheses where the text does not say it already. */
function link({ href, title, tokens }: Link, labels: Labels): string {
  const text = inlinesText(tokens, labels);
  const address = safeUrl(href);
  if (address === undefined) return text;
  const said = text === href || address === `mailto:${text}` || address === `http://${text}`;
  const more = [said ? undefined : href, title].filter((part) => part !== undefined && part !== '');
  return more.length === 0 ? text : `${text}${labels.open}${more.join(labels.comma)}${labels.close}`;
}

/** What a reader cannot see is said: what it shows, its caption, and where it is. */
function image({ href, title, text }: InlineImage, labels: Labels): string {
  const said = [text, title].filter((part) => part !== undefined && part !== '').join(labels.semicolon);
  const address = safeUrl(href) === undefined ? '' : `${labels.open}${href}${labels.close}`;
  return said === '' ? `${labels.image}${address}` : `${labels.image}${labels.colon}${said}${address}`;
}
