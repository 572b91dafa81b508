import type { Token } from 'marked';
import { FOOTNOTE_LABEL, type LazyLines, lineEnd } from './block-run.ts';
import { mayBeLazy, startsHtml } from './paragraph.ts';

/** The definition of a footnote: a container, whose further lines are indented by four columns. */
export interface FootnoteToken {
  readonly type: 'footnote';
  raw: string;
  /** As written between `[^` and `]`. */
  readonly label: string;
  readonly tokens: Token[];
}

/** A reference to a footnote that the text defines. */
export interface FootnoteReferenceToken {
  readonly type: 'footnote-reference';
  readonly raw: string;
  /** The label of the definition. */
  readonly label: string;
}

/** What a definition consists of. `raw` ends with its last line; `content` has neither the label nor the indentation. */
interface FootnoteSource {
  readonly raw: string;
  readonly label: string;
  readonly content: string;
  /** The lines of the content that only continue a paragraph. */
  readonly lazy: LazyLines;
}

const START = new RegExp(` {0,3}\\[\\^(${FOOTNOTE_LABEL})\\]:[ \\t]*`, 'y');
const REFERENCE = new RegExp(`\\[\\^(${FOOTNOTE_LABEL})\\]`, 'y');

/** The definition at the start of a text, as GFM reads it. */
export function footnoteAt(text: string, isLazy: (line: number) => boolean): FootnoteSource | undefined {
  START.lastIndex = 0;
  const [start, label] = START.exec(text) ?? [];
  if (start === undefined || label === undefined) return undefined;
  let end = lineEnd(text, start.length);
  const content = new Content(text.slice(start.length, end));
  for (let at = end + 1; at < text.length; ) {
    const next = lineEnd(text, at);
    const line = text.slice(at, next);
    if (line.trim() === '') content.addBlank(line);
    else if ((!isLazy(at) && content.addIndented(line)) || (mayBeLazy(text, at) && content.addLazy(line))) end = next;
    else break;
    at = next + 1;
  }
  return { raw: text.slice(0, end + 1), label, content: content.text, lazy: content.lazy };
}

/**
 * The end of the quote at the start of a text before its lazy lines, if a footnote of one line is before them that they
 * cannot continue, because it has HTML, a heading or nothing.
 */
export function quoteEndAtFootnote(text: string): number | undefined {
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).replace(/^ {0,3}> ?/, '');
    if (at + line.length === end && line.trim() === '') return undefined;
    START.lastIndex = 0;
    const start = START.exec(line)?.[0];
    const isLast = end + 1 < text.length && !/^ {0,3}>/.test(text.slice(end + 1, end + 5));
    if (start !== undefined && isLast && !new Content(line.slice(start.length)).addLazy('')) return end + 1;
    at = end + 1;
  }
  return undefined;
}

/** The reference at an offset of a text, whether it is defined or not. */
export function footnoteReferenceAt(text: string, at: number): { raw: string; label: string } | undefined {
  REFERENCE.lastIndex = at;
  const [raw, label] = REFERENCE.exec(text) ?? [];
  return raw === undefined || label === undefined ? undefined : { raw, label };
}

/** Two labels are the same if they differ only in case. */
export function normalizeFootnoteLabel(label: string): string {
  return label.toLowerCase().toUpperCase();
}

const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;
/** Markers of containers, and then a heading or a thematic break, which a lazy line cannot continue. */
const CLOSED = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*(?:#{1,6}(?:[ \t]|$)|(?:[-_*][ \t]*){3,}$)/;

/** The content of a definition while its lines are read. */
class Content {
  readonly lazy = new Map<number, number>();
  #text = '';
  /** Blank lines, which belong to the definition only if an indented line follows. */
  #blank: string[] = [];
  #fence: string | undefined;
  #isParagraph = false;

  constructor(first: string) {
    this.#text = first;
    this.#look(first, first.trim() !== '');
  }

  get text(): string {
    return this.#text;
  }

  addBlank(line: string): void {
    this.#blank.push(dedented(line) ?? '');
  }

  addIndented(line: string): boolean {
    const inner = dedented(line);
    if (inner === undefined) return false;
    for (const line of [...this.#blank, inner]) this.#text += `\n${line}`;
    // Four more columns make code, except in a paragraph.
    this.#look(inner, (this.#isParagraph && this.#blank.length === 0) || dedented(inner) === undefined);
    this.#blank = [];
    return true;
  }

  /** Adds a line without indentation, which can only continue a paragraph. */
  addLazy(line: string): boolean {
    if (!this.#isParagraph || this.#blank.length > 0) return false;
    this.lazy.set(this.#text.length + 1, this.#text.length + 1);
    this.#text += `\n${line}`;
    return true;
  }

  #look(line: string, mayBeParagraph: boolean): void {
    const [, fence] = FENCE.exec(line) ?? [];
    if (this.#fence === undefined) this.#fence = fence;
    else if (fence?.startsWith(this.#fence) && line.trim() === fence) this.#fence = undefined;
    const isInParagraph = this.#isParagraph && this.#blank.length === 0;
    const isClosed = fence !== undefined || CLOSED.test(line) || startsHtml(line, isInParagraph);
    this.#isParagraph = mayBeParagraph && this.#fence === undefined && !isClosed;
  }
}

/** A line without its first four columns, or undefined if it has other characters there. */
function dedented(line: string): string | undefined {
  let column = 0;
  let at = 0;
  for (; column < 4; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x09) column += 4 - (column % 4);
    else if (code === 0x20) column++;
    else return undefined;
  }
  return line.slice(at);
}
