import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { momentOf, toInstant } from '../feed/instant.ts';
import { createHtmlContext } from '../html/context.ts';
import { escaped, escapeHtml, markup } from '../html/escape.ts';
import { direction } from '../html/metadata.ts';
import { phrasesOf } from '../html/phrases.ts';
import { data, image, type TemplateData } from '../template/context.ts';
import { runTemplate } from '../template/run.ts';
import type { IndexItem } from './item.ts';

/** A feed of the same stories, which the head of the page names. */
export interface IndexFeed {
  readonly url: string;
  /** Its media type. */
  readonly type: string;
}

/**
 * The page that links the stories, newest first, made by the template `index.html.hbs` of the house. The template sees the
 * names of an HTML post without a story, and `stories` and `feeds`.
 * @param lang the language of the page.
 * @throws {TemplateError} if the template fails.
 */
export function writeIndex(
  items: readonly IndexItem[],
  house: House,
  lang: string,
  { fragment, feeds }: { readonly fragment: boolean; readonly feeds: readonly IndexFeed[] },
): string {
  const context: TemplateData = Object.assign(createHtmlContext(emptyStory(house, lang), house, { fragment }), {
    stories: [...items].sort(newestFirst).map(story),
    feeds: feeds.map(({ url, type }) => data({ url, type })),
  });
  return `${runTemplate(house, 'index.html.hbs', context).trim()}\n`;
}

/** Gives partials that posts share, such as the style sheet, every name of a post. */
function emptyStory({ publisher }: House, lang: string): Article {
  return { headline: publisher.name, source: [], lang, body: [], insight: [], laws: [], sections: [] };
}

function story({ url, headline, summary, section, date, lang, image: given }: IndexItem): TemplateData {
  return data({
    url: escaped(url),
    headline: escaped(headline),
    phrases: phrasesOf(headline, lang).map(escaped),
    summary: summary === undefined ? undefined : escaped(summary),
    section: section === undefined ? undefined : escaped(section),
    date: date && markup(`<time datetime="${escapeHtml(date.written)}">${escapeHtml(date.printed)}</time>`),
    lang,
    direction: direction(lang),
    image: image(given),
  });
}

/** By date; those without one come last. Of several, by URL. */
function newestFirst(one: IndexItem, other: IndexItem): number {
  const [first, second] = [moment(one), moment(other)];
  if (first !== second) return first > second ? -1 : 1;
  return one.url < other.url ? -1 : 1;
}

/** A date without an offset counts as UTC, so that the order does not depend on the machine. */
function moment({ date }: IndexItem): number {
  const written = date?.written ?? '';
  const found = momentOf(toInstant(written) ?? toInstant(`${written}Z`) ?? written.slice(0, 10));
  return Number.isNaN(found) ? Number.NEGATIVE_INFINITY : found;
}
