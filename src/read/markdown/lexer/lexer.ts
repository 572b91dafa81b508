import { Lexer, type MarkedOptions, type Token, type Tokens } from 'marked';
import { ALERT_LINE } from '../../../model/alerts.ts';
import { BlockRun, type LazyLines, skipSpaces } from './block-run.ts';
import { Definitions } from './definitions.ts';
import { delimitersAt, pairDelimiters } from './delimiters.ts';
import { type FootnoteReferenceToken, type FootnoteToken, footnoteAt, footnoteReferenceAt } from './footnote.ts';
import { InlineRun } from './inline-run.ts';
import { ExcessError, LIMITS, type Meter } from './limits.ts';
import type { ListRun } from './list-run.ts';
import { mathAt } from './math.ts';
import { mayBeLazy, paragraphEnd } from './paragraph.ts';
import type { QuoteRun } from './quote-run.ts';
import { guardedRules, readFootnotes } from './rules.ts';
import { GuardedTokenizer, type TokenizerLexer } from './tokenizer.ts';

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
export class GuardedLexer extends Lexer implements TokenizerLexer {
  readonly meter: Meter;
  readonly definitions = new Definitions();
  blockRun = new BlockRun('');
  inlineRun = new InlineRun('');
  quoteLength = 0;
  /** Whether `readAsNote` was called. */
  isNote = false;
  listRun: ListRun | undefined;
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
