import { type Span, span } from '../text/index.ts';

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
export function placeOfUrl(url: string, text: string): Span | undefined {
  const spellings = [`](${url}`, `](<${pathOf(url)}`, url, pathOf(url) ?? url];
  for (const spelling of spellings) {
    const at = text.indexOf(spelling);
    const skipped = /^\]\(<?/.exec(spelling)?.[0].length ?? 0;
    if (at !== -1) return span(at + skipped, at + spelling.length);
  }
  return undefined;
}
