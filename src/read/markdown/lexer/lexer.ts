import { Lexer, type MarkedOptions, type Token, Tokenizer, type Tokens } from 'marked';
import { ALERT_LINE } from '../../../model/alerts.ts';
import { extendedAutolink } from './autolink.ts';
import { BlockRun, type LazyLines, lineEnd, mayUnderlineTable, skipSpaces } from './block-run.ts';
import { Definitions } from './definitions.ts';
import { delimitersAt, pairDelimiters } from './delimiters.ts';
import { type FootnoteReferenceToken, type FootnoteToken, footnoteAt, footnoteReferenceAt } from './footnote.ts';
import { InlineRun } from './inline-run.ts';
import { ExcessError, LIMITS, type Meter } from './limits.ts';
import { ListRun } from './list-run.ts';
import { mathAt } from './math.ts';
import { mayBeLazy, paragraphEnd, tableEnd } from './paragraph.ts';
import { QuoteRun } from './quote-run.ts';
import { guardedRules, readFootnotes, type TokenizerContext } from './rules.ts';
import { tableCells, tableHead, trimmed } from './table.ts';

/** marked's tokenizer. It skips a rule that would search the rest of the text in vain. */
class GuardedTokenizer extends Tokenizer {
  declare lexer: GuardedLexer;
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
    const { quoteLength, quoteRun, state } = this.lexer;
    this.lexer.quoteRun = new QuoteRun(source);
    const before = state.lastToken;
    delete state.lastToken;
    this.#quotes++;
    const token = super.blockquote(source);
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

/** The cost of reading a container, as a number of characters. */
const BLOCK = 25;

const DELIMITER = /[*_]|~~/;

/** marked asks an extension before its own rules. */
const EXTENSIONS: NonNullable<MarkedOptions['extensions']> = {
  block: [
    function (source) {
      return (this.lexer as GuardedLexer).footnote(source);
    },
  ],
  inline: [
    function (source) {
      const lexer = this.lexer as GuardedLexer;
      const first = source.charCodeAt(0);
      if (first === 0x24) return lexer.math(source);
      return first === 0x5b ? lexer.footnoteReference(source) : lexer.delimiters(source);
    },
  ],
  renderers: {},
  childTokens: {},
};

/**
 * marked's lexer for GFM. It gives the tokens of marked, except for emphasis and strikethrough, which it reads as CommonMark
 * and GFM do, and bare URLs. It refuses a text that is nested too deep or takes too much work.
 * @throws {ExcessError} from `lex`.
 */
export class GuardedLexer extends Lexer implements TokenizerContext {
  readonly meter: Meter;
  readonly definitions = new Definitions();
  blockRun = new BlockRun('');
  inlineRun = new InlineRun('');
  quoteLength = 0;
  /** Whether `readAsNote` was called. */
  isNote = false;
  /** The list whose next item is about to be read. */
  listRun: ListRun | undefined;
  /** The quote whose next chunk is about to be read. */
  quoteRun: QuoteRun | undefined;
  /** The lazy lines of the footnote that is about to be read. */
  #lazy: LazyLines | undefined;
  /** The tokens of the inline text that is being read, if any. */
  filling: Token[] | undefined;
  readonly #tokenizer: GuardedTokenizer;
  #blockDepth = 0;
  #inlineDepth = 0;

  constructor(meter: Meter) {
    const tokenizer = new GuardedTokenizer();
    super({ gfm: true, tokenizer, extensions: EXTENSIONS });
    this.meter = meter;
    this.#tokenizer = tokenizer;
    tokenizer.rules = guardedRules(tokenizer.rules.other, this);
  }

