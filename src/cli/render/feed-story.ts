import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Post } from '../../render.ts';
import { createSource, span } from '../../text/index.ts';
import { createEntry } from '../../write/feed/entry.ts';
import type { FeedEntry, FeedFormat } from '../../write/feed/index.ts';
import { placeOf } from './assets.ts';

/** A story that feeds leave out, and why: `draft`. */
export interface LeftOut {
  readonly leftOut: string;
}

/** A story, and the names of the feeds that list it. */
export interface ListedStory {
  readonly entry: FeedEntry;
  readonly feeds: readonly string[];
}

/** What feeds get of a note, from whichever thread. Plain data. */
export type FeedStory = ListedStory | LeftOut;

/** The story of a note for feeds, or the errors that prevent it. @throws {TemplateError} */
export function storyOf(
  name: string,
  text: string,
  { article, house }: Post,
  feeds: readonly FeedFormat[],
): FeedStory | { readonly problems: readonly Diagnostic[] } {
  if (article.status === 'draft') return { leftOut: 'draft' };
  const needsUrl = feeds.some((feed) => feed.needsUrl);
  const result = createEntry(article, house, needsUrl);
  if ('entry' in result) return { ...result, feeds: feeds.map(({ name }) => name) };
  const source = createSource(name, text);
  const problems = result.faults.map(({ message, advice, text: written }): Diagnostic => {
    const place = written === undefined ? span(0, Math.min(3, source.text.length)) : placeOf(written, source.text);
    return { rule: 'feed-entry', severity: 'error', source, span: place, message, advice };
  });
  return { problems };
}
