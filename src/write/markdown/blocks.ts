import type { Block, Heading, List, ListItem, Prose } from '../../model/article.ts';
import { APART, escapeHeadingEnd, escapeLineStart } from './escape.ts';
import { inlinesMarkdown } from './inlines.ts';
import { table } from './table.ts';

/** The levels of a prose's headings: `level` is the outermost one's, `open` the depths as written of those that are open. */
interface Outline {
  readonly level: number;
  readonly open: number[];
}

/**
 * Prose as Markdown without a final line end. Its outermost headings are of `level`, deeper ones follow without a jump.
 * `after` is the prose printed before it, where no heading stands between.
 */
export function proseMarkdown(prose: Prose, level: number, after: Prose = []): string {
  return blocks(prose, { level, open: [] }, after.at(-1));
}

/** Blocks set apart by a blank line. One that says nothing is not there. */
function blocks(prose: Prose, outline: Outline, after?: Block): string {
  const out: string[] = [];
  let before = after;
  for (const block of prose) {
    const text = blockMarkdown(block, outline);
    if (text === '') continue;
    out.push(before && wouldJoin(before, block) ? `${APART}\n\n${text}` : text);
    before = block;
  }
  return out.join('\n\n');
}

function wouldJoin(before: Block, block: Block): boolean {
  if (before.type === 'list' && block.type === 'list') return before.ordered === block.ordered;
  return before.type === 'blockquote' && block.type === 'blockquote';
}

function blockMarkdown(block: Block, outline: Outline): string {
  switch (block.type) {
    case 'paragraph':
      return inlinesMarkdown(block.tokens)
        .split('\n')
        .map((line) => escapeLineStart(line.trim()))
        .join('\n');
    case 'heading':
      return heading(block, outline);
    case 'list':
      return list(block, outline);
    case 'blockquote':
      return blocks(block.tokens, outline)
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
    case 'code':
      return fence(block.text, block.lang);
    case 'table':
      return table(block);
    case 'hr':
      // Not `---`, which in an item is another item, and under a paragraph a heading.
      return '***';
  }
}

/** Levels follow from nesting, not from the number of `#`, as in the HTML. */
function heading({ depth, tokens }: Heading, { level, open }: Outline): string {
  while ((open.at(-1) ?? 0) >= depth) open.pop();
  open.push(depth);
  return `${'#'.repeat(Math.min(6, level + open.length - 1))} ${headingMarkdown(inlinesMarkdown(tokens)).trim()}`.trimEnd();
}

/** The text of a heading, already Markdown. */
export function headingMarkdown(text: string): string {
  return escapeHeadingEnd(text.replaceAll('\\\n', ' '));
}

function list(block: List, outline: Outline): string {
  const first = block.start ?? 1;
  const items = block.items.map((item, index) => listItem(item, block.ordered ? `${first + index}.` : '-', outline));
  return items.join(isApart(block) ? '\n\n' : '\n');
}

function listItem({ checked, tokens }: ListItem, marker: string, outline: Outline): string {
  const task = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
  const [first, second] = tokens;
  const tight = tokens.length === 2 && isSaying(first) && second?.type === 'list' && follows(second);
  const content = tight ? tokens.map((block) => blockMarkdown(block, outline)).join('\n') : blocks(tokens, outline);
  // Markers of empty items in one line would be a rule: `- - -`.
  return `${marker} ${indent(task + content || APART, marker.length + 1)}`.trimEnd();
}

/** Whether items are set apart: one holds what has a blank line on either side. */
export function areApart(items: readonly Prose[]): boolean {
  return items.some((tokens) => tokens.some(isSetApart));
}

function isSetApart(block: Block): boolean {
  if (block.type === 'list') return isApart(block);
  if (block.type === 'blockquote') return block.tokens.some(isSetApart);
  return block.type === 'code' || block.type === 'table' || block.type === 'heading';
}

function isApart({ loose, items }: List): boolean {
  return loose || areApart(items.map(({ tokens }) => tokens));
}

/** Whether a list can follow a paragraph without a blank line: it starts with 1, and its first item says something. */
function follows(block: List): boolean {
  return !isApart(block) && (block.start ?? 1) === 1 && isSaying(block.items[0]?.tokens[0]);
}

function isSaying(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && inlinesMarkdown(block.tokens) !== '';
}

/** Indents what follows the first line. */
export function indent(text: string, columns: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

/** A fence longer than any inside. Code without a language is called text, so that no linter asks for one. */
function fence(text: string, language = 'text'): string {
  const longest = (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
  const fences = '`'.repeat(longest + 1);
  return `${fences}${language.replaceAll('`', '')}\n${text === '' ? '' : `${text}\n`}${fences}`;
}
