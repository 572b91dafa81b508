import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { createContext, data, image, type TemplateData } from '../template/context.ts';
import { escaped, escapeHtml, markup } from './escape.ts';
import { address, jsonLd } from './json-ld.ts';
import { metadata } from './metadata.ts';
import { inlineHtml, itemHtml, proseHtml } from './prose.ts';

/**
 * What an HTML template sees in addition to the names of every template (`createContext`):
 * - `fragment`: true if only the `<article>` is wanted
 * - `meta`: a list of {attribute, name, content}; `canonical`: the URL; `jsonLd`: the content of its `<script>`
 * - `layout`: like `parts`, but the headline and the dek next to it form one part `header`, whose scope has `parts`
 * - `anchors`: the ids of the headings of `insight`, `laws` and `corrections`; the scope of a part `section` has `anchor`
 * - `times` {date, updated}, and `time` in each correction: a `<time>`
 * - `signed`: whether there is a byline, a dateline or a date
 *
 * Prose and plain text are already HTML: `{{headline}}` and `{{{headline}}}` print the same, escaped once. The URLs (`url`,
 * `image.url`, `source[].url`, `house.publisher.url` and `logo`) are safe or undefined.
 */
export function createHtmlContext(article: Article, house: House, fragment: boolean): object {
  const context = createContext(article, house, {
    prose: (prose, level) => markup(proseHtml(prose, level)),
    items: (items) => items.map((prose) => markup(itemHtml(prose, 3))),
    inline: (inlines) => markup(inlineHtml(inlines)),
    plain: escaped,
    label: escaped,
    join: (parts, separator) => markup(parts.join(escapeHtml(separator))),
  });
  return Object.assign(context, safeAddresses(article, house), {
    corrections: (article.corrections ?? []).map(({ date, text }) =>
      data({ date, day: date?.slice(0, 10), time: time(date), text: escaped(text) }),
    ),
    fragment,
    meta: metadata(article, house).map(({ attribute, name, content }) =>
      data({ attribute, name, content: escaped(content) }),
    ),
    canonical: address(article.url) && escaped(address(article.url) ?? ''),
    jsonLd: markup(jsonLd(article, house)),
    layout: layout(context.parts as TemplateData[], article.slug),
    anchors: data({
      corrections: anchor('corrections', article.slug),
      insight: anchor('insight', article.slug),
      laws: anchor('laws', article.slug),
    }),
    times: data({ date: time(article.date), updated: time(article.updated) }),
    signed: Boolean(article.byline?.length || article.dateline || article.date || article.updated),
  });
}

function safeAddresses({ url, image: given, source }: Article, { name, lang, publisher }: House): TemplateData {
  const safe = { name: escaped(publisher.name), url: address(publisher.url), logo: address(publisher.logo) };
  return {
    house: data({ name, lang, publisher: data(safe) }),
    url: address(url),
    image: given ? data({ ...image({ alt: '', ...given }), url: address(given.url) }) : image(undefined),
    source: source.map((one) => data({ name: escaped(one.name), url: address(one.url), date: one.date })),
  };
}

/** An id that stays the same, and differs between the stories of one page where they have slugs. */
function anchor(name: string, slug: string | undefined): string {
  return slug !== undefined && /^[a-z\d-]+$/.test(slug) ? `${slug}-${name}` : name;
}

/** The date as written, its time of day left to the machine: no locale, no clock. What is no ISO date is text. */
function time(written: string | undefined): unknown {
  if (written === undefined) return undefined;
  const day = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d.*)?$/.exec(written)?.[1];
  return day === undefined ? escaped(written) : markup(`<time datetime="${escapeHtml(written)}">${day}</time>`);
}

/** Puts the headline and a dek that the house has beside it into one header, and numbers the sections' anchors. */
function layout(parts: readonly TemplateData[], slug: string | undefined): TemplateData[] {
  let sections = 0;
  for (const { part, scope } of parts) {
    if (part === 'section') (scope as TemplateData).anchor = anchor(`section-${++sections}`, slug);
  }
  const at = parts.findIndex(({ part }) => part === 'headline');
  if (at === -1) return [...parts];
  const start = parts[at - 1]?.part === 'dek' ? at - 1 : at;
  const end = parts[at + 1]?.part === 'dek' ? at + 2 : at + 1;
  const header = data({ part: 'header', scope: data({ parts: parts.slice(start, end) }) });
  return [...parts.slice(0, start), header, ...parts.slice(end)];
}
