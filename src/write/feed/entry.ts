import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { withAbsoluteUrls } from '../absolute.ts';
import { createHtmlContext } from '../html/context.ts';
import { address, description } from '../html/json-ld.ts';
import { runTemplate } from '../template/run.ts';
import type { FeedEntry } from './feed.ts';
import { toInstant } from './instant.ts';

/** What a story lacks for a feed, and what to add. */
export interface EntryFault {
  readonly message: string;
  readonly advice: string;
  /** The text of the note that it is about. */
  readonly text?: string;
}

export type EntryResult = { readonly entry: FeedEntry } | { readonly faults: readonly EntryFault[] };

/**
 * The entry of a story, or what it lacks.
 * @param needsUrl a format of the run lists URLs.
 * @throws {TemplateError} if the template `feed.html.hbs` of the house fails.
 */
export function createEntry(article: Article, house: House, needsUrl: boolean): EntryResult {
  const { article: absolute } = withAbsoluteUrls(article);
  const url = address(article.url);
  const id = article.id ?? url;
  const published = toInstant(article.date ?? '');
  const updated = toInstant(article.updated ?? '');
  const faults = entryFaults(article, needsUrl);
  if (faults.length > 0 || id === undefined || published === undefined) return { faults };
  const context = createHtmlContext(absolute, house, {
    fragment: true,
    page: url?.replace(/#.*$/s, '') ?? false,
  });
  const entry: FeedEntry = {
    id,
    url,
    title: article.headline,
    summary: description(article, house),
    content: runTemplate(house, 'feed.html.hbs', context).trim(),
    published,
    updated,
    authors: article.byline ?? [],
    categories: [...new Set([...(article.section === undefined ? [] : [article.section]), ...(article.topics ?? [])])],
    lang: article.lang,
    image: address(absolute.image?.url) === undefined ? undefined : absolute.image,
    publisher: house.publisher,
  };
  return { entry };
}

/** What a story lacks for a feed. @param needsUrl the feed lists URLs. */
export function entryFaults(article: Article, needsUrl: boolean): readonly EntryFault[] {
  // Without an id or a URL, the advice would be the same twice.
  const hasId = (article.id ?? address(article.url)) !== undefined;
  return [
    ...identityFaults(article, needsUrl),
    ...dateFaults(article),
    ...(hasId ? withAbsoluteUrls(article).relative.map(relativeFault) : []),
  ];
}

function identityFaults({ id, url }: Article, needsUrl: boolean): readonly EntryFault[] {
  if (url !== undefined || (id !== undefined && !needsUrl)) return [];
  if (id !== undefined)
    return [
      { message: 'a news sitemap needs the url of the story', advice: "Write 'url: https://…' in the front matter." },
    ];
  return [
    {
      message: 'a feed needs the id or the url of the story',
      advice: "Write 'url: https://…' or 'id: urn:…' in the front matter.",
    },
  ];
}

function dateFaults({ date, updated }: Article): readonly EntryFault[] {
  const faults: EntryFault[] = [];
  if (date === undefined) {
    const advice = "Write when it was published, such as 'date: 2026-05-07T09:00:00Z'.";
    faults.push({ message: 'a feed needs the date of the story', advice });
  }
  for (const [name, written] of Object.entries({ date, updated })) {
    if (written === undefined || toInstant(written) !== undefined) continue;
    const message = `a feed needs the time and the UTC offset of ${name}`;
    faults.push({ message, advice: 'Write them, such as 2026-05-07T09:00:00Z.', text: written });
  }
  return faults;
}

function relativeFault(url: string): EntryFault {
  const advice = "Write 'url: https://…' in the front matter, or the full URL here.";
  return { message: `relative URL '${url}' in a feed needs the url of the story`, advice, text: url };
}
