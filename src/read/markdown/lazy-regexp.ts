/** ASCII and the typography of most news: it contains little of Unicode's punctuation and symbols. */
const SIMPLE = /^[\x00-\x7f\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;
const UNICODE_PUNCTUATION = '\\p{P}\\p{S}';
/** The same class for a text that SIMPLE matches. */
const SIMPLE_PUNCTUATION = '!-/:-@\\[-`{-~\\u00b7\\u2013\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026';

/**
 * Replaces the regular expressions that marked builds when it loads (see esbuild.plugins.mjs). It has the members of
 * RegExp that marked uses, and builds the expression on first use. A note needs about 10 of marked's 46. Those for
 * emphasis take nearly a millisecond each to build and six to run first, because they match all of Unicode's punctuation.
 */
export class LazyRegExp {
  readonly #pattern: string;
  readonly #flags: string;
  readonly #isWide: boolean;
  #whole: RegExp | undefined;
  #narrow: RegExp | undefined;
  #text: string | undefined;
  #isSimple = false;
  lastIndex = 0;

  constructor(pattern: string, flags: string) {
    this.#pattern = pattern;
    this.#flags = flags;
    this.#isWide = flags.includes('u') && pattern.includes(UNICODE_PUNCTUATION);
  }

  get source(): string {
    return this.#pattern;
  }

  get flags(): string {
    return this.#real.flags;
  }

  exec(text: string): RegExpExecArray | null {
    const expression = this.#expressionFor(text);
    expression.lastIndex = this.lastIndex;
    const found = expression.exec(text);
    this.lastIndex = expression.lastIndex;
    return found;
  }

  test(text: string): boolean {
    return this.exec(text) !== null;
  }

  [Symbol.match](text: string): RegExpMatchArray | null {
    return this.#real[Symbol.match](text);
  }

  [Symbol.matchAll](text: string): RegExpStringIterator<RegExpMatchArray> {
    return this.#real[Symbol.matchAll](text);
  }

  [Symbol.replace](text: string, replacement: string): string {
    return this.#real[Symbol.replace](text, replacement);
  }

  [Symbol.search](text: string): number {
    return this.#real[Symbol.search](text);
  }

  [Symbol.split](text: string, limit?: number): string[] {
    return this.#real[Symbol.split](text, limit);
  }

  get #real(): RegExp {
    this.#whole ??= new RegExp(this.#pattern, this.#flags);
    return this.#whole;
  }

  #expressionFor(text: string): RegExp {
    // Testing a long text costs more than it saves, because marked asks again for every delimiter.
    if (!this.#isWide || text.length > 4096) return this.#real;
    if (text !== this.#text) {
      this.#text = text;
      this.#isSimple = SIMPLE.test(text);
    }
    if (!this.#isSimple) return this.#real;
    this.#narrow ??= new RegExp(
      this.#pattern.replaceAll(UNICODE_PUNCTUATION, SIMPLE_PUNCTUATION),
      this.#flags.replace('u', ''),
    );
    return this.#narrow;
  }
}
