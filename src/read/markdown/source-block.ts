import type { Problem } from '../../model/diagnostic.ts';
import type { NoteFootnote } from '../../model/note.ts';
import { type Span, span } from '../../text/index.ts';
import type { Definitions } from './lexer/definitions.ts';
import { WARNINGS, type WarningKind } from './warnings.ts';

/** A top-level block in the source, with what is found in it. */
export class SourceBlock {
  readonly span: Span;
  readonly source: string;
  readonly definitions: Definitions;
  readonly warnings: Problem[] = [];
  /** The footnotes in the block, once the block of the Article has been made. */
  readonly footnotes: NoteFootnote[] = [];
  #open: Set<string> | undefined;
  #hasTabs: boolean | undefined;
  #lines: readonly string[] | undefined;
  #starts: number[] | undefined;

  constructor(text: string, at: Span, definitions: Definitions) {
    this.span = at;
    this.source = text.slice(at.start, at.end);
    this.definitions = definitions;
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

  warn(kind: WarningKind, place: Span): void {
    this.warnings.push({ ...WARNINGS[kind], span: place });
  }

  /** Reports raw HTML, but only the first of a pair of tags. */
  warnTag(raw: string, place: Span): void {
    const name = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/.exec(raw);
    this.#open ??= new Set();
    if (name?.[1] === '/' && this.#open.delete(name[2] ?? '')) return;
    if (name?.[1] === '') this.#open.add(name[2] ?? '');
    this.warn('raw-html', place);
  }

  /** Warns about a link or image whose URL is not safe in a post. */
  warnUnsafe(href: string, place: Span): void {
    const at = this.source.slice(place.start - this.span.start, place.end - this.span.start).lastIndexOf(href);
    const start = place.start + at;
    this.warnings.push({
      rule: 'unsafe-link',
      message: `unsafe link '${href.length > 40 ? `${href.slice(0, 40)}…` : href}' is removed`,
      advice: 'Link to an http, https or mailto URL, or to a relative path.',
      span: at === -1 || href === '' ? place : span(start, start + href.length),
    });
  }
}
