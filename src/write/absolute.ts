import type { Article } from '../model/article.ts';
import { absolute } from './html/json-ld.ts';

/**
 * The Article with absolute URLs in its links and images, for a reader that does not know the page of the story. Without the
 * `url` of the story they stay as written.
 */
export function withAbsoluteUrls(article: Article): Article {
  return article.url === undefined ? article : (resolved(article, article.url) as Article);
}

function resolved(value: unknown, page: string): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, page));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'href' && typeof inner === 'string' ? resolvedUrl(inner, page) : resolved(inner, page),
  ]);
  return Object.fromEntries(entries);
}

/** A URL with a scheme stays as written, because text that repeats it must stay the same. */
function resolvedUrl(href: string, page: string): string {
  return /^[a-z][a-z\d+.-]*:/i.test(href) ? href : (absolute(href, page) ?? href);
}
