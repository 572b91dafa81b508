import { joined } from './seams.ts';
import { matchPattern, type Pattern, parsePattern, parseTemplate, type Template } from './template.ts';

/** English templates and their translations. A template has placeholders such as `{0}` for what differs. */
export type Catalogue = Readonly<Record<string, string>>;

interface Entry {
  readonly english: Pattern;
  readonly translation: Template;
}

/** An entry whose template made a text, and the values of its placeholders. */
interface Match {
  readonly entry: Entry;
  readonly values: ReadonlyMap<string, string>;
}

/** Where one sentence ends and another starts. */
const SENTENCE_END = /(?<=[.?]) (?=[A-Z\d])/;

/** English words that are no name, such as `the house`, and what names and code are in. */
const PHRASE = /(?<![\p{L}\p{N}_-])[a-z]+,? [a-z]+(?![\p{L}\p{N}_-])/u;
const CODE = /`[^`]*`|“[^”]*”|'[^']*'|"[^"]*"|\*[^*]+\*|\[[^\]]*\]/g;

/** The most translations that are kept. */
const KEPT = 5000;

/** Translates finished English sentences: finds the template that made one, and fills its translation. */
export class Translator {
  readonly #exact: ReadonlyMap<string, string>;
  /** The templates by their first word. */
  readonly #byWord = new Map<string, Entry[]>();
  /** The templates that start with a placeholder. */
  readonly #others: Entry[] = [];
  readonly #known = new Map<string, string>();

  constructor(catalogue: Catalogue) {
    this.#exact = new Map(Object.entries(catalogue));
    for (const [text, translation] of this.#exact) {
      const english = parsePattern(text);
      if (!english) continue;
      const word = firstWord(text);
      const list = word.includes('{') ? this.#others : (this.#byWord.get(word) ?? []);
      list.push({ english, translation: parseTemplate(translation) });
      if (list !== this.#others) this.#byWord.set(word, list);
    }
  }

  /** Returns the translation of a text, or the text itself if the catalogue does not have it. */
  translate(english: string): string {
    const known = this.#known.get(english);
    if (known !== undefined) return known;
    const text = english.trim();
    const made = this.#exact.get(text) ?? this.#byLine(text) ?? this.#bySentence(text);
    const translation = made === undefined ? english : english.replace(text, () => made);
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(english, translation);
    return translation;
  }

  /** A text of several lines. */
  #byLine(text: string): string | undefined {
    const lines = text.split('\n');
    return lines.length > 1 ? lines.map((line) => this.translate(line)).join('\n') : undefined;
  }

  /** One template, or sentences that were made one by one. */
  #bySentence(text: string): string | undefined {
    const matches = this.#find(text);
    const sentences = text.split(SENTENCE_END);
    if (sentences.length > 1 && !matches[0]?.entry.english.hasSentences) {
      const made = sentences.map((sentence) => this.translate(sentence));
      if (made.every((sentence, at) => sentence !== sentences[at])) return made.join('');
    }
    for (const match of matches) {
      const made = this.#fill(match);
      if (made !== undefined) return made;
    }
    return undefined;
  }

  /** The templates that could have made a text. The one that shares most with it comes first. */
  #find(text: string): readonly Match[] {
    const matches: Match[] = [];
    for (const entry of [...(this.#byWord.get(firstWord(text)) ?? []), ...this.#others]) {
      const values = matchPattern(entry.english, text);
      if (values) matches.push({ entry, values });
    }
    return matches.sort((one, other) => other.entry.english.weight - one.entry.english.weight);
  }

  /** Undefined if a part of a sentence would stay English: the template is that of another sentence. */
  #fill({ entry: { english, translation }, values }: Match): string | undefined {
    const pieces = [translation.start];
    for (const { name, kind, after } of translation.slots) {
      const value = values.get(name) ?? '';
      const mark = english.quoted.get(name);
      // What follows the end of code is no code.
      if (mark === '`' && value.includes(mark)) return undefined;
      const isRaw = kind === ':raw' || mark !== undefined;
      const filled = isRaw ? value : this.#value(value, kind);
      if (!isRaw && PHRASE.test(filled.replace(CODE, ''))) return undefined;
      pieces.push(filled, after);
    }
    return joined(pieces);
  }

  #value(value: string, kind: string | undefined): string {
    if (kind === ':list') return listed(value, named);
    const translated = (text: string): string => (named(text) === text ? this.translate(text) : named(text));
    return kind === ':texts' ? listed(value, translated) : translated(value);
  }
}

/** A text in quotation marks is a name. */
function named(text: string): string {
  const name = /^'([^']*)'$/.exec(text)?.[1];
  return name === undefined ? text : `“${name}”`;
}

const LINK = /(, and |, or |, | and | or | to | of )/;
/** `3 of 10` is a share. */
const LINKS: Readonly<Record<string, string>> = { and: '和', or: '或', ', and': '和', ', or': '或', to: '到', of: '/' };

/** `a, b or c` as `a、b 或 c`. */
function listed(text: string, translate: (item: string) => string): string {
  if (named(text) !== text) return named(text);
  const items = text.split(LINK);
  return joined(items.map((item, at) => (at % 2 === 0 ? translate(item) : (LINKS[item.trim()] ?? '、'))));
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end === -1 ? text : text.slice(0, end);
}
