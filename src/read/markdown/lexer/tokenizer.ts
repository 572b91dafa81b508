import { type Lexer, Tokenizer, type Tokens } from 'marked';
import { extendedAutolink } from './autolink.ts';
import { lineEnd, mayUnderlineTable } from './block-run.ts';
import type { Definitions } from './definitions.ts';
import { quoteEndAtFootnote } from './footnote.ts';
import { ListRun } from './list-run.ts';
import { tableEnd } from './paragraph.ts';
import { QuoteRun } from './quote-run.ts';
import type { TokenizerContext } from './rules.ts';
import { tableCells, tableHead, trimmed } from './table.ts';

/** What the tokenizer needs from its lexer. */
export interface TokenizerLexer extends Lexer, TokenizerContext {
  readonly definitions: Definitions;
  /** The list whose next item is about to be read. */
  listRun: ListRun | undefined;
  /** The quote whose next chunk is about to be read. */
  quoteRun: QuoteRun | undefined;
  takeAlert(quote: Tokens.Blockquote): void;
}

/** The marker of a quote at the start of a block. */
const STARTS_QUOTE = /^ {0,3}>/;

/** marked's tokenizer. It skips a rule that would search the rest of the text in vain. */
export class GuardedTokenizer extends Tokenizer {
  declare lexer: TokenizerLexer;
  #quotes = 0;

