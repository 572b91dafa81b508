import type { Edit, Span } from '../text/index.ts';

/** Where a stretch of a passage's text comes from: it begins `at` there, and goes on to where the next origin begins. */
export interface Origin {
  readonly at: number;
  /** What it is in the source. */
  readonly span: Span;
  /** Letter by letter the same in the source; false for a reference, an escape, a line end, a mask. */
  readonly isExact: boolean;
  /** Only a part of what stands there: no edit can tell which. */
  readonly isPart?: true;
}

/** What an inline is that a passage's text does not tell. */
export type PassageMark =
  /** `isBare` where the address stands in the text as it is, without `<>` and without words of its own. */
  | { readonly type: 'link'; readonly href: string; readonly isBare: boolean; readonly text: Span; readonly span: Span }
  | { readonly type: 'image'; readonly alt: string; readonly text: Span; readonly span: Span }
  | { readonly type: 'em' | 'strong' | 'del' | 'codespan'; readonly text: Span; readonly span: Span };

/**
 * A stretch of prose as a reader sees it, with the way back to the source: a paragraph, a heading, a cell of a table, or
 * a value of the front matter. Marks have fallen away, references are decoded, line ends are a space or nothing, a hard
 * break is `\n`; code is masked by VERBATIM, an address too, letter by letter, and an image by one OBJECT.
 */
export interface Passage {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'value';
  readonly text: string;
  /** In the source: from its first character to its last. */
  readonly span: Span;
  /** In the order of `at`, the first at 0. Empty where the text is. */
  readonly origins: readonly Origin[];
  readonly marks: readonly PassageMark[];
  /** In a block quotation: somebody else's words. */
  readonly isQuoted: boolean;
  /** The index of the item of the outermost list that it stands in. */
  readonly item?: number;
  /** The name of the key, for a `value`. */
  readonly key?: string;
  /** The quotation marks of YAML or JSON around a value, in which the same mark has to be escaped. */
  readonly quotes?: "'" | '"';
}

/** A text with the way back to the source. */
export type Traced = Pick<Passage, 'text' | 'span' | 'origins' | 'quotes'>;

/** The index of the origin in which an offset stands: the last that begins at it or before. */
function originAt({ origins }: Traced, offset: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origins[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where what stands in `text` stands in the source. An empty span is the place before its offset. */
export function sourceSpan(passage: Traced, { start, end }: Span): Span {
  const first = passage.origins[originAt(passage, start)];
  if (!first) return passage.span;
  const from = first.isExact ? first.span.start + (start - first.at) : first.span.start;
  if (start === end) {
    const isAtEnd = start >= passage.text.length;
    return isAtEnd ? { start: passage.span.end, end: passage.span.end } : { start: from, end: from };
  }
  const last = passage.origins[originAt(passage, end - 1)] ?? first;
  const to = last.isExact ? last.span.start + (end - last.at) : last.span.end;
  return { start: from, end: Math.max(from, to) };
}

/**
 * The same edit in the source; undefined where something else stands between, such as a mark of emphasis, or where a part
 * of a reference would have to be changed.
 */
export function sourceEdit(passage: Passage, { span: { start, end }, text }: Edit): Edit | undefined {
  const span = sourceSpan(passage, { start, end });
  let at = start;
  let expected = span.start;
  while (at < end) {
    const index = originAt(passage, at);
    const origin = passage.origins[index];
    if (!origin) return undefined;
    const next = passage.origins[index + 1]?.at ?? passage.text.length;
    if (origin.isExact) {
      if (origin.span.start + (at - origin.at) !== expected) return undefined;
      expected += Math.min(next, end) - at;
    } else {
      if (origin.isPart || at !== origin.at || next > end || origin.span.start !== expected) return undefined;
      expected = origin.span.end;
    }
    at = next;
  }
  return { span, text: escaped(text, passage.quotes) };
}

function escaped(text: string, quotes: Passage['quotes']): string {
  if (quotes === "'") return text.replaceAll("'", "''");
  return quotes === '"' ? text.replace(/["\\]/g, '\\$&') : text;
}

/** A passage of a text that is itself a value in the source: its ways lead on through those of the value. */
export function passageThrough(passage: Passage, value: Traced): Passage {
  const { text, origins, marks } = passage;
  return {
    ...passage,
    span: sourceSpan(value, passage.span),
    origins: origins.flatMap((origin, index) => originsThrough(origin, origins[index + 1]?.at ?? text.length, value)),
    marks: marks.map((mark) => ({ ...mark, span: sourceSpan(value, mark.span) })),
    ...(value.quotes ? { quotes: value.quotes } : {}),
  };
}

/** @param end where it ends in the passage. */
function originsThrough(origin: Origin, end: number, value: Traced): readonly Origin[] {
  const { at, span, isExact } = origin;
  if (!isExact) return [{ ...origin, span: sourceSpan(value, span) }];
  const found: Origin[] = [];
  for (let from = span.start; from < span.start + end - at; ) {
    const index = originAt(value, from);
    const own = value.origins[index];
    if (!own) break;
    const next = value.origins[index + 1]?.at ?? value.text.length;
    const to = Math.min(next, span.start + end - at);
    const here = at + from - span.start;
    const isWhole = from === own.at && to === next;
    found.push(
      own.isExact
        ? { at: here, span: { start: own.span.start + from - own.at, end: own.span.start + to - own.at }, isExact }
        : { at: here, span: own.span, isExact: false, ...(isWhole ? {} : { isPart: true }) },
    );
    from = to;
  }
  return found;
}
