import type { Article } from '../model/article.ts';
import { safeUrl } from '../model/url.ts';
import { address } from './html/json-ld.ts';

export interface AbsoluteArticle {
  readonly article: Article;
  /** The URLs that stay relative, because the URL of the story is not known. */
  readonly relative: readonly string[];
}

/** The Article with absolute URLs in its links and images, by the URL of the story. */
export function withAbsoluteUrls(article: Article): AbsoluteArticle {
  const page = address(article.url);
  const relative = new Set<string>();
  const resolve = (url: string): string => {
    const found = absoluteUrl(url, page);
    if (found === undefined) relative.add(url);
    return found ?? url;
  };
  return { article: withUrls(article, resolve), relative: [...relative] };
}

/** The Article with the URLs of its links, images and sources replaced. */
export function withUrls(article: Article, resolve: (url: string) => string): Article {
  const mapped = mapUrls(article, resolve);
  const { image, source } = mapped;
  return {
    ...mapped,
    source: source.map((one) => (one.url === undefined ? one : { ...one, url: resolve(one.url) })),
    ...(image ? { image: { ...image, url: resolve(image.url) } } : {}),
  };
}

/**
 * The absolute URL of a link on a page. An unsafe one stays as it is, because no format prints it, and so does one with a
 * scheme, because text that repeats it must stay the same.
 */
function absoluteUrl(url: string, page: string | undefined): string | undefined {
  const safe = safeUrl(url);
  if (safe === undefined) return url;
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url;
  return page !== undefined && URL.canParse(safe, page) ? new URL(safe, page).href : undefined;
}

/** Plain data with the URLs of the links and images in its prose replaced. */
function mapUrls<Data>(data: Data, resolve: (url: string) => string): Data {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((part) => mapUrls(part, resolve)) as Data;
  const mapped = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapUrls(value, resolve)]));
  const isLink = mapped.type === 'link' || mapped.type === 'image';
  return (isLink && typeof mapped.href === 'string' ? { ...mapped, href: resolve(mapped.href) } : mapped) as Data;
}
