import type { Note } from '../model/note.ts';
import { type Span, span } from '../text/index.ts';

/**
 * The place of a finding about a key that a note lacks: the fence that opens the front matter, or the first key of a YAML or
 * JSON note. In a note without front matter it is the heading that is the headline, or else the place above the text.
 */
export function placeOfMissingKey({ source, frontMatter, fields, headline }: Note): Span {
  if (frontMatter) return span(frontMatter.start, frontMatter.start + 3);
  const [first] = fields;
  const named = first?.nameSpan ?? headline?.span;
  if (named) return named;
  const start = Math.max(0, source.text.search(/\S/));
  return span(start, start);
}

/** The place of a finding about text that a note lacks: the place where the text belongs. */
export function placeOfMissingText(isBody: boolean, { source, frontMatter, headline, data }: Note): Span {
  const { text } = source;
  let end = text.trimEnd().length;
  // After the last value of JSON, and not after the brace that closes the object.
  if (data === 'json') while (end > 0 && /[\s}]/.test(text.charAt(end - 1))) end--;
  const at = isBody && data === undefined ? (frontMatter?.end ?? headline?.span.end ?? 0) : end;
  return span(at, at);
}
