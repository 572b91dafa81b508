import { firstIndex } from './search.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';

/** Replaces the text in `span`. An empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Applies edits, given in any order, to a text. Two insertions at one offset keep their order.
 * @throws {RangeError} if two edits overlap or one lies outside the text: that is a bug of the caller.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let out = '';
  let at = 0;
  for (const { span, text: replacement } of sorted) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new RangeError(`edit [${span.start}, ${span.end}) overlaps another or leaves the text`);
    }
    out += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return out + text.slice(at);
}

/**
 * Applies edits of a Source's text to the decoded file that it was made from. Everything else keeps its byte order mark and
 * its line ends, even if they are mixed.
 */
export function applyEditsToFile(decoded: string, { bom, eol }: Source, edits: readonly Edit[]): string {
  const first = bom ? 1 : 0;
  // A pair `\r\n` is one character of the Source.
  const pairs = [...decoded.matchAll(/\r\n/g)].map(({ index }, count) => index - first - count);
  const inFile = (offset: number) => first + offset + firstIndex(pairs, (pair) => pair >= offset);
  return applyEdits(
    decoded,
    edits.map(({ span: { start, end }, text }) => ({
      span: { start: inFile(start), end: inFile(end) },
      text: eol === '\n' ? text : text.replaceAll('\n', eol),
    })),
  );
}
