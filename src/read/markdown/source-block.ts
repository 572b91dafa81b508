import type { Problem } from '../../model/diagnostic.ts';
import type { NoteFootnote } from '../../model/note.ts';
import { type Span, span } from '../../text/index.ts';
import { Definitions } from './lexer/definitions.ts';
import { WARNINGS, type WarningKind } from './warnings.ts';

/** A top-level block in the source, with what is found in it. */
export class SourceBlock {
  readonly span: Span;
  readonly source: string;
  readonly definitions: Definitions;
  readonly warnings: Problem[] = [];
  /** The footnotes in the block, once the block of the Article has been made. */
  readonly footnotes: NoteFootnote[] = [];
  #cursor = 0;
  #open: Set<string> | undefined;
  #hasTabs: boolean | undefined;
  #lines: readonly string[] | undefined;
  #starts: number[] | undefined;

  constructor(text: string, at: Span, definitions: Definitions) {
    this.span = at;
    this.source = text.slice(at.start, at.end);
    this.definitions = definitions;
  }

  /** A block without a source, for text whose warnings and positions are not wanted. */
  static nowhere(): SourceBlock {
    return new SourceBlock('', span(0, 0), new Definitions());
  }

  get lines(): readonly string[] {
    this.#lines ??= this.source.split('\n');
    return this.#lines;
  }

  /** The offset in the text where a line begins. */
  lineStart(line: number): number {
    if (this.#starts === undefined) {
      this.#starts = [this.span.start];
      for (const one of this.lines) this.#starts.push((this.#starts.at(-1) ?? 0) + one.length + 1);
    }
    return this.#starts[line] ?? this.span.end;
  }

  get hasTabs(): boolean {
    this.#hasTabs ??= this.source.includes('\t');
    return this.#hasTabs;
  }

  /** The span of the next `raw`, or of its first line if marked has joined its lines, or else of the whole block. */
  #find(raw: string): Span {
    const line = raw.split('\n', 1)[0] ?? '';
    const at = this.source.indexOf(line, this.#cursor);
    if (at === -1 || line === '') return this.span;
    this.#cursor = at + (this.source.startsWith(raw, at) ? raw.length : line.length);
    return span(this.span.start + at, this.span.start + this.#cursor);
  }

  /** Reports only the first of a pair of tags. */
  warnTag(raw: string): void {
    const name = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/.exec(raw);
    this.#open ??= new Set();
    if (name?.[1] === '/' && this.#open.delete(name[2] ?? '')) return;
    if (name?.[1] === '') this.#open.add(name[2] ?? '');
    this.warn('raw-html', raw);
  }

  warn(kind: WarningKind, raw: string): void {
    this.warnings.push({ ...WARNINGS[kind], span: this.#find(raw) });
  }

  /** Warns about `part`, which starts `at` characters into the line `raw`. */
  warnWithin(kind: WarningKind, raw: string, at: number, part: string): void {
    const found = this.#find(raw);
    const start = found.start + at;
    const isWhole = found.end - found.start === raw.length;
    this.warnings.push({ ...WARNINGS[kind], span: isWhole ? span(start, start + part.length) : found });
  }

  /** Looks ahead: the next search starts where this one started. */
  ahead<T>(look: () => T): T {
    const cursor = this.#cursor;
    const seen = look();
    this.#cursor = cursor;
    return seen;
  }

  /** Warns about a link or image whose URL is not safe in a post. Its text is still to be read. */
  warnUnsafe(raw: string, href: string): void {
    const found = this.ahead(() => this.#find(raw));
    const at = this.source.slice(found.start - this.span.start, found.end - this.span.start).lastIndexOf(href);
    const start = found.start + at;
    this.warnings.push({
      rule: 'unsafe-link',
      message: `unsafe link '${href.length > 40 ? `${href.slice(0, 40)}…` : href}' is removed`,
      advice: 'Link to an http, https or mailto URL, or to a relative path.',
      span: at === -1 || href === '' ? found : span(start, start + href.length),
    });
  }
}
