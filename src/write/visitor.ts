import type {
  Block,
  Blockquote,
  Code,
  FootnoteReference,
  Heading,
  Inline,
  InlineImage,
  Link,
  List,
  ListItem,
  Paragraph,
  Prose,
  Script,
  Table,
} from '../model/article.ts';

export type Emphasis = Extract<Inline, { type: 'em' | 'strong' | 'del' }>;

/**
 * Prints the blocks and inlines of an Article as text. A format extends it with one method for each construct, so that a new
 * construct is a type error in every format. `context` is what a format passes down, such as the width that is left.
 */
export abstract class Visitor<Context> {
  protected abstract paragraph(block: Paragraph, context: Context): string;
  protected abstract heading(block: Heading, context: Context): string;
  protected abstract list(block: List, context: Context): string;
  protected abstract blockquote(block: Blockquote, context: Context): string;
  protected abstract code(block: Code, context: Context): string;
  protected abstract table(block: Table, context: Context): string;
  protected abstract thematicBreak(context: Context): string;

  protected abstract text(text: string, context: Context): string;
  protected abstract emphasis(inline: Emphasis, context: Context): string;
  protected abstract script(inline: Script, context: Context): string;
  protected abstract codeSpan(text: string, context: Context): string;
  protected abstract hardBreak(context: Context): string;
  protected abstract link(inline: Link, context: Context): string;
  protected abstract image(inline: InlineImage, context: Context): string;
  protected abstract footnoteReference(inline: FootnoteReference, context: Context): string;

  block(block: Block, context: Context): string {
    switch (block.type) {
      case 'paragraph':
        return this.paragraph(block, context);
      case 'heading':
        return this.heading(block, context);
      case 'list':
        return this.list(block, context);
      case 'blockquote':
        return this.blockquote(block, context);
      case 'code':
        return this.code(block, context);
      case 'table':
        return this.table(block, context);
      case 'hr':
        return this.thematicBreak(context);
    }
  }

  inline(inline: Inline, context: Context): string {
    switch (inline.type) {
      case 'text':
        return this.text(inline.text, context);
      case 'em':
      case 'strong':
      case 'del':
        return this.emphasis(inline, context);
      case 'sub':
      case 'sup':
        return this.script(inline, context);
      case 'codespan':
        return this.codeSpan(inline.text, context);
      case 'br':
        return this.hardBreak(context);
      case 'link':
        return this.link(inline, context);
      case 'image':
        return this.image(inline, context);
      case 'footnote':
        return this.footnoteReference(inline, context);
    }
  }

  /** Blocks in order. A format with blank lines between blocks overrides it. */
  blocks(prose: Prose, context: Context): string {
    let printed = '';
    for (const block of prose) printed += this.block(block, context);
    return printed;
  }

  /** Inlines in order. A format in which neighbours matter overrides it. */
  inlines(inlines: readonly Inline[], context: Context): string {
    let printed = '';
    for (const inline of inlines) printed += this.inline(inline, context);
    return printed;
  }
}

/** The headings of one prose: the level of the outermost one, and the depths of those that are open. */
export interface Outline {
  readonly level: number;
  readonly open: number[];
}

/** The level to print a heading with. It follows from nesting, not from the number of `#`, so that levels have no gaps. */
export function headingLevel(depth: number, { level, open }: Outline): number {
  while ((open.at(-1) ?? 0) >= depth) open.pop();
  open.push(depth);
  return Math.min(6, level + open.length - 1);
}

/** What starts an item in plain text and Markdown: its number or `-`, and the box of a task. */
export function itemStart({ ordered, start = 1 }: List, index: number, { checked }: ListItem) {
  return {
    marker: ordered ? `${start + index}.` : '-',
    task: checked === undefined ? '' : checked ? '[x] ' : '[ ] ',
  };
}
