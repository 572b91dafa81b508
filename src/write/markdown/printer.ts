import type { Alert } from '../../model/alerts.ts';
import type {
  Block,
  Blockquote,
  Code,
  Heading,
  Inline,
  List,
  ListItem,
  Paragraph,
  Prose,
  Table,
} from '../../model/article.ts';
import { headingLevel, itemStart } from '../visitor.ts';
import { fencedCode } from './code.ts';
import { tableLines } from './columns.ts';
import { APART, asReferences, escapeCell, escapeHeadingEnd, escapeLineStart, trimLine } from './escape.ts';
import { type Context, InlinePrinter } from './inline-printer.ts';

/** Prints prose as CommonMark with the tables, tasks and strikethrough of GFM. */
class MarkdownPrinter extends InlinePrinter {
  /** Blocks with a blank line between them, without empty ones. `after` is the block printed before the first. */
  override blocks(prose: Prose, context: Context, after?: Block): string {
    const out: string[] = [];
    let before = after;
    for (const block of prose) {
      const text = this.block(block, context);
      if (text === '') continue;
      out.push(before && wouldJoin(before, block) ? `${APART}\n\n${text}` : text);
      before = block;
    }
    return out.join('\n\n');
  }

  protected override paragraph({ tokens }: Paragraph, context: Context): string {
    return this.inlines(tokens, context)
      .split('\n')
      .map((line) => escapeLineStart(trimLine(line)))
      .join('\n');
  }

  protected override heading({ depth, tokens }: Heading, context: Context): string {
    const level = '#'.repeat(headingLevel(depth, context));
    const text = trimLine(headingMarkdown(this.inlines(tokens, context).replaceAll('\\\n', '<br>')));
    return text === '' ? level : `${level} ${text}`;
  }

  protected override list(list: List, context: Context): string {
    const { loose, items, start = 1 } = list;
    const last = start + items.length - 1;
    const texts = items.map((item, index) => {
      const { marker, task } = itemStart(list, last > LARGEST_NUMBER ? 0 : index, item);
      const blocks = this.#itemBlocks(item, list, context);
      // A blank line makes a list loose, even before a comment.
      const end = loose && blocks !== '' && items.length === 1 && item.tokens.length === 1 ? `\n\n${APART}` : '';
      const content = (task === '' ? blocks : task + blocks.replace(/^\s+/, asReferences)) + end;
      if (content === '') return marker;
      // Three markers on one line would be a thematic break.
      const gap = /^-(?:\n|$)/.test(content) ? `\n${' '.repeat(marker.length + 1)}` : ' ';
      return marker + gap + indent(content, marker.length + 1);
    });
    return texts.join(loose ? '\n\n' : '\n');
  }

  /**
   * The blocks of an item. In a tight list there is no blank line between them, so a comment ends a block that would go on.
   * The box of a task starts a paragraph.
   */
  #itemBlocks({ checked, tokens }: ListItem, list: List, context: Context): string {
    const out: string[] = checked !== undefined && tokens[0]?.type !== 'paragraph' ? [APART] : [];
    let before: Block | undefined = out.length > 0 ? EMPTY : undefined;
    for (const block of tokens) {
      const text = this.block(block, context);
      if (text === '') continue;
      const isApart = before && (list.loose ? wouldJoin(before, block) : !mayFollow(before, block, text));
      if (isApart) out.push(APART);
      out.push(text);
      before = block;
    }
    return out.join(list.loose ? '\n\n' : '\n');
  }

  protected override blockquote({ alert, tokens }: Blockquote, context: Context): string {
    return (alert === undefined ? '' : alertLine(alert, tokens))
      .concat(this.blocks(tokens, context))
      .split('\n')
      .map((line) => (line === '' ? '>' : `> ${line}`))
      .join('\n');
  }

  protected override code({ text, lang }: Code): string {
    return fencedCode(text, lang);
  }

  /** Columns are aligned by display width. */
  protected override table({ align, header, rows }: Table, context: Context): string {
    const cell = (tokens: readonly Inline[]) => escapeCell(this.inlines(tokens, context).replaceAll('\\\n', '<br>'));
    const cells = [header, ...rows].map((row) => row.map(({ tokens }) => cell(tokens)));
    return tableLines(align, cells).join('\n');
  }

  /** Not `---`, which starts an item inside an item and makes a heading of a paragraph. */
  protected override thematicBreak(): string {
    return '***';
  }
}

/** The largest number of an item. */
const LARGEST_NUMBER = 999_999_999;

const EMPTY: Block = { type: 'paragraph', tokens: [] };

const printer = new MarkdownPrinter();
const OUTSIDE = { inside: [], edge: '' } as const;

/** Prose without a final line end. Its outermost headings have this level. `after` is the prose printed before it. */
export function proseMarkdown(prose: Prose, level: number, after: Prose = []): string {
  return printer.blocks(prose, { level, open: [], ...OUTSIDE }, after.at(-1));
}

/** Inlines on one line, apart from hard line breaks. */
export function inlinesMarkdown(inlines: readonly Inline[]): string {
  return printer.inlines(inlines, { level: 1, open: [], ...OUTSIDE });
}

/** The text of a heading, given as Markdown. */
export function headingMarkdown(text: string): string {
  return escapeHeadingEnd(text.replaceAll('\\\n', ' '));
}

/** Indents every line but the first. */
export function indent(text: string, columns: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

/** A paragraph can follow the first line of an alert, which is itself a paragraph, directly. */
function alertLine(alert: Alert, tokens: Prose): string {
  return `[!${alert.toUpperCase()}]\n${tokens[0]?.type === 'paragraph' ? '' : '\n'}`;
}

function wouldJoin(before: Block, block: Block): boolean {
  if (before.type === 'list' && block.type === 'list') return before.ordered === block.ordered;
  return before.type === 'blockquote' && block.type === 'blockquote';
}

/** Whether a block, printed as `text`, can follow another on the next line, and not go on with its last paragraph. */
function mayFollow(before: Block, block: Block, text: string): boolean {
  if (block.type === 'paragraph' || block.type === 'table') return /^(?:heading|code|hr)$/.test(before.type);
  if (block.type === 'list' && before.type === 'paragraph') return /^(?:-|1\.) \S/.test(text);
  return !wouldJoin(before, block);
}
