import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { printDate } from '../dates.ts';
import type { ImageSize } from '../format.ts';
import { absolute, address } from '../html/json-ld.ts';
import { lede } from '../html/plain.ts';

/** A story on an index page. Plain data, so that any thread can make it. The texts are not escaped. */
export interface IndexItem {
  /** The URL of its page: relative to the index if the run writes the page, else that of the note. */
  readonly url: string;
  readonly headline: string;
  /** The dek, or else the first sentence of the body. */
  readonly summary: string | undefined;
  readonly section: string | undefined;
  /** As written, and the day as the house of the story prints it. */
  readonly date: { readonly written: string; readonly printed: string } | undefined;
  readonly lang: string;
  readonly image: IndexImage | undefined;
}

interface IndexImage extends Partial<ImageSize> {
  readonly url: string;
  readonly alt: string;
}

/** What the run knows of the page of a story. */
export interface StoryPage {
  /** Its URL from the index, if the run writes it. */
  readonly url?: string;
  /** By the URLs in the Article. */
  readonly imageSizes?: ReadonlyMap<string, ImageSize>;
}

/** The item of a story; undefined if there is nothing that it could link to. */
export function createIndexItem(article: Article, house: House, page: StoryPage): IndexItem | undefined {
  const url = page.url ?? address(article.url);
  if (url === undefined) return undefined;
  const { headline, section, date, lang } = article;
  return {
    url,
    headline,
    summary: article.dek ?? firstSentence(lede(article.body, house.labels)),
    section,
    // The day is enough in a list.
    date: date === undefined ? undefined : { written: date, printed: printDate(date.replace(TIME, ''), house) },
    lang,
    image: image(article, page),
  };
}

/** From a date on, what is not the day. */
const TIME = /(?<=^\d{4}-\d\d-\d\d)[T ].*$/s;

function firstSentence(text: string | undefined): string | undefined {
  const [first] = text === undefined ? [] : sentencesIn(text);
  return first && text?.slice(first.start, first.end);
}

/** The image beside the page, or on the web. */
function image({ image: given, url: home }: Article, { url: page, imageSizes }: StoryPage): IndexImage | undefined {
  const safe = address(given?.url);
  if (!given || safe === undefined) return undefined;
  const url = page === undefined ? absolute(given.url, home) : fromIndex(safe, page);
  return url === undefined ? undefined : { url, alt: given.alt ?? '', ...imageSizes?.get(given.url) };
}

/** A URL on a page, from the index: `a.png` on `2026/story.html` is `2026/a.png`. */
function fromIndex(url: string, page: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|[/?#])/i.test(url)) return url;
  return page.slice(0, page.lastIndexOf('/') + 1) + url;
}
