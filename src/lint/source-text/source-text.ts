import { hasHan, positionAt, type Source } from '../../text/index.ts';
import { memoize } from '../memoize.ts';
import { datesIn, type WrittenDate } from '../prose/dates.ts';
import { numbersIn, type Quantity } from '../prose/numbers.ts';
import { type Token, tokensIn } from './tokens.ts';

/** The text that a story is made of, ready for comparisons. */
export interface SourceText {
  readonly source: Source;
  readonly tokens: readonly Token[];
  /** The keys of the tokens between spaces, for a search of whole words. */
  readonly words: string;
  /** The same of what the source quotes, without the attributions between. */
  readonly quotedWords: string;
  readonly keys: ReadonlySet<string>;
  readonly numbers: readonly Quantity[];
  readonly dates: readonly WrittenDate[];
  /** `zh` if most of it is in Chinese characters, `en` if it has the small words of English, else undefined. */
  readonly language: 'en' | 'zh' | undefined;
}

/** Returns the source text with its words, numbers and dates. Linear in its length. */
export const readSourceText = memoize((source: Source): SourceText => {
  const { text } = source;
  const tokens = tokensIn(text);
  return {
    source,
    tokens,
    words: joined(tokens),
    quotedWords: joined(tokensIn((text.match(QUOTED) ?? []).join('\n'))),
    keys: new Set(tokens.map(({ key }) => key)),
    numbers: numbersIn(text),
    dates: [...datesIn(text)],
    language: languageOf(tokens),
  };
});

const QUOTED = /"[^"\n]*(?:"|$)|“[^“”\n]*(?:”|$)|「[^「」\n]*」/gm;

function joined(tokens: readonly Token[]): string {
  return ` ${tokens.map(({ key }) => key).join(' ')} `;
}

const ENGLISH = new Set(
  'the a an of to in and is was are were for on that with by at from it its said as has have be will not we he she'.split(
    ' ',
  ),
);

/** The language of a text by its words. A short text of Latin words without any small words counts as English. */
export function languageOf(tokens: readonly Token[]): 'en' | 'zh' | undefined {
  const han = tokens.filter(({ key }) => hasHan(key)).length;
  if (han * 3 > tokens.length) return 'zh';
  const small = tokens.filter(({ key }) => ENGLISH.has(key)).length;
  return tokens.length < 15 || small * 8 > tokens.length ? 'en' : undefined;
}

const SNIPPET = 90;

/** A passage of the source with its line, for advice: `line 3: 'opened with 40 robots'`. */
export function quoteSource({ source }: SourceText, start: number, end: number): string {
  const { line } = positionAt(source, start);
  return `line ${line} of the source: '${shortened(source.text.slice(start, end).replace(/\s+/g, ' '), SNIPPET)}'`;
}

/** A text of at most some characters, cut between words. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.includes(' ') ? cut.replace(/\s+\S*$/, '') : cut}…`;
}
