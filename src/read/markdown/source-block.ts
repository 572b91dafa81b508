import type { Problem } from '../../model/diagnostic.ts';
import { type Span, span } from '../../text/index.ts';
import type { Definitions } from './lexer/definitions.ts';
import { WARNINGS, type WarningKind } from './warnings.ts';

/** A top-level block in the source: finds again in it what marked, which dedents and rejoins lines, has made of it. */
export class SourceBlock {
  readonly span: Span;
  readonly source: string;
  readonly definitions: Definitions;
  readonly #warnings: Problem[];
  #cursor = 0;
  #open: Set<string> | undefined;
  #hasTabs: boolean | undefined;
  #lines: readonly string[] | undefined;
  #starts: number[] | undefined;

  constructor(text: string, at: Span, definitions: Definitions, warnings: Problem[]) {
    this.span = at;
    this.source = text.slice(at.start, at.end);
    this.definitions = definitions;
    this.#warnings = warnings;
  }

  get lines(): readonly string[] {
    this.#lines ??= this.source.split('\n');
    return this.#lines;
  }

  /** Where a line begins, in the text. */
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

  /** The span of the next `raw`; of its first line where its lines were rejoined; else the whole block's. */
  #find(raw: string): Span {
    const line = raw.split('\n', 1)[0] ?? '';
    const at = this.source.indexOf(line, this.#cursor);
    if (at === -1 || line === '') return this.span;
    this.#cursor = at + (this.source.startsWith(raw, at) ? raw.length : line.length);
    return span(this.span.start + at, this.span.start + this.#cursor);
  }

  /** Of a pair of tags the first is enough. */
  warnTag(raw: string): void {
    const name = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/.exec(raw);
    this.#open ??= new Set();
    if (name?.[1] === '/' && this.#open.delete(name[2] ?? '')) return;
    if (name?.[1] === '') this.#open.add(name[2] ?? '');
    this.warn('raw-html', raw);
  }

  warn(kind: WarningKind, raw: string): void {
    this.#warnings.push({ ...WARNINGS[kind], span: this.#find(raw) });
  }

  /** Warns of `part`, which stands `at` characters into the line `raw`. */
  warnWithin(kind: WarningKind, raw: string, at: number, part: string): void {
    const found = this.#find(raw);
    const start = found.start + at;
    const isWhole = found.end - found.start === raw.length;
    this.#warnings.push({ ...WARNINGS[kind], span: isWhole ? span(start, start + part.length) : found });
  }

  /** Looks at what is still to be read: the next search starts where this one did. */
  ahead<T>(look: () => T): T {
    const cursor = this.#cursor;
    const seen = look();
    this.#cursor = cursor;
    return seen;
  }

  /** Warns of a link or image to an address that no post links to. Its words are still to be read. */
  warnUnsafe(raw: string, href: string): void {
    const found = this.ahead(() => this.#find(raw));
    const at = this.source.slice(found.start - this.span.start, found.end - this.span.start).lastIndexOf(href);
    const start = found.start + at;
    this.#warnings.push({
      rule: 'unsafe-link',
      message: `a post links to no address such as ${href.slice(0, 40)}: the words are printed without it`,
      advice: 'Link to http, https or mailto, or to a path beside the post.',
      span: at === -1 || href === '' ? found : span(start, start + href.length),
    });
  }
}
