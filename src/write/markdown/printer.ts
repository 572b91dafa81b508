import type { Alert } from '../../model/alerts.ts';
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
  Paragraph,
  Prose,
  Script,
  Table,
} from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { type Emphasis, headingLevel, itemStart, type Outline, Visitor } from '../visitor.ts';
import { codeSpan, fencedCode } from './code.ts';
import { tableLines } from './columns.ts';
import {
  APART,
  destination,
  escapeCell,
  escapeHeadingEnd,
  escapeLineStart,
  escapeText,
  linkLabel,
  title,
} from './escape.ts';
import { last, spellFirst, spellLast } from './flanking.ts';
import { DELIMITERS, isMark, mergeMarks } from './marks.ts';

interface Context extends Outline {
  /** The kinds of emphasis that are open. */
  readonly inside: ReadonlySet<string>;
}

/**
 * Prints prose as CommonMark. Emphasis depends on its neighbours, so this format overrides how inlines follow each other. The
 * rules are those of CommonMark 0.31.2, section 6.2.
 */
class MarkdownPrinter extends Visitor<Context> {
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
      .map((line) => escapeLineStart(line.trim()))
      .join('\n');
  }

  protected override heading({ depth, tokens }: Heading, context: Context): string {
    const level = headingLevel(depth, context);
    return `${'#'.repeat(level)} ${headingMarkdown(this.inlines(tokens, context).replaceAll('\\\n', '<br>')).trim()}`.trimEnd();
  }

  protected override list(list: List, context: Context): string {
    const items = list.items.map((item, index) => {
      const { marker, task } = itemStart(list, index, item);
      // Markers of empty items on one line would be a thematic break: `- - -`.
      const content = task + this.#item(item.tokens, context) || APART;
      return `${marker} ${indent(content, marker.length + 1)}`.trimEnd();
    });
    return items.join(isApart(list) ? '\n\n' : '\n');
  }

  #item(tokens: Prose, context: Context): string {
    const [first, second] = tokens;
    const isTight = tokens.length === 2 && this.#hasText(first) && second?.type === 'list' && this.#follows(second);
    return isTight ? tokens.map((block) => this.block(block, context)).join('\n') : this.blocks(tokens, context);
  }

  /** Whether a list can follow a paragraph without a blank line: it starts with 1, and its first item has text. */
  #follows(list: List): boolean {
    return !isApart(list) && (list.start ?? 1) === 1 && this.#hasText(list.items[0]?.tokens[0]);
  }

  #hasText(block: Block | undefined): boolean {
    return block?.type === 'paragraph' && inlinesMarkdown(block.tokens) !== '';
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

  override inlines(inlines: readonly Inline[], context: Context): string {
    return this.#merged(mergeMarks(inlines, context.inside), context);
  }

  #merged(merged: readonly Inline[], context: Context): string {
    const out: string[] = [];
    merged.forEach((inline, index) => {
      this.#append(out, inline, merged[index - 1], merged[index + 1], context);
    });
    return out.join('');
  }

  /** Adds an inline to `out`. Its last part is never empty, and the only one that decides how the next inline is printed. */
  #append(
    out: string[],
    inline: Inline,
    before: Inline | undefined,
    after: Inline | undefined,
    context: Context,
  ): void {
    if (isMark(inline)) {
      this.#appendMark(out, inline, before, context);
      return;
    }
    const printed = this.inline(inline, context);
    if (printed === '') return;
    // Code spans that touch would be one.
    if (inline.type === 'codespan' && before?.type === 'codespan') out.push(APART);
    if (inline.type !== 'text') {
      out.push(printed);
      return;
    }
    // An exclamation mark before a link would make an image of it.
    const text = after?.type === 'link' && printed.endsWith('!') ? `${printed.slice(0, -1)}\\!` : printed;
    out.push(before && isMark(before) ? spellFirst(text, out) : text);
  }

  /**
   * A run of delimiters opens emphasis unless it is between a letter and punctuation, and closes it only the other way
   * round. There, the letter outside is written as a character reference, which counts as punctuation.
   */
  #appendMark(out: string[], mark: Emphasis, before: Inline | undefined, context: Context): void {
    const inside = new Set([...context.inside, mark.type]);
    const tokens = mergeMarks(mark.tokens, inside);
    const content = this.#merged(tokens, { ...context, inside });
    const trimmed = content.trim();
    if (trimmed === '') {
      if (content !== '') out.push(content);
      return;
    }
    const lead = content.slice(0, content.length - content.trimStart().length);
    const trail = content.slice(content.trimEnd().length);
    const delimiter = DELIMITERS[mark.type];
    const core = delimiter !== '~~' && isTangled(trimmed, tokens) ? APART + trimmed : trimmed;
    if (lead !== '') out.push(lead);
    // Two runs of delimiters that touch would be one.
    else if (before && isMark(before) && !/\s$/.test(last(out))) out.push(APART);
    else spellLast(out, core, delimiter);
    out.push(delimiter + core + delimiter);
    if (trail !== '') out.push(trail);
  }

  protected override text(text: string): string {
    return escapeText(text);
  }

  protected override emphasis(inline: Emphasis, context: Context): string {
    const out: string[] = [];
    this.#appendMark(out, inline, undefined, context);
    return out.join('');
  }

  /** Markdown has no characters for it. */
  protected override script({ type, tokens }: Script, context: Context): string {
    return `<${type}>${this.inlines(tokens, context)}</${type}>`;
  }

  protected override codeSpan(text: string): string {
    return codeSpan(text);
  }

  protected override hardBreak(): string {
    return '\\\n';
  }

  protected override link({ href, title: given, tokens }: Link, context: Context): string {
    const text = this.inlines(tokens, context);
    const url = safeUrl(href);
    if (url === undefined) return text;
    const plain = tokens.length === 1 && tokens[0]?.type === 'text' ? tokens[0].text : undefined;
    if (given === undefined && plain !== undefined && isAutolink(plain, href)) return `<${plain}>`;
    return `[${linkLabel(text)}](${destination(href, url)}${title(given)})`;
  }

  protected override image({ href, title: given, text }: InlineImage): string {
    const url = safeUrl(href);
    if (url === undefined) return escapeText(text);
    return `![${linkLabel(escapeText(text))}](${destination(href, url)}${title(given)})`;
  }

  protected override footnoteReference({ label }: FootnoteReference): string {
    return `[^${label}]`;
  }
}

