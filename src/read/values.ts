import { INSIGHT_AUTHORS, STATUSES } from '../model/article.ts';
import type { Data } from '../model/data.ts';
import { didYouMean } from '../model/nearest.ts';
import { addOffset, dateFault, exists, INSTANT } from './dates.ts';
import type { DiagnosticCollector } from './diagnostics.ts';

/** Reads the value of a key. Undefined for an empty value, and for a wrong one, which it reports. */
export type Read<T> = (value: Data, name: string, collector: DiagnosticCollector) => T | undefined;

/** Reports a value of the wrong type. */
export function wrong(
  value: Data,
  name: string,
  wanted: string,
  advice: string,
  collector: DiagnosticCollector,
  rule = 'wrong-type',
): undefined {
  collector.add('error', { rule, message: `${name} must be ${wanted}`, advice, span: value.span });
}

/** Plain text on one line. YAML may fold it over several lines. */
export const text: Read<string> = (value, name, collector) => {
  if (value.kind !== 'scalar')
    return wrong(value, name, 'text', `Write one line of text in quotes after '${name}:'.`, collector);
  const line = value.value?.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
};

/** Reads text that matches a pattern. @param advice the advice for text that does not. */
export function matching(
  pattern: RegExp,
  wanted: string,
  advice: string | ((line: string) => string),
  rule = 'wrong-type',
): Read<string> {
  return (value, name, collector) => {
    const line = text(value, name, collector);
    if (line === undefined || pattern.test(line)) return line;
    return wrong(value, name, wanted, typeof advice === 'string' ? advice : advice(line), collector, rule);
  };
}

/** The advice for an invalid URL. */
export function urlAdvice(line: string): string {
  if (!/https?:\/\//i.test(line)) return 'Write the full URL, starting with https://.';
  if (!/^https?:\/\/[^\s/<>"?#]+[/?#]/i.test(line)) return 'Copy the URL again from your browser.';
  const encoded = line.replace(/[\s<>"]+/g, encodeURIComponent);
  return `Percent-encode spaces, quotes and angle brackets: ${encoded}`;
}

/** The patterns of values. */
export const SLUG = /^[a-z0-9-]+$/;
export const URI = /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i;
export const WEB_URL = /^https?:\/\/[^\s/<>"]+[^\s<>"]*$/i;
export const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

export const slug = matching(
  SLUG,
  'lower-case letters, digits and hyphens',
  "Write a slug such as 'chipmaker-opens-lab'.",
);
export const uri = matching(URI, 'a URI', "Write a URI such as 'urn:newsml:example.com:2026:lab'.");
export const url = matching(WEB_URL, 'a web URL', urlAdvice, 'malformed-url');
export const language = matching(LANGUAGE, 'a language tag', 'Write a BCP 47 tag such as en, zh, zh-Hant or pt-BR.');

function choice<T extends string>(known: readonly T[]): Read<T> {
  return (value, name, collector) => {
    const line = text(value, name, collector);
    if (line === undefined) return undefined;
    const found = known.find((one) => one === line);
    return (
      found ??
      wrong(value, name, `one of ${known.join(', ')}`, didYouMean(line, known, 'Use one of these values.'), collector)
    );
  };
}

export const status = choice(STATUSES);
export const insightAuthor = choice(INSIGHT_AUTHORS);

export const names: Read<readonly string[]> = (value, name, collector) => {
  const items = value.kind === 'sequence' ? value.items : [value];
  if (items.some((item) => item.kind !== 'scalar')) {
    return wrong(value, name, 'text or a list of texts', `Write ${name}: [one, two].`, collector);
  }
  const found = items.map((item) => text(item, name, collector)).filter((item) => item !== undefined);
  return found.length === 0 ? undefined : found;
};

/** Text that is an ISO 8601 date. */
function dated(
  value: Data,
  name: string,
  collector: DiagnosticCollector,
): { line: string; match: RegExpExecArray } | undefined {
  const line = text(value, name, collector);
  if (line === undefined) return undefined;
  const match = INSTANT.exec(line);
  if (match && exists(match)) return { line, match };
  collector.add('error', { rule: 'wrong-type', ...dateFault(name, line), span: value.span });
  return undefined;
}

function withoutOffset(value: Data, name: string, line: string, match: RegExpExecArray) {
  const message = `${name} has no ${match[4] === undefined ? 'time or UTC offset' : 'UTC offset'}`;
  return { message, advice: addOffset(line), span: value.span };
}

/** A date and time with an offset. A day alone, or a time without an offset, is printed as written with a warning. */
export const instant: Read<string> = (value, name, collector) => {
  const found = dated(value, name, collector);
  if (found && found.match[7] === undefined) {
    const fault = withoutOffset(value, name, found.line, found.match);
    collector.add('warning', { rule: 'date-without-offset', ...fault });
  }
  return found?.line;
};

/** A date that is printed as a day, with or without a time and an offset. */
export const day: Read<string> = (value, name, collector) => dated(value, name, collector)?.line;

/** The end of an embargo, which must be an exact moment. */
export const embargo: Read<string> = (value, name, collector) => {
  const found = dated(value, name, collector);
  if (!found || found.match[7] !== undefined) return found?.line;
  collector.add('error', { rule: 'wrong-type', ...withoutOffset(value, name, found.line, found.match) });
  return undefined;
};