  /**
   * Turns on the differences from marked. URLs, titles and info strings stay as written. Footnotes and alerts are found. And
   * headings keep spaces that are not ASCII.
   */
  readAsNote(): void {
    this.isNote = true;
    readFootnotes(this.#tokenizer.rules);
  }

  /** The footnote at the start of the rest of a text. */
  footnote(source: string): FootnoteToken | undefined {
    if (!this.isNote || source.charCodeAt(skipSpaces(source, 0)) !== 0x5b) return undefined;
    const { blockRun } = this;
    const start = blockRun.text.length - source.length;
    const found = footnoteAt(source, (line) => blockRun.isLazy(start + line));
    if (!found) return undefined;
    const { raw, label, content, lazy } = found;
    this.definitions.defineFootnote(label);
    const { state } = this;
    const { top } = state;
    state.top = true;
    this.#lazy = lazy;
    const tokens = this.blockTokens(content);
    state.top = top;
    return { type: 'footnote', raw, label, tokens };
  }

  /** The reference to a footnote at the start of the rest of a text. */
  footnoteReference(source: string): FootnoteReferenceToken | undefined {
    if (source.charCodeAt(1) !== 0x5e || !this.definitions.hasFootnotes) return undefined;
    const { text } = this.inlineRun;
    const found = footnoteReferenceAt(text, text.length - source.length);
    const label = found && this.definitions.footnote(found.label);
    return found && label !== undefined ? { type: 'footnote-reference', raw: found.raw, label } : undefined;
  }

  /** Takes the first line of an alert out of a quote, and leaves it as blank space. As on GitHub, only at the top level. */
  takeAlert({ tokens }: Tokens.Blockquote): void {
    const [first, ...others] = tokens;
    if (!this.isNote || this.#blockDepth !== 1 || first?.type !== 'paragraph') return;
    const line = ALERT_LINE.exec(first.raw)?.[0] ?? '';
    const rest = first.raw.slice(line.length);
    if (line === '' || (rest === '' && others.length === 0)) return;
    const space: Tokens.Space = { type: 'space', raw: line };
    if (rest === '') tokens[0] = space;
    else {
      const queued = this.inlineQueue.findLast((entry) => entry.tokens === first.tokens);
      if (!queued) throw new Error('marked did not queue the inlines of a paragraph');
      queued.src = first.text.slice(line.length);
      tokens.splice(0, 1, space, { ...first, raw: rest, text: queued.src });
    }
  }

  get joinedLength(): number {
    const { lastToken } = this.state;
    return lastToken?.type === 'paragraph' ? lastToken.raw.length : 0;
  }

  override blockTokens(
    source: string,
    tokens: Token[] = [],
    lastParagraphClipped?: boolean,
  ): Token[] & Lexer['tokens'] {
    if (this.#blockDepth > LIMITS.blockDepth) throw new ExcessError('blocks');
    // For a clipped paragraph, marked goes through a quote line by line and copies the rest each time.
    this.meter.spend(4 * (BLOCK + source.length) + (lastParagraphClipped ? this.quoteLength >> 2 : 0));
    const { blockRun, listRun, quoteRun } = this;
    this.listRun = undefined;
    this.quoteRun = undefined;
    const lazy = (lastParagraphClipped ? quoteRun : listRun)?.lazyLinesOf(source) ?? this.#lazy;
    this.#lazy = undefined;
    this.blockRun = new BlockRun(source, this.isNote, lazy);
    this.#blockDepth++;
    const rest = lastParagraphClipped ? this.#continueFootnote(source, tokens) : source;
    const filled = super.blockTokens(rest, tokens, lastParagraphClipped);
    this.#blockDepth--;
    if (listRun) listRun.end ??= this.#listEnd(filled);
    this.blockRun = blockRun;
    this.listRun = listRun;
    this.quoteRun = quoteRun;
    return filled as Token[] & Lexer['tokens'];
  }

  /** The start of a line in a list at which a block of an item starts, although the line is lazy. It ends the list. */
  #listEnd(tokens: readonly Token[]): number | undefined {
    if (!this.blockRun.hasLazy) return undefined;
    let start = 0;
    let before = '';
    for (const { type, raw } of tokens) {
      // A definition is the start of a paragraph, which may go on.
      const at = type === 'space' || before === 'def' ? undefined : this.blockRun.lazyStart(start);
      if (at !== undefined) return at;
      start += raw.length;
      before = type;
    }
    return undefined;
  }

  /** marked reads the lazy lines of a quote apart. Adds them to a footnote that ends in a paragraph, and returns the rest. */
  #continueFootnote(source: string, tokens: readonly Token[]): string {
    const last = tokens.at(-1) as FootnoteToken | undefined;
    if (last?.type !== 'footnote' || last.tokens.at(-1)?.type !== 'paragraph' || !mayBeLazy(source, 0)) return source;
    const lazy = source.slice(
      0,
      paragraphEnd(source, 0, true, () => true),
    );
    super.blockTokens(lazy, last.tokens, true);
    last.raw += `\n${lazy}`;
    return source.slice(lazy.length);
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (this.#inlineDepth > LIMITS.inlineDepth) throw new ExcessError('inlines');
    if (this.#inlineDepth === 0) this.filling = tokens;
    else this.meter.spend(source.length);
    const outer = this.inlineRun;
    this.inlineRun = new InlineRun(source);
    this.#inlineDepth++;
    // A task already has the token of its box.
    if (tokens.length === 0 && this.inlineRun.isPlain) tokens.push(this.#text(source));
    else if (DELIMITER.test(source)) {
      const found = super.inlineTokens(source, []);
      for (const token of pairDelimiters(found, source, this.#inlineDepth - 1, this.meter)) tokens.push(token);
    } else super.inlineTokens(source, tokens);
    this.#inlineDepth--;
    this.inlineRun = outer;
    return tokens;
  }

  /** The delimiters at the start of the rest of a text. */
  delimiters(source: string): Token | undefined {
    const { text } = this.inlineRun;
    return delimitersAt(text, text.length - source.length, this.#inlineDepth > 1);
  }

  /** The math at the start of the rest of a text, which is text as written. */
  math(source: string): Token | undefined {
    const { text } = this.inlineRun;
    const math = this.isNote ? mathAt(text, text.length - source.length) : undefined;
    return math === undefined ? undefined : this.#text(math);
  }

  /** The token that marked gives for a text without delimiters, links and breaks, after it has tried every rule. */
  #text(text: string): Tokens.Text {
    return { type: 'text', raw: text, text, escaped: this.state.inRawBlock };
  }
}
