import { Lexer, type Tokenizer } from 'marked';
import { type BlockRun, FOOTNOTE_START, skipSpaces } from './block-run.ts';
import { type InlineRun, plainTextEnd } from './inline-run.ts';
import type { Meter } from './limits.ts';
import { paragraphEnd, quoteEnd } from './paragraph.ts';

type Rules = Tokenizer['rules'];

/** What the rules need from the lexer that uses them. */
export interface TokenizerContext {
  readonly meter: Meter;
  readonly blockRun: BlockRun;
  readonly inlineRun: InlineRun;
  /** The length of the quote that is being read. */
  quoteLength: number;
  /** Whether footnotes are read, see `readAsNote`. */
  readonly isNote: boolean;
  /** The length of the paragraph before, if the next one would continue it; otherwise 0. */
  readonly joinedLength: number;
}

/**
 * Replaces one of marked's regular expressions, of which marked uses only `exec`, `test` and `lastIndex`. The real expression is
 * used, and therefore compiled, only if it can match.
 */
class Rule {
  readonly real: RegExp;
  readonly #exec: (source: string, real: RegExp) => RegExpExecArray | null;

  constructor(real: RegExp, exec: (source: string, real: RegExp) => RegExpExecArray | null) {
    this.real = real;
    this.#exec = exec;
  }
  get source(): string {
    return this.real.source;
  }
  get lastIndex(): number {
    return this.real.lastIndex;
  }
  set lastIndex(at: number) {
    this.real.lastIndex = at;
  }
  exec(source: string): RegExpExecArray | null {
    return this.#exec(source, this.real);
  }
  test(source: string): boolean {
    return this.#exec(source, this.real) !== null;
  }
}

function rule(real: RegExp, exec: (source: string, real: RegExp) => RegExpExecArray | null): RegExp {
  return new Rule(real, exec) as unknown as RegExp;
}

/** A rule that is tried only if `mayMatch` returns true. */
function guarded(real: RegExp, mayMatch: (source: string) => boolean): RegExp {
  return rule(real, (source, actual) => (mayMatch(source) ? actual.exec(source) : null));
}

/** A rule whose match starts with one of `characters` after at most three spaces. */
function startingWith(characters: string, real: RegExp): RegExp {
  return guarded(real, (source) => characters.includes(source.charAt(skipSpaces(source, 0)) || '\n'));
}

/** Replaces nothing. */
const AS_SPELLED = { [Symbol.replace]: (text: string) => text } as unknown as RegExp;

/** A match of the whole `text`. */
function matched(text: string, source: string): RegExpExecArray {
  const found = [text, text] as unknown as RegExpExecArray;
  found.index = 0;
  found.input = source;
  return found;
}

function isBlankStart(source: string): boolean {
  const code = source.charCodeAt(0);
  return code === 0x20 || code === 0x09 || code === 0x0a;
}

/** The cost of a call of a regular expression, as a number of characters. */
const CALL = 20;

/** Counts the work of an anchored rule. Without a match it may have searched the whole rest. */
function metered(real: RegExp, { meter }: TokenizerContext): RegExp {
  return rule(real, (source, actual) => {
    const found = actual.exec(source);
    meter.spend(CALL + (found === null ? source.length : found[0].length));
    return found;
  });
}

let others: Rules['other'] | undefined;

/** The patterns that marked tries on each line of a list item. All lexers share them. */
function otherRules(stock: Rules['other']): Rules['other'] {
  others ??= lineRules(stock);
  return others;
}

let noteRules: Rules['other'] | undefined;

/** The same for a text with footnotes, which end a list item as a quote does. */
function otherNoteRules(other: Rules['other']): Rules['other'] {
  noteRules ??= {
    ...other,
    blockquoteBeginRegex: remembered(spacesOf, (spaces) =>
      startingWith('>[', new RegExp(`^ {0,${spaces}}(?:>|${FOOTNOTE_START})`)),
    ),
  };
  return noteRules;
}

/**
 * Changes rules for a text with footnotes. URLs, titles and info strings stay as written, because marked removes their
 * backslashes before entities can be decoded.
 */
export function readFootnotes(rules: Rules): void {
  rules.inline.anyPunctuation = AS_SPELLED;
  rules.other = otherNoteRules(rules.other);
}

/**
 * Replaces the pattern with which marked expands the tabs after the marker of a quote, but not those after a space or another
 * marker, whose columns change when the first marker is gone.
 */
const MARKER_TABS = {
  [Symbol.replace]: (text: string) =>
    text.includes('\t') ? text.replace(/^ {0,3}>[ >]*\t[ >\t]*/gm, withoutTabs) : text,
} as unknown as RegExp;

function withoutTabs(start: string): string {
  let text = '';
  for (const one of start) text += one === '\t' ? ' '.repeat(4 - (text.length % 4)) : one;
  return text;
}

