import type { Article } from '../model/article.ts';
import type { LostLink } from '../model/channels.ts';
import type { House } from '../model/house.ts';
import { safeUrl } from '../model/url.ts';
import { Footnotes } from './footnotes.ts';
import type { Format, WriteOptions } from './format.ts';
import { chooseParts } from './parts.ts';

/** A format that prints a story, and how. */
export interface Printed {
  readonly format: Pick<Format, 'isOffSite'>;
  readonly options: WriteOptions;
}

/** The relative links that a reader cannot follow in these formats, because the URL of the story is not known. */
export function lostLinks(article: Article, house: House, printed: readonly Printed[]): readonly LostLink[] {
  if (/^https?:/i.test(safeUrl(article.url ?? '') ?? '')) return [];
  const urls = new Set<string>();
  for (const { format, options } of printed) {
    // A follow-up prints corrections, which are plain text.
    if (!format.isOffSite || options.followUp) continue;
    const chosen = chooseParts(article, house, options.parts);
    const { body, source, insight, laws, sections } = chosen.article;
    collect([body, source, insight, laws, sections, new Footnotes(chosen.article, chosen.house).list], urls);
  }
  return [...urls].map((url) => ({
    url,
    message: `relative link '${url}' is printed as text`,
    advice: "Write 'url: https://…' in the front matter, or the full URL here.",
  }));
}

/** Adds the relative URLs of the links in plain data. */
function collect(data: unknown, urls: Set<string>): void {
  if (typeof data !== 'object' || data === null) return;
  if ('type' in data && data.type === 'link' && 'href' in data && typeof data.href === 'string') {
    // No format prints an unsafe URL, and an empty one leads to the story itself.
    const safe = safeUrl(data.href);
    if (safe !== undefined && safe !== '' && !/^[a-z][a-z\d+.-]*:/i.test(safe)) urls.add(data.href);
  }
  for (const part of Object.values(data)) collect(part, urls);
}
