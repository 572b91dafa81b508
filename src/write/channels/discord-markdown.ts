import type { House } from '../../model/house.ts';
import { apart } from './apart.ts';
import { escapeDiscord, fenced, safeInMarkdown } from './discord-escape.ts';
import type { Mark, RichText } from './rich-text.ts';

const DELIMITERS = { bold: '**', italic: '*', strike: '~~' } as const;
type Delimited = Mark & { readonly kind: keyof typeof DELIMITERS };

/** A text in Discord's Markdown, which shows each of its characters as it is. */
export function discordMarkdown(part: RichText, house: House): string {
  return new Printer(part, house).print();
}

class Printer {
  readonly #text: string;
  /** Outer before inner. */
  readonly #marks: readonly Mark[];
  readonly #house: House;
  #next = 0;

  constructor({ text, marks }: RichText, house: House) {
    this.#text = text;
    this.#marks = joined(apart(marks, ['quote', 'item', 'heading']));
    this.#house = house;
  }

  print(): string {
    return this.#inside({ start: 0, end: this.#text.length }, '');
  }

  /** The text of a mark, or of all, with the marks that start in it. */
  #inside(parent: Pick<Mark, 'start' | 'end'> & Partial<Mark>, indent: string): string {
    let printed = '';
    let reached = parent.start;
    let isStarred = false;
    for (let mark = this.#marks[this.#next]; mark && mark.start < parent.end; mark = this.#marks[this.#next]) {
      this.#next++;
      const [start, end] = [Math.max(mark.start, reached), Math.min(mark.end, parent.end)];
      if (start >= end) continue;
      const between = this.#plain(reached, start, indent, mark.kind === 'pre');
      // Discord cannot tell adjacent asterisks apart.
      const isPlain: boolean = isStar(mark) && ((isStarred && between === '') || sharesOneEdge({ start, end }, parent));
      const clipped = { ...mark, start, end };
      printed += between + (isPlain ? this.#inside(clipped, indent) : this.#marked(clipped, parent, indent));
      reached = end;
      isStarred = isStar(mark) && !isPlain;
      // A heading has a margin, so the line below it need not be empty.
      if (mark.kind === 'heading' && this.#text.startsWith('\n\n', end)) reached++;
    }
    return printed + this.#plain(reached, parent.end, indent);
  }

  #marked(mark: Mark, parent: Partial<Mark>, indent: string): string {
    switch (mark.kind) {
      case 'bold':
      case 'italic':
      case 'strike':
        return this.#delimited(mark as Delimited, indent);
      case 'heading':
        // A heading starts a line, and an item has none.
        return indent === '' && (parent.kind === undefined || parent.kind === 'quote')
          ? `### ${this.#inside(mark, indent)}`
          : this.#delimited({ ...mark, kind: 'bold' }, indent);
      case 'code':
        return fenced(this.#text.slice(mark.start, mark.end));
      case 'pre':
        return this.#block(mark, indent);
      case 'quote':
        return this.#inside(mark, indent).replace(/^/gm, '> ');
      case 'item': {
        const marker = mark.number === undefined ? '- ' : `${mark.number}. `;
        return (mark.isContinued ? '' : marker) + this.#inside(mark, indent + ' '.repeat(marker.length));
      }
      case 'link':
        return this.#link(mark, indent);
    }
  }

  /** A delimiter has no space at its inner side. */
  #delimited(mark: Delimited, indent: string): string {
    const written = this.#text.slice(mark.start, mark.end);
    const start = mark.start + written.length - written.trimStart().length;
    const end = Math.max(start, mark.start + written.trimEnd().length);
    const [before, after] = [this.#plain(mark.start, start, indent), this.#plain(end, mark.end, indent)];
    if (start === end) return before + after;
    const words = this.#inside({ ...mark, start, end }, indent);
    const delimiter = DELIMITERS[mark.kind];
    // Discord ends struck-out words at the first tildes, even if they are escaped.
    if (mark.kind === 'strike' && words.includes('~')) {
      const { struck, colon } = this.#house.labels;
      return `${before}\\[${escapeDiscord(struck + colon, false)}${words}\\]${after}`;
    }
    return `${before}${delimiter}${words}${delimiter}${after}`;
  }

  #block({ start, end, lang = '' }: Mark, indent: string): string {
    const code = this.#text.slice(start, end);
    if (code.includes('```') || code.trim() === '') return this.#plain(start, end, indent);
    return `\`\`\`${/^[\w+.#-]+$/.test(lang) ? lang : ''}\n${code}\n\`\`\``;
  }

  /** Discord does not link text that looks like another URL, and does not find the end of text with brackets. */
  #link(mark: Mark, indent: string): string {
    const { labels } = this.#house;
    const url = safeInMarkdown(mark.url ?? '');
    const words = this.#inside(mark, indent);
    const shown = this.#text.slice(mark.start, mark.end);
    if (shown === mark.url) return `<${url}>`;
    if (!/:\/\/|[[\]]/.test(shown)) return `[${words}](${url})`;
    return mark.continues ? words : `${words}${labels.open}<${url}>${labels.close}`;
  }

  /** Text without formatting. Lines of an item are indented, and code below it is not. */
  #plain(start: number, end: number, indent: string, isBeforeCode = false): string {
    const before = this.#text[start - 1];
    const escaped = escapeDiscord(this.#text.slice(start, end), start === 0 || before === '\n');
    const text = before === ']' && escaped.startsWith('(') ? `\\${escaped}` : escaped;
    if (indent === '') return text;
    return text.replace(/\n(?!\n)/g, (line, at: number) => {
      const isLast = at + 1 === text.length;
      return isLast && (isBeforeCode || this.#text[end] === '\n') ? line : line + indent;
    });
  }
}

function isStar({ kind }: Mark): boolean {
  return kind === 'bold' || kind === 'italic';
}

/** Bold that starts or ends with italic words, or the other way round. Both as a whole are fine. */
function sharesOneEdge({ start, end }: Pick<Mark, 'start' | 'end'>, parent: Partial<Mark>): boolean {
  if (parent.kind !== 'bold' && parent.kind !== 'italic') return false;
  return (start === parent.start) !== (end === parent.end);
}

/** Marks of one kind next to each other as one mark. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const found: Mark[] = [];
  const last = new Map<string, number>();
  for (const mark of marks) {
    const at = last.get(mark.kind);
    const before = at === undefined ? undefined : found[at];
    const isJoinable = mark.kind in DELIMITERS || mark.kind === 'code';
    if (at !== undefined && before && isJoinable && before.end === mark.start) {
      found[at] = { ...before, end: mark.end };
      continue;
    }
    last.set(mark.kind, found.length);
    found.push(mark);
  }
  return found;
}
