import { type Span, span } from '../../text/index.ts';
import type { MarkdownWarning } from './result.ts';

const WARNINGS = {
  'raw-html': {
    message: 'HTML is printed as text, as it stands',
    advice: 'Write it in Markdown, or mark it as code with backticks if readers should see it.',
  },
  'raw-html-after-comment': {
    message: 'text on the line on which a comment starts is printed as it stands, without its Markdown',
    advice: 'Put the comment on a line of its own, or behind the first words.',
  },
  'unclosed-comment': {
    message: 'this comment never ends, so all that follows it in its block is hidden',
    advice: 'Write `-->` where the comment ends.',
  },
  'unclosed-comment-text': {
    message: 'this comment never ends, so it is printed as text',
    advice: 'Write `-->` in the same paragraph, or a `\\` before the `<`.',
  },
} as const;

/** A top-level block in the source: finds again in it what marked, which dedents and rejoins lines, has made of it. */
export class Place {
  readonly span: Span;
  readonly source: string;
  readonly #warnings: MarkdownWarning[];
  #cursor = 0;
  /** The line of `source` at which to look for the next code block. */
  line = 0;
  #open: Set<string> | undefined;
  #hasTabs: boolean | undefined;
  #lines: readonly string[] | undefined;

  constructor(text: string, at: Span, warnings: MarkdownWarning[]) {
    this.span = at;
    this.source = text.slice(at.start, at.end);
    this.#warnings = warnings;
  }

  get lines(): readonly string[] {
    this.#lines ??= this.source.split('\n');
    return this.#lines;
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

  warn(kind: keyof typeof WARNINGS, raw: string): void {
    const rule = kind.startsWith('raw-html') ? 'raw-html' : 'unclosed-comment';
    this.#warnings.push({ rule, ...WARNINGS[kind], span: this.#find(raw) });
  }
}
