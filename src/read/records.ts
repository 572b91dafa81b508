import type { Attribution, Correction, Image } from '../model/article.ts';
import type { Data, Entry } from '../model/data.ts';
import { certain, didYouMean } from '../model/nearest.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';
import { day, matching, type Read, text, url, urlAdvice, wrong } from './values.ts';

/** The entries of a mapping by name. Reports names that are not in `known`. */
function record(
  value: Data,
  name: string,
  known: readonly string[],
  wanted: string,
  advice: string,
  collector: DiagnosticCollector,
): Map<string, Entry> | undefined {
  if (value.kind !== 'mapping') {
    return wrong(value, name, wanted, advice, collector);
  }
  const found = new Map<string, Entry>();
  for (const entry of value.entries) {
    if (known.includes(entry.name)) found.set(entry.name, entry);
    else {
      const message = `unknown key '${entry.name}' in ${name}`;
      const advice = didYouMean(entry.name, known, `It has ${known.join(', ')}.`);
      collector.add('warning', {
        rule: 'unknown-key',
        message,
        advice,
        meant: certain(entry.name, known),
        span: entry.nameSpan,
      });
    }
  }
  return found;
}

function get<T>(
  entries: Map<string, Entry>,
  key: string,
  read: Read<T>,
  name: string,
  collector: DiagnosticCollector,
): T | undefined {
  const entry = entries.get(key);
  return entry && read(entry.value, `${name}.${key}`, collector);
}

/** Omits undefined fields. */
function present<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

export const source: Read<readonly Attribution[]> = (value, name, collector) => {
  const items = value.kind === 'sequence' ? value.items : [value];
  const found = items.map((item) => attribution(item, name, collector)).filter((item) => item !== undefined);
  return found.length === 0 ? undefined : found;
};

const attribution: Read<Attribution> = (value, name, collector) => {
  if (value.kind === 'scalar') {
    const line = text(value, name, collector);
    return line === undefined ? undefined : { name: line };
  }
  const advice = `Write ${name}: { name: …, url: …, date: … }.`;
  const entries = record(
    value,
    name,
    ['name', 'url', 'date'],
    'a text, or a record with a name, a URL and a date',
    advice,
    collector,
  );
  if (!entries) return undefined;
  const address = get(entries, 'url', url, name, collector);
  const called = get(entries, 'name', text, name, collector) ?? address;
  if (called === undefined) return wrong(value, name, 'a record with a name', `Write ${name}: { name: … }.`, collector);
  return present<Attribution>({ name: called, url: address, date: get(entries, 'date', day, name, collector) });
};

export const image: Read<Image> = (value, name, collector) => {
  if (value.kind === 'scalar' && value.value === null) return undefined;
  const entries = record(
    value,
    name,
    ['url', 'alt', 'credit', 'caption'],
    'a record with a URL and alt text',
    `Write ${name}: { url: …, alt: …, credit: …, caption: … }.`,
    collector,
  );
  if (!entries) return undefined;
  const address = get(entries, 'url', imageUrl, name, collector);
  if (address === undefined) {
    if (entries.has('url')) return undefined;
    return wrong(value, name, 'a record with a URL', `Write ${name}: { url: …, alt: … }.`, collector);
  }
  return present<Image>({
    url: address,
    alt: get(entries, 'alt', text, name, collector),
    credit: get(entries, 'credit', text, name, collector),
    caption: get(entries, 'caption', text, name, collector),
  });
};

/** An http or https URL, or a relative one, because an image may be a file next to the post. */
export const IMAGE_URL = /^(?:https?:\/\/\S+|(?![a-z][a-z0-9+.-]*:)\S.*)$/i;
const imageUrl = matching(IMAGE_URL, 'a web URL or a relative URL', urlAdvice);

export const corrections: Read<readonly Correction[]> = (value, name, collector) => {
  if (value.kind === 'scalar' && value.value === null) return undefined;
  if (value.kind !== 'sequence')
    return wrong(value, name, 'a list of records with a date and a text', correctionAdvice(name), collector);
  const found = value.items.map((item) => correction(item, name, collector)).filter((item) => item !== undefined);
  return found.length === 0 ? undefined : found;
};

function correctionAdvice(name: string): string {
  return `Write under ${name}: a line for each, like this:   - { date: 2026-05-08, text: "What was wrong, and is right now." }`;
}

const correction: Read<Correction> = (value, name, collector) => {
  const entries = record(
    value,
    name,
    ['date', 'text'],
    'a list of records with a date and a text',
    correctionAdvice(name),
    collector,
  );
  if (!entries) return undefined;
  const said = get(entries, 'text', text, name, collector);
  if (said === undefined)
    return wrong(value, name, 'a list of records with a date and a text', correctionAdvice(name), collector);
  return present<Correction>({ date: get(entries, 'date', day, name, collector), text: said });
};
