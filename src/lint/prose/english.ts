/** How common a word is, by the lists of SCOWL: 0 for the commonest 11,000 words, 1 to size 35, 2 to size 50, 3 beyond. */
export type Band = 0 | 1 | 2 | 3;

interface Entry {
  readonly band: Band;
  /** The only variant of English that has the word; `name` for a word with capitals. Absent if both have it. */
  readonly variant?: 'american' | 'british' | 'name';
}

/** A word of the dictionary, with its place in it. */
export interface DictionaryWord extends Entry {
  readonly word: string;
}

/** The English dictionary: American and British words in lower case, without possessives. */
export class English {
  /** Sorted lines, each a word and a hexadecimal digit: see `esbuild.english.mjs`. */
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The entry of a word in lower case; undefined if the dictionary lacks it. */
  find(word: string): Entry | undefined {
    const at = this.#lineOf(word);
    const end = at + word.length;
    if (!this.#text.startsWith(word, at) || this.#text.charCodeAt(end + 1) !== NEW_LINE) return undefined;
    return entryOf(this.#text.charCodeAt(end));
  }

  /** Whether the dictionary has a word in lower case, or the noun of a possessive. */
  has(word: string): boolean {
    if (this.find(word)) return true;
    const noun = /^(.+?)(?:'s|(?<=s)')$/.exec(word)?.[1];
    return noun !== undefined && this.find(noun) !== undefined;
  }

  /** The words of some lengths that start with a letter. */
  *startingWith(letter: string, shortest: number, longest: number): Generator<DictionaryWord> {
    for (let at = this.#lineOf(letter); this.#text.startsWith(letter, at); ) {
      const end = this.#text.indexOf('\n', at);
      const length = end - at - 1;
      if (length >= shortest && length <= longest)
        yield { word: this.#text.slice(at, end - 1), ...entryOf(this.#text.charCodeAt(end - 1)) };
      at = end + 1;
    }
  }

  /** The start of the first line whose word is not before the given one. */
  #lineOf(word: string): number {
    let [low, high] = [0, this.#text.length];
    while (low < high) {
      const start = this.#text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
      const end = this.#text.indexOf('\n', start);
      if (this.#text.slice(start, end - 1) < word) low = end + 1;
      else high = start;
    }
    return low;
  }
}

const NEW_LINE = 0x0a;

const VARIANTS = [undefined, 'american', 'british', 'name'] as const;

function entryOf(digit: number): Entry {
  const code = digit <= 0x39 ? digit - 0x30 : digit - 0x57;
  const variant = VARIANTS[code >> 2];
  return { band: (code & 3) as Band, ...(variant ? { variant } : {}) };
}

let loading: Promise<English> | undefined;

/** Loads the dictionary once. */
export function loadEnglish(): Promise<English> {
  loading ??= import('copydesk:english').then(({ english }) => new English(english));
  return loading;
}
