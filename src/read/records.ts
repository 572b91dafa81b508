import type { Approval, Attribution, Correction, Image } from '../model/article.ts';
import type { Data, Entry } from '../model/data.ts';
import { certain, didYouMean } from '../model/nearest.ts';
import type { DiagnosticCollector } from './diagnostics.ts';
import { day, embargo, matching, type Read, text, url, urlAdvice, WEB_URL, wrong } from './values.ts';

/** The fields of a mapping. Reports keys that are not in `known`. */
class RecordReader {
  readonly #fields = new Map<string, Entry>();
  readonly #name: string;
  readonly #collector: DiagnosticCollector;

  constructor(entries: readonly Entry[], name: string, known: readonly string[], collector: DiagnosticCollector) {
    this.#name = name;
    this.#collector = collector;
    for (const entry of entries) {
      if (known.includes(entry.name)) this.#fields.set(entry.name, entry);
      else this.#reportUnknown(entry, known);
    }
  }

  has(key: string): boolean {
    return this.#fields.has(key);
  }

  /** The value of a field; undefined if it is absent or wrong. */
  get<T>(key: string, read: Read<T>): T | undefined {
    const entry = this.#fields.get(key);
    return entry && read(entry.value, `${this.#name}.${key}`, this.#collector);
  }

  /** The same as an object with this field, or without fields. */
  pick<K extends string, T>(key: K, read: Read<T>): { readonly [P in K]?: T } {
    return optional(key, this.get(key, read));
  }

  #reportUnknown({ name, nameSpan }: Entry, known: readonly string[]): void {
    const message = `unknown key '${name}' in ${this.#name}`;
    const advice = didYouMean(name, known, `Use one of ${known.join(', ')}.`);
    const meant = certain(name, known);
    this.#collector.add('warning', { rule: 'unknown-key', message, advice, meant, span: nameSpan });
  }
}

/** An object with one field, or without fields if the value is undefined. */
function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  const field: { [P in K]?: T } = {};
  if (value !== undefined) field[key] = value;
  return field;
}

/** The values of a list, or the only one. Undefined if there are none. */
function each<T>(items: readonly Data[], name: string, read: Read<T>, collector: DiagnosticCollector) {
  const found = items.map((item) => read(item, name, collector)).filter((item) => item !== undefined);
  return found.length === 0 ? undefined : found;
}

export const source: Read<readonly Attribution[]> = (value, name, collector) =>
  each(value.kind === 'sequence' ? value.items : [value], name, attribution, collector);

const attribution: Read<Attribution> = (value, name, collector) => {
  if (value.kind === 'scalar') {
    const line = text(value, name, collector);
    if (line !== undefined && /^https?:/i.test(line) && !WEB_URL.test(line)) {
      const advice = `Write ${line.replace(/^(https?):\/*/i, '$1://')}.`;
      collector.add('warning', { rule: 'malformed-url', message: `malformed URL '${line}'`, advice, span: value.span });
    }
    return line === undefined ? undefined : { name: line };
  }
  if (value.kind !== 'mapping') {
    const advice = `Write ${name}: { name: …, url: …, date: … }.`;
    return wrong(value, name, 'text, or a record with a name, a URL and a date', advice, collector);
  }
  const fields = new RecordReader(value.entries, name, ['name', 'url', 'date'], collector);
  const link = fields.get('url', url);
  const called = fields.get('name', text) ?? link;
  if (called === undefined) return wrong(value, name, 'a record with a name', `Write ${name}: { name: … }.`, collector);
  return { name: called, ...optional('url', link), ...fields.pick('date', day) };
};

export const image: Read<Image> = (value, name, collector) => {
  if (value.kind === 'scalar' && value.value === null) return undefined;
  if (value.kind !== 'mapping') {
    const advice = `Write ${name}: { url: …, alt: …, credit: …, caption: … }.`;
    return wrong(value, name, 'a record with a URL and alt text', advice, collector);
  }
  const fields = new RecordReader(value.entries, name, ['url', 'alt', 'credit', 'caption'], collector);
  const link = fields.get('url', imageUrl);
  if (link === undefined) {
    if (fields.has('url')) return undefined;
    return wrong(value, name, 'a record with a URL', `Write ${name}: { url: …, alt: … }.`, collector);
  }
  return { url: link, ...fields.pick('alt', text), ...fields.pick('credit', text), ...fields.pick('caption', text) };
};

/** An http or https URL, or a relative one, because an image may be a file next to the post. */
export const IMAGE_URL = /^(?:https?:\/\/\S+|(?![a-z][a-z0-9+.-]*:)\S.*)$/i;
const imageUrl = matching(IMAGE_URL, 'a web URL or a relative URL', urlAdvice);

export const corrections: Read<readonly Correction[]> = (value, name, collector) => {
  if (value.kind === 'scalar' && value.value === null) return undefined;
  if (value.kind !== 'sequence') return notACorrection(value, name, collector);
  return each(value.items, name, correction, collector);
};

const correction: Read<Correction> = (value, name, collector) => {
  if (value.kind !== 'mapping') return notACorrection(value, name, collector);
  const fields = new RecordReader(value.entries, name, ['date', 'text'], collector);
  const said = fields.get('text', text);
  if (said === undefined) return notACorrection(value, name, collector);
  return { ...fields.pick('date', day), text: said };
};

const notACorrection: Read<never> = (value, name, collector) => {
  const advice = `Write one line for each below '${name}:', such as - { date: 2026-05-08, text: "…" }.`;
  return wrong(value, name, 'a list of records with a date and a text', advice, collector);
};

/** The hash of an approval, as `copydesk approve` writes it. */
export const HASH = /^sha256:[0-9a-f]{64}$/;
const APPROVE_AGAIN = 'Remove the approval, and run `copydesk approve`.';
const hash = matching(HASH, "a hash that starts with 'sha256:'", APPROVE_AGAIN);

export const approval: Read<Approval> = (value, name, collector) => {
  if (value.kind === 'scalar' && value.value === null) return undefined;
  const what = 'a record with by, at and hash';
  if (value.kind !== 'mapping') return wrong(value, name, what, APPROVE_AGAIN, collector);
  const fields = new RecordReader(value.entries, name, ['by', 'at', 'hash'], collector);
  const { length } = collector.diagnostics;
  const [by, at, written] = [fields.get('by', text), fields.get('at', embargo), fields.get('hash', hash)];
  if (by !== undefined && at !== undefined && written !== undefined) return { by, at, hash: written };
  return collector.diagnostics.length > length ? undefined : wrong(value, name, what, APPROVE_AGAIN, collector);
};
