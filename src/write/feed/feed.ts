import type { Image } from '../../model/article.ts';
import type { House } from '../../model/house.ts';

/** A story as an entry of a feed. Plain data, so that any thread can make it. */
export interface FeedEntry {
  /** The `id` of the story, or else its URL. It never changes. */
  readonly id: string;
  readonly url: string | undefined;
  readonly title: string;
  readonly summary: string | undefined;
  /** HTML. Every URL in it is absolute. */
  readonly content: string;
  /** As RFC 3339 has it, and so is `updated`. */
  readonly published: string;
  readonly updated: string | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly lang: string;
  /** With an absolute URL. */
  readonly image: Image | undefined;
  readonly publisher: House['publisher'];
}

/** The entries of a feed in their order, and what follows from them. */
export interface Feed {
  /** The name of the publisher. */
  readonly title: string;
  /** The URL of the site. */
  readonly home: string;
  readonly logo: string | undefined;
  /** The language of all entries, if they have the same. */
  readonly lang: string | undefined;
  /** The newest moment of an entry. */
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedDocument {
  readonly text: string;
  /** The number of stories in it. */
  readonly stories: number;
  /** The number of stories that are too many for the format. */
  readonly omitted: number;
}

/** @param now in milliseconds since 1970, for a format that needs it. */
export type WriteFeed = (feed: Feed, now: number | undefined) => FeedDocument;

/** An output format of which a run writes one document about all notes: one file in this folder, and one line in `index.ts`. */
export interface FeedFormat<Name extends string = string> {
  readonly name: Name;
  /** The name of the file in `--out-dir`. */
  readonly file: string;
  /** The media type by which a page names it. Absent if it is not for readers. */
  readonly type?: string;
  /** It lists URLs, so that the `id` of a story is not enough. */
  readonly needsUrl: boolean;
  /** It lists recent stories only. */
  readonly needsNow: boolean;
  /** Loads what writes it, which a run without feeds does not need. */
  load(): Promise<WriteFeed>;
}