const printer = new MarkdownPrinter();
const NONE: ReadonlySet<string> = new Set();

/** Prose without a final line end. Its outermost headings have this level. `after` is the prose printed before it. */
export function proseMarkdown(prose: Prose, level: number, after: Prose = []): string {
  return printer.blocks(prose, { level, open: [], inside: NONE }, after.at(-1));
}

/** Inlines on one line, apart from hard line breaks. */
export function inlinesMarkdown(inlines: readonly Inline[]): string {
  return printer.inlines(inlines, { level: 1, open: [], inside: NONE });
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

/** Whether items need a blank line between them, because one holds a block that does. */
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

/** In a run of three delimiters, a later run that can both open and close may close the wrong part: `***a*b*c***`. */
function isTangled(content: string, tokens: readonly Inline[]): boolean {
  if (!content.startsWith('*') || tokens.filter((inline) => 'tokens' in inline).length < 2) return false;
  return /[^\s*]\*+[^\s*]/.test(content);
}

const URI_AUTOLINK = /^(?:https?|mailto):[^\s<>\u0000-\u001f]*$/i;
const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const EMAIL_AUTOLINK = new RegExp(`^[\\w.!#$%&'*+/=?^\`{|}~-]+@${LABEL}(?:\\.${LABEL})+$`, 'i');

/** Whether CommonMark (section 6.5) reads the text between angle brackets as a link to `href`. */
function isAutolink(text: string, href: string): boolean {
  return (text === href && URI_AUTOLINK.test(text)) || (href === `mailto:${text}` && EMAIL_AUTOLINK.test(text));
}
