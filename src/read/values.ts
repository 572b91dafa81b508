import { type Attribution, type Correction, type Image, INSIGHT_AUTHORS, STATUSES } from '../model/article.ts';
import type { Data, Entry } from '../model/data.ts';
import { didYouMean } from '../model/nearest.ts';
import type { Report } from './report.ts';

/** Reads the value of a key; undefined for an empty value, and for a wrong one, which is reported. */
export type Read<T> = (value: Data, name: string, report: Report) => T | undefined;

function wrong(value: Data, name: string, wanted: string, advice: string, report: Report): undefined {
  report.add('error', { rule: 'wrong-type', message: `${name} is ${wanted}`, advice, span: value.span });
}

/** Plain text on one line: a YAML value may be folded over several. */
export const text: Read<string> = (value, name, report) => {
  if (value.kind !== 'scalar')
    return wrong(value, name, 'text', `Write ${name}: and one line of text, in quotation marks.`, report);
  const line = value.value?.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
};

function matching(pattern: RegExp, wanted: string, advice: string): Read<string> {
  return (value, name, report) => {
    const line = text(value, name, report);
    return line === undefined || pattern.test(line) ? line : wrong(value, name, wanted, advice, report);
  };
}

export const slug = matching(
  /^[a-z0-9-]+$/,
  'small letters, digits and hyphens',
  'Write it like this: chipmaker-opens-lab.',
);
export const uri = matching(
  /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i,
  'a URI',
  'Write it like this: urn:newsml:example.com:2026:lab.',
);
export const url = matching(/^https?:\/\/[^\s/<>"]+[^\s<>"]*$/i, 'a web address', 'Write it whole, with https://.');
export const language = matching(
  /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i,
  'a language tag',
  'Write it as BCP 47 has it: en, zh, zh-Hant, pt-BR.',
);

function choice<T extends string>(known: readonly T[]): Read<T> {
  return (value, name, report) => {
    const line = text(value, name, report);
    if (line === undefined) return undefined;
    const found = known.find((one) => one === line);
    return (
      found ?? wrong(value, name, `one of ${known.join(', ')}`, didYouMean(line, known, 'Write one of them.'), report)
    );
  };
}

export const status = choice(STATUSES);
export const insightAuthor = choice(INSIGHT_AUTHORS);

export const names: Read<readonly string[]> = (value, name, report) => {
  const items = value.kind === 'sequence' ? value.items : [value];
  if (items.some((item) => item.kind !== 'scalar')) {
    return wrong(value, name, 'a text or a list of texts', `Write ${name}: [one, two].`, report);
  }
  const found = items.map((item) => text(item, name, report)).filter((item) => item !== undefined);
  return found.length === 0 ? undefined : found;
};

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const INSTANT_ADVICE = 'Write it like this: 2026-05-07T09:00:00Z, or with an offset: 2026-05-07T09:00:00+08:00.';

/** ISO 8601 with an offset. A bare day or a time without an offset is printed as it is, with a warning. */
export const instant: Read<string> = (value, name, report) => {
  const line = text(value, name, report);
  if (line === undefined) return undefined;
  const match = INSTANT.exec(line);
  if (!match || !isDay(match) || !isTime(match)) return wrong(value, name, 'a date and time', INSTANT_ADVICE, report);
  if (match[7] === undefined) {
    const message = `${name} says no ${match[4] === undefined ? 'time' : 'offset'}, so nobody knows the moment that is meant`;
    report.add('warning', { rule: 'date-without-offset', message, advice: INSTANT_ADVICE, span: value.span });
  }
  return line;
};

/** The moment until which nothing may be printed has to be certain. */
export const embargo: Read<string> = (value, name, report) => {
  const line = text(value, name, report);
  if (line === undefined) return undefined;
  const match = INSTANT.exec(line);
  if (match?.[7] === undefined || !isDay(match) || !isTime(match)) {
    return wrong(value, name, 'a date and time with an offset', INSTANT_ADVICE, report);
  }
  return line;
};

