import type { Article } from '../../model/article.ts';
import { span } from '../../text/index.ts';

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

/** The file that a relative URL names. */
export function pathOf(url: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\?#])/i.test(url)) return undefined;
  const path = url.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where a note names an image or another URL. A URL that the reader has changed is looked for in both spellings. */
export function placeOf(url: string, text: string) {
  const spellings = [`](${url}`, `](<${pathOf(url)}`, url, pathOf(url) ?? url];
  for (const spelling of spellings) {
    const at = text.indexOf(spelling);
    const skipped = /^\]\(<?/.exec(spelling)?.[0].length ?? 0;
    if (at !== -1) return span(at + skipped, at + spelling.length);
  }
  return span(0, 0);
}