function lineRules(stock: Rules['other']): Rules['other'] {
  const onlyAt = (characters: string, pattern: (indent: number) => RegExp) =>
    remembered(spacesOf, (spaces) => startingWith(characters, pattern(spaces + 1)));
  return {
    ...stock,
    blockquoteMarkerWhitespace: MARKER_TABS,
    // With the flag `m`, marked also removes a marker after U+2028, which ends no line in Markdown.
    blockquoteSetextReplace2: /(?<=^|\n) {0,3}>[ \t]?/g,
    // There are five list markers.
    listItemRegex: remembered((mark: string) => mark, stock.listItemRegex),
    fencesBeginRegex: onlyAt('`~', stock.fencesBeginRegex),
    headingBeginRegex: onlyAt('#', (indent) => asWritten(stock.headingBeginRegex(indent))),
    htmlBeginRegex: onlyAt('<', stock.htmlBeginRegex),
    blockquoteBeginRegex: onlyAt('>', stock.blockquoteBeginRegex),
    hrRegex: onlyAt('-_*', stock.hrRegex),
  };
}

/** How many spaces marked's pattern for an indentation allows: it has four of each. */
function spacesOf(indent: number): number {
  return Math.max(0, Math.min(3, indent - 1));
}

/** `make(keyOf(x))`, called once for each key. */
function remembered<T, K>(keyOf: (from: T) => K, make: (key: K) => RegExp): (from: T) => RegExp {
  const made = new Map<K, RegExp>();
  return (from) => {
    const key = keyOf(from);
    let found = made.get(key);
    if (!found) {
      found = make(key);
      made.set(key, found);
    }
    return found;
  };
}

/** marked's pattern, with tabs allowed after a closing fence. */
const FENCES = new RegExp(Lexer.rules.block.gfm.fences.source.replace(/ \*\(\?=\\n\|\$\)/, '[ \\t]*(?=\\n|$)'));

const HEADING = asWritten(Lexer.rules.block.gfm.heading);

/** marked's pattern of a heading, to which other spaces end the marker as well, and U+2028 the line. */
function asWritten({ source }: RegExp): RegExp {
  return new RegExp(source.replace('\\s', '[ \\t\\n]').replace('.*', '[^\\n]*'));
}

function blockRules(context: TokenizerContext): Rules['block'] {
  const stock = Lexer.rules.block.gfm;
  return {
    // Tables have a grammar of their own.
    table: stock.table,
    newline: guarded(stock.newline, isBlankStart),
    code: guarded(stock.code, isBlankStart),
    fences: startingWith('`~', FENCES),
    heading: startingWith('#', HEADING),
    hr: startingWith('-_*', stock.hr),
    blockquote: rule(stock.blockquote, (source) => {
      const end = quoteEnd(source, context.isNote);
      if (end === 0) return null;
      context.quoteLength = end;
      return matched(source.slice(0, end), source);
    }),
    list: startingWith('*+-0123456789', stock.list),
    html: startingWith('<', stock.html),
    def: startingWith('[', stock.def),
    lheading: rule(stock.lheading, (source, real) => {
      const run = context.blockRun;
      const start = run.text.length - source.length;
      // marked also tries the rule on two lines that it has joined, which are not a suffix of the run.
      if (start < 0 || !run.text.startsWith(source.slice(0, 100), start)) return real.exec(source);
      const underline = run.underline(start);
      if (underline === -1) return null;
      const found = real.exec(source);
      if (found === null) context.meter.spend(4 * (underline - start));
      return found;
    }),
    paragraph: rule(stock.paragraph, (source) => {
      context.meter.spend(context.joinedLength >> 4); // marked copies the paragraphs that it joins
      const { blockRun, isNote } = context;
      const start = blockRun.text.length - source.length;
      const end = paragraphEnd(source, 0, isNote, (line) => blockRun.isLazy(start + line));
      return matched(source.slice(0, end), source);
    }),
    text: rule(stock.text, (source) => {
      const run = context.blockRun;
      const start = run.text.length - source.length;
      context.meter.spend(start >> 4); // marked copies the paragraph so far
      return matched(run.text.slice(start, run.plainLinesEnd(start)), source);
    }),
  };
}

function inlineRules(context: TokenizerContext): Rules['inline'] {
  const stock = Lexer.rules.inline.gfm;
  return {
    ...stock,
    br: guarded(stock.br, (source) => source.charCodeAt(1) === (source.charCodeAt(0) === 0x20 ? 0x20 : 0x0a)),
    // marked masks links and code before it searches for the end of emphasis, which `pairDelimiters` does without.
    reflinkSearch: AS_SPELLED,
    anyPunctuationOutsideCode: AS_SPELLED,
    blockSkip: guarded(stock.blockSkip, () => false),
    code: metered(stock.code, context),
    text: rule(stock.text, (source) => {
      const run = context.inlineRun;
      const start = run.text.length - source.length;
      return matched(run.text.slice(start, plainTextEnd(run, start)), source);
    }),
  };
}

/** Rules equivalent to marked's for GFM. They cost nothing where they cannot match, and count their work where they can. */
export function guardedRules(other: Rules['other'], context: TokenizerContext): Rules {
  return { other: otherRules(other), block: blockRules(context), inline: inlineRules(context) };
}
