import type { Article } from '../../model/article.ts';
import { pathOf } from '../../read/url-place.ts';

/** Whether a post shows an image that goes with it. */
export function hasAssets(article: Article): boolean {
  return [...imagesOf(article)].some((url) => pathOf(url) !== undefined);
}

/** The URLs of all images of an Article, each once. */
export function imagesOf(article: Article): ReadonlySet<string> {
  const urls = new Set<string>(article.image ? [article.image.url] : []);
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === 'image' && 'href' in value && typeof value.href === 'string')
      urls.add(value.href);
    for (const part of Object.values(value)) visit(part);
  };
  visit(article);
  return urls;
}
