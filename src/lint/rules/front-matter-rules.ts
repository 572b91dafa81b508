import type { Scalar } from '../../model/data.ts';
import type { Key } from '../../model/keys.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';

export const joinedNames: Rule = {
  id: 'joined-names',
  group: 'front matter',
  what: 'Several topics or authors in one text, or a byline that starts with `By`.',
  why: 'YAML reads `libraries, council` as one topic of that name. Feeds, pages and searches then contain neither topic. A post prints its own `By` before the authors.',
  severity: 'warning',
  bad: { front: { topics: 'libraries, council' } },
  good: { front: { topics: '[libraries, council]' } },
  *check({ note: { fields, data } }) {
    for (const { key, name, value } of fields) {
      if ((key !== 'topics' && key !== 'byline') || value.kind !== 'scalar') continue;
      const names = key === 'topics' ? topicsIn(value) : authorsIn(value);
      if (!names) continue;
      const written = names.map((one) => (data === 'json' ? JSON.stringify(one) : inFlow(one))).join(', ');
      const isList = names.length > 1;
      const what = key === 'topics' ? 'topics' : 'authors';
      const message = isList ? `several ${what} in one text` : "byline starts with 'By'";
      yield { message, advice: `Write '${name}: ${isList ? `[${written}]` : written}'.`, span: value.span };
    }
  },
};

function topicsIn({ value }: Scalar): readonly string[] | undefined {
  const topics = (value ?? '').split(/[,，、;；]/).map((topic) => topic.trim());
  return topics.length > 1 && topics.every((topic) => topic !== '') ? topics : undefined;
}

const BY = /^(?:by\s+|作者[:：]\s*)/i;

function authorsIn({ value }: Scalar): readonly string[] | undefined {
  const line = value ?? '';
  const authors = line
    .replace(BY, '')
    .split(/,? and | & |[;；、]/)
    .flatMap((part, _, parts) => (parts.length > 1 ? part.split(', ') : [part]))
    .map((author) => author.trim());
  const isList = authors.length > 1 && authors.every(isPerson);
  if (isList) return authors;
  return BY.test(line) && line.replace(BY, '') !== '' ? [line.replace(BY, '')] : undefined;
}

/** A person has two to four words with capitals, unlike the Department of Trade and Industry. In Chinese, two to four characters. */
function isPerson(name: string): boolean {
  return /^(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}|\p{Script=Han}{2,4})$/u.test(name);
}

/** A name in a YAML list, in quotation marks where YAML needs them. */
function inFlow(name: string): string {
  return /^[\p{L}][\p{L}\p{N} .'’-]*$/u.test(name) && !/^(?:true|false|null|yes|no|on|off)$/i.test(name)
    ? name
    : JSON.stringify(name);
}

export const dateOrder: Rule = {
  id: 'date-order',
  group: 'front matter',
  what: 'An `updated` or `expires` date before `date`.',
  why: 'A post cannot be changed or out of date before it is published. Feeds sort by these dates, so one of the two is wrong.',
  severity: 'warning',
  bad: { front: { date: '2026-05-07T09:00:00Z', updated: '2026-05-06T09:00:00Z' } },
  good: { front: { date: '2026-05-07T09:00:00Z', updated: '2026-05-08T09:00:00Z' } },
  *check(context) {
    const { date } = context.article;
    for (const key of ['updated', 'expires'] as const) {
      const later = context.article[key];
      if (date === undefined || later === undefined || !isBefore(later, date)) continue;
      yield* atKey(context, key, { message: `'${key}' is before 'date'`, advice: 'Correct one of the two dates.' });
    }
  },
};

const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** Whether a moment is before another. Without a time and an offset, only the days count. */
function isBefore(one: string, other: string): boolean {
  if ([one, other].every((date) => OFFSET.test(date) && date.length > 10)) return Date.parse(one) < Date.parse(other);
  return one.slice(0, 10) < other.slice(0, 10);
}

export const relativeImage: Rule = {
  id: 'relative-image',
  group: 'front matter',
  what: 'A relative `image` in a note without a `url`.',
  why: 'Other sites show the image of a post beside its link and need its full URL (Open Graph, schema.org). With the `url` of the post, copydesk completes a relative one.',
  severity: 'warning',
  bad: { front: { image: '{ url: img/lab.jpg, alt: A robot arm }' } },
  good: { front: { image: '{ url: "https://lab.example/lab.jpg", alt: A robot arm }' } },
  *check(context) {
    const { image, url } = context.article;
    if (!image || url !== undefined || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(image.url)) return;
    const message = `relative image '${image.url}' in a note without a URL`;
    yield* atKey(context, 'image', {
      message,
      advice: "Add the 'url' of the post, or write the full URL of the image.",
    });
  },
};

function* atKey({ note }: RuleContext, key: Key, violation: Omit<Violation, 'span'>): Generator<Violation> {
  const field = note.fields.find((one) => one.key === key);
  if (field) yield { ...violation, span: field.value.span };
}
