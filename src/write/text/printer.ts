import {
  type Block,
  type Blockquote,
  type Code,
  type FootnoteReference,
  type Heading,
  type InlineImage,
  type Link,
  type List,
  type Paragraph,
  type Prose,
  type Script,
  superscript,
  type Table,
} from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { struckOut } from '../struck-out.ts';
import { type Emphasis, itemStart, Visitor } from '../visitor.ts';
import { type Layout, VERBATIM } from './layout.ts';
import { table } from './table.ts';

/**
 * Prints prose as lines of plain text without a final line end: one line for each paragraph. Text that will be wrapped has a
 * blank line between blocks, because line ends then no longer show where a paragraph ends.
 */
export class TextPrinter extends Visitor<Layout> {
  override blocks(prose: Prose, layout: Layout): string {
    return prose.map((block) => this.block(block, layout)).join(layout.width === undefined ? '\n' : '\n\n');
  }

  protected override paragraph({ tokens }: Paragraph, layout: Layout): string {
    return this.inlines(tokens, layout);
  }

  protected override heading({ tokens }: Heading, layout: Layout): string {
    return this.inlines(tokens, layout).replaceAll('\n', ' ');
  }

  protected override list(list: List, layout: Layout): string {
    return list.items
      .map((item, index) => {
        const { marker, task } = itemStart(list, index, item);
        const inner = narrower(layout, marker.length + 1);
        return prefix(task + this.#item(item.tokens, inner), `${marker} `, ' '.repeat(marker.length + 1));
      })
      .join('\n');
  }

  /** A nested list follows the words of its item without a blank line: the markers show where each item begins. */
  #item(tokens: Prose, layout: Layout): string {
    const [first, second] = tokens;
    const isTight = first?.type === 'paragraph' && second?.type === 'list' && tokens.length === 2;
    return isTight ? tokens.map((block: Block) => this.block(block, layout)).join('\n') : this.blocks(tokens, layout);
  }

  protected override blockquote({ alert, tokens }: Blockquote, layout: Layout): string {
    const label = alert === undefined ? '' : `${layout.labels.alerts[alert]}\n`;
    return prefix(label + this.blocks(tokens, narrower(layout, 2)), '> ', '> ');
  }

  protected override code({ text }: Code): string {
    return prefix(text, VERBATIM, VERBATIM);
  }

  protected override table(block: Table, layout: Layout): string {
    const lines = table(block, layout, (inlines) => this.inlines(inlines, layout));
    return prefix(lines, VERBATIM, VERBATIM);
  }

  protected override thematicBreak(): string {
    return '* * *';
  }

  protected override text(text: string): string {
    return text;
  }

  /** Struck-out words would read as valid without a label. Other emphasis leaves no trace. */
  protected override emphasis({ type, tokens }: Emphasis, layout: Layout): string {
    const text = this.inlines(tokens, layout);
    return type === 'del' ? struckOut(text, layout.labels) : text;
  }

  /** A subscript is printed on the line: H2O. */
  protected override script({ type, tokens }: Script, layout: Layout): string {
    const text = this.inlines(tokens, layout);
    return type === 'sup' ? superscript(text) : text;
  }

  protected override codeSpan(text: string): string {
    return text;
  }

  protected override hardBreak(): string {
    return '\n';
  }

  /** The text of the link, and the URL in parentheses if the text does not already give it. */
  protected override link({ href, title, tokens }: Link, layout: Layout): string {
    const { open, close, comma } = layout.labels;
    const text = this.inlines(tokens, layout);
    const url = safeUrl(href);
    if (url === undefined) return text;
    const isGiven = text === href || url === `mailto:${text}` || url === `http://${text}`;
    const more = [isGiven ? undefined : href, title].filter((part) => part !== undefined && part !== '');
    return more.length === 0 ? text : `${text}${open}${more.join(comma)}${close}`;
  }

  /** The alt text, the caption and the URL, because a reader cannot see the image. */
  protected override image({ href, title, text }: InlineImage, { labels }: Layout): string {
    const words = [text, title]
      .filter((part) => part !== undefined && part !== '')
      .join(/[.!?…]$/.test(text) ? ' ' : labels.semicolon);
    const url = safeUrl(href) === undefined ? '' : `${labels.open}${href}${labels.close}`;
    return words === '' ? `${labels.image}${url}` : `${labels.image}${labels.colon}${words}${url}`;
  }

  protected override footnoteReference(inline: FootnoteReference, { footnotes }: Layout): string {
    const place = footnotes.placeOf(inline);
    return place ? `[${place.number}]` : '';
  }
}

export const textPrinter = new TextPrinter();

/** The width that is left beside a prefix: at least one column. */
function narrower(layout: Layout, columns: number): Layout {
  return layout.width === undefined ? layout : { ...layout, width: Math.max(1, layout.width - columns) };
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
