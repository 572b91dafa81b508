import type { Diagnostic } from '../../model/diagnostic.ts';
import { atPlace, type Post } from '../../render.ts';
import { createEntry, type EntryFault } from '../../write/feed/entry.ts';
import type { FeedEntry } from '../../write/feed/index.ts';
import { createIndexItem, type IndexItem, type StoryPage } from '../../write/index-page/item.ts';
import type { ProjectOutputs } from './outputs.ts';

/** A story that feeds and the index leave out, and why: `draft`. */
export interface LeftOut {
  readonly leftOut: string;
}

/** What feeds and the index get of a story, and the names of the feeds that list it. */
export interface ListedStory {
  readonly entry?: FeedEntry;
  readonly feeds: readonly string[];
  readonly item?: IndexItem;
}

/** What feeds and the index get of a note, from whichever thread. Plain data. */
export type FeedStory = ListedStory | LeftOut;

/** The story of a note for feeds and the index, and the errors that prevent one of them. @throws {TemplateError} */
export function storyOf(
  name: string,
  text: string,
  { article, house }: Post,
  { feeds, index }: Pick<ProjectOutputs, 'feeds' | 'index'>,
  page: StoryPage,
): { readonly story: FeedStory; readonly problems: readonly Diagnostic[] } {
  if (article.status === 'draft') return { story: { leftOut: 'draft' }, problems: [] };
  const needsUrl = feeds.some((feed) => feed.needsUrl);
  const result = feeds.length > 0 ? createEntry(article, house, needsUrl) : { faults: [] };
  const item = index ? createIndexItem(article, house, page) : undefined;
  const faults: EntryFault[] = 'faults' in result ? [...result.faults] : [];
  if (index && !item) faults.push(NO_PAGE);
  const problems = faults.map(({ message, advice, text: url }) =>
    atPlace(text, { path: name, house }, { rule: 'feed-entry', message, advice, url }, 'error'),
  );
  const names = feeds.map((feed) => feed.name);
  return { story: { ...('entry' in result ? result : {}), feeds: names, ...(item ? { item } : {}) }, problems };
}

const NO_PAGE: EntryFault = {
  message: 'an index needs the page or the url of the story',
  advice: "Add --to html --out-dir DIR, or write 'url: https://…' in the front matter.",
};