  #here(source: string): number {
    return this.lexer.inlineRun.text.length - source.length;
  }

  override codespan(source: string): Tokens.Codespan | undefined {
    if (source.charCodeAt(0) !== 0x60) return undefined;
    let length = 1;
    while (source.charCodeAt(length) === 0x60) length++;
    return this.lexer.inlineRun.hasTicksAhead(length, this.#here(source) + length) ? super.codespan(source) : undefined;
  }

  override link(source: string): Tokens.Link | Tokens.Image | undefined {
    if (!this.#mayLink(source)) return undefined;
    const token = super.link(source);
    if (token === undefined) this.lexer.meter.spend(source.length);
    return token;
  }

  /** Link text without a bracket, backtick or backslash must be followed by `(`. */
  #mayLink(source: string): boolean {
    const first = source.charCodeAt(0);
    if (first !== 0x5b && (first !== 0x21 || source.charCodeAt(1) !== 0x5b)) return false;
    const from = first === 0x5b ? 1 : 2;
    if (!this.lexer.inlineRun.hasAhead('](', this.#here(source) + from)) return false;
    for (let at = from; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === 0x5d) return source.charCodeAt(at + 1) === 0x28;
      if (code === 0x5b || code === 0x60 || code === 0x5c) return true;
    }
    return false;
  }

  override reflink(source: string, links: Parameters<Tokenizer['reflink']>[1]): ReturnType<Tokenizer['reflink']> {
    const first = source.charCodeAt(0);
    if (first !== 0x5b && (first !== 0x21 || source.charCodeAt(1) !== 0x5b)) return undefined;
    if (!this.lexer.inlineRun.hasAhead(']', this.#here(source))) return undefined;
    const token = super.reflink(source, this.lexer.definitions.watched(links));
    if (token?.type === 'link' || token?.type === 'image')
      this.lexer.meter.refer(token.href.length + (token.title?.length ?? 0));
    return token;
  }

  override tag(source: string): Tokens.Tag | undefined {
    const close = source.charCodeAt(0) === 0x3c ? closing(source) : undefined;
    return close !== undefined && this.lexer.inlineRun.hasAhead(close, this.#here(source))
      ? super.tag(source)
      : undefined;
  }

  override url(source: string): Tokens.Link | undefined {
    return extendedAutolink(this.lexer.inlineRun, this.#here(source), this.lexer.meter);
  }

  /** The lexer reads all delimiters itself, see `pairDelimiters`. */
  override emStrong(): undefined {
    return undefined;
  }

  override del(): undefined {
    return undefined;
  }

  /**
   * marked reads the last list of a quote again with the lazy lines after it, but asks whether the list may interrupt the
   * token before the *quote*. In a list item it then finds no list and throws a TypeError.
   */
  override blockquote(source: string): Tokens.Blockquote | undefined {
    // Asked at each block: what follows looks at the whole rest of the note.
    if (!STARTS_QUOTE.test(source)) return undefined;
    const { quoteLength, quoteRun, state } = this.lexer;
    this.lexer.quoteRun = new QuoteRun(source);
    const before = state.lastToken;
    delete state.lastToken;
    this.#quotes++;
    // marked adds lazy lines to every quote that does not end in code.
    const end = this.lexer.isNote && source.includes('[^') ? quoteEndAtFootnote(source) : undefined;
    const token = super.blockquote(end === undefined ? source : source.slice(0, end));
    this.#quotes--;
    if (before !== undefined) state.lastToken = before;
    this.lexer.quoteLength = quoteLength;
    this.lexer.quoteRun = quoteRun;
    if (token && this.#quotes === 0) this.lexer.takeAlert(token);
    return token;
  }

  /** marked's pattern takes list items, tags and lazy lines for rows, and trims no-break and ideographic spaces. */
  override table(source: string): Tokens.Table | undefined {
    const { blockRun: run, meter } = this.lexer;
    const start = run.text.length - source.length;
    const first = lineEnd(source, 0);
    if (!mayUnderlineTable(source, first + 1) || run.isLazy(start + first + 1)) return undefined;
    const head = tableHead(source, 0);
    if (!head) return undefined;
    const end = tableEnd(source, head.end, (line) => run.isLazy(start + line));
    const { align } = head;
    const rows = end === head.end ? [] : source.slice(head.end + 1, end).split('\n');
    meter.pad(Math.max(0, rows.length * align.length - end));
    const cell = (text: string, column: number, header: boolean): Tokens.TableCell => {
      return { text, tokens: this.lexer.inline(text), header, align: align[column] ?? null };
    };
    return {
      type: 'table',
      raw: source.slice(0, end),
      align: [...align],
      header: head.cells.map((text, column) => cell(text, column, true)),
      rows: rows.map((row) => {
        const cells = tableCells(row);
        return align.map((_, column) => cell(cells[column] ?? '', column, false));
      }),
    };
  }

  /** marked lets HTML go on in a lazy line, which only a paragraph does. */
  override html(source: string): Tokens.HTML | undefined {
    const token = super.html(source);
    const { blockRun: run } = this.lexer;
    if (!token || !run.hasLazy) return token;
    const start = run.text.length - source.length;
    for (let at = lineEnd(source, 0) + 1; at < token.raw.length; at = lineEnd(source, at) + 1) {
      if (run.isLazy(start + at)) return { ...token, raw: source.slice(0, at), text: source.slice(0, at) };
    }
    return token;
  }

  override heading(source: string): Tokens.Heading | undefined {
    const token = super.heading(source);
    if (!token || !this.lexer.isNote || !OTHER_SPACE.test(token.raw)) return token;
    const text = trimmed(token.raw.replace(/^ {0,3}#+/, '').replace(/(?<=^|[ \t])#+[ \t]*$/, ''));
    return this.#withText(token, text);
  }

  override lheading(source: string): Tokens.Heading | undefined {
    const token = super.lheading(source);
    if (!token || !this.lexer.isNote || !OTHER_SPACE.test(token.raw)) return token;
    return this.#withText(token, trimmed(token.raw.slice(0, token.raw.lastIndexOf('\n'))));
  }

  /** A heading whose text keeps the no-break and ideographic spaces that marked trims. */
  #withText(token: Tokens.Heading, text: string): Tokens.Heading {
    const queued = this.lexer.inlineQueue.at(-1);
    if (queued) queued.src = text;
    return { ...token, text };
  }

  override list(source: string): Tokens.List | undefined {
    const outer = this.lexer.listRun;
    const { length } = this.lexer.inlineQueue;
    const isLazy = this.#lazyLines(source);
    const run = new ListRun(source, isLazy);
    this.lexer.listRun = run;
    let token = super.list(source);
    if (token && run.end !== undefined) {
      this.lexer.inlineQueue.length = length;
      const shorter = source.slice(0, run.end);
      this.lexer.listRun = new ListRun(shorter, isLazy);
      token = super.list(shorter);
    }
    this.lexer.listRun = outer;
    return token;
  }

  /** Which lines of a list are lazy in the quote or item around it. */
  #lazyLines(source: string): (line: number) => boolean {
    const { blockRun, quoteLength, quoteRun } = this.lexer;
    if (quoteRun) {
      // marked reads the last list of a quote again with the lazy lines after it.
      const start = source.length - quoteRun.restLength(quoteLength);
      return (line) => line >= start;
    }
    const offset = blockRun.text.length - source.length;
    return (line) => blockRun.isLazy(offset + line);
  }
}

/** Whitespace other than spaces, tabs and line ends. */
const OTHER_SPACE = /[^\S \t\n]/;

/** The text that ends the raw HTML at the start of `source`. */
function closing(source: string): string {
  if (source.startsWith('<!--')) return source.startsWith('<!-->') || source.startsWith('<!--->') ? '>' : '-->';
  if (source.startsWith('<?')) return '?>';
  return source.startsWith('<![CDATA[') ? ']]>' : '>';
}
