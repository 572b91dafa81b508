/** How common a word is, by the lists of SCOWL: 0 for the commonest 11,000 words, 1 to size 35, 2 to size 50, 3 beyond. */
export type Band = 0 | 1 | 2 | 3;

interface Entry {
  readonly band: Band;
  /** The only variant of English that has the word. Absent if both do. `name`: a name or a rare word, never suggested. */
  readonly variant?: 'american' | 'british' | 'name';
  /** Whether it is a noun in the singular, such as *plan*. */
  readonly isNoun: boolean;
  /** Whether it is the base form of a verb, such as *plan*. */
  readonly isVerb: boolean;
}

/** A word of the dictionary, with its place in it. */
export interface DictionaryWord extends Entry {
  readonly word: string;
}

/** The English dictionary: American and British words in lower case, without possessives. */
export class English {
  /** By length, the words of that length in order, each with a character for its entry: see `esbuild.english.mjs`. */
  readonly #words: readonly string[];
  /** The words that were looked up, because most words of a note are in the next one, too. */
  readonly #found = new Map<string, Entry | false>();

  constructor(text: string) {
    this.#words = text.split('\n');
  }

  /** The entry of a word in lower case; undefined if the dictionary lacks it. */
  find(word: string): Entry | undefined {
    const known = this.#found.get(word);
    if (known !== undefined) return known || undefined;
    const entry = this.#search(word);
    if (this.#found.size === MOST) this.#found.clear();
    this.#found.set(word, entry ?? false);
    return entry;
  }

  #search(word: string): Entry | undefined {
    const { length } = word;
    const words = this.#words[length] ?? '';
    const at = lineOf(words, length, word) * (length + 1);
    return length > 0 && words.startsWith(word, at) ? entryOf(words.charCodeAt(at + length)) : undefined;
  }

  /** Whether the dictionary has a word in lower case, or the noun of a possessive. */
  has(word: string): boolean {
    if (this.find(word)) return true;
    const noun = /^(.+?)(?:'s|(?<=s)')$/.exec(word)?.[1];
    return noun !== undefined && this.find(noun) !== undefined;
  }

  /**
   * Yields the words of length `size` that start with `prefix` and are close to `word`: from the first different letter to the
   * last, there are at most `between` letters. The comparison copies nothing, because it rules out most words at once.
   */
  *near(word: string, prefix: string, size: number, between: number): Generator<DictionaryWord> {
    const words = this.#words[size] ?? '';
    const { length } = word;
    const shorter = Math.min(size, length);
    const last = lineOf(words, size, `${prefix}{`) * (size + 1);
    for (let at = lineOf(words, size, prefix) * (size + 1); at < last; at += size + 1) {
      let same = prefix.length;
      while (same < shorter && words.charCodeAt(at + same) === word.charCodeAt(same)) same++;
      let back = 0;
      while (back < shorter - same && words.charCodeAt(at + size - 1 - back) === word.charCodeAt(length - 1 - back))
        back++;
      if (Math.max(size, length) - same - back <= between)
        yield { word: words.slice(at, at + size), ...entryOf(words.charCodeAt(at + size)) };
    }
  }
}

/** Enough for the words of some hundred notes, and little memory. */
const MOST = 20_000;

/** The number of words of a length that are before the given one. */
function lineOf(words: string, length: number, word: string): number {
  let [low, high] = [0, words.length / (length + 1)];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = middle * (length + 1);
    if (words.slice(at, at + length) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

const VARIANTS = [undefined, 'american', 'british'] as const;

function entryOf(character: number): Entry {
  if (character === 0x2f) return { band: 0, variant: 'name', isNoun: false, isVerb: false };
  const code = character - 0x30;
  const variant = VARIANTS[code >> 4];
  const classes = { isNoun: (code & 4) !== 0, isVerb: (code & 8) !== 0 };
  return { band: (code & 3) as Band, ...classes, ...(variant ? { variant } : {}) };
}

let loading: Promise<English> | undefined;

/** Loads the dictionary once. */
export function loadEnglish(): Promise<English> {
  loading ??= import('copydesk:english').then(({ english }) => new English(english));
  return loading;
}