function isDay([, year, month, day]: readonly string[]): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isTime([, , , , hour, minute, second]: readonly (string | undefined)[]): boolean {
  return Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) <= 60;
}

/** The entries of a mapping by name; a name that is not among `known` is reported. */
function record(
  value: Data,
  name: string,
  known: readonly string[],
  wanted: string,
  report: Report,
): Map<string, Entry> | undefined {
  if (value.kind !== 'mapping') {
    return wrong(value, name, wanted, `Write ${name}: { ${known.map((key) => `${key}: …`).join(', ')} }.`, report);
  }
  const found = new Map<string, Entry>();
  for (const entry of value.entries) {
    if (known.includes(entry.name)) found.set(entry.name, entry);
    else {
      const message = `the key '${entry.name}' of ${name} is not known and not printed`;
      const advice = didYouMean(entry.name, known, `It has ${known.join(', ')}.`);
      report.add('warning', { rule: 'unknown-key', message, advice, span: entry.nameSpan });
    }
  }
  return found;
}

function get<T>(entries: Map<string, Entry>, key: string, read: Read<T>, name: string, report: Report): T | undefined {
  const entry = entries.get(key);
  return entry && read(entry.value, `${name}.${key}`, report);
}

/** Drops what is undefined: an absent field is omitted. */
function present<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

export const source: Read<readonly Attribution[]> = (value, name, report) => {
  const items = value.kind === 'sequence' ? value.items : [value];
  const found = items.map((item) => attribution(item, name, report)).filter((item) => item !== undefined);
  return found.length === 0 ? undefined : found;
};

const attribution: Read<Attribution> = (value, name, report) => {
  if (value.kind === 'scalar') {
    const line = text(value, name, report);
    return line === undefined ? undefined : { name: line };
  }
  const entries = record(value, name, ['name', 'url', 'date'], 'a text, or a name with an address and a date', report);
  if (!entries) return undefined;
  const address = get(entries, 'url', url, name, report);
  const called = get(entries, 'name', text, name, report) ?? address;
  if (called === undefined) return wrong(value, name, 'a name at least', `Write ${name}: { name: … }.`, report);
  return present<Attribution>({ name: called, url: address, date: get(entries, 'date', instant, name, report) });
};

export const image: Read<Image> = (value, name, report) => {
  if (value.kind === 'scalar' && value.value === null) return undefined;
  const entries = record(
    value,
    name,
    ['url', 'alt', 'credit', 'caption'],
    'an address with its alternative text',
    report,
  );
  if (!entries) return undefined;
  const address = get(entries, 'url', imageAddress, name, report);
  if (address === undefined) {
    if (entries.has('url')) return undefined;
    return wrong(value, name, 'an address at least', `Write ${name}: { url: …, alt: … }.`, report);
  }
  return present<Image>({
    url: address,
    alt: get(entries, 'alt', text, name, report),
    credit: get(entries, 'credit', text, name, report),
    caption: get(entries, 'caption', text, name, report),
  });
};

/** An image may stand beside the post, so its address may be relative; no scheme but http and https is one. */
const imageAddress = matching(
  /^(?:https?:\/\/\S+|(?![a-z][a-z0-9+.-]*:)\S.*)$/i,
  'a web address or a relative one',
  'Write it with https://.',
);

export const corrections: Read<readonly Correction[]> = (value, name, report) => {
  if (value.kind === 'scalar' && value.value === null) return undefined;
  if (value.kind !== 'sequence')
    return wrong(value, name, 'a list', `Write ${name}: and under it lines - { date: …, text: … }.`, report);
  const found = value.items.map((item) => correction(item, name, report)).filter((item) => item !== undefined);
  return found.length === 0 ? undefined : found;
};

const correction: Read<Correction> = (value, name, report) => {
  const entries = record(value, name, ['date', 'text'], 'a list of dates and texts', report);
  const said = entries && get(entries, 'text', text, name, report);
  if (!entries) return undefined;
  if (said === undefined)
    return wrong(value, name, 'a list of dates and texts', 'Say what was corrected: text: ….', report);
  return present<Correction>({ date: get(entries, 'date', instant, name, report), text: said });
};
