import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { printDate } from '../dates.ts';
import { Footnotes } from '../footnotes.ts';
import type { ImageSize } from '../format.ts';
import { createContext, data, image, type TemplateData } from '../template/context.ts';
import { escaped, escapeHtml, markup } from './escape.ts';
import { address, jsonLd } from './json-ld.ts';
import { direction, metadata } from './metadata.ts';
import { phrasesOf } from './phrases.ts';
import type { HtmlLayout } from './printer.ts';
import { footnoteHtml, inlineHtml, itemHtml, proseHtml } from './prose.ts';

const NO_SIZES: ReadonlyMap<string, ImageSize> = new Map();

/** How a story is printed as HTML. */
export interface HtmlOptions {
  /** Only the `<article>` is wanted. */
  readonly fragment: boolean;
  /** The URL before the id in a link to a footnote, or false if there is nothing to link to. Absent on the page itself. */
  readonly page?: string | false;
  readonly imageSizes?: ReadonlyMap<string, ImageSize> | undefined;
  readonly home?: string | undefined;
}

/**
 * What an HTML template sees in addition to the names of every template (`createContext`):
 * - `fragment`: true if only the `<article>` is wanted
 * - `meta`: a list of {attribute, name, content}; `canonical`: the URL; `jsonLd`: the content of its `<script>`
 * - `layout`: like `parts`, but the headline, and a dek and a byline next to it, form one part `header`
 * - `anchors`: the ids of the headings of `insight`, `laws`, `corrections` and `footnotes`; the scope of a part `section` and
 *   each footnote have `anchor`
 * - `home`: the URL of the index page; `phrases`: the phrases of a Chinese headline; `direction`: `ltr` or `rtl`; `isDraft`; `signed`: whether there is a byline, a dateline or a date
 * - every date: a `<time>`
 *
 * Prose and plain text are already HTML: `{{headline}}` and `{{{headline}}}` print the same, escaped once. The URLs (`url`,
 * `image.url`, `source[].url`, `house.publisher.url` and `logo`) are safe or undefined.
 */
export function createHtmlContext(article: Article, house: House, options: HtmlOptions): object {
  const { fragment, page = '', imageSizes = NO_SIZES, home } = options;
  const footnotes = new Footnotes(article, house);
  const id = (name: string) => anchor(name, article.slug);
  const layout: HtmlLayout = { labels: house.labels, footnotes, id, page, imageSizes };
  const context = createContext(article, house, footnotes, {
    prose: (prose, level) => markup(proseHtml(prose, level, layout)),
    items: (items) => items.map((prose) => markup(itemHtml(prose, 3, layout))),
    inline: (inlines) => markup(inlineHtml(inlines, layout)),
    footnote: (footnote) => markup(footnoteHtml(footnote, layout)),
    plain: escaped,
    label: escaped,
    join: (parts, separator) => markup(parts.join(escapeHtml(separator))),
    date: (written) => time(written, house),
  });
  for (const footnote of context.footnotes as TemplateData[]) footnote.anchor = layout.id(`fn-${footnote.number}`);
  return Object.assign(context, safeAddresses(article, house, imageSizes), {
    fragment,
    home: address(home),
    phrases: phrasesOf(article.headline, article.lang).map(escaped),
    meta: metadata(article, house, imageSizes.get(article.image?.url ?? '')).map(({ attribute, name, content }) =>
      data({ attribute, name, content: escaped(content) }),
    ),
    canonical: address(article.url) && escaped(address(article.url) ?? ''),
    jsonLd: markup(jsonLd(article, house)),
    layout: partsLayout(context.parts as TemplateData[], article.slug),
    anchors: data({
      corrections: anchor('corrections', article.slug),
      footnotes: anchor('footnotes', article.slug),
      insight: anchor('insight', article.slug),
      laws: anchor('laws', article.slug),
    }),
    direction: direction(article.lang),
    signed: Boolean(article.byline?.length || article.dateline || article.date || article.updated),
    isDraft: article.status === 'draft',
  });
}

function safeAddresses(
  { url, image: given, source }: Article,
  { name, lang, publisher }: House,
  imageSizes: ReadonlyMap<string, ImageSize>,
): TemplateData {
  const shown = given && { alt: '', ...given, ...imageSizes.get(given.url), url: address(given.url) };
  const safe = { name: escaped(publisher.name), url: address(publisher.url), logo: address(publisher.logo) };
  return {
    house: data({ name, lang, publisher: data(safe) }),
    url: address(url),
    image: image(shown),
    source: source.map((one) => data({ name: escaped(one.name), url: address(one.url), date: one.date })),
  };
}

/** An id that stays the same, and differs between the stories of one page where they have slugs. */
export function anchor(name: string, slug: string | undefined): string {
  return slug !== undefined && /^[a-z\d-]+$/.test(slug) ? `${slug}-${name}` : name;
}

/** A date as the house prints it, and for machines as written. Text that is not a date has no element. */
function time(written: string, house: House): unknown {
  const printed = printDate(written, house);
  if (printed === written) return escaped(written);
  return markup(`<time datetime="${escapeHtml(written)}">${escapeHtml(printed)}</time>`);
}

/** Parts that belong to the header of the story if they are next to the headline. */
const HEADER = ['dek', 'byline'];

/** Puts the headline, with a dek and a byline next to it, into one header, and numbers the sections' anchors. */
function partsLayout(parts: readonly TemplateData[], slug: string | undefined): TemplateData[] {
  let sections = 0;
  for (const { part, scope } of parts) {
    if (part === 'section') (scope as TemplateData).anchor = anchor(`section-${++sections}`, slug);
  }
  const at = parts.findIndex(({ part }) => part === 'headline');
  if (at === -1) return [...parts];
  const isHeader = (index: number) => HEADER.includes(String(parts[index]?.part));
  let start = at;
  while (isHeader(start - 1)) start--;
  let end = at + 1;
  while (isHeader(end)) end++;
  const header = data({ part: 'header', scope: data({ parts: parts.slice(start, end) }) });
  return [...parts.slice(0, start), header, ...parts.slice(end)];
}
