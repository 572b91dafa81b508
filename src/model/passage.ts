import { type Edit, firstIndex, type Span } from '../text/index.ts';

/** The source of a part of a passage's text. The part extends from `at` to the next origin. */
export interface Origin {
  readonly at: number;
  readonly span: Span;
  /** Whether the text is the same in the source. False for a reference, an escape, a line end or a mask. */
  readonly isExact: boolean;
  /** The text is only a part of what the span means, so it cannot be edited. */
  readonly isPart?: true;
}

/** An inline that the text of a passage does not show. */
export type PassageMark =
  /** `isBare` for a URL in the text without `<>` and without link text. */
  | { readonly type: 'link'; readonly href: string; readonly isBare: boolean; readonly text: Span; readonly span: Span }
  | { readonly type: 'image'; readonly alt: string; readonly text: Span; readonly span: Span }
  | { readonly type: 'em' | 'strong' | 'del' | 'codespan' | 'footnote'; readonly text: Span; readonly span: Span };

/**
 * Prose as a reader sees it, mapped to its source: a paragraph, a heading, a table cell, or a value of the front matter.
 * Inline markup is removed, references are decoded, a line end is a space or nothing, and a hard break is `\n`. Each
 * character of code or of a URL is replaced by VERBATIM, and an image by one OBJECT.
 */
export interface Passage {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'value';
  readonly text: string;
  /** From its first character to its last, in the source. */
  readonly span: Span;
  /** By `at`; the first starts at 0. Empty if the text is. */
  readonly origins: readonly Origin[];
  readonly marks: readonly PassageMark[];
  /** The tags of raw HTML in it. Absent if there are none. */
  readonly tags?: readonly Span[];
  /** Whether it is in a block quotation, which has the words of somebody else. */
  readonly isQuoted: boolean;
  /** The index of its item in the outermost list. */
  readonly item?: number;
  /** The key of a `value`. */
  readonly key?: string;
  /** The quotation marks around a YAML or JSON value. The same mark is escaped in the value. */
  readonly quotes?: "'" | '"';
}

/** A text mapped to its source. */
export type Traced = Pick<Passage, 'text' | 'span' | 'origins' | 'quotes'>;

/** The origin that contains an offset. Undefined for a text without origins. */
export function originOf(passage: Traced, offset: number): Origin | undefined {
  return passage.origins[originAt(passage, offset)];
}

/** The index of the origin that contains an offset. */
function originAt({ origins }: Traced, offset: number): number {
  return Math.max(0, firstIndex(origins, ({ at }) => at > offset) - 1);
}

/** The span in the source of a span in the text. An empty span stays empty. */
export function sourceSpan(passage: Traced, { start, end }: Span): Span {
  const first = originOf(passage, start);
  if (!first) return passage.span;
  const from = first.isExact ? first.span.start + (start - first.at) : first.span.start;
  if (start === end) {
    const isAtEnd = start >= passage.text.length;
    return isAtEnd ? { start: passage.span.end, end: passage.span.end } : { start: from, end: from };
  }
  const last = originOf(passage, end - 1) ?? first;
  const to = last.isExact ? last.span.start + (end - last.at) : last.span.end;
  return { start: from, end: Math.max(from, to) };
}

/**
 * The edit of the source for an edit of the text. Undefined if the source has something else in between, such as an
 * emphasis delimiter, or if the edit changes a part of a reference.
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

/** A passage of a value, mapped to the source of the value. */
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

/** @param end the end of the origin in the passage. */
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
