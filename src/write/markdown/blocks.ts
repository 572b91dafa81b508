import type { Block, List, ListItem, Prose, Table, TableCell } from '../../model/article.ts';
import { displayWidth } from '../../typography/width.ts';
import { APART, escapeHeadingEnd, escapeLineStart } from './escape.ts';
import { inlinesMarkdown } from './inlines.ts';

/** Where prose stands: in the flow of the post, or inside an item or a quotation. */
type Place = 'flow' | 'nested';

/** Prose as Markdown without a final line end. `after` is the prose printed before it, where no heading stands between. */
export function proseMarkdown(prose: Prose, after: Prose = [], place: Place = 'flow'): string {
  let out = '';
  prose.forEach((block, index) => {
    const before = index === 0 ? after.at(-1) : prose[index - 1];
    if (index > 0) out += '\n\n';
    if (before && wouldJoin(before, block)) out += `${APART}\n\n`;
    out += blockMarkdown(block, place);
  });
  return out;
}

function wouldJoin(before: Block, block: Block): boolean {
  if (before.type === 'list' && block.type === 'list') return before.ordered === block.ordered;
  return before.type === 'blockquote' && block.type === 'blockquote';
}

function blockMarkdown(block: Block, place: Place): string {
  switch (block.type) {
    case 'paragraph':
      return inlinesMarkdown(block.tokens).split('\n').map(escapeLineStart).join('\n');
    case 'heading':
      return `${'#'.repeat(Math.max(2, block.depth))} ${headingMarkdown(inlinesMarkdown(block.tokens))}`;
    case 'list':
      return list(block);
    case 'blockquote':
      return proseMarkdown(block.tokens, [], 'nested')
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
    case 'code':
      return fence(block.text, block.lang);
    case 'table':
      return table(block);
    case 'hr':
      return place === 'flow' ? '---' : '***';
  }
}

/** The text of a heading, already Markdown. */
export function headingMarkdown(text: string): string {
  return escapeHeadingEnd(text.replaceAll('\\\n', ' '));
}

function list({ ordered, start, loose, items }: List): string {
  const first = start ?? 1;
  const markers = items.map((_, index) => (ordered ? `${first + index}.` : '-'));
  return items.map((item, index) => listItem(item, markers[index] ?? '-')).join(loose ? '\n\n' : '\n');
}

function listItem({ checked, tokens }: ListItem, marker: string): string {
  const task = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
  const content = tokens.map((block) => blockMarkdown(block, 'nested'));
  return `${marker} ${indent(task + joinItem(tokens, content), marker.length + 1)}`.trimEnd();
}

/** In an item of a tight list a nested list follows without a blank line; everything else is set apart. */
function joinItem(tokens: Prose, content: readonly string[]): string {
  let out = '';
  content.forEach((text, index) => {
    const before = tokens[index - 1];
    if (before)
      out += before.type === 'paragraph' && tokens[index]?.type === 'list' && tokens.length === 2 ? '\n' : '\n\n';
    if (before && tokens[index] && wouldJoin(before, tokens[index])) out += `${APART}\n\n`;
    out += text;
  });
  return out;
}

/** Indents what follows the first line. */
export function indent(text: string, columns: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

/** A fence longer than any inside. Code without a language is called text, so that no linter asks for one. */
function fence(text: string, language = 'text'): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fences = '`'.repeat(longest + 1);
  return `${fences}${language.replaceAll('`', '')}\n${text === '' ? '' : `${text}\n`}${fences}`;
}

/** Columns are aligned by display width. */
function table({ align, header, rows }: Table): string {
  const cells = [header, ...rows].map((row) => row.map(cell));
  const widths = header.map((_, column) => Math.max(3, ...cells.map((row) => displayWidth(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => pad(text, widths[column] ?? 3, align[column])).join(' | ')} |`;
  const rule = widths.map((width, column) => ruleCell(width, align[column]));
  return [line(cells[0] ?? []), `| ${rule.join(' | ')} |`, ...cells.slice(1).map(line)].join('\n');
}

function cell({ tokens }: TableCell): string {
  return inlinesMarkdown(tokens)
    .replaceAll('\\\n', ' ')
    .replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}

function pad(text: string, width: number, align: Table['align'][number] | undefined): string {
  const free = width - displayWidth(text);
  if (align === 'right') return ' '.repeat(free) + text;
  if (align === 'center') return ' '.repeat(free >> 1) + text + ' '.repeat(free - (free >> 1));
  return text + ' '.repeat(free);
}

function ruleCell(width: number, align: Table['align'][number] | undefined): string {
  const left = align === 'left' || align === 'center' ? ':' : '-';
  const right = align === 'right' || align === 'center' ? ':' : '-';
  return left + '-'.repeat(width - 2) + right;
}
