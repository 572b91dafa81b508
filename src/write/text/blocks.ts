import type { Block, List, ListItem, Prose } from '../../model/article.ts';
import type { Labels } from '../../model/house.ts';
import { inlinesText } from './inlines.ts';
import { table } from './table.ts';

/** Stands before what must not be wrapped, while the post is put together. No note holds a NUL. */
export const VERBATIM = '\0';

/** How prose is printed: the house's words, and the columns it has when it will be wrapped. */
export interface Layout {
  readonly labels: Labels;
  readonly width?: number | undefined;
}

/**
 * Prose as lines of plain text, joined, without a final line end: one line per paragraph, nothing between two blocks, or
 * a blank line where lines will be wrapped and no longer show where a paragraph ends.
 */
export function proseText(prose: Prose, layout: Layout): string {
  return prose.map((block) => blockText(block, layout)).join(layout.width === undefined ? '\n' : '\n\n');
}

function blockText(block: Block, layout: Layout): string {
  switch (block.type) {
    case 'paragraph':
      return inlinesText(block.tokens, layout.labels);
    case 'heading':
      return inlinesText(block.tokens, layout.labels).replaceAll('\n', ' ');
    case 'list':
      return list(block, layout);
    case 'blockquote':
      return prefix(proseText(block.tokens, within(layout, 2)), '> ', '> ');
    case 'code':
      return prefix(block.text, VERBATIM, VERBATIM);
    case 'table':
      return prefix(table(block, layout), VERBATIM, VERBATIM);
    case 'hr':
      return '* * *';
  }
}

function list({ ordered, start, items }: List, layout: Layout): string {
  const first = start ?? 1;
  return items.map((item, index) => listItem(item, ordered ? `${first + index}. ` : '- ', layout)).join('\n');
}

function listItem({ checked, tokens }: ListItem, marker: string, layout: Layout): string {
  const task = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
  const [first, second] = tokens;
  // A nested list follows its item's words, wrapped or not: markers show where each begins.
  const tight = first?.type === 'paragraph' && second?.type === 'list' && tokens.length === 2;
  const inner = within(layout, marker.length);
  const content = tight ? tokens.map((block) => blockText(block, inner)).join('\n') : proseText(tokens, inner);
  return prefix(task + content, marker, ' '.repeat(marker.length));
}

/** What is left of the width beside a prefix: never nothing, however deep it is. */
function within({ labels, width }: Layout, columns: number): Layout {
  return { labels, width: width === undefined ? undefined : Math.max(1, width - columns) };
}

/** Puts `first` before the first line and `next` before the others, without a space at the end of a line. */
function prefix(text: string, first: string, next: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      const before = index === 0 ? first : next;
      if (line === VERBATIM) return before.trimEnd() + VERBATIM;
      return line.includes(VERBATIM) ? before + line : (before + line).trimEnd();
    })
    .join('\n');
}
