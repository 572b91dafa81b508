import { safeUrl } from '../../model/url.ts';

/** The formatting that a channel may know. A heading is bold and belongs to what follows it; an item has no marker in the text. */
export type MarkKind = 'bold' | 'heading' | 'italic' | 'strike' | 'code' | 'pre' | 'quote' | 'item' | 'link';

/** Formatting of a range of UTF-16 offsets. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  /** The URL of a link: http or https, absolute and encoded. */
  readonly url?: string;
  /** The language of `pre`. */
  readonly lang?: string;
  /** The number of an item of an ordered list. */
  readonly number?: number;
  /** Whether the mark continues in the next part. */
  readonly continues?: true;
  /** Whether an item started in an earlier part. */
  readonly isContinued?: true;
}

/** A text with its formatting. Marks are in order of their starts, outer before inner. */
export interface RichText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** The tags of a channel's template. */
const KINDS: Readonly<Record<string, MarkKind>> = {
  b: 'bold',
  h2: 'heading',
  i: 'italic',
  s: 'strike',
  code: 'code',
  pre: 'pre',
  blockquote: 'quote',
  li: 'item',
  a: 'link',
};

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#10': '\n' };

const TAG = /<(\/?)(b|h2|i|s|code|pre|blockquote|li|a)((?: (?:href|lang|value)="[^"]*")*)>|&(amp|lt|gt|quot|#10);/g;

/** The text that a tag or a reference could be mistaken for, escaped. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Reads the markup of a template: `<b>`, `<i>` … and `&lt;`. Anything else is text. An unclosed tag ends with the text. */
export function parseMarkup(markup: string): RichText {
  // In the order of their tags, so that an outer mark is before an inner one.
  const marks: { mark: Mark; isOpen: boolean }[] = [];
  let text = '';
  let reached = 0;
  const close = (kind: MarkKind): void => {
    const last = marks.findLast(({ mark, isOpen }) => isOpen && mark.kind === kind);
    if (last) Object.assign(last, { mark: { ...last.mark, end: text.length }, isOpen: false });
  };
  for (const { 0: tag, 1: slash, 2: name = '', 3: given = '', 4: character, index } of markup.matchAll(TAG)) {
    text += markup.slice(reached, index);
    reached = index + tag.length;
    const kind = KINDS[name];
    if (kind === undefined) text += CHARACTERS[character ?? ''] ?? '';
    else if (slash === '/') close(kind);
    else marks.push({ mark: { kind, start: text.length, end: 0, ...attributes(given) }, isOpen: true });
  }
  text += markup.slice(reached);
  for (const { mark, isOpen } of marks) if (isOpen) close(mark.kind);
  const isReal = ({ kind, url, start, end }: Mark): boolean => end > start && (kind !== 'link' || url !== undefined);
  return { text, marks: marks.map(({ mark }) => mark).filter(isReal) };
}

function attributes(given: string): Pick<Mark, 'url' | 'lang' | 'number'> {
  const value = (name: string): string | undefined => {
    const written = new RegExp(` ${name}="([^"]*)"`).exec(given)?.[1];
    return written?.replace(/&(amp|lt|gt|quot);/g, (_, character: string) => CHARACTERS[character] ?? '');
  };
  const lang = value('lang');
  // A template can print any URL of a note.
  const safe = safeUrl(value('href') ?? '');
  const url = safe !== undefined && /^https?:/i.test(safe) ? safe : undefined;
  const number = Number(value('value') ?? Number.NaN);
  return {
    ...(url === undefined ? {} : { url }),
    ...(lang === undefined ? {} : { lang }),
    ...(Number.isSafeInteger(number) ? { number } : {}),
  };
}

/** A part of a rich text. Marks that it cuts are in both parts. */
export function sliceRich({ text, marks }: RichText, start: number, end: number): RichText {
  const inside: Mark[] = [];
  for (const mark of marks) {
    if (mark.start >= end) break;
    if (mark.end <= start) continue;
    inside.push({
      ...mark,
      start: Math.max(mark.start, start) - start,
      end: Math.min(mark.end, end) - start,
      ...(mark.end > end ? { continues: true } : {}),
      ...(mark.kind === 'item' && text.slice(mark.start, start).trim() !== '' ? { isContinued: true } : {}),
    });
  }
  return { text: text.slice(start, end), marks: inside };
}

/** Whether the text of a link already gives its URL. */
export function isBare({ text }: RichText, { url = '', start, end }: Mark): boolean {
  const shown = text.slice(start, end);
  return url === shown || url.replace(/^https?:\/\//, '') === shown;
}
