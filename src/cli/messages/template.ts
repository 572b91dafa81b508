/**
 * A placeholder. In a template, `{0:number}`, `{0:word}` and `{0:path}` match nothing else. In a translation, what it holds is
 * translated, too, except `{0:raw}`, such as a path, and `{0:list}`, names with commas between them. `{0:texts}` translates
 * each part between commas.
 */
const PLACEHOLDER = /\{(\d+|path)(:\w+)?\}/g;

/** What a placeholder of a kind matches. */
const KINDS: Readonly<Record<string, RegExp>> = {
  // Or a placeholder, in a text that a page fills in.
  ':number': /^(?:\d[\d,.]*|\{\d\})$/,
  ':word': /^[\w.-]+$/,
  // `<stdin>`, or a path with spaces only in a folder or before an extension.
  ':path': /^(?:<[^<>]+>|\S+|.*[/\\]\S+|.*\S\.\w+)$/,
};
/** What a number or a word adds to the weight of its template. */
const SPECIFIC = 5;

/** Before a placeholder: an open quotation mark, so that the placeholder is a name or a value. */
const QUOTED = /(?<![\p{L}\p{N}])(['"`])[^'"`]*$/u;
const QUOTATION = /(?<![\p{L}\p{N}])(['"`])[^'"`]*\1/gu;

/** A placeholder, and the text after it. */
interface Slot {
  readonly name: string;
  readonly kind: string | undefined;
  readonly after: string;
}

/** A text with placeholders. */
export interface Template {
  /** The text before the first placeholder. */
  readonly start: string;
  readonly slots: readonly Slot[];
}

/** An English template, to find the texts that it made. */
export interface Pattern extends Template {
  /** The letters that it shares with a text. Of two templates that match, the one with more is meant. */
  readonly weight: number;
  /** The placeholders that are names or values, which are not translated, and the quotation marks around them. */
  readonly quoted: ReadonlyMap<string, string>;
  /** It is more than one sentence. */
  readonly hasSentences: boolean;
}

export function parseTemplate(text: string): Template {
  const [start = '', ...pieces] = text.split(PLACEHOLDER);
  const slots: Slot[] = [];
  // A name, perhaps a kind, and a text, in turn.
  for (let at = 0; at + 2 < pieces.length; at += 3) {
    slots.push({ name: pieces[at] ?? '', kind: pieces[at + 1], after: pieces[at + 2] ?? '' });
  }
  return { start, slots };
}

/** @returns undefined for a text without placeholders. */
export function parsePattern(english: string): Pattern | undefined {
  const template = parseTemplate(english);
  if (template.slots.length === 0) return undefined;
  let before = template.start;
  let weight = before.length;
  const quoted = new Map<string, string>();
  for (const { name, kind, after } of template.slots) {
    const [, mark] = QUOTED.exec(before.replace(QUOTATION, '')) ?? [];
    if (mark !== undefined) quoted.set(name, mark);
    before += `x${after}`;
    weight += after.length + (kind === undefined ? 0 : SPECIFIC);
  }
  return { ...template, weight, quoted, hasSentences: /[.?]\S* /.test(english) };
}

/**
 * The values of the placeholders, if the template made the text. Each takes as little as it can. Never tries a second way, so
 * that a text costs no more than its length.
 */
export function matchPattern({ start, slots }: Template, text: string): ReadonlyMap<string, string> | undefined {
  const last = slots.at(-1)?.after ?? '';
  const end = text.length - last.length;
  if (end < start.length || !text.startsWith(start) || !text.endsWith(last)) return undefined;
  const values = new Map<string, string>();
  let at = start.length;
  for (const [index, { name, kind, after }] of slots.entries()) {
    const stop = index === slots.length - 1 ? end : text.indexOf(after, at);
    if (stop === -1 || stop > end) return undefined;
    const value = text.slice(at, stop);
    if (KINDS[kind ?? '']?.test(value) === false) return undefined;
    values.set(name, value);
    at = stop + after.length;
    if (at > end && index < slots.length - 1) return undefined;
  }
  return values;
}
